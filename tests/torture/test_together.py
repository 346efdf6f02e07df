"""The short forms of crashes, of the feed and of the drafts; the full ones are part of `make torture`."""

import sys
from pathlib import Path

import pytest

from tests.torture.run import run_small, run_together

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")


@pytest.mark.postgresql
def test_no_change_is_missed_whatever_is_cut_or_breaks_down() -> None:
    found = run_together("feed", "--changes", "450", "--kills", "3", "--breakdowns", "1")
    assert found["problems"] == {}, found
    assert int(str(found["lines_killed"])) >= 3
    assert int(str(found["server_breakdowns"])) >= 1
    assert int(str(found["told"])) >= 1350


@pytest.mark.postgresql
def test_no_save_is_lost_or_doubled_whatever_is_ended_or_crashes() -> None:
    found = run_together("crashes", "--saves", "600", "--kills", "10", "--crashes", "2")
    assert found["problems"] == {}, found
    assert int(str(found["sessions_ended"])) >= 10
    assert int(str(found["crashes_of_the_server"])) >= 1
    assert int(str(found["saves_acknowledged"])) >= 600


def test_what_is_typed_is_there_after_a_kill() -> None:
    found = run_together("drafts", "--kills", "4")
    assert found["drafts_not_whole"] == 0, found
    assert int(str(found["keys_kept"])) > 100


def test_what_is_written_in_the_window_is_offered_again_after_a_kill(tmp_path: Path) -> None:
    found = run_small("typists", tmp_path / "typists", 2, seed=5)
    assert found["problems"] == {}, found
    assert found["kills"] == 2
