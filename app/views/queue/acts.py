"""What the list does to incidents by itself: change fields of one or of many, take that back, copy their numbers."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from app.domain.field_names import field_name
from app.domain.numbers import incident_number
from app.domain.wording import inside, tr, trn
from app.services.incidents.queue_dto import QueueRow
from app.views.context import ViewContext
from app.views.copying import Copied, NumberCopier
from app.views.many_at_once import change_many
from app.views.taking_back import way_back
from app.views.toolkit.toast import ToastAction

if TYPE_CHECKING:
    from app.domain.lifecycle import Step
    from app.services.incidents.dto import Outcome


class QueueActs:
    """Runs the commands on the write lane and tells what happened in a toast with a way back."""

    def __init__(self, context: ViewContext) -> None:
        self._context = context
        self._copier = NumberCopier(context)

    def take(self, ids: Sequence[str], rows: Sequence[QueueRow]) -> None:
        """Assign the incidents to the person at the window."""
        me = self._context.actor.person_id
        if rows and len(rows) == len(ids) and all(row.assignee_id == me for row in rows):
            self._context.toasts.show(tr("It is yours already") if len(rows) == 1 else tr("They are yours already"))
            return
        self.change(ids, {"assignee_id": me}, tr("assigned to you"), "user-plus")

    def change(self, ids: Sequence[str], values: Mapping[str, Any], words: str, icon: str = "pencil") -> None:
        """Give fields of these incidents the same values; `words` say what was done, after how many."""
        desk, actor, wanted = self._context.desk, self._context.actor, tuple(ids)
        change_many(
            self._context,
            len(wanted),
            lambda: desk.incidents.set_many(actor, wanted, values),
            partial(self.changed, words, icon),
        )

    def run(
        self,
        ids: Sequence[str],
        work: "Callable[[], tuple[Outcome, ...]]",
        words: str,
        icon: str,
        done: Callable[[], None] = lambda: None,
    ) -> None:
        """Run a command on these incidents that tells what became of each; `done` follows where one was changed."""

        def came(outcomes: "tuple[Outcome, ...]") -> None:
            self.changed(words, icon, outcomes)
            if any(outcome.after for outcome in outcomes):
                done()

        change_many(self._context, len(ids), work, came)

    def step(self, ids: Sequence[str], step: "Step", words: str, done: Callable[[], None] = lambda: None) -> None:
        """Have these incidents take a step of the lifecycle; the toast offers the way back.

        `done` follows where one of them has taken it.
        """
        desk, actor, wanted = self._context.desk, self._context.actor, tuple(ids)
        self._context.outbox.send_first(*wanted)
        change_many(
            self._context,
            len(wanted),
            lambda: desk.incidents.step_many(actor, wanted, step),
            partial(self._stepped, words, done),
        )

    def _stepped(self, words: str, follow: Callable[[], None], outcomes: "tuple[Outcome, ...]") -> None:
        done = [outcome for outcome in outcomes if outcome.after]
        refused = [outcome.refused for outcome in outcomes if outcome.refused]
        text = f"{_counted(done)} {words}" if done else tr("Nothing was changed")
        if done:
            follow()
        steps = tuple(step for outcome in done for step in outcome.steps)
        undo = way_back(self._context, steps, text)
        self._context.toasts.show(_with_refused(text, refused), *undo, *self._why(refused))

    def changed(self, words: str, icon: str, outcomes: "tuple[Outcome, ...]", *, again: bool = False) -> None:
        """Tell what became of the incidents, and offer to give their fields back the values they had."""
        done = [outcome for outcome in outcomes if outcome.after]
        refused = [outcome.refused for outcome in outcomes if outcome.refused]
        if not done and not refused:
            self._context.toasts.show(tr("Nothing to change: they have it already"), icon=icon)
            return
        if not done and len(refused) == 1:
            self._context.toasts.show(refused[0], icon="triangle-alert")
            return
        actions: list[ToastAction] = []
        if done:
            stack = self._context.undo
            keep = stack.done_again if again else stack.push
            undo = keep(words, partial(self._take_back, words, icon, outcomes))
            actions.append(ToastAction(tr("Undo"), undo, "Ctrl+Z"))
        text = f"{_counted(done)} {words}" if done else tr("Nothing was changed")
        self._context.toasts.show(_with_refused(text, refused), *actions, *self._why(refused), icon=icon)

    def _take_back(self, words: str, icon: str, outcomes: "tuple[Outcome, ...]") -> None:
        desk, actor = self._context.desk, self._context.actor
        changed = tuple(outcome for outcome in outcomes if outcome.after)
        change_many(
            self._context,
            len(changed),
            lambda: desk.incidents.take_back_many(actor, changed),
            partial(self._taken_back, words, icon),
        )

    def _taken_back(self, words: str, icon: str, outcomes: "tuple[Outcome, ...]") -> None:
        done = [outcome for outcome in outcomes if outcome.after]
        refused = [outcome.refused for outcome in outcomes if outcome.refused]
        if done:
            self._context.undo.undone(words, partial(self._do_again, words, icon, outcomes))
        text = (
            tr("Taken back: {counted} {words}", counted=_counted(done), words=words)
            if done
            else tr("Nothing was taken back")
        )
        self._context.toasts.show(_with_refused(text, refused), *self._why(refused), icon="undo-2")

    def _do_again(self, words: str, icon: str, outcomes: "tuple[Outcome, ...]") -> None:
        desk, actor = self._context.desk, self._context.actor
        change_many(
            self._context,
            len(outcomes),
            lambda: desk.incidents.take_back_many(actor, outcomes, again=True),
            partial(self.changed, words, icon, again=True),
        )

    def _why(self, refused: list[str]) -> tuple[ToastAction, ...]:
        if len(refused) < 2:
            return ()
        return (ToastAction(tr("Show"), partial(self._show_refused, refused)),)

    def _show_refused(self, refused: list[str]) -> None:
        from app.views.queue.refused_sheet import RefusedSheet

        host = self._context.toasts.host
        RefusedSheet(host, refused).start()

    def copy(self, rows: list[QueueRow]) -> None:
        """Copy the number; the same again adds the short description, and a third time the link."""
        self._copier.copy([Copied(row.id, row.number, row.short_description) for row in rows])


def words_for(field: str, chosen: str) -> str:
    """What was done, in words: `: Impact High`."""
    return f"{inside(field_name(field))} → {chosen}"


def _counted(outcomes: "Sequence[Outcome]") -> str:
    return (
        incident_number(outcomes[0].number)
        if len(outcomes) == 1
        else trn("{n} incident", "{n} incidents", len(outcomes))
    )


def _with_refused(text: str, refused: list[str]) -> str:
    return tr("{text}; {count} not: {refused}", text=text, count=len(refused), refused=refused[0]) if refused else text
