"""The printed hand-over sheet, read back from its bytes."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pypdf
import pytest

from app.domain.handover import Block, Shift, TimeKind
from app.reports.handover.naming import file_name
from app.reports.handover.pdf import build_handover_pdf
from app.reports.progress import ReportCancelledError
from app.reports.styles import Paper
from app.services.handovers.dto import HandoverDetail, HandoverRow, Line
from app.services.handovers.figures import figures_of
from tests.support.german import in_german

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 27, 13, 0, tzinfo=UTC)
SHIFT = Shift(NOW - timedelta(hours=8), NOW, NOW + timedelta(hours=8))
VALUES = {"open": 41, "breached": 3, "soon": 7, "urgent": 5, "waiting": 12}


def line(number: int, block: Block = Block.DUE, **more: object) -> Line:
    usual = Line(block, f"INC-{number:06}", f"Printer {number} jams", "Ada Brandt", "in_progress", NOW,
                 TimeKind.DUE, "Bring the spare part", "x")  # fmt: skip
    return usual._replace(**more)  # type: ignore[arg-type]  # values of a test


def sheet(*lines: Line, notes: str = "", **row: object) -> HandoverDetail:
    head = HandoverRow(
        "x", "Service desk", "Ada Brandt", "Ben Ito", SHIFT, NOW, None, None, is_own=True, is_for_me=False
    )
    return HandoverDetail(head._replace(**row), figures_of(VALUES, "Service desk"), lines, "in the window only", notes)  # type: ignore[arg-type]  # values of a test


def read(detail: HandoverDetail, paper: Paper = Paper.A4) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(build_handover_pdf(detail, ZONE, paper)))


def words(detail: HandoverDetail) -> str:
    return " ".join(" ".join(page.extract_text() for page in read(detail).pages).split())


def test_it_says_who_hands_over_what_to_whom_and_when() -> None:
    text = words(sheet(line(1), line(2, Block.WAITING, standing="awaiting_vendor"), notes="Keys are in the drawer"))
    for said in (
        "Service desk", "Ada Brandt", "Ben Ito", "27 Nov 2026, 14:00", "27 Nov, 06:00 to 27 Nov, 14:00",
        "27 Nov, 22:00", "INC-000001", "Printer 1 jams", "Bring the spare part", "Awaiting vendor",
        "Keys are in the drawer", "Taken over by", "Page 1 of 1", "Handover_Service-desk_2026-11-27_1400",
    ):  # fmt: skip
        assert said in text, said


def test_its_figures_are_those_of_the_window() -> None:
    detail = sheet()
    text = words(detail)
    for figure in detail.figures:
        assert f"{figure.value} {figure.label}" in text


def test_a_block_without_lines_says_so() -> None:
    assert words(sheet()).count("None.") == 5


def test_of_a_restricted_incident_it_says_no_more_than_that_there_is_one() -> None:
    text = words(sheet(line(7, summary="Salary file is open", next_step="Ask personnel", is_restricted=True)))
    assert "INC-000007" in text
    assert "Salary" not in text
    assert "personnel" not in text


def test_whoever_took_it_over_stands_at_its_foot() -> None:
    assert "Cem Kaya" in words(sheet(taken_by="Cem Kaya", taken_at=NOW))


@pytest.mark.parametrize("paper", Paper)
def test_a_full_shift_takes_two_pages(paper: Paper) -> None:
    many = sheet(*(line(number) for number in range(1, 27)), notes="Keys are in the drawer")
    pages = read(many, paper).pages
    assert len(pages) == 2
    assert "Page 2 of 2" in pages[1].extract_text()


def test_equal_sheets_give_equal_bytes_and_one_that_is_not_wanted_none() -> None:
    detail = sheet(line(1))
    assert build_handover_pdf(detail, ZONE) == build_handover_pdf(detail, ZONE)
    with pytest.raises(ReportCancelledError):
        build_handover_pdf(detail, ZONE, cancelled=lambda: True)


def test_any_text_can_be_printed() -> None:
    hostile = "<b>bold</b> & \u0627\u0644\u0633 日本語 \U0001f600 \x07\u202e " + "x" * 200
    assert read(replace(sheet(line(1, summary=hostile, next_step=hostile, owner=hostile)), notes=hostile)).pages


def test_it_is_printed_in_the_language_of_the_reader() -> None:
    with in_german():
        text = words(sheet(line(1)))
    assert "Seite 1 von 1" in text
    assert "Service desk" in text


def test_the_file_is_called_by_group_and_time() -> None:
    assert file_name(sheet(group_name="Net/work: EMEA"), ZONE) == "Handover_Net-work-EMEA_2026-11-27_1400.pdf"
