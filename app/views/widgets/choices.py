"""Combo box and check box in the look of the desk; they stay the standard controls to assistive technology."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QSizePolicy, QWidget

from app.views.toolkit import tokens
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import fill_rounded, paint_check_box, paint_focus_ring, paint_left, text_width
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size


class Select(QComboBox):
    """A list to choose one from. The wheel does not change it unless it has the focus, so that scrolling is safe."""

    def __init__(self, name: str, parent: QWidget | None = None, *, height: int = Size.BUTTON_PAGE) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumHeight(height)
        self.setMaxVisibleItems(14)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        # With this policy Qt tells the layout nothing of other entries, and their width came with the next theme.
        for told in (self.model().rowsInserted, self.model().rowsRemoved, self.model().modelReset):
            told.connect(self._entries_changed)

    def _entries_changed(self) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Wide enough for the widest of its first entries."""
        texts = [self.itemText(number) for number in range(min(self.count(), 40))]
        widest = max((text_width(tokens.UI, text) for text in texts), default=60)
        return QSize(min(widest, 320) + 44, self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """May be made narrow; the text is cut then."""
        return QSize(72, self.minimumHeight())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolls the page unless this list has the focus."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Box, text, arrow; an editable one is painted by the style."""
        if self.isEditable():
            super().paintEvent(event)
            return
        painter = painter_on(self)
        box = QRectF(self.rect())
        live = self.isEnabled()
        fill_rounded(
            painter, box, Size.RADIUS_CONTROL, "surface" if live else "raised", "control" if live else "offmark"
        )
        text, ink = self.currentText(), "text" if live else "off"
        if not text:
            text, ink = self.placeholderText(), "text3"
        paint_left(painter, tokens.UI, ink, box.adjusted(10, 0, -28, 0), text)
        arrow = colour("text2" if live else "off")
        paint_icon(painter, "chevron-down", arrow, box.right() - 23, box.center().y() - 7, 14)
        if self.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_CONTROL)


class CheckBox(QCheckBox):
    """A box to tick, with its text."""

    def __init__(self, text: str = "", *, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAccessibleName(name or text)
        self.setMinimumHeight(Size.TARGET_LEAST)

    def sizeHint(self) -> QSize:
        """Box and text."""
        return QSize(26 + text_width(tokens.UI, self.text()), Size.TARGET_LEAST)

    def hitButton(self, _position: object) -> bool:
        """The text belongs to the target."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Box, tick, text."""
        painter = painter_on(self)
        middle = self.height() / 2
        paint_check_box(painter, 2, middle, self.checkState(), live=self.isEnabled())
        ink = "text" if self.isEnabled() else "off"
        paint_left(painter, tokens.UI, ink, QRectF(24, 0, self.width() - 24, self.height()), self.text())
        if self.hasFocus():
            paint_focus_ring(painter, QRectF(0, middle - 9, 18, 18), Size.RADIUS_BADGE)
