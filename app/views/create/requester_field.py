"""Who calls: type a name, a phone number or a mail address, Enter takes the first; an unknown name becomes a person."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.services.people.dto import PersonChoice
from app.views.incident.pick_lists import person_hint
from app.views.toolkit import tokens
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import paint_avatar, paint_left, text_width
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size
from app.views.widgets.choice_popup import ROW, Ask, ChoiceRows, Option, fill_rows

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_SHOWN = 6


class RequesterField(QLineEdit):
    """`taken` carries the PersonChoice of somebody who is known, `named` the name of somebody who is not,
    `cleared` follows when either is taken back. `moved_on` asks for the next field.
    """

    taken = Signal(object)
    named = Signal(str)
    cleared = Signal()
    moved_on = Signal()

    def __init__(self, ask: Ask, host: QWidget) -> None:
        super().__init__()
        self._ask = ask
        self._person = ""
        self._hint = ""
        self._is_new = False
        self._found: Sequence[Option] = ()
        self._found_for: str | None = None
        self._enter_waits = False
        self.setAccessibleName(tr("Requester"))
        self.setPlaceholderText(tr("Name, phone or mail"))
        self.setFixedHeight(Size.INPUT)
        self.textEdited.connect(self._typed)
        self._list = QFrame(host)
        self._list.setObjectName("requesters")
        self._list.setProperty("card", "sheet")
        self._list.hide()
        self._rows = QListWidget()
        self._rows.setAccessibleName(tr("People found"))
        self._rows.setItemDelegate(ChoiceRows(self._rows, digits=False))
        self._rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._rows.itemClicked.connect(lambda _item: self._take())
        column = QVBoxLayout(self._list)
        column.setContentsMargins(4, 6, 4, 6)
        column.addWidget(self._rows)

    @property
    def person(self) -> str:
        """The name of who was taken; empty while nobody is."""
        return self._person

    @property
    def pending(self) -> bool:
        """Whether Enter was pressed on a name that is still being looked for."""
        return self._enter_waits

    def show_person(self, name: str, hint: str, *, is_new: bool) -> None:
        """Show who was taken, without telling anybody."""
        self._person, self._hint, self._is_new = name, hint, is_new
        self._enter_waits = False
        self._list.hide()
        self.setText(name)
        before, after = (32, 28) if name else (0, 0)
        # Qt does not mirror what is kept free beside a text.
        left, right = (after, before) if self.isRightToLeft() else (before, after)
        if self.isRightToLeft():
            # The name stands beside the initials, also one that is written from left to right.
            self.setAlignment(Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignRight)
        self.setTextMargins(left, 0, right, 0)
        self.setAccessibleDescription(tr("New person {name}", name=name) if is_new and name else hint)
        self.update()

    def options(self) -> list[str]:
        """What the list offers now; empty while it is closed."""
        if self._list.isHidden():
            return []
        return [self._rows.item(row).text() for row in range(self._rows.count())]

    def settle(self) -> None:
        """Whoever leaves with a typed name means the first that fits, or a new person."""
        if self.text().strip() and not self._person:
            self._enter(move=False)

    def _typed(self, text: str) -> None:
        if self._person:
            # The first key after somebody was taken begins anew.
            self._person, self._hint = "", ""
            self.setTextMargins(0, 0, 0, 0)
            self.cleared.emit()
        self._enter_waits = False
        if not text.strip():
            self._found, self._found_for = (), ""
            self._list.hide()
            return
        self._ask(text, lambda options: self._arrived(text, options))

    def _arrived(self, text: str, options: Sequence[Option]) -> None:
        if text != self.text() or self._person:
            return
        self._found, self._found_for = options, text
        self._rows.clear()
        fill_rows(self._rows, [*options[:_SHOWN], Option("", text.strip(), tr("Add as a new person"))])
        self._rows.setCurrentRow(0)
        self._rows.setFixedHeight(ROW * self._rows.count() + 2)
        if self._enter_waits:
            self._take()
        elif self.hasFocus():
            self._place_list()

    def _place_list(self) -> None:
        host = self._list.parentWidget()
        if host is not None:
            self._list.setFixedWidth(self.width())
            self._list.adjustSize()
            self._list.move(self.mapTo(host, QPoint(0, self.height() + 3)))
            self._list.show()
            self._list.raise_()

    def _take(self) -> None:
        if self._rows.currentRow() < 0:
            return
        value = self._rows.currentItem().data(int(Qt.ItemDataRole.UserRole))[0]
        name = self.text().strip()
        if isinstance(value, PersonChoice):
            self.show_person(value.name, person_hint(value), is_new=False)
            self.taken.emit(value)
        elif name:
            self.show_person(name, "", is_new=True)
            self.named.emit(name)

    def _enter(self, *, move: bool) -> None:
        if self.text().strip() and not self._person:
            if self._found_for == self.text():
                self._take()
            else:
                # Enter came before the answer; it is taken when it arrives.
                text = self.text()
                self._enter_waits = True
                self._ask(text, lambda options: self._arrived(text, options))
        self._list.hide()
        if move:
            self.moved_on.emit()

    def event(self, event: QEvent) -> bool:
        """Enter and arrows belong to the field."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
            if plain and Qt.Key(event.key()) in {*_ENTER, Qt.Key.Key_Down, Qt.Key.Key_Up}:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows move in the list, Enter takes, Esc closes the list first."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up} and not self._list.isHidden():
            row = self._rows.currentRow() + (1 if key == Qt.Key.Key_Down else -1)
            self._rows.setCurrentRow(max(0, min(self._rows.count() - 1, row)))
        elif key in _ENTER and event.modifiers() in {
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
        }:  # fmt: skip
            self._enter(move=True)
        elif key == Qt.Key.Key_Escape and not self._list.isHidden():
            self._list.hide()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The list goes with the focus; what was typed is settled."""
        super().focusOutEvent(event)
        if event.reason() not in {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}:
            self._list.hide()
            self.settle()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """All is selected, so that typing replaces it."""
        super().focusInEvent(event)
        if self._person:
            self.selectAll()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The text, and beside it who was taken."""
        super().paintEvent(event)
        if not self._person:
            return
        painter = painter_on(self)
        middle = self.height() / 2
        paint_avatar(painter, 11, middle, self._person, 22)
        left = 44 + text_width(tokens.UI, self._person) + 12
        room = QRectF(left, 0, max(0.0, self.width() - left - 34), self.height())
        if self._is_new:
            paint_left(painter, tokens.META_MEDIUM, "blue", room, tr("New person"))
        else:
            paint_left(painter, tokens.META, "text2", room, self._hint)
        paint_icon(painter, "user-plus" if self._is_new else "check", colour("green"), self.width() - 28, middle - 8)
