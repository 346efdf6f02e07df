"""The work on one incident: reads it, runs the commands on the write lane and tells the page what came of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.actor import Actor
from app.domain.errors import DeskError, StaleEdit
from app.domain.lifecycle import Step
from app.domain.vocabulary import LinkKind
from app.services.incidents.dto import FieldEdit, IncidentDetail, NewFile, NewLink, Post, StepResult
from app.views.context import ViewContext
from app.views.incident.story import label_of
from app.views.toolkit.toast import ToastAction

if TYPE_CHECKING:
    from app.services.desk import Desk

T = TypeVar("T")
Raw = str | int | None


@dataclass(frozen=True, slots=True)
class WantedEdit:
    """An edit as the person made it: the wanted values, and in words what they chose, for the toast and conflicts."""

    values: Mapping[str, Raw]
    words: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Collision:
    """Somebody changed the same field first: the field, both values in words and what would be written."""

    edit: WantedEdit
    field: str
    theirs: Raw
    mine: Raw


class Casework(QObject):
    """`loaded` carries the incident whenever it was read; `lost` the reason why it cannot be; `failed` what a command
    was refused for; `collided` a Collision; `busy_changed` whether an answer is awaited.

    Answers for an incident that is no longer shown change nothing on the page.
    """

    loaded = Signal(object)
    lost = Signal(object)
    failed = Signal(object)
    collided = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, context: ViewContext, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._key = f"incident-{id(self)}"
        self._commands = 0
        self._reading = False
        self._busy = False
        self.incident_id = ""
        self.detail: IncidentDetail | None = None

    def open(self, incident_id: str) -> None:
        """Show this incident from now on."""
        self.incident_id, self.detail = incident_id, None
        self.reload()

    def reload(self) -> None:
        """Read it again; a newer reading makes an older one void."""
        incident_id = self.incident_id
        desk, actor = self._context.desk, self._context.actor
        self._reading = True
        self._tell_busy()
        self._context.background.read(
            lambda: desk.incident.detail(actor, incident_id), self._arrived, self._lost, key=self._key
        )

    def _arrived(self, detail: IncidentDetail) -> None:
        self._reading = False
        self._tell_busy()
        self.detail = detail
        self.loaded.emit(detail)

    def _lost(self, error: DeskError) -> None:
        self._reading = False
        self._tell_busy()
        self.lost.emit(error)

    def run(
        self,
        work: "Callable[[Desk, Actor], T]",
        done: Callable[[T], None] | None = None,
        refused: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Run a command; then read the incident again, also after a refusal, since that may tell of news."""
        incident_id = self.incident_id
        desk, actor = self._context.desk, self._context.actor
        self._commands += 1
        self._tell_busy()

        def finished(result: T) -> None:
            self._commands -= 1
            self._tell_busy()
            if done is not None:
                done(result)
            if incident_id == self.incident_id:
                self.reload()

        def failed(error: DeskError) -> None:
            self._commands -= 1
            self._tell_busy()
            if incident_id != self.incident_id:
                self._context.toasts.say_error(error)
            elif refused is not None:
                refused(error)
            else:
                self.failed.emit(error)

        self._context.background.write(lambda: work(desk, actor), finished, failed)

    def edit(self, wanted: WantedEdit, *, base: Mapping[str, Raw] | None = None) -> None:
        """Change fields, compared with what is shown (or with `base`); a success can be taken back from its toast."""
        detail, incident_id = self.detail, self.incident_id
        if detail is None:
            return
        before = {name: _raw(detail, name) for name in (*wanted.values, "assignee_id", "subcategory_id")}
        seen = before | dict(base or {})
        edits = {name: FieldEdit(seen[name], value) for name, value in wanted.values.items()}
        self.run(
            lambda desk, actor: desk.incidents.edit(actor, incident_id, edits),
            lambda changed: self._edited(incident_id, wanted, before, changed),
            partial(self._refused_edit, wanted),
        )

    def _edited(
        self, incident_id: str, wanted: WantedEdit, before: Mapping[str, Raw], changed: tuple[str, ...]
    ) -> None:
        back = {name: FieldEdit(wanted.values.get(name), before[name]) for name in changed if name in before}
        if not back:
            return
        first = next((name for name in wanted.values if name in back), next(iter(back)))
        text = f"{label_of(first)}: {wanted.words.get(first) or 'removed'}"
        undo = ToastAction("Undo", lambda: self._take_back(incident_id, back), "Ctrl+Z")
        self._context.toasts.show(text, undo)

    def _take_back(self, incident_id: str, edits: Mapping[str, FieldEdit]) -> None:
        desk, actor = self._context.desk, self._context.actor
        self._context.background.write(
            lambda: desk.incidents.edit(actor, incident_id, edits),
            lambda _changed: self.reload() if incident_id == self.incident_id else None,
            self._context.toasts.say_error,
        )

    def _refused_edit(self, wanted: WantedEdit, error: DeskError) -> None:
        if not isinstance(error, StaleEdit):
            self.failed.emit(error)
            return
        name = error.conflicts[0].field
        self.collided.emit(Collision(wanted, name, error.conflicts[0].theirs, wanted.values[name]))
        self.reload()

    def step(
        self,
        step: Step,
        done: Callable[[StepResult], None] | None = None,
        refused: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Take a step of the lifecycle."""
        incident_id = self.incident_id
        self.run(lambda desk, actor: desk.incidents.step(actor, incident_id, step), done, refused)

    def post(
        self,
        post: Post,
        done: Callable[[StepResult | None], None],
        refused: Callable[[DeskError], None],
    ) -> None:
        """Send a reply or add a work note, with the step that goes with it."""
        incident_id = self.incident_id
        self.run(lambda desk, actor: desk.incidents.post(actor, incident_id, post), done, refused)

    def attach(self, files: tuple[NewFile, ...], done: Callable[[None], None]) -> None:
        """Hang files on the incident without a message."""
        incident_id = self.incident_id
        self.run(lambda desk, actor: desk.incidents.attach(actor, incident_id, files), done)

    def override(
        self, priority: int | None, reason: str, done: Callable[[None], None], refused: Callable[[DeskError], None]
    ) -> None:
        """Set the priority against the matrix, or go back to it with None."""
        incident_id = self.incident_id
        self.run(
            lambda desk, actor: desk.incidents.override_priority(actor, incident_id, priority, reason), done, refused
        )

    def link(
        self, target_id: str, kind: LinkKind, done: Callable[[None], None], refused: Callable[[DeskError], None]
    ) -> None:
        """Link this incident to another one."""
        new = NewLink(self._context.desk.new_id(), self.incident_id, target_id, kind)
        self.run(lambda desk, actor: desk.incidents.link(actor, new), done, refused)

    def unlink(self, link_id: str) -> None:
        """Take a link back."""
        self.run(lambda desk, actor: desk.incidents.unlink(actor, link_id))

    def forget(self) -> None:
        """Wait for no answer any more."""
        self._context.background.forget(self._key)
        self.incident_id, self.detail = "", None
        self._reading = False
        self._tell_busy()

    def _tell_busy(self) -> None:
        busy = self._reading or self._commands > 0
        if busy != self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)


def _raw(detail: IncidentDetail, name: str) -> Raw:
    if name == "caller_id":
        return detail.caller.id if detail.caller is not None else None
    value: Raw = getattr(detail, name)
    return value
