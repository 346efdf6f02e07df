"""A review is printed in the language of the reader, and every figure in it is the same."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pypdf
import pytest

from app.domain.review import ActionStatus
from app.domain.wording import day_words
from app.reports.review.document import ReviewStatus
from app.reports.review.from_desk import document_of
from app.reports.review.pdf import build_review_pdf
from app.reports.times import date_and_clock, long_date
from tests.services.review_desk import ReviewDesk, make_review_desk
from tests.support.clock import FrozenClock
from tests.support.german import in_german
from tests.support.review_sample import sample_review


@pytest.fixture
def made(sqlite_database_url: str, clock: FrozenClock) -> Iterator[ReviewDesk]:
    desk = make_review_desk(sqlite_database_url, clock)
    yield desk
    desk.desk.close()


def printed(pdf: bytes) -> str:
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_what_the_program_says_is_german_and_what_people_wrote_is_theirs() -> None:
    review = sample_review(status=ReviewStatus.DRAFT)
    with in_german():
        pdf = build_review_pdf(review)
        again = build_review_pdf(review)
    assert pdf == again
    text = printed(pdf)
    for said in (
        "Kurzfassung",
        "Zeitleiste",
        "Ereignisprotokoll",
        "Seite 1 von 3",
        "Entwurf",
        "Donnerstag, 5. März 2026",
    ):
        assert said in text
    for kept in (review.title, review.causes[0].claim, review.actions[0].action):
        assert kept in text
    for english in ("Executive summary", "Timeline", "Page", "Draft", "Signed", "Times are", "Post-incident review"):
        assert english not in text
    assert pypdf.PdfReader(io.BytesIO(pdf)).root_object.get("/Lang", "") == "de"


def test_a_review_of_the_desk_has_the_figures_of_the_english_one(made: ReviewDesk) -> None:
    detail = made.begin()
    english = document_of(detail)
    with in_german():
        german = document_of(detail)
    assert [bar.row for bar in german.bars] == ["Phase"] * 4 + ["Auswirkung", "Personen", "Personen"]
    assert german.bars[2].label == "Gelöst, 1 h 00 min"
    assert [number.value for number in german.key_numbers] == [number.value for number in english.key_numbers]
    assert german.key_numbers[0].label == "Dauer der Auswirkung"
    plain = [replace(each, bars=(), facts=(), key_numbers=(), clocks=(), severity="") for each in (german, english)]
    assert [re.findall(r"\d+", fact.value) for fact in german.facts[1:]] == [
        re.findall(r"\d+", fact.value) for fact in english.facts[1:]
    ]
    told = [(event.at, event.text, event.letter, event.entry_id) for event in german.events]
    assert told == [(event.at, event.text, event.letter, event.entry_id) for event in english.events]
    assert {event.source.split()[0] for event in german.events} == {"Antwort", "Telefon", "Ticket"}
    assert replace(plain[0], events=()) == replace(plain[1], events=())


def test_days_are_written_by_the_language() -> None:
    moment = datetime(2026, 3, 5, 8, 5, tzinfo=UTC)
    assert day_words(date(2026, 11, 23), "dddd d MMMM yyyy, MMM") == "Monday 23 November 2026, Nov"
    with in_german():
        assert long_date(date(2026, 11, 23)) == "Montag, 23. November 2026"
        assert date_and_clock(moment) == "5. März 2026, 08:05"


def test_a_state_is_no_button() -> None:
    assert ActionStatus.OPEN.label == "Open"
    with in_german():
        assert ActionStatus.OPEN.label == "Offen"
