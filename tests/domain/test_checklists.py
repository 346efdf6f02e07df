"""The lines of a template are read as they are written, and what is wrong with one is said."""

import pytest

from app.domain.checklists import TemplateLine, open_words, progress_of, read_lines, write_lines
from app.domain.errors import BadInput
from app.domain.instants import HOUR

WRITTEN = "Ask for the serial number\n* Order the part | Network | 4 h\n* Tell the caller | 1 h 30 m"


def test_lines_are_read_and_written_alike() -> None:
    lines = read_lines(f"\n{WRITTEN}\n\n")
    assert lines == (
        TemplateLine("Ask for the serial number"),
        TemplateLine("Order the part", required=True, group="Network", due=4 * HOUR),
        TemplateLine("Tell the caller", required=True, due=3 * HOUR // 2),
    )
    assert write_lines(lines) == WRITTEN


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no steps"),
        ("*", "no text"),
        ("Order | 2 days", "A day is no unit"),
        ("x" * 201, "200 is the limit"),
        ("step\n" * 101, "100 is the limit"),
    ],
)
def test_what_is_no_step_is_said(text: str, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        read_lines(text)


def test_progress_counts_what_is_out_of_the_way() -> None:
    assert progress_of(["done", "skipped", "open"]).words == "2 of 3"


def test_one_and_several_are_said_as_such() -> None:
    assert open_words(1, required=True).startswith("1 required step of the checklist is open. Finish it first")
    assert open_words(2, required=False) == "2 steps of the checklist are still open."
