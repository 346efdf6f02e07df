"""Changing fields of the incident that is shown, in the sight of what the person saw; and taking a change back."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from types import MappingProxyType
from typing import Final, NamedTuple

from app.domain.errors import DeskError, StaleEdit
from app.domain.field_names import field_name
from app.domain.merge import together_with
from app.domain.numbers import incident_number
from app.domain.wording import tr
from app.services.incidents.dto import FieldEdit, IncidentDetail
from app.services.suggestions.dto import Offered
from app.views.context import ViewContext
from app.views.incident.casework import Casework
from app.views.incident.collision import (
    Choices,
    Collision,
    Raw,
    conflicts_with,
    in_words,
    raw_value,
    settled,
    shown_value,
)
from app.views.incident.pick_lists import PickLists
from app.views.toolkit.toast import ToastAction

_IN_A_TOAST: Final = 80


@dataclass(frozen=True, slots=True)
class WantedEdit:
    """An edit as the person made it: the wanted values, and in words what they chose, for the toast and conflicts."""

    values: Mapping[str, Raw]
    words: Mapping[str, str] = field(default_factory=dict)


def _nothing() -> None:
    return None


class _Then(NamedTuple):
    """What follows a success: where the incident is shown, and in any case."""

    done: Callable[[], None] = _nothing
    kept: Callable[[], None] = _nothing


class _Back(NamedTuple):
    """The way back of an edit: what is given back, in words what that is, and what it takes the place of."""

    edits: Mapping[str, FieldEdit]
    words: Mapping[str, str]
    was: Mapping[str, str]

    def other_way(self) -> "_Back":
        """Doing it again."""
        edits = {name: FieldEdit(each.value, each.base) for name, each in self.edits.items()}
        return _Back(edits, self.was, self.words)


class Editing:
    """Edits of one page, one after another: what one has changed oneself, one has seen, also before it is read back."""

    def __init__(self, context: ViewContext, casework: Casework, lists: PickLists) -> None:
        self._context, self._casework, self._lists = context, casework, lists
        self._on_its_way: dict[str, Raw] = {}
        self.offered: Callable[[], tuple[Offered, ...]] = tuple
        """What is suggested at this moment, for the record of what becomes of it."""
        casework.loaded.connect(self._loaded)

    def _loaded(self, detail: IncidentDetail) -> None:
        del detail
        if not self._casework.is_writing:
            self._on_its_way.clear()

    def edit(
        self,
        wanted: WantedEdit,
        *,
        seen: IncidentDetail | None = None,
        base: Mapping[str, Raw] | None = None,
        done: Callable[[], None] = _nothing,
        kept: Callable[[], None] = _nothing,
    ) -> None:
        """Change fields, compared with what the person saw: `seen`, or what is shown, but for what `base` says.

        A success can be taken back from its toast. `kept` follows it in any case, `done` where the incident is shown.
        """
        detail, incident_id = seen or self._casework.detail, self._casework.incident_id
        if detail is None:
            return
        names = together_with(wanted.values)
        # What an edit may change beside: who belongs to the former group, a part of the former category, and sleep.
        follows = ("assignee_id", "subcategory_id", "snoozed_until")
        before = {name: raw_value(detail, name) for name in (*names, *follows)}
        before |= {name: value for name, value in self._on_its_way.items() if name in before} | dict(base or {})
        edits = {name: FieldEdit(before[name], value) for name, value in wanted.values.items()}
        beside = {name: before[name] for name in names - wanted.values.keys()}

        def edited(changed: tuple[str, ...]) -> None:
            kept()
            if incident_id == self._casework.incident_id:
                done()
            self._edited(incident_id, wanted, before, changed, detail)

        shown = tuple(each for each in self.offered() if each.field in edits)
        self._expect(wanted.values)
        self._casework.run(
            lambda desk, actor: desk.incidents.edit(actor, incident_id, edits, beside, shown),
            edited,
            partial(self._refused_edit, wanted, detail, _Then(done, kept)),
        )

    def compare(
        self, mine: Callable[[], WantedEdit], base: Mapping[str, Raw], done: Callable[[], None] = _nothing
    ) -> bool:
        """Ask whose value is to stand where the incident moved on under a draft; False where it did not.

        `mine` is what is typed now, asked for again once somebody has chosen; `base` what stood there when it began.
        """
        detail = self._casework.detail
        if detail is None:
            return False
        wanted = mine()
        moved = conflicts_with(detail, wanted.values, base)
        if not moved:
            return False

        def settle(choices: Choices, now: IncidentDetail) -> None:
            self._write_settled(choices, mine(), detail, now, _Then(done))

        self._casework.collide(Collision(moved, detail, settle, wanted.words))
        return True

    def _expect(self, values: Mapping[str, Raw]) -> None:
        self._on_its_way |= values
        for chosen, follows in (("group_id", "assignee_id"), ("category_id", "subcategory_id")):
            if chosen in values and follows not in values:
                self._on_its_way[follows] = None

    def _edited(
        self,
        incident_id: str,
        wanted: WantedEdit,
        before: Mapping[str, Raw],
        changed: tuple[str, ...],
        seen: IncidentDetail,
    ) -> None:
        back = {name: FieldEdit(wanted.values.get(name), before[name]) for name in changed if name in before}
        if not back:
            return
        first = next((name for name in wanted.values if name in back), next(iter(back)))
        what = f"{field_name(first)}: {_glimpse(wanted.words.get(first, '')) or tr('removed')}"
        # Triage, and whoever is quick, shows another incident by the time this is read.
        text = f"{incident_number(seen.number)} · {what}"
        # Taking it back looks at the fields; the journals of all the steps of a day would be much to keep for nothing.
        fields = seen._replace(journal=(), links=())
        way = _Back(back, *self._words(wanted, back, seen))
        take_back = self._context.undo.push(text, partial(self._take_back, incident_id, way, fields, text))
        self._context.toasts.show(text, ToastAction(tr("Undo"), take_back, "Ctrl+Z"))

    def _words(
        self, wanted: WantedEdit, back: Mapping[str, FieldEdit], seen: IncidentDetail
    ) -> tuple[dict[str, str], dict[str, str]]:
        """What fields held before an edit and what they hold since, as the page says it."""
        lists, formats = self._lists, self._context.formats
        before = {name: shown_value(seen, name, lists, formats) for name in back}
        since = {
            name: "" if each.base is None else in_words(name, str(each.base), lists, formats)
            for name, each in back.items()
        }
        return before, since | {name: words for name, words in wanted.words.items() if name in back}

    def _take_back(self, incident_id: str, way: _Back, seen: IncidentDetail, text: str, *, again: bool = False) -> None:
        """Give fields the values they had; `again` does once more what was taken back."""
        desk, actor, stack = self._context.desk, self._context.actor, self._context.undo
        turn_round = partial(self._take_back, incident_id, way.other_way(), seen, text, again=not again)

        def changed(_changed: tuple[str, ...]) -> None:
            (stack.done_again if again else stack.undone)(text, turn_round)
            self._context.toasts.show(
                (tr("Done again: {text}", text=text) if again else tr("Taken back: {text}", text=text)), icon="undo-2"
            )
            if incident_id == self._casework.incident_id:
                self._casework.reload()

        former = WantedEdit({name: each.value for name, each in way.edits.items()}, way.words)

        def refused(error: DeskError) -> None:
            if incident_id == self._casework.incident_id:
                # What stood there before is what is wanted again; somebody has changed it once more.
                self._refused_edit(former, seen, _Then(), error, way.was)
            else:
                self._context.toasts.say_error(error)

        self._context.background.write(
            lambda: desk.incidents.edit(actor, incident_id, way.edits, gives_back=not again),
            changed,
            refused,
        )

    def _refused_edit(
        self,
        wanted: WantedEdit,
        seen: IncidentDetail,
        then: _Then,
        error: DeskError,
        was: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self._on_its_way.clear()
        if not isinstance(error, StaleEdit):
            self._casework.failed.emit(error)
            return

        def settle(choices: Choices, now: IncidentDetail) -> None:
            self._write_settled(choices, wanted, seen, now, then)

        self._casework.collide(Collision(error.conflicts, seen, settle, wanted.words, was))

    def _write_settled(
        self,
        choices: Choices,
        wanted: WantedEdit,
        seen: IncidentDetail,
        now: IncidentDetail,
        then: _Then,
    ) -> None:
        values = settled(choices, wanted.values, seen, now)
        if values:
            words = {name: wanted.words[name] for name in values if name in wanted.words}
            self.edit(WantedEdit(values, words), seen=now, done=then.done, kept=then.kept)
        else:
            then.kept()
            then.done()


def _glimpse(words: str) -> str:
    """So much of a value as a toast has room for."""
    return words if len(words) <= _IN_A_TOAST else f"{words[: _IN_A_TOAST - 1].rstrip()}…"
