"""The printed list, read back from its bytes."""

import io
import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pypdf
import pytest

from app.domain.errors import Stopped
from app.domain.instants import micros
from app.domain.sla.display import Face
from app.reports.list_sheet import ListHead, build_list_pdf
from app.reports.naming import list_file_name
from app.reports.progress import ReportCancelledError
from app.reports.styles import Across
from app.services.exporting.shown import ShownList
from app.services.incidents.queue_dto import GroupCount, QueueRow, QueueSummary
from tests.support.german import in_german

ZONE = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 27, 13, 0, tzinfo=UTC)
HEAD = ListHead("Open incidents", "is:open printer", "Number, ascending", "Not grouped", "Ada Brandt")
LABELS = ("Critical", "High", "Moderate", "Low", "Planning")
OLD = datetime(2025, 1, 3, 8, 0, tzinfo=UTC)
LATE = Face("resolution", "running", target=3_600_000_000, due=micros(NOW), breach=micros(NOW))


def row(number: int, **more: object) -> QueueRow:
    usual = QueueRow(
        f"id{number}", number, f"Printer {number} jams", "in_progress", 2, 2, 2, "Nadia Rahman", False, "g", "Network",
        "a", "Ben Ito", None, None, NOW - timedelta(hours=2), NOW, None, None, 0, 0, None, "none",
    )  # fmt: skip
    return usual._replace(**more)  # type: ignore[arg-type]  # values of a test


def shown(*rows: QueueRow, groups: tuple[GroupCount, ...] = ()) -> ShownList:
    return ShownList(NOW, QueueSummary(len(rows), groups), rows, LABELS)


def pages(made: ShownList, head: ListHead = HEAD, paper: Across = Across.A4) -> list[str]:
    read = pypdf.PdfReader(io.BytesIO(build_list_pdf(made, head, ZONE, paper)))
    return [" ".join(page.extract_text().split()) for page in read.pages]


def test_it_says_which_list_it_is_and_every_row_in_words() -> None:
    (text,) = pages(
        shown(
            row(1, sla=LATE), row(2, state="on_hold", assignee_name=None, vip=True), row(3, priority=9, reported_at=OLD)
        )
    )
    for said in (
        "Open incidents", "is:open printer", "Number, ascending", "Not grouped", "3 incidents", "Ada Brandt",
        "27 Nov 2026, 14:00 (Europe/Berlin)", "INC-000001", "Printer 1 jams", "P2 High", "In progress", "Breached",
        "Nadia Rahman", "Network", "Ben Ito", "27 Nov, 12:00", "3 Jan 2025, 09:00", "On hold",
        "Unassigned", "Nadia Rahman (VIP)", "No target",
        "P9", "Page 1 of 1", "Incidents_2026-11-27_1400",
    ):  # fmt: skip
        assert said in text, said


@pytest.mark.parametrize("paper", Across)
def test_five_hundred_rows_are_all_there_once_and_the_heads_repeat(paper: Across) -> None:
    read = pages(shown(*(row(number) for number in range(1, 501))), paper=paper)
    numbers = re.findall(r"INC-(\d+)", " ".join(read))
    assert [int(number) for number in numbers] == list(range(1, 501))
    assert 15 < len(read) < 40
    assert all("Short description" in text and f"of {len(read)}" in text for text in read)


def test_rows_stand_under_their_heads() -> None:
    groups = GroupCount("1", "P1 Critical", 1), GroupCount("2", "P2 High", 2)
    (text,) = pages(shown(row(5, priority=1), row(3), row(4), groups=groups))
    order = ["P1 Critical · 1 incident", "INC-000005", "P2 High · 2 incidents", "INC-000003", "INC-000004"]
    places = [text.index(said) for said in order]
    assert places == sorted(places)


def test_a_list_without_rows_says_so() -> None:
    (text,) = pages(shown())
    assert "0 incidents" in text
    assert "No incident matches this filter." in text


def test_long_texts_and_long_words_are_whole() -> None:
    word = "x" * 180
    long = row(1, short_description=word, caller_name="Dr. Maximiliane von und zu Hohenstein-Wittgenstein")
    (text,) = pages(shown(long, row(2, short_description="word " * 50)))
    assert text.replace(" ", "").count("x" * 180) == 1
    assert text.count("word") == 50
    assert "Wittgenstein" in text.replace(" ", "")


def test_equal_lists_give_equal_bytes_and_one_that_is_not_wanted_none() -> None:
    made = shown(row(1))
    assert build_list_pdf(made, HEAD, ZONE) == build_list_pdf(made, HEAD, ZONE)
    with pytest.raises(ReportCancelledError):
        build_list_pdf(made, HEAD, ZONE, cancelled=lambda: True)


def test_it_is_given_up_between_two_pages() -> None:
    asked = 0

    def stop() -> bool:
        nonlocal asked
        asked += 1
        if asked == 5:
            raise Stopped
        return False

    with pytest.raises(Stopped):
        build_list_pdf(shown(*(row(number) for number in range(500))), HEAD, ZONE, cancelled=stop)


def test_it_gets_on_while_the_rows_of_one_table_are_set() -> None:
    told = list[float]()
    build_list_pdf(shown(*(row(number) for number in range(600))), HEAD, ZONE, progress=told.append)
    assert told == sorted(told)
    setting = [share for share in told if share < 0.5]
    assert len(setting) > 15, "one for each page, not one for all of the table"
    assert max(after - before for before, after in pairwise(told)) < 0.11


def test_it_is_given_up_while_its_rows_are_told() -> None:
    asked = list[bool]()

    def stop() -> bool:
        asked.append(True)
        return len(asked) == 3

    with pytest.raises(ReportCancelledError):
        build_list_pdf(shown(*(row(number) for number in range(1_000))), HEAD, ZONE, cancelled=stop)


def test_it_speaks_german() -> None:
    with in_german():
        (text,) = pages(shown(row(1, sla=LATE)))
    for said in ("Liste von Incidents", "Priorität", "In Arbeit", "Überschritten", "Seite 1 von 1", "27. Nov"):
        assert said in text, said
    assert "Breached" not in text


def test_the_file_is_named_by_its_moment() -> None:
    assert list_file_name(NOW, ZONE) == "Incidents_2026-11-27_1400.pdf"
