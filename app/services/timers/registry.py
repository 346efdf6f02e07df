"""Who deals with which kind of timer."""

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum

from app.infra.unit_of_work import Work
from app.services.timers.dto import Handled


class TimerKind(StrEnum):
    """What a timer is about, in the order in which kinds that are due together are dealt with.

    The subject is an incident for clocks, holds and what is watched without a clock, an escalation, or an assignment
    group whose shift ends.
    """

    CLOCKS = "clocks"
    HOLD = "hold"
    WATCH = "watch"
    ESCALATION = "escalation"
    SHIFT = "shift"


Handler = Callable[[Work, Sequence[str]], Handled | None]
"""Deals with due subjects in the transaction of the work, whose `worker` names the program.

It must move or delete the timer of each subject: one that stays due is offered again at once. For kinds whose subject
is an incident, the incidents are locked already; other handlers lock theirs with `claims.lock_incidents` and leave
alone what they do not get. It must come to the same result when it is run twice. Without anything to count it returns
None.
"""


def handlers() -> Mapping[TimerKind, Handler]:
    """The handler of each kind; imported here, because a window that has just opened needs none of them yet."""
    from app.services.escalation.shifts import handle_shift
    from app.services.escalation.waiting import handle_escalation, handle_hold, handle_watch
    from app.services.timers.clocks import fire_clocks

    return {
        TimerKind.CLOCKS: fire_clocks,
        TimerKind.HOLD: handle_hold,
        TimerKind.WATCH: handle_watch,
        TimerKind.ESCALATION: handle_escalation,
        TimerKind.SHIFT: handle_shift,
    }
