"""Doing something with an incident that can be taken back and done again, each time said in a toast with its keys."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from app.domain.errors import DeskError
from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.incident.casework import Casework
from app.views.toolkit.toast import ToastAction

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk

Do = Callable[["Desk", "Actor"], Any]


class Act(NamedTuple):
    """Something that is done: what is said of it, how it is done, taken back, and done again."""

    text: str
    do: Do
    back: Do
    again: Do
    icon: str = "circle-check"


class Renewed:
    """The ids of what is never deleted: what was taken away and comes back is another row, for every act before."""

    def __init__(self) -> None:
        self._next: dict[str, str] = {}

    def now(self, row_id: str) -> str:
        """The id by which it stands now."""
        while row_id in self._next:
            row_id = self._next[row_id]
        return row_id

    def renew(self, row_id: str, new_id: str) -> None:
        """It came back under another id."""
        self._next[self.now(row_id)] = new_id


class Acts:
    """Runs acts on the incident that is shown; the way back stays when another one is shown."""

    def __init__(self, context: ViewContext, casework: Casework) -> None:
        self._context, self._casework = context, casework

    def run(
        self,
        act: Act,
        done: Callable[[Any], None] = lambda _result: None,
        refused: Callable[[DeskError], None] | None = None,
    ) -> None:
        """Do it, and offer to take it back."""
        incident_id = self._casework.incident_id

        def ran(result: object) -> None:
            done(result)
            undo = self._context.undo.push(act.text, partial(self._take_back, act, incident_id))
            self._context.toasts.show(act.text, ToastAction(tr("Undo"), undo, "Ctrl+Z"), icon=act.icon)

        self._casework.run(act.do, ran, refused)

    def _take_back(self, act: Act, incident_id: str) -> None:
        self._turn(act.back, incident_id, lambda: self._taken_back(act, incident_id))

    def _taken_back(self, act: Act, incident_id: str) -> None:
        self._context.undo.undone(act.text, partial(self._do_again, act, incident_id))
        self._context.toasts.show(tr("Taken back: {act}", act=act.text), icon="undo-2")

    def _do_again(self, act: Act, incident_id: str) -> None:
        self._turn(act.again, incident_id, lambda: self._done_again(act, incident_id))

    def _done_again(self, act: Act, incident_id: str) -> None:
        self._context.undo.done_again(act.text, partial(self._take_back, act, incident_id))
        self._context.toasts.show(tr("Done again: {act}", act=act.text), icon="undo-2")

    def _turn(self, do: Do, incident_id: str, told: Callable[[], None]) -> None:
        desk, actor = self._context.desk, self._context.actor

        def done(_result: object) -> None:
            told()
            if incident_id == self._casework.incident_id:
                self._casework.reload()

        self._context.background.write(lambda: do(desk, actor), done, self._context.toasts.say_error)
