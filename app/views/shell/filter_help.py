"""What helps while a filter is typed: fields and values with their numbers, what was probably meant, and the last ones.

The list never takes the focus and nothing in it is chosen until an arrow key says so: Enter goes on filtering.
"""

from collections.abc import Callable
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListWidget, QVBoxLayout, QWidget

from app.domain.query.completion import FIELD_HINTS, KNOWN_VALUES, Typed, as_read, typed_at
from app.domain.query.quoting import quoted, unquoted
from app.domain.query.terms import TermKind, explained
from app.domain.wording import sentence_case, tr, trn
from app.services.incidents.queue_dto import Suggestion
from app.views.context import ViewContext
from app.views.shell.filter_numbers import FilterNumbers
from app.views.toolkit import tokens
from app.views.toolkit.kept_clear import never_cover
from app.views.widgets.chip_line_edit import ChipLineEdit
from app.views.widgets.choice_popup import ROW, ChoiceRows, Option, fill_rows
from app.views.widgets.labels import Label

_MOST_ROWS: Final = 10
_MOST_TOLD: Final = 4
_WIDTH: Final = 380
_EDGE: Final = 6
_MEANT: Final = tr("did you mean this?")
_HISTORY: Final = "filter.history"
_KEPT: Final = 20


class _Offer(NamedTuple):
    """What a line of the list does."""

    run: Callable[[], None]


class FilterHelp(QFrame):
    """The list under the filter field, on `ground`."""

    def __init__(self, edit: ChipLineEdit, context: ViewContext, ground: QWidget) -> None:
        super().__init__(ground)
        self._edit, self._context, self._ground = edit, context, ground
        self._typed: Typed | None = None
        self.setProperty("card", "true")
        never_cover(self)
        self.setAccessibleName(tr("Suggestions for the filter"))
        self.said = Label("", tokens.META, "text2", wrap=True)
        self.rows = QListWidget()
        self.rows.setAccessibleName(tr("Suggestions for the filter"))
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setItemDelegate(ChoiceRows(self.rows, digits=False))
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.rows.setUniformItemSizes(True)
        self.rows.itemClicked.connect(lambda _item: self._take())
        column = QVBoxLayout(self)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.addWidget(self.said)
        column.addWidget(self.rows)
        self.hide()
        self.numbers = FilterNumbers(context, self)
        self.numbers.came.connect(self._counted)
        edit.field.installEventFilter(self)
        edit.field.textEdited.connect(lambda _text: self._look())
        edit.changed.connect(self._finished)
        edit.submitted.connect(self._remember)

    def options(self) -> list[str]:
        """The lines that are offered now."""
        return [self.rows.item(row).text() for row in range(self.rows.count())] if self.isVisible() else []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, Tab, Enter and Esc belong to the list while it is there."""
        if event.type() == QEvent.Type.FocusOut and watched is self._edit.field:
            self.numbers.stop()
            self._remember()
            self.hide()
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._key(Qt.Key(event.key())):
            return True
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key) -> bool:
        if key in {Qt.Key.Key_Down, Qt.Key.Key_Up}:
            if not self.isVisible():
                # In a term that is being typed what stood there before would take its place.
                if self._typed is None or not self._edit.field.text():
                    self._offer_history()
            elif self.rows.count():
                step = 1 if key == Qt.Key.Key_Down else -1
                self.rows.setCurrentRow((max(self.rows.currentRow(), -1 if step > 0 else 0) + step) % self.rows.count())
            return True
        if not self.isVisible():
            return False
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab} and self.rows.currentRow() >= 0:
            self._take()
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        return False

    def _look(self) -> None:
        """Offer what fits what is being typed."""
        field = self._edit.field
        self._typed = typed_at(field.text(), field.cursorPosition())
        if self._typed is None or self._typed.kind is None:
            self.numbers.stop()
        else:
            self.numbers.want(self._edit.chips(), self._typed)
        self._show(self._known())

    def _finished(self, _text: str) -> None:
        """A term that has become a chip needs no help any more."""
        field = self._edit.field
        if self._typed is not None and typed_at(field.text(), field.cursorPosition()) != self._typed:
            self._typed = None
            self.numbers.stop()
            self.hide()

    def _counted(self) -> None:
        if self._typed is not None and self._edit.field.hasFocus():
            self._show(self._known())

    def _known(self) -> list[tuple[Option, _Offer]]:
        """What the text itself tells, with the numbers that have come; else what was probably meant."""
        typed = self._typed
        if typed is None:
            return self._corrections()
        if typed.kind is None:
            fields = [kind for kind in FIELD_HINTS if typed.part and kind.value.startswith(typed.part)]
            return [self._field(kind, typed) for kind in fields]
        known = {quoted(each.value): each for each in self.numbers.known()}
        words = [value for value in KNOWN_VALUES.get(typed.kind, ()) if value.startswith(typed.part)]
        values = dict.fromkeys((*known, *words))
        if list(values) == [typed.part]:
            return []
        offers = [self._value(value, known.get(value), typed.kind, typed) for value in values]
        return offers or self._corrections()

    def _corrections(self) -> list[tuple[Option, _Offer]]:
        lines = []
        for problem in self._edit.field.problems:
            if problem.instead:
                option = Option(None, problem.instead, _MEANT)
                start, end, instead = max(0, problem.start), problem.end, problem.instead
                is_whole = not instead.endswith(":")
                lines.append((option, self._replacing(start, end, instead, finished=is_whole)))
        return lines

    def _field(self, kind: "TermKind", typed: Typed) -> tuple[Option, _Offer]:
        text = f"{kind}:"
        return Option(None, text, tr(FIELD_HINTS[kind])), self._replacing(typed.start, typed.end, text, finished=False)

    def _value(self, value: str, known: Suggestion | None, kind: TermKind, typed: Typed) -> tuple[Option, _Offer]:
        """A name is read as it is spelled, though the term is the same in small letters; what finds nothing is pale."""
        hint = "" if known is None else trn("{n} incident", "{n} incidents", known.incidents)
        label = as_read(kind, unquoted(value) if known is None else known.value)
        option = Option(None, label, hint, pale=known is not None and not known.incidents)
        return option, self._replacing(typed.start, typed.end, as_read(kind, value), finished=True)

    def _replacing(self, start: int, end: int, text: str, *, finished: bool) -> _Offer:
        def run() -> None:
            self._edit.complete(start, end, text, finished=finished)
            self.hide()
            if not finished:
                self._look()

        return _Offer(run)

    def _offer_history(self) -> None:
        texts = [text for text in self._context.state.get(_HISTORY, []) if isinstance(text, str)]
        now = self._edit.text()
        lines = [(Option(None, text, ""), _Offer(self._restoring(text))) for text in texts if text != now]
        self._show(lines)
        # The one before is what is mostly wanted, and one key brings it.
        self.rows.setCurrentRow(0)

    def _restoring(self, text: str) -> Callable[[], None]:
        def run() -> None:
            self.hide()
            self._edit.replace(text)

        return run

    def _remember(self) -> None:
        text = self._edit.text()
        if not text or self._edit.field.problems:
            return
        kept = [text, *(each for each in self._context.state.get(_HISTORY, []) if each != text)]
        self._context.state.set(_HISTORY, kept[:_KEPT])

    def _show(self, lines: list[tuple[Option, _Offer]]) -> None:
        """Show these lines; the one that was chosen stays chosen."""
        item = self.rows.currentItem()
        chosen = None if item is None or not self.isVisible() else item.text()
        problems = self._edit.field.problems
        is_about = not lines or all(option.hint == _MEANT for option, _ in lines)
        # What was typed first is explained first, and nothing of it waits until the rest is mended.
        said = explained(problems, _MOST_TOLD) if is_about and self._edit.field.text() else ""
        self.rows.clear()
        fill_rows(self.rows, [option._replace(value=offer) for option, offer in lines[: 3 * _MOST_ROWS]])
        self.rows.setCurrentRow(next((row for row in range(self.rows.count()) if self._text(row) == chosen), -1))
        said = said or self._awaited(lines)
        self.said.setText(said)
        self.said.setVisible(bool(said))
        self.rows.setVisible(bool(lines))
        self.rows.setFixedHeight(ROW * max(1, min(_MOST_ROWS, len(lines))) + 2)
        if not lines and not said:
            self.hide()
            return
        self._place()
        self.show()
        self.raise_()

    def _awaited(self, lines: list[tuple[Option, _Offer]]) -> str:
        """What could stand in a term that was just begun, where nothing can be offered for it."""
        typed = self._typed
        if lines or typed is None or typed.kind is None or typed.part:
            return ""
        return sentence_case(tr(FIELD_HINTS[typed.kind]))

    def _text(self, row: int) -> str:
        return self.rows.item(row).text()

    def _place(self) -> None:
        ground = self._ground
        self.setFixedWidth(min(_WIDTH, ground.width() - 16))
        if self.said.text():
            # Qt gives wrapped lines as much room as is usual, and cuts the rest.
            self.said.setFixedHeight(self.said.heightForWidth(self.contentsRect().width() - 2 * _EDGE))
        self.adjustSize()
        edit = self._edit
        left = edit.mapTo(ground, QPoint(edit.field.x(), edit.height() + 4))
        self.move(max(8, min(left.x() - 14, ground.width() - self.width() - 8)), left.y())

    def _take(self) -> None:
        item = self.rows.currentItem()
        option = None if item is None else item.data(int(Qt.ItemDataRole.UserRole))
        if isinstance(option, Option) and isinstance(option.value, _Offer):
            option.value.run()
