"""The work on one incident: reads it, runs the commands on the write lane and tells the page what came of them."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.domain.actor import Actor
from app.domain.errors import Away, DeskError, StaleEdit
from app.domain.events import Event
from app.domain.lifecycle import Step
from app.domain.vocabulary import State
from app.services.incidents.dto import IncidentDetail, Post, StepResult
from app.views.context import ViewContext
from app.views.incident.collision import Choice, Choices, Collision
from app.views.toolkit.gather import GATHER_MS, Gather

if TYPE_CHECKING:
    from app.services.desk import Desk

T = TypeVar("T")


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
        self._soon = Gather(self, GATHER_MS, self.reload)
        self.incident_id = ""
        self.detail: IncidentDetail | None = None

    def open(self, incident_id: str) -> None:
        """Show this incident from now on."""
        self.incident_id, self.detail = incident_id, None
        self.reload()

    def concerns(self, incident_id: str) -> bool:
        """Whether something of this incident is shown: it is open here, or linked to the one that is."""
        linked = () if self.detail is None else self.detail.links
        return incident_id in {self.incident_id, *(link.incident_id for link in linked)}

    def follow(self, event: Event) -> None:
        """Read it again because something changed; what others do may come in a stream and is gathered."""
        if self.incident_id:
            (self._soon.ask if event.remote else self.reload)()

    def reload(self) -> None:
        """Read it again; a newer reading makes an older one void."""
        self._soon.stop()
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
        # While the server is away what is shown stays readable; it is read again when it is back.
        if self.detail is None or not isinstance(error, Away):
            self.lost.emit(error)

    @property
    def is_writing(self) -> bool:
        """Whether the answer to a command is still awaited."""
        return self._commands > 0

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

    def collide(self, collision: Collision) -> None:
        """Two people changed the same thing: say so once what stands there now was read."""
        self.collided.emit(collision)
        self.reload()

    def step(
        self,
        step: Step,
        done: Callable[[StepResult], None] | None = None,
        refused: Callable[[DeskError], None] | None = None,
        given_up: Callable[[], None] = lambda: None,
    ) -> None:
        """Take a step of the lifecycle, from the state that the person saw; `given_up` where theirs is to stand."""
        incident_id, wanted = self.incident_id, self._from_here(step)

        def again(theirs: State) -> None:
            self.step(replace(wanted, seen=theirs), done, refused, given_up)

        self.say_first()
        self.run(
            lambda desk, actor: desk.incidents.step(actor, incident_id, wanted),
            done,
            partial(self._refused_step, wanted, again, given_up, refused or self.failed.emit),
        )

    def say_first(self) -> None:
        """What was written before a step and is still held goes before it, so that the history tells both in order."""
        self._context.outbox.send_first(self.incident_id)

    def _from_here(self, step: Step) -> Step:
        return step if step.seen is not None or self.detail is None else replace(step, seen=State(self.detail.state))

    def _refused_step(
        self,
        step: Step,
        again: Callable[[State], None],
        given_up: Callable[[], None],
        refused: Callable[[DeskError], None],
        error: DeskError,
    ) -> None:
        refused(error)
        if not isinstance(error, StaleEdit) or self.detail is None:
            return

        def settle(choices: Choices, now: IncidentDetail) -> None:
            if choices.get("state") is Choice.MINE:
                again(State(now.state))
            else:
                given_up()

        seen = self.detail._replace(state=step.seen or self.detail.state)
        self.collide(Collision(error.conflicts, seen, settle))

    def post(
        self,
        post: Post,
        done: Callable[[StepResult | None], None],
        refused: Callable[[DeskError], None],
        given_up: Callable[[], None] = lambda: None,
    ) -> None:
        """Send a reply or add a work note, with the step that goes with it."""
        incident_id = self.incident_id
        if post.then is None:
            self.run(lambda desk, actor: desk.incidents.post(actor, incident_id, post), done, refused)
            return
        step = self._from_here(post.then)
        sent = replace(post, then=step)

        def again(theirs: State) -> None:
            self.post(replace(post, then=replace(step, seen=theirs)), done, refused, given_up)

        self.say_first()
        self.run(
            lambda desk, actor: desk.incidents.post(actor, incident_id, sent),
            done,
            partial(self._refused_step, step, again, given_up, refused),
        )

    def forget(self) -> None:
        """Wait for no answer any more."""
        self._context.background.forget(self._key)
        self._soon.stop()
        self.incident_id, self.detail = "", None
        self._reading = False
        self._tell_busy()

    def _tell_busy(self) -> None:
        busy = self._reading or self._commands > 0
        if busy != self._busy:
            self._busy = busy
            self.busy_changed.emit(busy)
