"""The clocks in a review: the words of the window, as they stood when the document was finished."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from app.domain.instants import micros
from app.domain.lifecycle import Step
from app.domain.sla.display import standing
from app.domain.vocabulary import State
from app.reports.review.document import Clock
from app.reports.review.from_desk import document_of
from app.services.incidents.dto import NewIncident
from app.services.reviews.dto import ReviewDetail
from tests.services.review_desk import ReviewDesk, make_review_desk
from tests.support.clock import FrozenClock

RESOLVE = Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes="Rolled back.")


@pytest.fixture
def made(sqlite_database_url: str, clock: FrozenClock) -> Iterator[ReviewDesk]:
    desk = make_review_desk(sqlite_database_url, clock)
    yield desk
    desk.desk.close()


def p1(made: ReviewDesk) -> str:
    """An incident of priority 1, for which the samples promise an answer in 15 minutes and a resolution in 4 hours."""
    new = NewIncident(made.desk.new_id(), "Billing is down", made.requester.person_id, impact=1, urgency=1)
    made.desk.incidents.create(made.agent, new)
    made.desk.incidents.edit(made.agent, new.id, {})
    made.incident_id = new.id
    return new.id


def resolved(made: ReviewDesk, **after: float) -> ReviewDetail:
    p1(made)
    made.clock.advance(**after)
    made.desk.incidents.step(made.agent, made.incident_id, RESOLVE)
    made.clock.advance(minutes=1)
    return made.begin()


def shown(detail: ReviewDetail) -> dict[str, Clock]:
    return {clock.name: clock for clock in document_of(detail).clocks}


def test_an_incident_without_a_target_has_no_clocks(made: ReviewDesk) -> None:
    assert document_of(made.begin()).clocks == ()


def test_a_clock_reads_as_it_does_in_the_window(made: ReviewDesk) -> None:
    detail = resolved(made, hours=4, minutes=56)
    found = shown(detail)["Resolution"]
    assert (found.target, found.verdict, found.met, found.used) == ("target 4 h", "Missed by 56 min", False, "4 h 56 m")
    assert (found.used_seconds, found.target_seconds) == (4.0 * 3600 + 56 * 60, 4.0 * 3600)
    clocks = made.desk.sla.clocks(made.agent, made.incident_id)
    hours = made.desk.sla.timelines(made.agent)
    in_window = [
        standing(view.face, micros(clocks.now), hours[view.calendar_id], exact=True).text
        for view in clocks.clocks
        if view.face.target is not None and view.face.phase == "stopped"
    ]
    assert [clock.verdict for clock in document_of(detail).clocks] == in_window


def test_the_outcome_is_a_key_number_a_sentence_and_a_line_in_the_chart(made: ReviewDesk) -> None:
    detail = resolved(made, hours=4, minutes=56)
    document = document_of(detail)
    number = document.key_numbers[-1]
    assert (number.value, number.label, number.failed) == ("Missed", "resolution target of 4 h, by 56 min", True)
    assert "The resolution target of 4 h was missed by 56 min." in detail.facts
    assert document.target is not None
    assert document.target.at == detail.incident.reported_at + timedelta(hours=4)
    in_time = resolved(made, hours=2, minutes=8)
    number = document_of(in_time).key_numbers[-1]
    assert (number.value, number.label, number.failed) == ("Met", "resolution target of 4 h, in 2 h 08 m", False)
    assert document_of(in_time).target is None, "the target lies after the end of what is charted"
    assert "The resolution target of 4 h was met." in in_time.facts


def test_what_is_not_decided_has_neither_mark(made: ReviewDesk) -> None:
    p1(made)
    made.clock.advance(minutes=10)
    made.desk.incidents.edit(made.agent, made.incident_id, {})
    found = shown(made.begin())["Resolution"]
    assert (found.met, found.verdict) == (None, "3 h 50 m left")


def test_a_published_review_keeps_the_clocks_that_it_was_published_with(made: ReviewDesk) -> None:
    resolved(made, hours=2)
    published = made.publish()
    before = document_of(published)
    made.clock.advance(hours=3)
    made.desk.incidents.step(made.agent, made.incident_id, Step(State.IN_PROGRESS, reason="Down again"))
    made.clock.advance(hours=9)
    made.desk.incidents.step(made.agent, made.incident_id, RESOLVE)
    after = made.detail(published.content.id)
    assert document_of(after) == before
    assert shown(after)["Resolution"].met


def test_a_due_date_by_hand_is_measured_on_the_wall(made: ReviewDesk) -> None:
    p1(made)
    due = made.clock.now() + timedelta(hours=10)
    made.desk.sla_admin.promise(made.supervisor, made.incident_id, "resolution", due, "Agreed with the board")
    made.clock.advance(hours=6)
    made.desk.incidents.step(made.agent, made.incident_id, RESOLVE)
    found = shown(made.begin())["Resolution"]
    assert (found.target, found.met, found.used_seconds, found.target_seconds) == (
        "promised by hand", True, 6 * 3600.0, 10 * 3600.0,
    )  # fmt: skip
