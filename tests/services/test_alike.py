"""Incidents like a text, found by the words they share, within what the reader may see."""

from app.domain.vocabulary import State
from app.services.incidents.dto import IncidentRef
from app.services.suggestions.dto import AlikeFound, AlikeQuery
from tests.support.crew import Crew

TITLE = "Scanner at dock 4 loses its connection"


def ask(crew: Crew, title: str = TITLE, **more: object) -> AlikeFound:
    return crew.desk.suggestions.alike(crew.agent, AlikeQuery(title, **more))  # type: ignore[arg-type]  # values of a test


def numbers(found: AlikeFound) -> tuple[list[int], list[int]]:
    return [each.number for each in found.open], [each.number for each in found.resolved]


def desk_of(crew: Crew) -> tuple[IncidentRef, IncidentRef, IncidentRef]:
    """One that is open, one that was resolved, one of something else."""
    known = crew.bring_to(crew.log(short_description="Connection lost on scanner, dock 2"), State.RESOLVED)
    same = crew.log(short_description="Scanners at the dock lose connection", service_id=crew.service)
    other = crew.log(short_description="Payroll export has an empty column")
    return same, known, other


def test_open_ones_and_what_resolved_others_are_found_with_their_reasons(crew: Crew) -> None:
    same, known, _other = desk_of(crew)
    found = ask(crew, service_id=crew.service, caller_id=crew.requester.person_id)
    assert numbers(found) == ([same.number], [known.number])
    twin, helped = found.open[0], found.resolved[0]
    assert set(twin.words) == {"scanner", "dock", "loses", "connection"}, "other forms of a word count as the word"
    assert twin.same_service
    assert twin.same_caller
    assert twin.reasons().endswith("same service · same requester")
    assert 0.35 <= helped.likeness < twin.likeness <= 1
    assert (helped.resolution_code, helped.resolution_notes) == ("solution_provided", "Cleared the jam.")


def test_an_incident_is_not_like_itself(crew: Crew) -> None:
    same, _known, _other = desk_of(crew)
    found = ask(crew, "Scanners at the dock lose connection", incident_id=same.id)
    assert found.open == ()


def test_nothing_is_like_what_says_nothing(crew: Crew) -> None:
    desk_of(crew)
    for title in ("", "!!", "a", "Coffee machine is cold", "x" * 10_000, 'AND "OR* NOT(', "\ud83d\ude00 \u202escan"):
        assert ask(crew, title) == AlikeFound()


def test_one_shared_word_is_an_accident(crew: Crew) -> None:
    desk_of(crew)
    assert ask(crew, "Scanner for passports wanted") == AlikeFound()
    assert numbers(ask(crew, "scanner"))[0], "unless it is all that was said"


def test_what_one_may_not_see_is_like_nothing(crew: Crew) -> None:
    same, known, _other = desk_of(crew)
    for ref in (same, known):
        crew.write("incident", ref, restricted_group_id=crew.network)
    assert ask(crew) == AlikeFound()
    seen = crew.desk.suggestions.alike(crew.engineer, AlikeQuery(TITLE))
    assert numbers(seen) == ([same.number], [known.number])


def test_resolved_ones_hint_at_impact_and_urgency(crew: Crew) -> None:
    for _ in range(6):
        ref = crew.log(short_description="Scanner at dock 3 offline", group_id=crew.service_desk, impact=1, urgency=2)
        crew.bring_to(ref, State.RESOLVED)
    hints = ask(crew, "Scanner at dock 3 offline").hints
    assert [(each.field, each.level, each.like, each.among) for each in hints] == [
        ("impact", 1, 6, 6),
        ("urgency", 2, 6, 6),
    ]
