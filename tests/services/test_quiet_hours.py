"""What is told outside somebody's working time waits for it: over midnight, a change of the clocks, elsewhere."""

from datetime import date, datetime

import pytest

from app.domain.calendar import Calendar, Holiday, Span
from app.domain.vocabulary import Role
from tests.support.crew import Crew

HOUR = 3600
NIGHT = ((Span(0, 6 * HOUR), Span(22 * HOUR, 24 * HOUR)),) * 7
OFFICE = (*((Span(9 * HOUR, 17 * HOUR),),) * 5, (), ())
EARLY = ((Span(2 * HOUR + 1800, 12 * HOUR),),) * 7
BERLIN_NIGHT, BERLIN_EARLY = Calendar("Europe/Berlin", NIGHT), Calendar("Europe/Berlin", EARLY)
NEW_YORK, KOLKATA = Calendar("America/New_York", OFFICE), Calendar("Asia/Kolkata", OFFICE)
FRIDAY = Holiday(date(2026, 12, 25), name="Christmas Day")


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("calendar", "told", "shown"),
    [
        pytest.param(
            BERLIN_NIGHT, "2026-06-03T12:00+02:00", "2026-06-03T22:00+02:00", id="before the night"
        ),
        pytest.param(
            BERLIN_NIGHT, "2026-06-03T23:30+02:00", "2026-06-03T23:30+02:00", id="before midnight"
        ),
        pytest.param(
            BERLIN_NIGHT, "2026-06-04T00:00+02:00", "2026-06-04T00:00+02:00", id="at midnight"
        ),
        pytest.param(
            BERLIN_NIGHT, "2026-06-04T06:00+02:00", "2026-06-04T22:00+02:00", id="as the night ends"
        ),
        pytest.param(
            BERLIN_NIGHT, "2026-10-25T02:30+01:00", "2026-10-25T02:30+01:00", id="the hour comes twice"
        ),
        pytest.param(
            BERLIN_NIGHT, "2026-10-25T06:00+01:00", "2026-10-25T22:00+01:00", id="after a long night"
        ),
        pytest.param(
            BERLIN_EARLY, "2026-03-29T01:00+01:00", "2026-03-29T03:00+02:00", id="an hour is missing"
        ),
        pytest.param(
            NEW_YORK, "2026-03-06T18:00-05:00", "2026-03-09T09:00-04:00", id="over a weekend"
        ),
        pytest.param(
            KOLKATA, "2026-06-03T03:29:59+00:00", "2026-06-03T03:30+00:00", id="half an hour off"
        ),
        pytest.param(
            Calendar("Europe/Berlin", OFFICE, holidays=(FRIDAY,)),
            "2026-12-24T17:00+01:00", "2026-12-28T09:00+01:00", id="over a holiday",
        ),
    ],
)  # fmt: skip
def test_what_is_told_waits_for_working_time(crew: Crew, calendar: Calendar, told: str, shown: str) -> None:
    admin, work = crew.of_role(Role.ADMIN), crew.desk.sla_admin
    crew.clock.set(_at("2026-03-01T00:00+00:00"))
    hours = work.publish_calendar(admin, None, "Shift", calendar)
    work.set_person_hours(admin, crew.agent.person_id, hours)
    crew.clock.set(_at(told))
    crew.log(crew.supervisor, group_id=crew.service_desk, assignee_id=crew.agent.person_id)
    (notice,) = crew.desk.notifications.mine(crew.agent)
    assert notice.deliver_at == _at(shown)
    waits = crew.desk.notifications.pending(crew.agent).due_in
    assert waits == _at(shown) - _at(told)
    if notice.deliver_at > _at(told):
        assert crew.desk.notifications.claim_due(crew.agent) == ()
    crew.clock.set(_at(shown))
    assert len(crew.desk.notifications.claim_due(crew.agent)) == 1


def test_what_is_done_to_many_is_claimed_in_one_go(crew: Crew) -> None:
    """So that a window says it in one message, and not one after another."""
    ids = tuple(crew.log(group_id=crew.service_desk).id for _ in range(60))
    crew.desk.incidents.set_many(crew.supervisor, ids, {"assignee_id": crew.agent.person_id})
    assert len(crew.desk.notifications.claim_due(crew.agent)) == 60
    assert crew.desk.notifications.claim_due(crew.agent) == ()
