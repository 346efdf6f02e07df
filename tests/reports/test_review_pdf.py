"""The printed post-incident review, read back from its bytes."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pypdf
import pytest

from app.reports.preview import draw_page, page_count
from app.reports.progress import ReportCancelledError
from app.reports.review.document import (
    Bar,
    BarStyle,
    Event,
    Milestone,
    ReviewDocument,
    ReviewStatus,
    TargetMark,
)
from app.reports.review.pdf import build_review_pdf
from app.reports.styles import SIDE, Paper
from tests.support.review_sample import at, sample_review

HOSTILE = (
    '<b>bold</b> & <img src="/etc/passwd"> \u0627\u0644\u0633\u0644\u0627\u0645 \u05e9\u05dc\u05d5\u05dd'
    " 日本語 한국어 \U0001f600\U0001f468\u200d\U0001f469 \x07\x00\ud800\u202e हिन्दी " + "x" * 300
)


def read(document: ReviewDocument, paper: Paper = Paper.A4) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(build_review_pdf(document, paper)))


def words(document: ReviewDocument, paper: Paper = Paper.A4) -> str:
    pages = "\n".join(page.extract_text() for page in read(document, paper).pages)
    return " ".join(pages.split())


def fonts(reader: pypdf.PdfReader) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for page in reader.pages:
        listed: Any = page["/Resources"]
        for reference in listed["/Font"].values():
            font = reference.get_object()
            found[font["/BaseFont"]] = font
    return found


def test_everything_in_the_review_is_printed() -> None:
    review = sample_review()
    printed = words(review)
    expected = [review.title, review.reference, review.severity, review.summary, review.organisation]
    expected += [event.text for event in review.events]
    expected += [text for row in review.impact for text in (row.area, row.seen, row.size, row.consequence)]
    expected += [text for row in review.decisions for text in (row.decision, row.by, row.known_then, row.result)]
    expected += [text for cause in review.causes for text in (cause.claim, cause.evidence)]
    expected += [*review.went_well, *review.went_badly]
    expected += [text for item in review.actions for text in (item.action, item.owner, item.tracked_in)]
    expected += [text for sign in review.sign_offs for text in (sign.role, sign.name)]
    expected += [text for clock in review.clocks for text in (clock.name, clock.target, clock.verdict)]
    expected += ["Data loss: None", "overdue 4 d", "Signed 11 Mar 2026, 09:12", "10:50 resolution target"]
    squeezed = printed.replace(" ", "")
    assert [text for text in expected if text.replace(" ", "") not in squeezed] == []


@pytest.mark.parametrize("paper", list(Paper))
def test_it_has_three_or_four_pages_with_header_and_footer(paper: Paper) -> None:
    reader = read(sample_review(), paper)
    count = len(reader.pages)
    assert count == (3 if paper is Paper.A4 else 4)
    first = reader.pages[0]
    assert (float(first.mediabox.width), float(first.mediabox.height)) == pytest.approx(paper.value, abs=0.01)
    for number, page in enumerate(reader.pages, 1):
        printed = page.extract_text()
        assert f"Page {number} of {count}" in printed
        assert "INC-000412 Post-incident review, version 1.1" in printed


def test_a_draft_says_so_on_every_page() -> None:
    reader = read(sample_review(status=ReviewStatus.DRAFT))
    assert "Draft, version 1.1" in reader.pages[0].extract_text()
    assert all("Draft · " in page.extract_text() for page in reader.pages[1:])
    assert "Draft" not in words(sample_review())


def test_every_font_is_embedded_as_a_subset_and_none_is_helvetica() -> None:
    found = fonts(read(sample_review(summary=HOSTILE)))
    assert {"Inter-Regular", "Inter-Bold", "DejaVuSans"} <= {name.split("+")[-1] for name in found}
    for name, font in found.items():
        assert re.match(r"/[A-Z]{6}\+", name), name
        assert "/FontFile2" in font["/FontDescriptor"].get_object()
        assert "/ToUnicode" in font
    assert b"Helvetica" not in build_review_pdf(sample_review())


def test_figures_are_tabular() -> None:
    font = fonts(read(sample_review()))["/AAAAAA+Inter-Regular"]
    digits = {font["/Widths"][ord(digit) - font["/FirstChar"]] for digit in "0123456789"}
    assert len(digits) == 1


def test_equal_reviews_give_equal_bytes() -> None:
    assert build_review_pdf(sample_review()) == build_review_pdf(sample_review())
    assert build_review_pdf(sample_review()) != build_review_pdf(sample_review(version="1.2"))


def test_metadata_and_bookmarks() -> None:
    reader = read(sample_review())
    about = reader.metadata
    assert about is not None
    assert about.title == "Post-incident review INC-000412: Badge readers down at the Lisbon north gate"
    assert about.author == "Henrique Alves, Service desk"
    assert about.subject == "Post-incident review of INC-000412, P1, major incident"
    assert "INC-000412" in str(about.get("/Keywords"))
    assert about.creator == "Mainstay"
    assert about.creation_date == datetime(2026, 3, 11, 15, 30, tzinfo=UTC)
    root: Any = reader.trailer["/Root"]
    assert root["/Lang"] == "en-GB"
    assert root["/PageMode"] == "/UseOutlines"
    assert root["/OpenAction"][0].get_object() == reader.pages[0].get_object()
    assert root["/OpenAction"][1] == "/FitH"
    assert [str(entry["/Title"]) for entry in reader.outline if not isinstance(entry, list)] == [
        *("Executive summary", "Impact", "Timeline", "Event log", "SLA clocks", "Decision points"),
        *("Contributing causes", "Lessons", "Actions", "Sign-off"),
    ]


def test_nothing_of_a_hostile_text_is_read_as_markup_or_lost() -> None:
    printed = words(sample_review(summary=HOSTILE, title=HOSTILE, author=HOSTILE, reference=HOSTILE))
    for piece in (
        "<b>bold</b> & <img",
        "日本語",
        "한국어",
        "U+1F468",
        "U+0007",
        "U+0000",
        "U+D800",
        "RLO",
        "U+0939",
    ):
        assert piece in printed
    assert printed.count("x") > 2 * 300


def hostile_review() -> ReviewDocument:
    review = sample_review(title=HOSTILE, organisation=HOSTILE, summary=HOSTILE, classification=HOSTILE)
    return replace(
        review,
        commander=HOSTILE,
        key_numbers=tuple(replace(item, value=HOSTILE, label=HOSTILE) for item in review.key_numbers),
        impact=tuple(replace(item, area=HOSTILE, seen=HOSTILE) for item in review.impact),
        bars=tuple(replace(item, label=HOSTILE, row=f"{item.row} {HOSTILE}") for item in review.bars),
        events=tuple(replace(item, text=HOSTILE, source=HOSTILE) for item in review.events),
        clocks=tuple(replace(item, name=HOSTILE, target=HOSTILE, verdict=HOSTILE) for item in review.clocks),
        target=TargetMark(at("10:50"), HOSTILE),
        went_well=(HOSTILE,),
        sign_offs=tuple(replace(item, role=HOSTILE, name=HOSTILE) for item in review.sign_offs),
        time_zone="Asia/Kolkata",
    )


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("hostile", [False, True])
def test_nothing_stands_outside_the_margins(paper: Paper, hostile: bool) -> None:
    pdf = build_review_pdf(hostile_review() if hostile else sample_review(), paper)
    scale = 1.0
    for number in range(page_count(pdf)):
        picture = draw_page(pdf, number, round(paper.width * scale))
        # A milestone's letter or a rule may reach a point into the margin, no more.
        edge = int(SIDE * scale) - 3
        for row in range(picture.height):
            line = picture.pixels[row * picture.stride : row * picture.stride + 4 * picture.width]
            assert line[: 4 * edge] == b"\xff" * 4 * edge
            assert line[-4 * edge :] == b"\xff" * 4 * edge


def test_three_hundred_events_are_all_printed_on_few_pages() -> None:
    events = tuple(Event(at("00:00") + timedelta(minutes=4 * n), f"Event {n}.", "Note", None, "id") for n in range(300))
    review = sample_review(events=events)
    printed = words(review)
    assert all(f"Event {number}." in printed for number in range(300))
    assert len(read(review).pages) <= 13


@pytest.mark.parametrize(
    "length",
    [timedelta(0), timedelta(minutes=1), timedelta(hours=30), timedelta(weeks=3), timedelta(days=1500)],
)
def test_a_timeline_may_be_of_any_length(length: timedelta) -> None:
    end = at("06:50") + length
    bars = (
        Bar("Phase", "All of it", at("06:50"), end, BarStyle.MID),
        Bar("Gate", "Shut", at("06:50"), end, BarStyle.HATCHED),
    )
    milestones = (Milestone("A", at("06:50")), Milestone("B", end))
    review = sample_review(
        bars=bars, milestones=milestones, target=TargetMark(end, "the target"), events=(), decisions=()
    )
    assert "the target" in words(review)


def test_a_timeline_of_several_days_shows_dates() -> None:
    printed = words(sample_review(events=(*sample_review().events, Event(at("09:00", 2), "Looked again", "Note"))))
    assert "7 Mar, 09:00 Looked again" in printed
    assert "5 Mar, 06:50" in printed


def test_milestones_of_one_instant_are_all_drawn() -> None:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    review = sample_review(milestones=tuple(Milestone(letter, at("08:00")) for letter in letters * 2), events=())
    printed = read(review).pages[0].extract_text()
    assert all(printed.count(letter) >= 2 for letter in letters)


def test_overlapping_bars_of_a_row_stand_below_each_other_and_many_rows_go_on_the_next_page() -> None:
    bars = tuple(Bar("One row", f"Outage {n}", at("07:00"), at("11:00"), BarStyle.HATCHED) for n in range(60))
    printed = words(sample_review(bars=bars, milestones=(), target=None))
    assert all(f"Outage {number}" in printed for number in range(60))


def test_an_empty_review_says_what_is_missing() -> None:
    review = ReviewDocument(
        *("", "", "INC-000001", "", "", ReviewStatus.DRAFT, "0.1", "", "", None, "UTC", at("12:00"), ""),
        data_loss="",
    )
    printed = words(review)
    for sentence in (
        *(
            "No summary has been written.",
            "No impact has been recorded.",
            "Data loss: Not recorded",
            "Not held yet",
        ),
        *("No events have been chosen for the timeline.", "No contributing causes have been recorded."),
        *("No actions have been agreed.", "Nobody has been asked to sign this review off."),
    ):
        assert sentence in printed
    assert "Decision points" not in printed
    assert "SLA clocks" not in printed


def test_times_are_shown_in_the_zone_of_the_review_which_is_named() -> None:
    printed = words(sample_review(time_zone="Asia/Kolkata"))
    assert "12:20 Controller database refuses writes" in printed
    assert "Asia/Kolkata (UTC+5:30)" in printed


def test_events_added_by_hand_are_told_from_those_of_the_journal() -> None:
    printed = words(sample_review())
    assert "first door stays shut Log *" in printed
    assert "* Added by hand (1 of 10)" in printed


def test_progress_rises_to_one() -> None:
    shares: list[float] = []
    build_review_pdf(sample_review(), Paper.A4, shares.append)
    assert shares == sorted(set(shares))
    assert shares[-1] == 1.0
    assert len(shares) > 5


@pytest.mark.parametrize("calls", [0, 1, 10, 25])
def test_it_can_be_given_up_at_any_point(calls: int) -> None:
    asked = 0

    def cancelled() -> bool:
        nonlocal asked
        asked += 1
        return asked > calls

    with pytest.raises(ReportCancelledError):
        build_review_pdf(sample_review(), Paper.A4, cancelled=cancelled)


@pytest.mark.parametrize("text", ["word " * 100_000, "x" * 1_000_000, "\u0627\u0644\u0633\u0644\u0627\u0645 " * 15_000])
def test_a_huge_text_is_printed_in_bearable_time(text: str) -> None:
    review = sample_review(summary=text)
    # The test's own time limit would catch a square law, which takes minutes here.
    assert page_count(build_review_pdf(review)) > 20


def test_an_unknown_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="Mars/Olympus"):
        build_review_pdf(sample_review(time_zone="Mars/Olympus"))
