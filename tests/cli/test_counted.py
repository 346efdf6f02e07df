"""The command line counts one thing as one."""

import re
from pathlib import Path

import pytest

from app.cli.counted import counted
from app.services.backups.compare import rows_of


@pytest.mark.parametrize(("number", "said"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows"), (1204, "1,204 rows")])
def test_one_is_one_and_the_others_are_several(number: int, said: str) -> None:
    assert counted(number, "row", "rows") == said


def test_a_backup_says_what_it_holds() -> None:
    assert [rows_of(1, "journal_entry"), rows_of(2, "person")] == ["1 journal entry", "2 people"]


def test_no_command_puts_a_number_before_a_plural_by_itself() -> None:
    things = re.compile(
        r"\{[^{}]*:,\} (?:[a-z]+ )?(?:incidents|records|chains|rows|articles|texts|lines|files|times)\b"
    )
    found = [
        f"{path.name}: {line.strip()}"
        for path in sorted(Path("app/cli").glob("*.py"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if things.search(line)
    ]
    assert not found, found
