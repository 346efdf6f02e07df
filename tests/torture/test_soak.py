"""The short form of eight hours at the window; the full one is part of `make torture`."""

import sys
from pathlib import Path

import pytest

from tests.torture.run import run_small

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no /proc to take stock from")


def test_a_quarter_of_an_hour_leaves_nothing_behind(tmp_path: Path) -> None:
    """In a process of its own, whose memory is its own; of that a quarter of an hour says nothing."""
    found = run_small("soak", tmp_path, 15, 3, "--short")
    assert found["problems"] == {}, found
    assert int(str(found["acts"])) >= 15
