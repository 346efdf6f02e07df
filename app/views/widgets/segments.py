"""A row of alternatives of which one is chosen, each with a count."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from app.domain.wording import number
from app.views.toolkit import tokens
from app.views.toolkit.cut_text import tell_whole
from app.views.toolkit.enter_presses import EnterPresses
from app.views.toolkit.marks import fill_rounded, paint_focus_ring, paint_left, text_width
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.tokens import Size
from app.views.widgets.flow import FlowLayout

_EDGE: Final = 3
_APART: Final = 2


class _Segment(EnterPresses):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.setText(text)
        self.setCheckable(True)
        self._count = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def set_count(self, count: int | None) -> None:
        shown = "" if count is None else number(count)
        if shown == self._count:
            return
        self._count = shown
        self.setAccessibleName(f"{self.text()} {count}" if count is not None else self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        width = 20 + text_width(tokens.UI_STRONG, self.text())
        width += 6 + text_width(tokens.UI, self._count) if self._count else 0
        return QSize(width, 26)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        tell_whole(self)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen:
            fill_rounded(painter, box, Size.RADIUS_CONTROL, "surface", "border2")
        elif self.underMouse():
            fill_rounded(painter, box, Size.RADIUS_CONTROL, "hover")
        style = tokens.UI_STRONG if chosen else tokens.UI_MEDIUM
        content = box.adjusted(10, 0, -4, 0)
        paint_left(painter, style, "text" if chosen else "text2", content, self.text())
        left = text_width(style, self.text()) + 6
        paint_left(painter, tokens.UI, "text2", content.adjusted(left, 0, 2, 0), self._count)
        if self.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_CONTROL)


class Segments(QWidget):
    """`chosen` carries the key of what was clicked; left and right move between them.

    Those that may `wrap` go on in the next row where the width ends; others are never narrower than all of them.
    """

    chosen = Signal(str)

    def __init__(
        self, choices: Sequence[tuple[str, str]], name: str, parent: QWidget | None = None, *, wrap: bool = False
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._segments: dict[str, _Segment] = {}
        self.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        row = FlowLayout(_APART, self) if wrap else QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_APART)
        for key, text in choices:
            segment = _Segment(text)
            segment.clicked.connect(lambda _checked=False, key=key: self.chosen.emit(key))
            self._group.addButton(segment)
            self._segments[key] = segment
            row.addWidget(segment)
        # A fixed height would be that of one row.
        least = QSizePolicy.Policy.Preferred if wrap else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(least, least)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        """All beside each other."""
        hints = [segment.sizeHint() for segment in self._segments.values() if not segment.isHidden()]
        wide = sum(hint.width() for hint in hints) + _APART * (len(hints) - 1)
        return QSize(wide + 2 * _EDGE, max(hint.height() for hint in hints) + 2 * _EDGE)

    def choose(self, key: str | None) -> None:
        """Show which one is chosen, without telling anybody; None where the list shows something else."""
        self._group.setExclusive(False)
        for name, segment in self._segments.items():
            segment.setChecked(name == key)
        self._group.setExclusive(key is not None)

    def offer(self, key: str, *, offered: bool) -> None:
        """Whether one of them is there at all."""
        self._segments[key].setVisible(offered)
        self.updateGeometry()

    def set_count(self, key: str, count: int | None) -> None:
        """Show a count beside the text; None shows none."""
        self._segments[key].set_count(count)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move the focus along the row."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        buttons = [segment for segment in self._segments.values() if not segment.isHidden()]
        here = next((number for number, button in enumerate(buttons) if button.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        buttons[(here + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the frame between the segments is nobody's."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The frame."""
        fill_rounded(painter_on(self), QRectF(self.rect()), Size.RADIUS_CARD, "raised", "border")
