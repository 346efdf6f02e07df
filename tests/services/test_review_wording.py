"""A journal entry in one line of the timeline."""

from collections.abc import Iterator

import pytest

from app.domain.review import entry_reference
from app.domain.vocabulary import EntryKind
from app.services.incidents.dto import Change, IncidentDetail, JournalItem
from app.services.reviews.prefill import factual_summary
from app.services.reviews.wording import LINE_LIMIT, event_source, event_text
from tests.services.review_desk import make_review_desk
from tests.support.clock import FrozenClock


@pytest.fixture
def about(sqlite_database_url: str, clock: FrozenClock) -> Iterator[IncidentDetail]:
    made = make_review_desk(sqlite_database_url, clock)
    yield made.desk.incident.detail(made.agent, made.incident_id)
    made.desk.close()


def entry(
    about: IncidentDetail, kind: str, *changes: Change, body: str | None = None, source: str | None = None
) -> JournalItem:
    template = about.journal[0]
    return template._replace(kind=kind, changes=changes, body=body, source=source)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ((Change("state", "new", "in_progress"),), "Work began"),
        ((Change("state", "on_hold", "in_progress"),), "Work resumed"),
        ((Change("state", "closed", "in_progress"),), "Reopened"),
        (
            (Change("state", "new", "on_hold"), Change("hold_reason", None, "awaiting_vendor")),
            "Put on hold, awaiting vendor",
        ),
        (
            (Change("state", "in_progress", "resolved"), Change("resolution_code", None, "Own code")),
            "Resolved, own code",
        ),
        (
            (Change("assignee_id", "Dana", None), Change("group_id", "Desk", "Network")),
            "Assignment group: Desk → Network",
        ),
        (
            (Change("assignee_id", None, "Tomás"), Change("group_id", "Desk", "Network")),
            "Assignment group: Desk → Network; Assignee: Tomás",
        ),
        ((Change("made_sla", "true", "false"),), "service level missed"),
        (
            (Change("state", "new", "on_hold"), Change("hold_reason", None, "not_recorded")),
            "Put on hold, reason not recorded",
        ),
        (
            (Change("hold_reason", "awaiting_problem", "awaiting_caller"),),
            "Waits for: Awaiting problem → Awaiting caller",
        ),
        (
            (Change("promised_resolution", None, "2026-03-02T09:00:00+00:00"),),
            "Resolution promised for: 2026-03-02 09:00 UTC",
        ),
        ((Change("link_parent", None, "INC-000007"),), "Made a child of INC-000007"),
        ((Change("link_duplicate_of", "INC-000007", None),), "Link to INC-000007 removed"),
        (
            (Change("major_state", "proposed", "accepted"), Change("major_lead_id", None, "Sven")),
            "Accepted as a major incident, led by Sven",
        ),
        ((Change("channel", "phone", "walk_in"),), "Channel: Phone → Walk-in"),
    ],
)
def test_what_changed_is_said_in_words(about: IncidentDetail, changes: tuple[Change, ...], expected: str) -> None:
    assert event_text(entry(about, EntryKind.STATE, *changes), about) == expected


@pytest.mark.parametrize(
    ("kind", "changes", "body", "expected"),
    [
        (
            EntryKind.REVIEW,
            (Change("review_cause_claim", None, "Nobody owns it"),),
            "Version 1, cause 1 added",
            "Post-incident review: Version 1, cause 1 added",
        ),
        (EntryKind.SLA, (), "The response clock reached 50 %.", "The response clock reached 50 %."),
        (EntryKind.ESCALATION, (), "Paged level 1 again.", "Paged level 1 again."),
    ],
)
def test_what_the_program_wrote_is_told_as_it_wrote_it(
    about: IncidentDetail, kind: EntryKind, changes: tuple[Change, ...], body: str, expected: str
) -> None:
    assert event_text(entry(about, kind, *changes, body=body), about) == expected


def test_a_message_keeps_its_first_line_and_no_more_than_fits(about: IncidentDetail) -> None:
    text = event_text(entry(about, EntryKind.WORK_NOTE, body="one\ntwo " + "x" * 500), about)
    assert text.startswith("Work note: one two x")
    assert len(text) <= LINE_LIMIT + len("Work note: ")
    assert text.endswith("…")


def test_the_source_is_named_in_a_word(about: IncidentDetail) -> None:
    assert event_source(entry(about, EntryKind.LOGGED), about) == "Phone"
    assert event_source(entry(about, EntryKind.WORK_NOTE), about) == "Note"
    assert event_source(entry(about, EntryKind.STATE, source="servicenow-log"), about) == "Import"


def test_entries_of_one_import_are_told_apart_by_their_references() -> None:
    assert entry_reference("0153324647a073fb8c695c68a0006000") != entry_reference("0153324647a073fb8c695c68a0007000")


def test_the_facts_make_a_summary(about: IncidentDetail) -> None:
    assert factual_summary(about) == (
        "Scanners offline at Dock 3. It was resolved 3 hours and 45 minutes after it was reported,"
        " after having been reopened once. It was handed to another assignment group once."
    )
    assert factual_summary(about._replace(made_sla=False)).endswith("The service level was missed.")
    assert "not resolved yet" in factual_summary(about._replace(resolved_at=None, closed_at=None))
