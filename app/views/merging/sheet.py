"""The sheet in which duplicates are merged: which one stays, what will happen, and one key to do it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from app.domain.errors import DeskError
from app.domain.merging import refusal
from app.domain.numbers import incident_number, parse_incident_number
from app.domain.wording import tr
from app.services.incidents.dto import IncidentRef, Merge, MergeChoice
from app.views.context import ViewContext
from app.views.merging.wording import caption_of, effects, refusals
from app.views.toolkit import tokens
from app.views.toolkit.key_caps import caps_of
from app.views.toolkit.key_places import key_by_place
from app.views.toolkit.toast import ToastAction
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.finishing_keys import is_finishing_key
from app.views.widgets.floating_sheet import FloatingSheet
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.radio_card import RadioCard
from app.views.widgets.spans import isolated

if TYPE_CHECKING:
    from app.views.incident.wanted_act import WantedAct

_WIDTH: Final = 620
_HEIGHT: Final = 250
_CARD: Final = 52
_MOST_CARDS: Final = 7
_LEAST: Final = 2
_OTHERWISE: Final = "L"
"""The key that links them in another way; nothing while somebody has switched keys of single letters off."""


def open_merge(
    context: ViewContext,
    incident_ids: Sequence[str],
    original_id: str = "",
    otherwise: Callable[[], None] | None = None,
    held: "WantedAct | None" = None,
) -> None:
    """Read these incidents and ask which of them stays.

    `otherwise` links them in another way, where the merge was only suggested; `held` are keys that wait for the sheet.
    """
    desk, actor, ids = context.desk, context.actor, tuple(incident_ids)

    def found(choices: tuple[MergeChoice, ...]) -> None:
        sheet = MergeSheet(context, context.toasts.host, choices, original_id, otherwise)
        sheet.start()
        if held is not None:
            held.run()

    def failed(error: DeskError) -> None:
        if held is not None:
            held.forget()
        context.toasts.say_error(error)

    context.background.read(lambda: desk.merge_choices.choices(actor, ids), found, failed)


class MergeSheet(FloatingSheet):
    """The oldest one that can stay is chosen to begin with; others are added by their number."""

    def __init__(
        self,
        context: ViewContext,
        host: QWidget,
        choices: Sequence[MergeChoice],
        original_id: str = "",
        otherwise: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(host)
        self._context, self._otherwise = context, otherwise
        self._choices: list[MergeChoice] = []
        self._cards: list[RadioCard] = []
        self._group = QButtonGroup(self)
        self.setAccessibleName(tr("Merge duplicates"))
        self._list = QVBoxLayout()
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(6)
        self.number = QLineEdit()
        self.number.setAccessibleName(tr("Number of another incident"))
        self.number.setPlaceholderText("INC-000123")
        self.number.setFixedHeight(Size.BUTTON)
        self._add = Button(tr("Add"), height=Size.BUTTON)
        self._add.clicked.connect(lambda _checked=False: self._look_up())
        self.problem = Label("", tokens.META_MEDIUM, "red", wrap=True)
        self.preview = Label("", tokens.UI, "text2", wrap=True)
        self.finish = Button(tr("Merge"), kind="primary", icon="git-merge", keys="Ctrl+Return")
        self.finish.clicked.connect(lambda _checked=False: self.merge())
        self._build()
        self._group.buttonClicked.connect(lambda _button: self._tell())
        self._show(choices, original_id)

    def _build(self) -> None:
        cross = IconButton("x", tr("Close (Esc)"), size=28)
        cross.clicked.connect(lambda _checked=False: self.close_sheet())
        head = QHBoxLayout()
        head.addWidget(Label(tr("Merge duplicates"), tokens.SHEET_TITLE))
        head.addWidget(ElidedLabel(tr("Which one stays?"), tokens.META, "text2"), 1)
        head.addWidget(cross)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        inner = QVBoxLayout(canvas)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addLayout(self._list)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(canvas)
        adding = QHBoxLayout()
        adding.setSpacing(6)
        adding.addWidget(self.number, 1)
        adding.addWidget(self._add)
        foot = QHBoxLayout()
        foot.addWidget(ElidedLabel(tr("Arrows choose · Tab next field · Esc closes"), tokens.META, "text3"), 1)
        if self._otherwise is not None:
            other = Button(tr("Link in another way"), kind="ghost", keys=_OTHERWISE)
            other.clicked.connect(lambda _checked=False: self._link_otherwise())
            foot.addWidget(other)
        foot.addWidget(self.finish)
        column = self._column = QVBoxLayout(self.card)
        column.setContentsMargins(20, 14, 20, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(area, 1)
        column.addLayout(adding)
        column.addWidget(self.problem)
        column.addWidget(self.preview)
        column.addLayout(foot)

    def _show(self, choices: Sequence[MergeChoice], original_id: str) -> None:
        for card in self._cards:
            self._group.removeButton(card)
            card.hide()
            card.deleteLater()
        self._choices = list(choices)
        self._cards = []
        formats = self._context.formats
        stays = original_id or _usual(self._choices)
        for choice in self._choices:
            name = f"{incident_number(choice.side.number)} {isolated(choice.short_description)}"
            caption = caption_of(choice, formats)
            card = RadioCard(name, caption, f"{name}, {caption}")
            card.setChecked(choice.side.id == stays)
            self._group.addButton(card)
            self._list.addWidget(card)
            self._cards.append(card)
        self._tell()

    @property
    def original(self) -> MergeChoice | None:
        """The one that stays."""
        pairs = zip(self._choices, self._cards, strict=True)
        return next((choice for choice, card in pairs if card.isChecked()), None)

    def _others(self) -> list[MergeChoice]:
        stays = self.original
        return [choice for choice in self._choices if choice is not stays]

    def _tell(self) -> None:
        original, others = self.original, self._others()
        refused = [] if original is None else refusals(original, others)
        self._say(" ".join(refused))
        is_ready = original is not None and bool(others) and not refused
        self.finish.setEnabled(is_ready)
        if original is None or not others:
            self.preview.setText(tr("Add the number of the incident that this one is a duplicate of."))
        else:
            self.preview.setText("" if refused else "\n".join(effects(original, others, self._context.formats)))
        self._make_room()

    def _make_room(self) -> None:
        if self.isVisible():
            self.grow(self._needed())

    def _needed(self) -> QSize:
        """Room for the cards, and for all that is said below them however many lines that takes."""
        usual = _HEIGHT + _CARD * min(_MOST_CARDS, max(_LEAST, len(self._choices)))
        self._column.invalidate()
        return QSize(_WIDTH, max(usual, self._column.totalMinimumHeightForWidth(_WIDTH)))

    def _say(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self._make_room()

    def choose(self, incident_id: str) -> None:
        """Have this one stay."""
        for choice, card in zip(self._choices, self._cards, strict=True):
            if choice.side.id == incident_id:
                card.setChecked(True)
        self._tell()

    def _look_up(self) -> None:
        text = self.number.text().strip()
        number = parse_incident_number(text)
        if number is None:
            self._say(tr("Type the number of the other incident, such as INC-000123."))
            return
        desk, actor = self._context.desk, self._context.actor
        known = tuple(choice.side.id for choice in self._choices)

        def find() -> tuple[IncidentRef | None, tuple[MergeChoice, ...]]:
            found = desk.incident.find_number(actor, number)
            return found, () if found is None else desk.merge_choices.choices(actor, (*known, found.id))

        self._context.background.read(find, partial(self._found, text), self._refused, key=f"merge-{id(self)}")

    def _found(self, text: str, found: tuple[IncidentRef | None, tuple[MergeChoice, ...]]) -> None:
        added, choices = found
        if added is None:
            self._say(tr("There is no incident {text}. Check the number.", text=text))
            return
        self.number.clear()
        stays = self.original
        # Whoever comes from one incident looks for the one that it repeats.
        self._show(choices, added.id if len(self._choices) < _LEAST or stays is None else stays.side.id)
        (self.finish if self.finish.isEnabled() else self.number).setFocus(Qt.FocusReason.OtherFocusReason)

    def merge(self) -> None:
        """Do it, and offer the way back."""
        original, others = self.original, self._others()
        if original is None or not self.finish.isEnabled():
            return
        self.finish.setEnabled(False)
        ids = [choice.side.id for choice in others]
        name = incident_number(original.side.number)
        words = tr(
            "{number} merged into {name}",
            number=(incident_number(others[0].side.number) if len(others) == 1 else len(others)),
            name=name,
        )

        def done() -> None:
            self.close_sheet()

        merge_now(self._context, original.side.id, ids, words, done, self._refused)

    def _refused(self, error: DeskError) -> None:
        self.finish.setEnabled(True)
        self._say(str(error))

    def start(self) -> None:
        """Show it in the middle of the window; the keyboard is where an answer is missing."""
        checked: QWidget = next((card for card in self._cards if card.isChecked()), self.number)
        if self._otherwise is not None and self.finish.isEnabled():
            # Which one stays is suggested and what it does stands above the button, so Enter is the answer.
            self.finish.setAccessibleDescription(self.preview.text())
            checked = self.finish
        self.show_in_the_middle(self._needed(), self.number if len(self._choices) < _LEAST else checked)

    def _link_otherwise(self) -> None:
        if self._otherwise is not None:
            self.close_sheet()
            self._otherwise()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter merges, and Enter on its button; Enter in the number adds it, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        elif is_finishing_key(event):
            self.merge()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.number.hasFocus():
            self._look_up()
        elif self.finish.hasFocus() and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.merge()
        elif caps_of(_OTHERWISE) and Qt.Key.Key_L in {event.key(), key_by_place(event)} and not event.modifiers():
            self._link_otherwise()
        else:
            super().keyPressEvent(event)

    def close_sheet(self) -> None:
        """Take it away."""
        self._context.background.forget(f"merge-{id(self)}")
        self.go_away()


def merge_now(
    context: ViewContext,
    original_id: str,
    duplicate_ids: Sequence[str],
    words: str,
    done: Callable[[], None],
    refused: Callable[[DeskError], None],
    *,
    again: bool = False,
) -> None:
    """Merge, say so, and offer to take it back; `again` after it was taken back."""
    desk, actor = context.desk, context.actor
    merges = tuple(Merge(desk.new_id(), each) for each in duplicate_ids)

    def merged(_nothing: None) -> None:
        done()
        keep = context.undo.done_again if again else context.undo.push
        redo = partial(
            merge_now, context, original_id, duplicate_ids, words, _nothing_more, context.toasts.say_error, again=True
        )
        links = tuple(each.link_id for each in merges)
        undo = keep(words, partial(unmerge_now, context, links, words, redo))
        context.toasts.show(words, ToastAction(tr("Undo"), undo, "Ctrl+Z"), icon="git-merge")

    context.outbox.send_first(original_id, *duplicate_ids)
    context.background.write(lambda: desk.merge_work.merge(actor, original_id, merges), merged, refused)


def unmerge_now(
    context: ViewContext, link_ids: tuple[str, ...], words: str, redo: Callable[[], None] | None = None
) -> None:
    """Take merges back and say so."""
    desk, actor = context.desk, context.actor

    def unmerged(_nothing: None) -> None:
        context.undo.no_longer(words)
        context.toasts.no_longer(words)
        if redo is not None:
            context.undo.undone(words, redo)
        context.toasts.show(tr("Taken back: {words}", words=words), icon="undo-2")

    context.background.write(lambda: desk.merge_work.unmerge(actor, link_ids), unmerged, context.toasts.say_error)


def _nothing_more() -> None:
    """After a merge that was done again there is no sheet to close."""


def _usual(choices: Sequence[MergeChoice]) -> str:
    """The oldest one into which all others can be merged; else the oldest one."""
    for original in choices:
        others = [each for each in choices if each is not original]
        if others and not any(refusal(each.side, original.side) for each in others):
            return original.side.id
    return choices[0].side.id if choices else ""
