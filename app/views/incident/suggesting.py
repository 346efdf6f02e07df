"""Asks the desk what it suggests for the incident that is shown, and does what somebody takes of it."""

from datetime import datetime
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import DeskError
from app.domain.permissions import Permission, may
from app.domain.vocabulary import State
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail
from app.services.suggestions.dto import Alike, AlikeFound, AlikeQuery, AtRisk, Offered
from app.views.context import AtHand, ViewContext
from app.views.incident.casework import Casework
from app.views.incident.editing import Editing, WantedEdit
from app.views.incident.merged import merged_words
from app.views.incident.properties import PropertiesPanel
from app.views.incident.wanted_act import WantedAct
from app.views.incident.writing import Writing
from app.views.merging.sheet import merge_now, open_merge
from app.views.suggestions.advising import LEAST, Advised, Advising, offered
from app.views.suggestions.level_hints import LevelHints


class _Answer(NamedTuple):
    found: AlikeFound
    advised: Advised
    model: int
    risk: AtRisk | None = None


class _Beside(NamedTuple):
    """What was suggested beside which incident, and what its journal held then, and until when."""

    incident_id: str = ""
    journal: frozenset[str] = frozenset()
    until: datetime | None = None
    offered: tuple[Offered, ...] = ()


_NOTHING = _Answer(AlikeFound(), {}, 0)


class Suggesting(QObject):
    """Suggestions for one page. They are asked for when the incident is shown, and again when its words change.

    `answered` says that what is suggested is known now, or is another.
    """

    answered = Signal()

    def __init__(
        self,
        page: QWidget,
        context: ViewContext,
        casework: Casework,
        editing: Editing,
        properties: PropertiesPanel,
        writing: Writing,
    ) -> None:
        super().__init__(page)
        self._context, self._casework, self._editing = context, casework, editing
        self._links, self._writing = properties.links, writing
        self.block = properties.suggested
        self._advising = Advising(context)
        self._session = context.session
        self._key = f"suggesting-{id(self)}"
        self._asked: object = None
        self._answer = _NOTHING
        self._page = page
        self._beside = _Beside()
        self._answered_for = ""
        self._wanted = WantedAct(self, context.actions)
        casework.loaded.connect(self._loaded)
        editing.offered = self._offered
        self.block.opened.connect(properties.link_opened)
        self.block.field_wanted.connect(lambda field: self._take([field]))
        self._hints = LevelHints(context)
        self._hints.taken.connect(self._take_level)
        self.block.add_section(self._hints)
        self.block.duplicate_wanted.connect(self._link)
        self._links.add_wanted.connect(self.link)
        self.block.solved_wanted.connect(self._resolve_like)
        context.actions.bind(
            "incident.take_suggested", lambda: self._take(list(self._open_fields())), owner=page,
            unavailable=lambda: None if self._open_fields() else tr("Nothing is suggested for an empty field"),
        )  # fmt: skip
        context.actions.bind(
            "incident.resolve_like", lambda: self._resolve_like(self._answer.found.resolved[0]), owner=page,
            unavailable=self._why_not_like,
        )  # fmt: skip

    def _at_hand(self) -> AtHand:
        detail = self._casework.detail
        if detail is None or not self._page.isVisible():
            return AtHand()
        return AtHand(None if detail.caller is None else detail.caller.id, detail.service_id)

    def _loaded(self, detail: IncidentDetail) -> None:
        self._write_down(detail)
        # Of several pages that show incidents, what is at hand is on the one that showed one last.
        self._context.at_hand = self._at_hand
        works = may(self._context.actor, Permission.INCIDENT_WORK)
        if not works or not State(detail.state).is_open:
            self._forget()
            return
        asked = AlikeQuery(
            detail.short_description, detail.description, None if detail.caller is None else detail.caller.id,
            detail.service_id, detail.id,
        )  # fmt: skip
        if asked != self._asked:
            if self._asked is not None and asked.incident_id != getattr(self._asked, "incident_id", None):
                self._answer = _NOTHING
                self._hints.show_hints((), {})
            self._asked = asked
            text = f"{detail.short_description}\n{detail.description}"
            self._context.background.read(lambda: self._ask(asked, text), self._arrived, self._failed, key=self._key)
        self._show()

    def _ask(self, asked: AlikeQuery, text: str) -> _Answer:
        """Not in the window's thread."""
        if self._session is not self._context.session:  # another desk knows other things
            self._session, self._advising = self._context.session, Advising(self._context)
        found = self._context.desk.suggestions.alike(self._context.actor, asked)
        try:
            advised = self._advising.advise(text) or {}
        except DeskError:
            advised = {}  # what was learned cannot be read; like incidents can
        risks = self._context.desk.suggestions.at_risk(self._context.actor, asked.incident_id)
        some = {name: each for name, each in advised.items() if each}
        return _Answer(found, some, self._advising.model, next(iter(risks), None))

    def _arrived(self, answer: _Answer) -> None:
        self._answer = answer
        self._answered_for = self._casework.incident_id
        self._show()
        self._wanted.run()

    def _failed(self, _error: DeskError) -> None:
        self._answer, self._asked = _NOTHING, None
        self._answered_for = self._casework.incident_id
        self._wanted.run()
        self.block.say(tr("Suggestions could not be read. They are asked for again when the incident is."))

    def _forget(self) -> None:
        self._context.background.forget(self._key)
        self._answer, self._asked = _NOTHING, None
        self._answered_for = self._casework.incident_id
        self._show()
        self._wanted.run()

    @property
    def advised(self) -> Advised:
        """What was learned to suggest for the fields in which nothing stands."""
        return self._open_fields()

    @property
    def found(self) -> AlikeFound:
        """The incidents like this one."""
        return self._answer.found

    @property
    def still_open(self) -> tuple[Alike, ...]:
        """The open ones among them that are not linked to it yet."""
        detail = self._casework.detail
        linked = {link.incident_id for link in detail.links} if detail is not None else set()
        return tuple(each for each in self._answer.found.open if each.id not in linked)

    def _show(self) -> None:
        detail, still_open = self._casework.detail, self.still_open
        now = {} if detail is None else {"impact": detail.impact, "urgency": detail.urgency}
        may_edit = detail is not None and may(self._context.actor, Permission.INCIDENT_EDIT)
        self._hints.show_hints(self._answer.found.hints if may_edit else (), now)
        self.block.show_found(
            self._open_fields(),
            self._answer.found._replace(open=still_open),
            self._answer.risk,
            self._context.now(),
        )
        if detail is not None and self.block.isVisible():
            known = frozenset(item.id for item in detail.journal)
            until = max((item.recorded_at for item in detail.journal), default=None)
            self._beside = _Beside(detail.id, known, until, self._offered())
        self._context.actions.refresh()
        self.answered.emit()

    def _open_fields(self) -> Advised:
        """Suggestions for fields in which nothing stands."""
        detail = self._casework.detail
        if detail is None or not may(self._context.actor, Permission.INCIDENT_EDIT):
            return {}
        return {
            field: advice
            for field, advice in self._answer.advised.items()
            if getattr(detail, field) is None and advice[0].confidence >= LEAST
        }

    def _offered(self) -> tuple[Offered, ...]:
        """What is suggested now, for the record of what becomes of it, each with the incidents that have the same."""
        made = []
        for field, advice in self._open_fields().items():
            behind = self._answer.found.behind(field, advice[0].value_id)
            evidence = tuple(each.id for each in behind)
            made.append(offered(self._answer.model, field, advice)._replace(evidence=evidence))
        return (*made, *self._hints.offered())

    def _write_down(self, detail: IncidentDetail) -> None:
        """What stood beside something that this person saved, and was left alone, is written down as ignored."""
        before, self._beside = self._beside, _Beside()
        # What is older than all that was known was only read later.
        new = [item for item in detail.journal if item.id not in before.journal]
        me, until = self._context.actor.person_id, before.until
        wrote = any(item.author_id == me and (until is None or item.recorded_at >= until) for item in new)
        left = tuple(each for each in before.offered if _was_left(detail, each))
        if detail.id == before.incident_id and wrote and left:
            desk, actor = self._context.desk, self._context.actor
            work = partial(desk.suggestion_work.pass_over, actor, detail.id, left)
            # It is for the figures only: where it cannot be written, nobody has to be told.
            self._context.background.write(work, lambda _done: None, lambda _error: None)

    def _take(self, fields: list[str]) -> None:
        best = {field: advice[0] for field, advice in self._open_fields().items() if field in fields}
        if best:
            values = {field: each.value_id for field, each in best.items()}
            self._editing.edit(WantedEdit(values, {field: each.name for field, each in best.items()}))

    def _take_level(self, field: str, level: int, name: str) -> None:
        self._editing.edit(WantedEdit({field: level}, {field: name}))

    def link(self) -> None:
        """What `L` does: show what merging into the likeliest open incident does, or ask for another one.

        While it is not known yet whether there is one, the key and what is typed after it wait for that.
        """
        incident_id = self._casework.incident_id
        if self._answered_for != incident_id:
            self._wanted.want("incident.link")
        elif self.still_open:
            likely = self.still_open[0].id
            self._wanted.want("")
            open_merge(self._context, [incident_id, likely], likely, self._links.open_form, self._wanted)
        else:
            self._links.open_form()

    def _link(self, found: Alike) -> None:
        detail, refused = self._casework.detail, self._casework.failed.emit
        if detail is not None:
            words = merged_words(detail.number, found.number)
            merge_now(self._context, found.id, (detail.id,), words, self._casework.reload, refused)

    def _why_not_like(self) -> str | None:
        return None if self._answer.found.resolved else tr("No resolved incident is like this one")

    def _resolve_like(self, found: Alike) -> None:
        code = found.resolution_code or ""
        self._writing.open_step(State.RESOLVED, text=found.resolution_notes, choice=code)


def _was_left(detail: IncidentDetail, shown: Offered) -> bool:
    """Whether the field is as empty as it was, or has the level that stood beside the hint."""
    value = getattr(detail, shown.field)
    return value is None or (shown.stood is not None and str(value) == shown.stood)
