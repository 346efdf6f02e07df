"""A sheet that floats over the window: a card with a shadow that can be moved by its head and blocks nothing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.views.toolkit.kept_clear import keep_buttons_clear
from app.views.toolkit.marks import fill_rounded
from app.views.toolkit.shadow import LOWER, SHADOW, paint_shadow
from app.views.toolkit.tab_order import move_focus
from app.views.toolkit.tokens import Size

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class FloatingSheet(QWidget):
    """`card` takes the content. While the keyboard is in the sheet, its keys are no shortcuts of the page below, and
    Esc closes it by `close_sheet`.

    When the window becomes smaller or larger it is placed anew, so that nothing of it hangs out of the window.
    """

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self._grabbed: QPoint | None = None
        self._was_moved = False
        self.fills = False
        self._card_size: QSize | None = None
        self._before: QWidget | None = None
        self.card = QFrame(self)
        self.card.setProperty("card", "sheet")
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(SHADOW, SHADOW - LOWER, SHADOW, SHADOW + LOWER)
        self._outer.addWidget(self.card)
        keep_buttons_clear(self)
        host.installEventFilter(self)

    def show_in_the_middle(self, wanted: QSize, field: QWidget) -> None:
        """Show the card in this size, or as large as the window has room, with the keyboard in one of its fields."""
        self._before = self.window().focusWidget()
        if self._before is not None:
            self._before.destroyed.connect(self._forget_before)
        self._card_size = wanted
        self._was_moved = False
        self.place()
        self.show()
        self.raise_()
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self) -> None:
        """Be all that is in the host, and as large, from now on."""
        self.fills = True
        self.card.setProperty("card", "")
        self._outer.setContentsMargins(0, 0, 0, 0)
        self.place()

    def place(self) -> None:
        """Stand where it is opened, in a window of any size."""
        host = self.parentWidget()
        if self.fills and host is not None:
            self.setGeometry(host.rect())
        elif host is not None and self._card_size is not None:
            width = min(self._card_size.width(), host.width() - 32) + 2 * SHADOW
            height = min(self._card_size.height(), host.height() - 48) + 2 * SHADOW
            self.resize(width, height)
            self.move((host.width() - width) // 2, max(-16, (host.height() - height) // 2))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """In a window of another size it stands where it would be opened, or near to where a hand has put it."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget() and not self.isHidden():
            self.place_anew()
        return super().eventFilter(watched, event)

    def place_anew(self) -> None:
        """Stand where it would be opened now, or near to where a hand has put it."""
        before = self.pos()
        self.place()
        if self._was_moved:
            self.stand_within(before)

    def stand_within(self, wanted: QPoint) -> None:
        """Move there, or as near as the whole card stays in the window."""
        host = self.parentWidget()
        if host is not None:
            left = min(wanted.x(), host.width() - self.width() + SHADOW)
            top = min(wanted.y(), host.height() - self.height() + SHADOW + LOWER)
            self.move(max(-SHADOW, left), max(LOWER - SHADOW, top))

    def grow(self, wanted: QSize) -> None:
        """Make the card as high as this where it is lower, without leaving the window."""
        host = self.parentWidget()
        self._card_size = wanted if self._card_size is None else self._card_size.expandedTo(QSize(0, wanted.height()))
        if host is not None and wanted.height() + 2 * SHADOW > self.height():
            height = min(wanted.height(), host.height() - 48) + 2 * SHADOW
            self.resize(self.width(), max(height, self.height()))
            self.move(self.x(), max(-16, min(self.y(), host.height() - self.height() + SHADOW)))

    def go_away(self) -> None:
        """Away for good; the keyboard is where it was before."""
        self.hide()
        if self._before is not None:
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.deleteLater()

    def close_sheet(self) -> None:
        """Take it away; who has to ask first, or only hides it, does so here."""
        self.go_away()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes the sheet."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def _forget_before(self) -> None:
        self._before = None

    def event(self, event: QEvent) -> bool:
        """Typing, Enter and Esc are decided in the sheet."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        return super().event(event)

    def parts(self) -> Sequence[QWidget]:
        """What Tab goes through, in this order."""
        return [self.card]

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes round in the sheet; F6 leaves it."""
        focused = self.window().focusWidget()
        return move_focus(self.parts(), focused, forward=forward) or super().focusNextPrevChild(forward)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The head moves the sheet; a click anywhere brings it to the front."""
        self.raise_()
        if not self.fills and event.position().y() < SHADOW + 48:
            self._grabbed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the hand, never quite out of the window."""
        host = self.parentWidget()
        if self._grabbed is not None and host is not None:
            wanted = self.mapToParent(event.position().toPoint()) - self._grabbed
            left = max(-SHADOW - self.width() // 2, min(wanted.x(), host.width() - self.width() // 2))
            self.move(left, max(-SHADOW, min(wanted.y(), host.height() - 80)))
            self._was_moved = True

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """The hand lets go."""
        self._grabbed = None

    def paintEvent(self, event: QPaintEvent) -> None:
        """A soft shadow around the card, and the ground of it; where it fills a window, that is the ground."""
        if self.fills:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        card = QRectF(self.card.geometry())
        round_off = Size.RADIUS_SHEET
        if not card.adjusted(round_off, round_off, -round_off, -round_off).contains(QRectF(event.rect())):
            # Behind the card it is covered, and what changes is mostly there.
            paint_shadow(painter, card)
        fill_rounded(painter, card, Size.RADIUS_SHEET, "surface")


def _is_ours(event: QKeyEvent) -> bool:
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if Qt.Key(event.key()) in _ENTER:
        return True
    if event.key() == Qt.Key.Key_Escape:
        return True
    plain = modifiers in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
    return plain and bool(event.text()) and event.text().isprintable()
