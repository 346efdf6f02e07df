"""Publishing calendars and policies: versions, refusals, what open incidents make of it, and whose hours are whose."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from app.domain.calendar import CLOSED_WEEK, WHOLE_DAY, Calendar, Holiday, Span
from app.domain.errors import BadInput, NotAllowed, NotFound, Refused
from app.domain.instants import HOUR
from app.domain.sla.policy import Clock, Policy
from app.services.sla.books import DESK, IMPORTED
from app.services.sla.settings_dto import BookView, CalendarView
from tests.support.clock_desk import computed_rows, kept_rows, with_policies
from tests.support.crew import Crew

LONG_DAYS = (*[(Span(6 * 3600, 22 * 3600),)] * 5, (), ())


@pytest.fixture
def sla(crew: Crew) -> Crew:
    return with_policies(crew)


def calendar_named(crew: Crew, name: str) -> CalendarView:
    return next(each for each in crew.desk.sla_settings.calendars(crew.agent) if each.name == name)


def book(crew: Crew, policy_set: str = DESK) -> BookView:
    return crew.desk.sla_settings.books(crew.agent, policy_set)[-1]


def resolution_due(crew: Crew, incident_id: str) -> datetime | None:
    return kept_rows(crew)[incident_id]["resolution_due_at"]  # type: ignore[no-any-return]  # a column of the cache


def test_a_new_desk_shows_its_calendars_and_what_counts_by_them(sla: Crew) -> None:
    office = calendar_named(sla, "Office hours")
    assert (office.version, office.is_default) == (1, True)
    assert office.used_by == ("policy Moderate", "policy Low")
    assert [policy.name for policy in book(sla).policies] == ["Critical", "High", "Moderate", "Low"]


def test_a_calendar_is_published_and_open_incidents_follow(sla: Crew) -> None:
    ref = sla.log(impact=2, urgency=2)
    before = resolution_due(sla, ref.id)
    office = calendar_named(sla, "Office hours")
    longer = replace(office.calendar, week=LONG_DAYS)
    admin = sla.desk.sla_admin
    assert admin.publish_calendar(sla.supervisor, office.id, "Office hours", longer, None, " Longer days ") == office.id
    after = resolution_due(sla, ref.id)
    assert before is not None
    assert after is not None
    assert after < before
    assert kept_rows(sla) == computed_rows(sla)
    versions = sla.desk.sla_settings.calendar_versions(sla.agent, office.id)
    assert [version.number for version in versions] == [1, 2]
    assert (versions[1].note, versions[1].created_by_name) == ("Longer days", sla.supervisor.name)
    assert versions[0].calendar.week == office.calendar.week


def test_a_version_may_hold_from_later_on_but_not_from_before(sla: Crew) -> None:
    office = calendar_named(sla, "Office hours")
    admin, now = sla.desk.sla_admin, sla.clock.now()
    later = now + timedelta(days=7)
    changed = replace(office.calendar, week=LONG_DAYS)
    admin.publish_calendar(sla.admin, office.id, "Office hours", changed, later)
    assert calendar_named(sla, "Office hours").effective_from == later
    with pytest.raises(BadInput, match="is to come"):
        admin.publish_calendar(sla.admin, office.id, "Office hours", office.calendar, None)
    with pytest.raises(BadInput, match="has passed"):
        admin.publish_calendar(sla.admin, office.id, "Office hours", changed, now - timedelta(hours=1))
    with pytest.raises(NotFound):
        admin.publish_calendar(sla.admin, sla.desk.new_id(), "Nowhere", changed, None)


def test_a_new_calendar_needs_hours_and_a_name_of_its_own(sla: Crew) -> None:
    admin = sla.desk.sla_admin
    with pytest.raises(Refused, match="never opens"):
        admin.publish_calendar(sla.admin, None, "Closed", Calendar("UTC", CLOSED_WEEK))
    with pytest.raises(BadInput, match="already"):
        admin.publish_calendar(sla.admin, None, "Office hours", Calendar("UTC", LONG_DAYS))
    with pytest.raises(BadInput, match="name"):
        admin.publish_calendar(sla.admin, None, "  ", Calendar("UTC", LONG_DAYS))
    christmas = (Holiday(date(2026, 12, 25), WHOLE_DAY, "Christmas"),)
    made = Calendar("Europe/Lisbon", LONG_DAYS, christmas)
    made_id = admin.publish_calendar(sla.admin, None, "Lisbon", made)
    found = calendar_named(sla, "Lisbon")
    assert (found.id, found.calendar, found.used_by) == (made_id, made, ())


def test_policies_are_published_in_versions(sla: Crew) -> None:
    policies = book(sla).policies
    quicker = replace(policies[2], targets={**policies[2].targets, Clock.RESOLUTION: 9 * HOUR})
    new = Policy("made-by-the-window", 0, "Docks", {Clock.RESPONSE: HOUR}, quicker.calendar_id)
    changed = (*policies[:2], quicker, policies[3])
    assert sla.desk.sla_admin.publish_book(sla.admin, DESK, changed, False, "Moderate in a day") == 2
    now = book(sla)
    assert [(policy.name, policy.version) for policy in now.policies] == [
        ("Critical", 1),
        ("High", 1),
        ("Moderate", 2),
        ("Low", 1),
    ]
    with pytest.raises(Refused, match="never attaches"):
        sla.desk.sla_admin.publish_book(sla.admin, DESK, (new, *now.policies), False)
    assert sla.desk.sla_admin.publish_book(sla.admin, DESK, (*now.policies, new), False) == 3
    assert book(sla).policies[-1].policy_id != "made-by-the-window"


def test_open_incidents_keep_their_terms_unless_told_otherwise(sla: Crew) -> None:
    ref = sla.log(impact=2, urgency=2)
    before = resolution_due(sla, ref.id)
    policies = book(sla).policies
    quicker = replace(policies[2], targets={Clock.RESOLUTION: 2 * HOUR})
    changed = (*policies[:2], quicker, policies[3])
    settings, admin = sla.desk.sla_settings, sla.desk.sla_admin
    preview = settings.preview_book(sla.supervisor, DESK, changed)
    assert {(change.number, change.clock) for change in preview} == {
        (ref.number, "response"),
        (ref.number, "resolution"),
    }
    promised = next(change for change in preview if change.clock == "resolution")
    assert promised.before == before
    sla.clock.advance(minutes=1)
    admin.publish_book(sla.supervisor, DESK, changed, False)
    assert resolution_due(sla, ref.id) == before
    sla.clock.advance(minutes=1)
    admin.publish_book(sla.supervisor, DESK, changed, True)
    assert resolution_due(sla, ref.id) == promised.after
    assert kept_rows(sla) == computed_rows(sla)


def test_a_set_without_policies_takes_the_samples(sla: Crew) -> None:
    assert sla.desk.sla_settings.books(sla.agent, IMPORTED) == ()
    sla.desk.sla_admin.use_sample_policies(sla.admin, IMPORTED)
    assert len(book(sla, IMPORTED).policies) == 4
    with pytest.raises(BadInput, match="no set"):
        sla.desk.sla_admin.use_sample_policies(sla.admin, "others")


def test_groups_and_people_have_hours(sla: Crew) -> None:
    office = calendar_named(sla, "Office hours")
    admin, settings = sla.desk.sla_admin, sla.desk.sla_settings
    admin.set_group_hours(sla.admin, sla.service_desk, office.id, sla.network)
    admin.set_person_hours(sla.admin, sla.agent.person_id, office.id)
    desk = next(each for each in settings.group_hours(sla.agent) if each.group_id == sla.service_desk)
    assert (desk.calendar_id, desk.next_group_id) == (office.id, sla.network)
    people = {each.person_id: each.calendar_id for each in settings.person_hours(sla.agent)}
    assert (people[sla.agent.person_id], people[sla.engineer.person_id]) == (office.id, None)
    assert sla.requester.person_id not in people
    admin.set_group_hours(sla.admin, sla.service_desk, None, None)
    admin.set_person_hours(sla.admin, sla.agent.person_id, None)
    assert not any(each.calendar_id for each in settings.group_hours(sla.agent))
    with pytest.raises(BadInput, match="itself"):
        admin.set_group_hours(sla.admin, sla.network, office.id, sla.network)


def test_agents_read_and_do_not_publish(sla: Crew) -> None:
    office = calendar_named(sla, "Office hours")
    with pytest.raises(NotAllowed):
        sla.desk.sla_admin.publish_calendar(sla.agent, office.id, "Office hours", office.calendar)
    with pytest.raises(NotAllowed):
        sla.desk.sla_admin.publish_book(sla.agent, DESK, (), False)
    with pytest.raises(NotAllowed):
        sla.desk.sla_settings.calendars(sla.requester)


def test_lists_of_holidays_are_offered_for_review(crew: Crew) -> None:
    settings = crew.desk.sla_settings
    assert ("DE", "Germany") in settings.holiday_countries(crew.agent)
    assert ("BY", "Bayern") in settings.holiday_regions(crew.agent, "DE")
    country = settings.holiday_list(crew.agent, "DE", None, (2026,))
    bavaria = settings.holiday_list(crew.agent, "DE", "BY", (2026,))
    assert Holiday(date(2026, 12, 25), WHOLE_DAY, "Christmas Day") in country
    assert {holiday.day for holiday in country} < {holiday.day for holiday in bavaria}
    with pytest.raises(BadInput, match="no list of holidays"):
        settings.holiday_list(crew.agent, "XX", None, (2026,))
    with pytest.raises(BadInput, match="Germany"):
        settings.holiday_list(crew.agent, "DE", "Nowhere", (2026,))


def test_observed_days_are_days_of_the_list(crew: Crew) -> None:
    # 1 January 2022 was a Saturday: the day off was the Friday before, in the list of the year before.
    days = {each.day for each in crew.desk.sla_settings.holiday_list(crew.agent, "US", None, (2021,))}
    assert date(2021, 12, 31) in days
