"""How far a command is, for people who read a log and for the window that reads its lines."""

import io

import pytest

from app.cli.progress import ProgressLine


@pytest.mark.parametrize(("finely", "told"), [(False, [0, 25, 50, 75, 100]), (True, list(range(101)))])
def test_outside_a_terminal_lines_are_few_unless_a_program_reads_them(finely: bool, told: list[int]) -> None:
    stream = io.StringIO()
    show = ProgressLine(stream, finely=finely).phase("Learning")
    for done in range(101):
        show(done, 100)
    assert stream.getvalue().splitlines() == [f"Learning: {done} %" for done in told]
