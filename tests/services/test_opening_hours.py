"""Whether the desk is open by its own calendar, and until when."""

from datetime import datetime

import pytest

from app.domain.calendar import ALWAYS_WEEK, Calendar, Span
from app.domain.vocabulary import Role
from tests.support.crew import Crew

HOUR = 3600
OFFICE = Calendar("Europe/Berlin", (*((Span(9 * HOUR, 17 * HOUR),),) * 5, (), ()))


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


@pytest.mark.parametrize(
    ("now", "is_open", "changes"),
    [
        ("2026-06-03T12:00+02:00", True, "2026-06-03T17:00+02:00"),
        ("2026-06-03T17:00+02:00", False, "2026-06-04T09:00+02:00"),
        ("2026-06-05T18:00+02:00", False, "2026-06-08T09:00+02:00"),
    ],
)
def test_it_goes_by_the_calendar_of_the_desk(crew: Crew, now: str, changes: str, *, is_open: bool) -> None:
    admin, work = crew.of_role(Role.ADMIN), crew.desk.sla_admin
    crew.clock.set(_at("2026-03-01T00:00+00:00"))
    work.set_default_calendar(admin, work.publish_calendar(admin, None, "Berlin", OFFICE))
    crew.clock.set(_at(now))
    found = crew.desk.sla.opening(crew.agent)
    assert found is not None
    assert (found.calendar, found.is_open, found.changes_at) == ("Berlin", is_open, _at(changes))


def test_a_desk_that_is_always_open_never_closes(crew: Crew) -> None:
    admin, work = crew.of_role(Role.ADMIN), crew.desk.sla_admin
    work.set_default_calendar(admin, work.publish_calendar(admin, None, "Night and day", Calendar("UTC", ALWAYS_WEEK)))
    found = crew.desk.sla.opening(crew.agent)
    assert found is not None
    assert (found.is_open, found.changes_at) == (True, None)
