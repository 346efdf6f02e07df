"""A list to choose from that opens at a field: typing narrows it, Enter takes the first, Esc leaves all as it was."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from app.domain.wording import tr
from app.views.toolkit import tokens
from app.views.toolkit.key_places import key_by_place
from app.views.toolkit.marks import fill_rounded, paint_keys, paint_left, text_width
from app.views.toolkit.mirror import mirror, painter_on
from app.views.toolkit.tokens import Size
from app.views.widgets.labels import Label
from app.views.widgets.popup import Popup

ROW: Final = 30
MOST_ROWS: Final = 10
WIDTH_LEAST: Final = 260
WIDTH_MOST: Final = 520
_MEASURED: Final = 24
"""So many options are looked at for the width; a list may hold thousands."""
_AROUND: Final = 14 + 8 + 34 + 2 * 6
"""Pixels beside and between label and hint, with the digit and the edges."""
LABEL_ROLE: Final = int(Qt.ItemDataRole.UserRole) + 1
"""Where an item keeps its label and hint for painting."""


class Option(NamedTuple):
    """One line: what is stored (None clears the field), what is shown, and a second text that tells equals apart.

    A `pale` one can be chosen, and leads to nothing.
    """

    value: object
    label: str
    hint: str = ""
    pale: bool = False


Answer = Callable[[Sequence[Option]], None]
Ask = Callable[[str, Answer], None]
"""Asked for the options that fit what was typed; answers now or later, in the window's thread."""


def listed(options: Sequence[Option]) -> Ask:
    """Options that are known already; what is typed is looked for in label and hint, beginnings of words first."""

    def ask(text: str, answer: Answer) -> None:
        answer(narrowed(options, text))

    return ask


def narrowed(options: Sequence[Option], text: str) -> list[Option]:
    """The options that hold every typed word, those that begin with the text before the others."""
    words = text.casefold().split()
    found = [option for option in options if all(word in f"{option.label} {option.hint}".casefold() for word in words)]
    return sorted(found, key=lambda option: _rank(option.label.casefold(), text.casefold().strip())) if words else found


def number_among(options: Sequence[Option], text: str) -> int:
    """The number that this text is of one of the options, counted from 1; 0 where it is none."""
    digit = text.strip()
    number = int(digit) if len(digit) == 1 and digit.isdecimal() else 0
    return number if number <= len(options) else 0


def _rank(label: str, text: str) -> int:
    if label.startswith(text):
        return 0
    return 1 if any(word.startswith(text) for word in label.split()) else 2


class ChoiceRows(QStyledItemDelegate):
    """Paints options: the label, the hint in grey, and the digit where digits choose."""

    def __init__(self, parent: QObject, *, digits: bool) -> None:
        super().__init__(parent)
        self.digits = digits

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, ROW)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        box = QRectF(option.rect)
        mirror(painter, option.widget, box)
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            fill_rounded(painter, box.adjusted(4, 0, -4, 0), Size.RADIUS_CONTROL, "sel")
        label, hint = index.data(LABEL_ROLE)
        left = box.left() + 14
        room = QRectF(left, box.top(), box.width() - 28, box.height())
        said = index.data(int(Qt.ItemDataRole.UserRole))
        is_pale = isinstance(said, Option) and said.pale
        paint_left(painter, tokens.UI_MEDIUM, "text3" if is_pale else "text", room, label)
        left += text_width(tokens.UI_MEDIUM, label) + 8
        if hint:
            room = QRectF(left, box.top(), max(0.0, box.right() - left - 34), box.height())
            paint_left(painter, tokens.META, "text3", room, hint)
        if self.digits and index.row() < 9:
            paint_keys(painter, box.right() - 12, box.center().y(), str(index.row() + 1), ink="text2", fill=None)
        painter.restore()


def fill_rows(rows: QListWidget, options: Sequence[Option]) -> None:
    """Put options into a list whose delegate is ChoiceRows."""
    for option in options:
        item = QListWidgetItem(f"{option.label} {option.hint}".strip())
        item.setData(int(Qt.ItemDataRole.UserRole), option)
        item.setData(LABEL_ROLE, (option.label, option.hint))
        rows.addItem(item)


class ChoicePopup(Popup):
    """`chosen` carries the option.

    `digits` take an option at once; where the list is `numbered`, because what is typed may begin with a digit as well,
    a number alone means the option and waits for Enter. One that goes `further` has a second answer: `chosen_further`
    is for what was taken with Shift+Enter. `nothing` is said where nothing fits what was typed.
    """

    chosen = Signal(object)
    chosen_further = Signal(object)

    def __init__(
        self,
        name: str,
        ask: Ask,
        parent: QWidget,
        *,
        digits: bool = False,
        numbered: bool = False,
        can_add: bool = False,
        further: bool = False,
        nothing: str = "",
    ) -> None:
        super().__init__(name, parent)
        self.setObjectName("choices")
        self._ask, self._digits, self._can_add, self._further = ask, digits, can_add, further
        self._numbered, self._asked, self._answered = numbered, 0, 0
        self._take_then: bool | None = None
        self.field = QLineEdit()
        self.field.setAccessibleName(tr("{name}: type to narrow the list", name=name))
        self.field.setPlaceholderText(name)
        self.field.setFixedHeight(Size.FILTER)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self._narrow)
        self.rows = QListWidget()
        self.rows.setAccessibleName(name)
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._paints = ChoiceRows(self.rows, digits=digits or numbered)
        self.rows.setItemDelegate(self._paints)
        self.rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setUniformItemSizes(True)
        self.rows.setMouseTracking(True)
        self.rows.itemEntered.connect(self.rows.setCurrentItem)
        self.rows.itemClicked.connect(lambda _item: self._take())
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(6)
        self.nothing = _Nothing(tr("Enter adds this") if can_add else nothing or tr("Nothing fits"))
        for widget in (self.field, self.nothing, self.rows):
            column.addWidget(widget)

    def open_at(self, anchor: QWidget, typed: str = "") -> None:
        """Show it below a widget, with what was typed there already."""
        self.setFixedWidth(min(max(anchor.width(), WIDTH_LEAST), WIDTH_MOST))
        self.field.setText(typed)
        if not typed:
            self._narrow("")
        self.adjustSize()
        self.show_at(anchor)
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def ask_again(self) -> None:
        """What is offered may be others now; what was typed and chosen stays."""
        if not isValid(self):
            return
        row = self.rows.currentRow()
        self._narrow(self.field.text())
        self.rows.setCurrentRow(min(row, self.rows.count() - 1))

    def options(self) -> list[str]:
        """The labels that are offered now."""
        return [self.rows.item(row).data(LABEL_ROLE)[0] for row in range(self.rows.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, Enter and Esc belong to the list although the focus is in the field."""
        if watched is not self.field or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: MOST_ROWS, Qt.Key.Key_PageUp: -MOST_ROWS}
        if key in steps:
            row = self.rows.currentRow() + steps[key]
            self.rows.setCurrentRow(max(0, min(self.rows.count() - 1, row)))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab}:
            self._take(further=self._further and bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key == Qt.Key.Key_Escape:
            self.close()
        elif self._digits and not self.field.text() and event.text().isdecimal():
            self._take_number(int(event.text()))
        else:
            return super().eventFilter(watched, event)
        return True

    def _narrow(self, text: str) -> None:
        self._asked += 1
        self._take_then = None
        asked = self._asked
        self._ask(text, lambda options: self._fill(options) if isValid(self) and asked == self._asked else None)

    def _fill(self, options: Sequence[Option]) -> None:
        self._answered = self._asked
        self.rows.clear()
        fill_rows(self.rows, options)
        number = number_among(options, self.field.text()) if self._numbered else 0
        self.rows.setCurrentRow(max(0, number - 1))
        # What is typed has taken the place of the numbers.
        self._paints.digits = self._digits or (self._numbered and (number > 0 or not self.field.text().strip()))
        if not self.isVisible():
            self.setFixedWidth(max(self.width(), min(_width_of(options), WIDTH_MOST)))
        self.nothing.setVisible(not options)
        self.rows.setVisible(bool(options))
        self.rows.setFixedHeight(ROW * min(MOST_ROWS, len(options)) + 2)
        self.adjustSize()
        if self.isVisible():
            self.place()  # It was shown while nothing was known yet, and may have outgrown the screen.
        if self._take_then is not None:
            self._take(further=self._take_then)

    def take_first(self) -> None:
        """Choose what stands first."""
        self.rows.setCurrentRow(0)
        self._take()

    def _take_number(self, number: int) -> None:
        if 1 <= number <= self.rows.count():
            self.rows.setCurrentRow(number - 1)
            self._take()

    def _take(self, *, further: bool = False) -> None:
        if self._answered != self._asked:
            # Enter came before the list did: it means what will stand first for what was typed.
            self._take_then = further
            return
        item = self.rows.currentItem()
        option = None if item is None else item.data(int(Qt.ItemDataRole.UserRole))
        if option is None and self._can_add and self.field.text().strip():
            option = Option(None, self.field.text().strip(), tr("new"))
        self.close()
        if option is not None:
            (self.chosen_further if further else self.chosen).emit(Option(*option))

    def paintEvent(self, _event: object) -> None:
        """A frame that floats."""
        painter = painter_on(self)
        self.paint_frame(painter)


class _Nothing(Label):
    """What is said in the place of rows that are not there."""

    def __init__(self, text: str) -> None:
        super().__init__(text, tokens.UI, "text2", wrap=True)
        self.setContentsMargins(8, 2, 8, 6)
        self.hide()


def _width_of(options: Sequence[Option]) -> int:
    """How wide it has to be for the first of them to be read whole, with their hints, which tell equals apart."""
    rows = (
        text_width(tokens.UI_MEDIUM, each.label) + text_width(tokens.META, each.hint) for each in options[:_MEASURED]
    )
    return max(rows, default=0) + _AROUND


def by_letter(name: str, options: Sequence[Option], parent: QWidget) -> ChoicePopup:
    """A list of which a letter that only one begins with takes it at once; where none does, those that hold it stay."""

    def ask(text: str, answer: Answer) -> None:
        begun = [option for option in options if option.label.casefold().startswith(text.casefold())]
        answer(begun or narrowed(options, text))
        if text and len(begun) == 1:
            popup.take_first()

    popup = ChoicePopup(name, ask, parent)
    popup.field.installEventFilter(_LettersByPlace(popup.field))
    return popup


class _LettersByPlace(QObject):
    """Where the layout has no Latin letters, a key means the one at its place: no step begins with another script."""

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Type the letter of the place instead."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        key = key_by_place(event)
        if key is None or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        self._field.insert(chr(key).lower())
        return True
