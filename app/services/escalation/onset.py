"""What rules that come into force find already there: incidents that nobody has, and holds that are over."""

from sqlalchemy import ColumnElement, select

from app.domain.escalation.rules import RuleBook, TriggerKind
from app.domain.vocabulary import OPEN_STATES, State
from app.infra.unit_of_work import Work
from app.models.incident import incident
from app.services.timers.schedule import call_whoever_sees_the_rest, schedule_all

_NOT_HELD = sorted(state.value for state in OPEN_STATES - {State.ON_HOLD})


def look_at_standing(work: Work, book: RuleBook) -> None:
    """Have the timers look now at what no later change would bring to the notice of these rules.

    The rules decide then as they do for any other incident, each occasion once, so looking too often does no harm.
    """
    if book.set_off_by(TriggerKind.UNASSIGNED):
        _look(work, "watch", incident.c.state.in_(_NOT_HELD), incident.c.assignee_id.is_(None))
    if book.set_off_by(TriggerKind.HOLD_PASSED):
        _look(work, "hold", incident.c.state == State.ON_HOLD.value, incident.c.hold_until <= work.now)
    call_whoever_sees_the_rest(work)


def _look(work: Work, kind: str, *conditions: ColumnElement[bool]) -> None:
    # The incidents are locked first, as whoever deals with their timers does, so that neither waits for the other.
    found = select(incident.c.id).where(*conditions).order_by(incident.c.id).with_for_update()
    schedule_all(work, kind, list(work.connection.execute(found).scalars()), work.now)
