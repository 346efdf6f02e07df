"""The notes of a hand-over are taken apart and put together again, letter by letter."""

import pytest

from app.domain.handover_notes import numbers_in, parted, put_together

IDS = {1: "one", 2: "two"}


@pytest.mark.parametrize(
    ("notes", "rest", "said"),
    [
        ("Keys are in the drawer", "Keys are in the drawer", []),
        ("INC-000001 Salary\nKeys", "Keys", ["INC-000001 Salary\n"]),
        ("  - inc 1: Salary", "", ["  - inc 1: Salary"]),
        ("See INC-1 Salary, INC-2 Files\nKeys", "See \nKeys", ["INC-1 Salary, ", "INC-2 Files"]),
        ("Look at INC-000007 Printer", "Look at INC-000007 Printer", []),
        ("INC-1 a\nINC-2 b\nINC-1 c", "", ["INC-1 a\n", "INC-2 b\n", "INC-1 c"]),
        ("DINC-1 no number", "DINC-1 no number", []),
    ],
)
def test_what_is_said_of_an_incident_is_kept_apart(notes: str, rest: str, said: list[str]) -> None:
    found_rest, found = parted(notes, IDS)
    assert (found_rest, [each.text for each in found]) == (rest, said)
    assert put_together(found_rest, found) == notes


def test_what_is_hidden_leaves_the_rest_where_it_was() -> None:
    rest, said = parted("A\nINC-1 b\nC\nINC-2 d\nE", IDS)
    assert put_together(rest, [each for each in said if each.incident_id == "two"]) == "A\nC\nINC-2 d\nE"
    assert put_together(rest, ()) == "A\nC\nE"


def test_the_numbers_are_found_however_they_are_written() -> None:
    assert numbers_in("INC-000012, inc 3 and Inc4, not KB-5") == {12, 3, 4}
