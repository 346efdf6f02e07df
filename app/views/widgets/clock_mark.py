"""A clock as widgets: the mark of its state, and the bar of what is used; each speaks what it shows."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.sla.display import NO_FACE, Level, Standing, standing
from app.domain.wording import tr
from app.views.toolkit.clock_marks import paint_standing, paint_used, standing_width
from app.views.toolkit.marks import fitting
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.tokens import META_MEDIUM, Size
from app.views.widgets.marks import Mark

MARKS = (750, 900)
"""Where the bar is cut: from there on the clock presses; in thousandths."""

_LEAST = 120
_BAR_TONES = {Level.ON_TRACK: "text3", Level.NONE: "text3"}


class StandingMark(Mark):
    """How a clock stands, as in the queue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_standing(standing(NO_FACE, 0))

    def set_standing(self, shown: Standing) -> None:
        """Show this; on a plain ground even what presses stands without a pill, so that names and figures line up."""
        self._shown = shown._replace(filled=False)
        self._show_as(shown.spoken)

    @property
    def standing(self) -> Standing:
        """What is shown."""
        return self._shown

    def sizeHint(self) -> QSize:
        """As wide as the text needs."""
        return QSize(standing_width(self._shown) + 2, Size.PILL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon and text."""
        without = standing_width(self._shown._replace(text=""))
        text = fitting(META_MEDIUM, self._shown.text, self.width() - without)
        paint_standing(painter_on(self), 0, self.height() / 2, self._shown._replace(text=text))

    def minimumSizeHint(self) -> QSize:
        """Cut where room is short; the tool tip says it whole."""
        return QSize(min(_LEAST, self.sizeHint().width()), Size.PILL)


class UsedBar(QWidget):
    """The share of a target that is used."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._used: int | None = None
        self._level = Level.NONE
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(10)

    def set_used(self, used: int | None, level: Level, tone: str) -> None:
        """Show this share, in thousandths, in the ink of the state."""
        self._used, self._level = used, level
        self._tone = _BAR_TONES.get(level, tone)
        spoken = "" if used is None else tr("{used} percent used", used=used // 10)
        self.setAccessibleName(spoken)
        self.setToolTip(spoken)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, share, marks."""
        box = QRectF(self.rect())
        paint_used(QPainter(self), box, self._used, self._tone, MARKS, paused=self._level is Level.PAUSED)
