"""A field whose value is picked from a list: click it, press Enter, or simply type."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import (
    fill_rounded,
    paint_avatar,
    paint_focus_ring,
    paint_left,
    paint_pill,
    paint_right,
    pill_width,
    text_width,
)
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size
from app.views.widgets.choice_popup import Ask, ChoicePopup

_OPENERS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_F4}


class PickField(QAbstractButton):
    """`opening` comes before the list, `chosen` carries the Option. Flat among properties, with a frame in a form.

    With `digits` the options are few and fixed: a digit takes one without opening the list. `hint` stands at the
    right of a framed field.
    """

    opening = Signal()
    chosen = Signal(object)

    def __init__(
        self,
        name: str,
        ask: Ask,
        *,
        icon: str | None = None,
        framed: bool = False,
        digits: bool = False,
        can_add: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self.ask, self._icon = name, ask, icon
        self._framed, self._digits, self._can_add = framed, digits, can_add
        self._keeps_letters = framed
        self._person = False
        self._empty = "–"
        self._hint, self._chip = "", ""
        self._invalid = False
        self._popup: ChoicePopup | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(Size.INPUT if framed else Size.PROPERTY_ROW)
        self.clicked.connect(lambda _checked=False: self.open_list())
        self.set_value("")

    def set_value(self, text: str, *, empty: str = "–", hint: str = "", chip: str = "") -> None:
        """Show a value, or `empty` in grey where there is none."""
        self._empty, self._hint, self._chip = empty, hint, chip
        self.setText(text)
        self.setAccessibleName(f"{self._name}: {text or tr('none')}")
        self.setToolTip(text)
        self.update()

    def set_person(self, *, person: bool = True) -> None:
        """Show the value with the person's initials."""
        self._person = person
        self.update()

    def set_icon(self, icon: str | None) -> None:
        """Show another icon before the value."""
        self._icon = icon
        self.update()

    def set_invalid(self, invalid: bool) -> None:
        """Mark that this field misses something."""
        self._invalid = invalid
        self.update()

    @property
    def popup(self) -> ChoicePopup | None:
        """The list while it is open."""
        return self._popup

    def open_list(self, typed: str = "") -> None:
        """Open the list with what was typed."""
        if self._popup is not None or not self.isEnabled():
            return
        self.opening.emit()
        popup = ChoicePopup(self._name, self.ask, self, digits=self._digits, can_add=self._can_add)
        popup.chosen.connect(self.chosen.emit)
        popup.destroyed.connect(self._closed)
        self._popup = popup
        popup.open_at(self, typed)
        self.update()

    def _closed(self) -> None:
        self._popup = None
        self.update()

    def event(self, event: QEvent) -> bool:
        """Keys that mean something to this field are not shortcuts of the window."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._wants(event)
            and event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        ):
            event.accept()
            return True
        return super().event(event)

    def _wants(self, event: QKeyEvent) -> bool:
        is_digit = self._digits and event.text().isdecimal()
        return Qt.Key(event.key()) in _OPENERS or is_digit or (self._keeps_letters and _is_text(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits take, letters open the list, Backspace clears where the list offers nothing."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier}
        if plain and Qt.Key(event.key()) in _OPENERS:
            self.open_list()
        elif plain and self._digits and event.text().isdecimal():
            self.ask("", lambda options: self._take(options, int(event.text())))
        elif plain and _is_text(event):
            self.open_list(event.text())
        else:
            super().keyPressEvent(event)

    def _take(self, options: object, number: int) -> None:
        if isinstance(options, (list, tuple)) and 1 <= number <= len(options):
            self.chosen.emit(options[number - 1])

    def sizeHint(self) -> QSize:
        """Room for the value."""
        return QSize(min(320, text_width(tokens.UI_MEDIUM, self.text()) + 48), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(90, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon or initials, the value, and the frame where it belongs."""
        painter = painter_on(self)
        box = QRectF(self.rect())
        active = self._popup is not None or self.hasFocus()
        if self._framed:
            edge = "red" if self._invalid else "control"
            fill_rounded(painter, box, Size.RADIUS_CONTROL, "surface" if self.isEnabled() else "raised", edge)
        elif self._invalid:
            fill_rounded(painter, box, Size.RADIUS_CONTROL, "redtint", "red")
        elif self.isEnabled() and self.underMouse():
            fill_rounded(painter, box, Size.RADIUS_CONTROL, "hover")
        left = box.left() + (12 if self._framed else 6)
        left = self._paint_mark(painter, box, left)
        right = self._paint_end(painter, box)
        ink = "text" if self.text() else "text3"
        style = tokens.UI_MEDIUM if self.text() else tokens.UI
        paint_left(painter, style, ink, QRectF(left, 0, right - left, box.height()), self.text() or self._empty)
        if active:
            paint_focus_ring(painter, box, Size.RADIUS_CONTROL)

    def _paint_mark(self, painter: QPainter, box: QRectF, left: float) -> float:
        middle = box.center().y()
        if self._person:
            paint_avatar(painter, left - 1, middle, self.text() or None, 18)
            return left + 25
        if self._icon:
            paint_icon(painter, self._icon, colour("text2"), left, middle - 8)
            return left + 24
        return left

    def _paint_end(self, painter: QPainter, box: QRectF) -> float:
        right = box.right() - (10 if self._framed else 4)
        middle = box.center().y()
        if (self._framed and not self._digits) or (self.underMouse() and self.isEnabled() and not self._framed):
            paint_icon(painter, "chevron-down", colour("text2"), right - 14, middle - 7, 14)
            right -= 20
        if self._chip:
            width = pill_width(self._chip)
            paint_pill(painter, right - width, middle, self._chip, "blue")
            right -= width + 6
        width = text_width(tokens.META, self._hint) if self._hint else 0
        # The value comes first: where both do not fit, the hint goes.
        if width and right - width - 8 - box.left() - 40 > text_width(tokens.UI_MEDIUM, self.text()):
            paint_right(
                painter, tokens.META, "text3", QRectF(right - width - 2, 0, width + 2, box.height()), self._hint
            )
            right -= width + 8
        return right


def _is_text(event: QKeyEvent) -> bool:
    return len(event.text()) == 1 and event.text().isprintable() and not event.text().isspace()
