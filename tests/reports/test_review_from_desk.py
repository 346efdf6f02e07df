"""From the desk's review to the document: nothing invented, every time traced."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pypdf
import pytest

from app.domain.lifecycle import Step
from app.domain.review import ReviewPart, entry_reference
from app.domain.vocabulary import LinkKind, State
from app.reports.review.document import ReviewStatus
from app.reports.review.from_desk import document_of, file_name
from app.reports.review.pdf import build_review_pdf
from app.services.escalation.dto import MajorDecision
from app.services.incidents.dto import NewIncident, NewLink, Post
from app.services.reviews.dto import ReviewEdit, Value
from tests.services.review_desk import ReviewDesk, make_review_desk
from tests.support.clock import FrozenClock


@pytest.fixture
def made(sqlite_database_url: str, clock: FrozenClock) -> Iterator[ReviewDesk]:
    desk = make_review_desk(sqlite_database_url, clock)
    yield desk
    desk.desk.close()


def test_phases_and_people_come_from_the_journal(made: ReviewDesk) -> None:
    document = document_of(made.begin())
    bars = [(bar.row, bar.label) for bar in document.bars]
    assert bars == [
        ("Phase", "New, 15 min"),
        ("Phase", "In progress, 1 h 30 min"),
        ("Phase", "Resolved, 1 h 00 min"),
        ("Phase", "Reopened, 1 h 00 min"),
        ("Impact", "Users affected"),
        ("People", "Service Desk"),
        ("People", "Network"),
    ]
    assert [milestone.letter for milestone in document.milestones] == ["A", "B", "C", "D", "E"]


def test_stakeholder_updates_are_printed_with_how_many_read_them(made: ReviewDesk) -> None:
    desk = made.desk
    desk.incidents.step(made.agent, made.incident_id, Step(State.IN_PROGRESS, reason="Again", comment="Again"))
    decision = MajorDecision(made.supervisor.person_id, "Every dock is hit", "No lorry is loaded")
    desk.major_work.accept(made.supervisor, made.incident_id, decision)
    child = desk.incidents.create(made.agent, NewIncident(desk.new_id(), "No scanner", made.requester.person_id))
    desk.incidents.link(made.agent, NewLink(desk.new_id(), child.id, made.incident_id, LinkKind.PARENT))
    due = made.clock.now() + timedelta(hours=1)
    post = Post(desk.new_id(), "Scanners are down.\nWe restart them.", public=True, to_stakeholders=True)
    desk.incidents.post(made.agent, made.incident_id, replace(post, next_update_at=due))
    printed = pypdf.PdfReader(io.BytesIO(build_review_pdf(document_of(made.begin())))).pages
    words = " ".join(" ".join(page.extract_text() for page in printed).split())
    assert "Stakeholder update to 1 caller: Scanners are down. We restart them. Update" in words
    assert "followed" not in words
    assert "update_reached" not in words
    ref = desk.reviews_admin.begin(made.agent, child.id, desk.new_id())
    printed = pypdf.PdfReader(io.BytesIO(build_review_pdf(document_of(made.detail(ref.id))))).pages
    words = " ".join(" ".join(page.extract_text() for page in printed).split())
    assert "Stakeholder update of INC-000001: Scanners are down." in words


def test_the_anchor_of_the_trail_stands_at_the_foot_of_each_page(made: ReviewDesk) -> None:
    detail = made.begin()
    anchor = made.desk.audit_admin.take_anchor(made.admin)
    assert made.desk.audit.last_anchor(made.agent) == anchor
    pages = pypdf.PdfReader(io.BytesIO(build_review_pdf(document_of(detail, anchor)))).pages
    assert len(pages) > 1
    for page in pages:
        assert f"Audit anchor {anchor.short} of {anchor.at:%Y-%m-%d}" in page.extract_text()
    assert (
        "Audit anchor" not in pypdf.PdfReader(io.BytesIO(build_review_pdf(document_of(detail)))).pages[0].extract_text()
    )


def test_every_event_names_its_journal_entry_or_its_author(made: ReviewDesk) -> None:
    detail = made.begin()
    at = detail.content.events[0].occurred_at + timedelta(minutes=1)
    values: dict[str, Value] = {"occurred_at": at, "body": "First failed scan"}
    made.desk.reviews_admin.add(made.agent, detail.content.id, ReviewPart.EVENT, made.desk.new_id(), values)
    detail = made.detail(detail.content.id)
    journal = {item.id: item.occurred_at for item in detail.incident.journal}
    for event in document_of(detail).events:
        if event.entry_id is None:
            assert event.source == "Own entry, Priya Nair"
        else:
            assert event.at == journal[event.entry_id]
            assert event.source.endswith(entry_reference(event.entry_id))


def test_key_numbers_are_written_ones_first_then_counted_ones(made: ReviewDesk) -> None:
    content = made.begin().content
    assert [number.value for number in document_of(made.detail(content.id)).key_numbers] == [
        "3 h 45 min", "1 ×", "5 min", "1 ×",
    ]  # fmt: skip
    edits = {
        "people_affected": ReviewEdit(None, 80),
        "business_effect": ReviewEdit("", "3 trucks delayed by 95 minutes"),
    }
    made.desk.reviews_admin.edit(made.agent, content.id, edits)
    detail = made.detail(content.id)
    detail = replace(detail, incident=detail.incident._replace(made_sla=False))
    numbers = document_of(detail).key_numbers
    assert [(number.value, number.failed) for number in numbers] == [
        ("3 h 45 min", False), ("80", False), ("3 trucks", False), ("Missed", True),
    ]  # fmt: skip


def test_a_published_review_prints_the_same_whatever_happens_to_the_incident(made: ReviewDesk) -> None:
    detail = made.publish()
    before = document_of(detail)
    assert before.status is ReviewStatus.PUBLISHED
    made.clock.advance(hours=2)
    made.desk.incidents.step(made.agent, made.incident_id, Step(State.IN_PROGRESS, reason="Again"))
    made.desk.incidents.override_priority(made.supervisor, made.incident_id, 1, "Whole site")
    made.clock.advance(days=30)
    assert document_of(made.detail(detail.content.id)) == before
    assert before.severity == "P5, planning"


def test_overdue_actions_are_told_by_days(made: ReviewDesk) -> None:
    detail = made.finished()
    made.clock.advance(days=11)
    assert document_of(made.detail(detail.content.id)).actions[0].overdue_days == 4


def test_luck_is_named_as_luck(made: ReviewDesk) -> None:
    content = made.begin().content
    values = {"kind": "lucky", "body": "The vendor was in the house"}
    made.desk.reviews_admin.add(made.agent, content.id, ReviewPart.LESSON, made.desk.new_id(), values)
    assert document_of(made.detail(content.id)).went_well == ("By luck: The vendor was in the house",)


def test_the_file_is_named_by_number_day_and_version(made: ReviewDesk) -> None:
    assert file_name(made.begin()) == "PIR_INC-000001_2026-03-02_v1.pdf"
