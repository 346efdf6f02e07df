"""Somebody leaves a group: what becomes of their open work of it is said before, and all of it can be taken back."""

from collections.abc import Callable, Sequence
from functools import partial

from app.domain.errors import DeskError
from app.domain.numbers import incident_number
from app.domain.wording import tr, trn
from app.services.incidents.dto import Outcome
from app.services.people.dto import LeftGroup, OpenWork
from app.views.context import ViewContext
from app.views.settings_page.frame import EditorFrame
from app.views.taking_back import undo_of

_FEW = 5


class GroupLeaver:
    """`changed` is called when who is in a group is another; `said` tells of it."""

    def __init__(
        self, context: ViewContext, frame: Callable[[], EditorFrame], changed: Callable[[], None], said: str
    ) -> None:
        self._context, self._frame, self._changed, self._said = context, frame, changed, said

    def ask(self, group_id: str, person_id: str, name: str, is_shown: Callable[[], bool]) -> None:
        """Take somebody out at once; where they have open work of the group, only after it was said.

        `is_shown` tells whether the page from which it was asked is still there.
        """
        roster, actor = self._context.desk.roster, self._context.actor

        def came(work: Sequence[OpenWork]) -> None:
            if not is_shown():
                return
            leave = partial(self._leave, group_id, person_id, tuple(each.incident_id for each in work))
            if not work:
                leave()
                return
            frame = self._frame()
            frame.say(_words(work, name), "amber")
            frame.strip.add_button(tr("Take out of the group"), leave, kind="danger").setFocus()
            frame.strip.add_button(tr("Leave it"), lambda: frame.say(""))

        self._context.background.read(
            lambda: roster.work_of_group(actor, person_id, group_id), came, self._refused, key="leaving a group"
        )

    def _leave(self, group_id: str, person_id: str, shown: tuple[str, ...]) -> None:
        staff, actor = self._context.desk.staff, self._context.actor

        def done(left: LeftGroup) -> None:
            self._tell(self._said, partial(self._rejoin, left))

        self._context.background.write(
            lambda: staff.leave_group(actor, group_id, person_id, shown), done, self._refused
        )

    def _rejoin(self, left: LeftGroup) -> None:
        staff, actor = self._context.desk.staff, self._context.actor

        def done(outcomes: tuple[Outcome, ...]) -> None:
            self._tell(tr("Taken back: {text}", text=self._said))
            refused = [each.refused for each in outcomes if each.refused]
            if refused:
                self._frame().say("\n".join(refused[:_FEW]), "amber")

        self._context.background.write(lambda: staff.rejoin(actor, left), done, self._refused)

    def _tell(self, said: str, undo: Callable[[], None] | None = None) -> None:
        actions = () if undo is None else (undo_of(self._context, said, undo),)
        self._context.toasts.show(said, *actions, icon="users")
        self._frame().say("")
        self._changed()

    def _refused(self, error: DeskError) -> None:
        self._frame().refuse(str(error))


def _words(work: Sequence[OpenWork], name: str) -> str:
    numbers = ", ".join(incident_number(each.number) for each in work[:_FEW])
    if len(work) > _FEW:
        numbers = tr("{numbers} and {n} more", numbers=numbers, n=len(work) - _FEW)
    return trn(
        "{n} open incident of {name} becomes unassigned, in the queue of its group: {numbers}.",
        "{n} open incidents of {name} become unassigned, each in the queue of its group: {numbers}.",
        len(work),
        name=name,
        numbers=numbers,
    )
