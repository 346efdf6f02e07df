"""Labels in a step of the type scale, and one that cuts its text instead of pushing its neighbours."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from app.views.toolkit import tokens
from app.views.toolkit.fonts import font, metrics
from app.views.toolkit.marks import fitting, paint_left, text_width
from app.views.toolkit.mirror import painter_on

_AT_THE_RIGHT: Final = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter


class Label(QLabel):
    """Plain text in a step of the type scale and an ink of the style sheet; never reads its text as markup."""

    def __init__(
        self,
        text: str = "",
        style: tokens.TypeStyle = tokens.UI,
        ink: str = "text",
        *,
        wrap: bool = False,
        selectable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(font(style))
        self.setProperty("ink", ink)
        self.setWordWrap(wrap)
        if selectable:
            self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        elif QGuiApplication.isRightToLeft():
            # A name in Latin letters stands where the lines around it begin, and not at the other side.
            self.setAlignment(_AT_THE_RIGHT)

    def set_ink(self, ink: str) -> None:
        """Write in another colour from now on."""
        self.setProperty("ink", ink)
        self.style().unpolish(self)
        self.style().polish(self)


class ElidedLabel(QWidget):
    """One line that is cut with an ellipsis where room is short; the whole text is its tool tip and its name."""

    def __init__(self, text: str = "", style: tokens.TypeStyle = tokens.UI, ink: str = "text") -> None:
        super().__init__()
        self._style, self._ink, self._text = style, ink, ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def set_text(self, text: str) -> None:
        """Show this text."""
        self._text = text
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.updateGeometry()
        self.update()

    def set_ink(self, ink: str) -> None:
        """Show it in this colour."""
        self._ink = ink
        self.update()

    def text(self) -> str:
        """The whole text."""
        return self._text

    def shown(self) -> str:
        """What is seen of it."""
        return fitting(self._style, self._text, self.width())

    def sizeHint(self) -> QSize:
        """Wide enough for the whole text."""
        return QSize(text_width(self._style, self._text) + 2, metrics(self._style).height() + 2)

    def minimumSizeHint(self) -> QSize:
        """A few letters are always shown."""
        return QSize(min(48, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The text, cut where it must be."""
        paint_left(painter_on(self), self._style, self._ink, QRectF(self.rect()), self._text)


class NameLabel(ElidedLabel):
    """What stands before a value and says what it is: as wide as its words, and cut before the value is."""

    def __init__(self, text: str, style: tokens.TypeStyle = tokens.META, ink: str = "text2", most: int = 132) -> None:
        super().__init__(text, style, ink)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(most)
