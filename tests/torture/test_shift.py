"""The short form of the shift; the full one, 50 clients for ten minutes, is part of `make torture`."""

import sys
from pathlib import Path

import pytest

from tests.torture.run import run_shift

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="Windows can neither fork nor freeze a program"),
    pytest.mark.postgresql,
]


def test_every_promise_of_a_shift_is_kept_whatever_breaks(tmp_path: Path) -> None:
    """In a process of its own, because it forks its clients."""
    found = run_shift(tmp_path, clients=5, seconds=10, seed=3)
    logs = [log.read_text(encoding="utf-8") for log in sorted(tmp_path.rglob("errors-*.log"))]
    assert found["problems"] == {}, (found, logs)
    assert int(str(found["kills"])) > 3
    assert int(str(found["saves_acknowledged"])) > 20
    assert int(str(found["clocks_checked"])) >= 40
