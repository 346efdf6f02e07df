"""The end of a shift, quiet hours, and times that only count while somebody works."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from app.domain.calendar import Calendar, Span
from app.domain.errors import NotAllowed, Refused
from app.domain.escalation.rules import RecipientKind, Trigger, TriggerKind
from app.domain.escalation.words import EscalationKind, Level, OfferAnswer
from app.domain.instants import MINUTE
from app.models.clocks import calendar
from app.models.timers import timer
from app.services.incidents.dto import FieldEdit
from tests.support.crew import Crew
from tests.support.escalating import ask, journal_of, live, notify, pass_time, publish, rule, told

OFFICE = Calendar("UTC", (*((Span(8 * 3600, 17 * 3600),) for _ in range(5)), (), ()))


@pytest.fixture
def shifts(crew: Crew) -> Crew:
    """The service desk works from 8 to 17 and hands over to Network; it is Monday, 9 o'clock."""
    admin = crew.desk.sla_admin
    office = admin.publish_calendar(crew.supervisor, None, "Office", OFFICE)
    admin.set_group_hours(crew.supervisor, crew.service_desk, office, crew.network)
    admin.set_person_hours(crew.supervisor, crew.agent.person_id, office)
    return crew


def test_what_nobody_owns_is_offered_to_the_next_group(shifts: Crew) -> None:
    left, taken = shifts.log(group_id=shifts.service_desk, impact=1), shifts.log(group_id=shifts.service_desk)
    shifts.desk.incidents.edit(shifts.agent, taken.id, {"assignee_id": FieldEdit(None, shifts.agent.person_id)})
    pass_time(shifts, hours=7, minutes=59)
    assert shifts.desk.escalations.shift_offers(shifts.engineer) == ()
    pass_time(shifts, minutes=1)
    (offer,) = shifts.desk.escalations.shift_offers(shifts.engineer)
    assert (offer.incident_id, offer.from_group_name, offer.to_group_name) == (left.id, "Service desk", "Network")
    assert (offer.shift_ended_at, offer.answer) == (datetime(2026, 3, 2, 17, tzinfo=UTC), None)
    assert offer.may_answer
    assert not shifts.desk.escalations.shift_offers(shifts.agent)[0].may_answer
    assert told(shifts, shifts.engineer) == [
        "The shift of Service desk ended: 1 incident without an assignee is offered to you"
    ]
    assert journal_of(shifts, left) == ["The shift of Service desk ended and nobody has it: offered to Network."]
    pass_time(shifts, hours=3)
    assert len(shifts.desk.escalations.shift_offers(shifts.engineer)) == 1
    assert _next(shifts) == datetime(2026, 3, 3, 17, tzinfo=UTC)


def test_an_offer_is_taken_once(shifts: Crew) -> None:
    ref = shifts.log(group_id=shifts.service_desk)
    pass_time(shifts, hours=8)
    (offer,) = shifts.desk.escalations.shift_offers(shifts.engineer)
    with pytest.raises(NotAllowed, match="offered to Network"):
        shifts.desk.escalation_work.answer_offer(shifts.agent, offer.id, OfferAnswer.TAKEN)
    shifts.desk.escalation_work.answer_offer(shifts.engineer, offer.id, OfferAnswer.TAKEN)
    shifts.desk.escalation_work.answer_offer(shifts.engineer, offer.id, OfferAnswer.TAKEN)
    assert shifts.see(ref).group_name == "Network"
    with pytest.raises(Refused, match="taken already"):
        shifts.desk.escalation_work.answer_offer(shifts.supervisor, offer.id, OfferAnswer.DECLINED)
    (answered,) = shifts.desk.escalations.shift_offers(shifts.engineer, answered_days=1)
    assert (answered.answer, answered.answered_by_name) == ("taken", "Bo Eriksen")


def test_a_declined_offer_leaves_it_where_it_is(shifts: Crew) -> None:
    ref = shifts.log(group_id=shifts.service_desk)
    pass_time(shifts, hours=8)
    (offer,) = shifts.desk.escalations.shift_offers(shifts.engineer)
    shifts.desk.escalation_work.answer_offer(shifts.engineer, offer.id, OfferAnswer.DECLINED)
    assert shifts.see(ref).group_name == "Service desk"
    assert shifts.desk.escalations.shift_offers(shifts.engineer) == ()
    pass_time(shifts, hours=24)
    assert len(shifts.desk.escalations.shift_offers(shifts.engineer)) == 1, "the next shift left it too"


@pytest.mark.parametrize("given", [OfferAnswer.TAKEN, OfferAnswer.DECLINED])
def test_an_answer_that_was_a_slip_is_taken_back(given: OfferAnswer, shifts: Crew) -> None:
    ref = shifts.log(group_id=shifts.service_desk)
    pass_time(shifts, hours=8)
    work, offers = shifts.desk.escalation_work, shifts.desk.escalations.shift_offers
    before = offers(shifts.engineer)
    taken = work.answer_offer(shifts.engineer, before[0].id, given)
    assert taken is not None
    with pytest.raises(NotAllowed, match="Somebody else did it"):
        work.take_act_back(shifts.supervisor, taken)
    shifts.clock.advance(seconds=8)
    work.take_act_back(shifts.engineer, taken)
    seen = shifts.see(ref)
    assert (offers(shifts.engineer), seen.group_name, seen.reassignments) == (before, "Service desk", 0)
    assert seen.journal[-1].body == f"Took back: Offered at the end of the shift of Service desk: {given.value}."
    work.answer_offer(shifts.engineer, before[0].id, OfferAnswer.TAKEN)
    assert shifts.see(ref).group_name == "Network"


@pytest.mark.parametrize("given", [OfferAnswer.TAKEN, OfferAnswer.DECLINED])
def test_an_answer_stands_when_somebody_has_the_incident_by_now(given: OfferAnswer, shifts: Crew) -> None:
    ref = shifts.log(group_id=shifts.service_desk)
    pass_time(shifts, hours=8)
    work = shifts.desk.escalation_work
    (offer,) = shifts.desk.escalations.shift_offers(shifts.engineer)
    taken = work.answer_offer(shifts.engineer, offer.id, given)
    assert taken is not None
    shifts.desk.incidents.edit(shifts.supervisor, ref.id, {"assignee_id": FieldEdit(None, shifts.supervisor.person_id)})
    before = shifts.dump()
    with pytest.raises(Refused, match="moved on"):
        work.take_act_back(shifts.engineer, taken)
    assert shifts.dump() == before


def test_an_offer_that_was_withdrawn_by_taking_the_escalation_is_open_again(shifts: Crew) -> None:
    ref = shifts.log(group_id=shifts.service_desk)
    work, offers = shifts.desk.escalation_work, shifts.desk.escalations.shift_offers
    up = ask(shifts, EscalationKind.HIERARCHICAL, level=Level.LEAD)
    pass_time(shifts, hours=8)
    before = offers(shifts.engineer)
    work.escalate(shifts.agent, ref.id, up)
    taken = work.take(shifts.supervisor, up.id)
    assert taken is not None
    assert offers(shifts.engineer) == ()
    work.take_act_back(shifts.supervisor, taken)
    assert offers(shifts.engineer) == before


def test_in_the_hours_of_the_group_an_escalation_has_the_time_that_it_had(shifts: Crew) -> None:
    ref = shifts.log(group_id=shifts.network)
    pass_time(shifts, hours=7, minutes=45)
    work = shifts.desk.escalation_work
    work.escalate(shifts.supervisor, ref.id, ask(shifts, to_group_id=shifts.service_desk))
    (before,) = shifts.desk.escalations.live(shifts.supervisor)
    assert before.acknowledge_by == datetime(2026, 3, 3, 8, 15, tzinfo=UTC)
    taken = work.acknowledge(shifts.agent, before.id)
    assert taken is not None
    work.take_act_back(shifts.agent, taken)
    assert shifts.desk.escalations.live(shifts.supervisor) == (before,)


def test_an_offer_is_withdrawn_when_somebody_takes_the_incident(shifts: Crew) -> None:
    ref = shifts.log(group_id=shifts.service_desk)
    pass_time(shifts, hours=8)
    shifts.desk.incidents.edit(shifts.agent, ref.id, {"assignee_id": FieldEdit(None, shifts.agent.person_id)})
    assert shifts.desk.escalations.shift_offers(shifts.engineer) == ()
    (offer,) = shifts.desk.escalations.shift_offers(shifts.engineer, answered_days=1)
    assert offer.answer == "withdrawn"


def test_noticed_when_they_work_again_nothing_is_offered(shifts: Crew) -> None:
    shifts.log(group_id=shifts.service_desk)
    pass_time(shifts, days=1)
    assert shifts.desk.escalations.shift_offers(shifts.engineer) == ()
    assert _next(shifts) == datetime(2026, 3, 3, 17, tzinfo=UTC)


def test_noticed_days_later_the_last_end_counts(shifts: Crew) -> None:
    shifts.log(group_id=shifts.service_desk)
    pass_time(shifts, days=2, hours=10)
    (offer,) = shifts.desk.escalations.shift_offers(shifts.engineer)
    assert offer.shift_ended_at == datetime(2026, 3, 4, 17, tzinfo=UTC)


def test_a_group_without_a_next_one_offers_nothing(shifts: Crew) -> None:
    office = _office(shifts)
    shifts.desk.sla_admin.set_group_hours(shifts.supervisor, shifts.service_desk, office, None)
    assert _next(shifts) is None


def test_other_hours_end_the_shift_at_another_time(shifts: Crew) -> None:
    office = _office(shifts)
    longer = Calendar("UTC", ((Span(8 * 3600, 20 * 3600),),) * 7)
    shifts.clock.advance(hours=1)
    shifts.desk.sla_admin.publish_calendar(shifts.supervisor, office, "Office", longer)
    assert _next(shifts) == datetime(2026, 3, 2, 20, tzinfo=UTC)


def test_quiet_hours_hold_back_all_but_what_is_urgent(shifts: Crew) -> None:
    publish(shifts, rule("nobody", Trigger(TriggerKind.UNASSIGNED, after=5 * MINUTE), notify(RecipientKind.GROUP)))
    pass_time(shifts, hours=9)
    shifts.log(group_id=shifts.network)
    ref = shifts.log(group_id=shifts.service_desk, assignee_id=None)
    shifts.desk.incidents.edit(shifts.supervisor, ref.id, {"assignee_id": FieldEdit(None, shifts.agent.person_id)})
    (notice,) = shifts.desk.notifications.mine(shifts.agent)
    assert notice.deliver_at == datetime(2026, 3, 3, 8, tzinfo=UTC)
    assert shifts.desk.notifications.claim_due(shifts.agent) == ()
    request = ask(shifts, to_group_id=shifts.network, is_urgent=True)
    shifts.desk.escalation_work.escalate(shifts.supervisor, ref.id, request)
    assert shifts.desk.notifications.claim_due(shifts.engineer)
    shifts.clock.set(datetime(2026, 3, 3, 8, tzinfo=UTC))
    assert len(shifts.desk.notifications.claim_due(shifts.agent)) == 1
    assert shifts.desk.notifications.claim_due(shifts.agent) == ()


def test_an_acknowledgement_is_waited_for_in_working_time(shifts: Crew) -> None:
    ref = shifts.log(group_id=shifts.network)
    pass_time(shifts, hours=7, minutes=45)
    request = ask(shifts, to_group_id=shifts.service_desk)
    shifts.desk.escalation_work.escalate(shifts.engineer, ref.id, request)
    (row,) = live(shifts)
    assert row.acknowledge_by == datetime(2026, 3, 3, 8, 15, tzinfo=UTC)


def test_nobody_is_looked_for_at_night(shifts: Crew) -> None:
    publish(shifts, rule("nobody", Trigger(TriggerKind.UNASSIGNED, after=60 * MINUTE), notify(RecipientKind.GROUP)))
    pass_time(shifts, hours=7, minutes=30)
    shifts.log(shifts.engineer, group_id=shifts.service_desk)
    pass_time(shifts, hours=12)
    nobody = "Nobody was assigned for 1 h: INC-000001 Printer on floor 2 jams"
    assert nobody not in told(shifts, shifts.agent)
    pass_time(shifts, hours=4)
    assert nobody in told(shifts, shifts.agent)


def test_who_is_on_duty(shifts: Crew) -> None:
    ref = shifts.log(group_id=shifts.network)
    groups = {group.name: group for group in shifts.desk.escalations.targets(shifts.engineer, ref.id).groups}
    assert groups["Service desk"].on_duty
    assert groups["Service desk"].changes_at == datetime(2026, 3, 2, 17, tzinfo=UTC)
    assert (groups["Network"].on_duty, groups["Network"].changes_at) == (True, None)
    pass_time(shifts, hours=9)
    targets = shifts.desk.escalations.targets(shifts.engineer, ref.id)
    desk = next(group for group in targets.groups if group.name == "Service desk")
    assert (desk.on_duty, desk.members_on_duty) == (False, 0)
    assert desk.changes_at == datetime(2026, 3, 3, 8, tzinfo=UTC)
    assert [person.name for person in targets.people if not person.on_duty] == ["Ada Brandt"]


def _office(crew: Crew) -> str:
    with crew.desk.store.reading() as connection:
        return str(connection.execute(select(calendar.c.id).where(calendar.c.name == "Office")).scalar_one())


def _next(crew: Crew) -> datetime | None:
    with crew.desk.store.reading() as connection:
        due = select(timer.c.due_at).where(timer.c.kind == "shift")
        found: datetime | None = connection.execute(due).scalar_one_or_none()
        return found
