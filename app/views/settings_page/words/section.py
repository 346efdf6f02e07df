"""The sections of the hold reasons and of the resolution codes: the built-in ones, and those of the desk's own."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.errors import NotFound
from app.domain.kept_words import KeptWord, WordKind, unknown_word
from app.domain.permissions import Permission
from app.domain.wording import tr, trn
from app.services.kept_words.dto import MACROS
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.settings_page.entries.fields import FormField, TextField
from app.views.settings_page.entries.layout import Opened, Values, Words
from app.views.settings_page.entries.rows import Entry
from app.views.settings_page.entries.section import EntriesSection
from app.views.taking_back import undo_of
from app.views.toolkit import tokens
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk

_WORDS: Final = {
    WordKind.HOLD: Words(
        tr("hold reason"),
        tr("hold reasons"),
        "pause",
        tr(
            "What an incident on hold can wait for, in the order of its digits. Which reason stops which clock is "
            "ticked in the SLA policies, under Pauses."
        ),
    ),
    WordKind.CODE: Words(
        tr("resolution code"),
        tr("resolution codes"),
        "check",
        tr(
            "How an incident can end, in the order of its digits. Articles and problems go on giving theirs also while "
            "they are not in use."
        ),
    ),
}


class PlaceCard(Card):
    """Where a word stands in lists; `moved` carries the place that is wanted, counted from 0."""

    moved = Signal(int)

    def __init__(self) -> None:
        super().__init__(
            tr("Place"),
            tr("In lists, and by which digit it is chosen. In the list of all Alt+Up and Alt+Down do it too."),
        )
        self._at = 0
        self.said = Label("", tokens.UI)
        self.up = Button(tr("Up"), icon="arrow-up", height=tokens.Size.BUTTON_SMALL)
        self.down = Button(tr("Down"), icon="arrow-down", height=tokens.Size.BUTTON_SMALL)
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.said, self.up, self.down):
            row.addWidget(widget)
        row.addStretch(1)
        self.body.addLayout(row)
        for button, step in ((self.up, -1), (self.down, 1)):
            button.clicked.connect(partial(self._step, step))

    def _step(self, step: int, _checked: bool = False) -> None:
        self.moved.emit(self._at + step)

    def show_place(self, at: int, count: int) -> None:
        """Show that it stands at this place, counted from 0."""
        self._at = at
        self.said.setText(tr("{place} of {count}", place=at + 1, count=count))
        self.up.setEnabled(at > 0)
        self.down.setEnabled(at < count - 1)


class WordsSection(EntriesSection):
    """The words of a kind in their order. None is renamed: what has it is stored under its name."""

    def __init__(self, context: ViewContext, parent: QWidget | None, kind: WordKind) -> None:
        self._kind = kind
        self.drafts = f"{kind.value}s"
        super().__init__(context, parent, _WORDS[kind], Permission.SETTINGS_EDIT)
        self.list.has_order = self.editable
        self.list.move_wanted.connect(self._move_row)

    def make_fields(self) -> Sequence[FormField]:
        """The name."""
        return (
            TextField(
                "name",
                tr("Name"),
                tr(
                    "It cannot be changed later, because incidents keep it and figures and clocks go by it. Take it "
                    "out of use and add another instead."
                ),
                most=self._kind.longest,
            ),
        )

    def more_cards(self) -> Sequence[Card]:
        """Where it stands in lists."""
        self.place = PlaceCard()
        self.place.moved.connect(lambda place: self._put(self._key, place))
        return (self.place,)

    def load_all(self, desk: "Desk", actor: "Actor") -> Sequence[Entry]:
        """One row a word."""
        numbers = desk.words.numbers(actor, self._kind)
        return [self._entry(each, numbers.get(each.key, 0)) for each in desk.words.every(actor, self._kind)]

    def load_one(self, desk: "Desk", actor: "Actor", key: str) -> Opened:
        """A word with what uses it."""
        if not key:
            return Opened("", {"name": ""})
        words = desk.words.every(actor, self._kind)
        word = next((each for each in words if each.key == key), None)
        if word is None:
            raise NotFound(unknown_word(key))
        uses, history = desk.words.uses(actor, self._kind, key), desk.words.history(actor, self._kind, key)
        return Opened(
            word.label, {"name": word.label}, word.active, uses, history, more=tuple(each.key for each in words)
        )

    def shown(self, opened: Opened) -> None:
        """A word that is there keeps its name."""
        self.form.set_fixed(not self.editable or bool(opened.title))
        order: tuple[str, ...] = opened.more if isinstance(opened.more, tuple) else ()
        self.place.setVisible(self.editable and bool(order))
        if order:
            self.place.show_place(order.index(self._key), len(order))

    def warning(self, opened: Opened) -> str:
        """What is said before it is taken out of use: a macro cannot go on with it."""
        said = super().warning(opened)
        if not any(use.word == MACROS for use in opened.uses):
            return said
        return f"{said} {tr('Its macros are refused until another one is chosen in them.')}"

    def save_new(self, desk: "Desk", actor: "Actor", values: Values) -> str:
        """Add one of the desk's own."""
        return desk.words_admin.add(actor, self._kind, values["name"])

    def _move_row(self, key: str, step: int) -> None:
        """Let a row change places with the one that is shown beside it."""
        shown = [entry.key for entry in self.list.entries]
        at = shown.index(key) + step
        if 0 <= at < len(shown):
            self._put(key, self.overview.every.index(shown[at]))

    def _put(self, key: str, place: int, *, is_undo: bool = False) -> None:
        desk, actor, context = self.context.desk, self.context.actor, self.context

        def done(before: int) -> None:
            said = tr("“{name}” stands at place {place} now", name=self._kind.label_of(key), place=place + 1)
            undo = () if is_undo else (undo_of(context, said, partial(self._put, key, before, is_undo=True)),)
            context.toasts.show(said, *undo, icon=self.words.icon)
            self.refresh()

        context.background.write(lambda: desk.words_admin.move(actor, self._kind, key, place), done, self._refused)

    def save_use(self, desk: "Desk", actor: "Actor", key: str, *, active: bool) -> None:
        """Offer it again, or no longer."""
        desk.words_admin.use(actor, self._kind, key, active)

    def _entry(self, word: KeptWord, number: int) -> Entry:
        if self._kind is WordKind.HOLD:
            has_it = trn("{n} incident on hold", "{n} incidents on hold", number)
        else:
            has_it = trn("{n} ended incident", "{n} ended incidents", number)
        return Entry(
            word.key,
            word.label,
            tr("Of this desk") if word.own else tr("Built in"),
            has_it if number else "",
            icon=self.words.icon,
            pill="" if word.active else tr("Not in use"),
            muted=not word.active,
        )
