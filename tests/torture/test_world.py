"""Short forms: a failing disk, killed upgrades, a window whose server is lost; `make torture` has the full ones.

Each runs in a process of its own, because it forks, makes the disk of its process fail, or has a window of its own.
"""

import sys
from pathlib import Path

import pytest

from tests.torture.network import may_make_networks
from tests.torture.run import run_small


def test_a_failing_disk_loses_nothing_and_is_explained(tmp_path: Path) -> None:
    found = run_small("disk", tmp_path, 40, seed=1)
    if not found["calls_of_a_day"]:
        pytest.skip("this Python has a SQLite of its own, whose calls nobody gets at")
    assert found["problems"] == {}, found
    assert int(str(found["failures"])) >= 40
    assert int(str(found["saves_kept"])) > 40
    assert int(str(found["saves_refused"])) > 0


def test_a_power_cut_leaves_the_file_whole_with_all_that_was_acknowledged(tmp_path: Path) -> None:
    found = run_small("power", tmp_path, 60, seed=1)
    if not found["events"]:
        pytest.skip("this Python has a SQLite of its own, whose calls nobody gets at")
    assert found["problems"] == {}, found
    assert found["cuts"] == 60
    assert int(str(found["acknowledged_before"])) > 60


def test_the_trial_of_power_cuts_finds_a_desk_that_keeps_nothing(tmp_path: Path) -> None:
    found = run_small("power", tmp_path, 20, 1, "--careless")
    if not found["events"]:
        pytest.skip("this Python has a SQLite of its own, whose calls nobody gets at")
    problems = found["problems"]
    assert isinstance(problems, dict)
    assert any(name.endswith("lost") for name in problems)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows can neither fork nor kill -9")
@pytest.mark.postgresql
def test_killed_upgrades_leave_one_desk_or_the_other(tmp_path: Path) -> None:
    found = run_small("upgrades", tmp_path, 4, seed=1)
    assert found["problems"] == {}, found
    assert int(str(found["kills"])) == 4
    assert int(str(found["begun_together"])) == 20


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGSTOP")
@pytest.mark.postgresql
def test_a_window_lives_through_the_loss_of_its_server(tmp_path: Path) -> None:
    found = run_small("cuts", tmp_path, 3, seed=2)
    problems = found["problems"]
    assert isinstance(problems, dict)
    # A hundred milliseconds of its own are judged by the full form; here other tests may share the processor's caches.
    assert problems.keys() <= {"the window stood still"}, found
    assert 0 < int(str(found["gap_of_its_own_own_ms"])) < 500
    assert float(str(found["slowest_to_return_s"])) > 0


@pytest.mark.skipif(not may_make_networks(), reason="this machine lets nobody make network namespaces")
@pytest.mark.postgresql
def test_a_cable_that_the_kernel_cuts_is_noticed_on_both_sides(tmp_path: Path) -> None:
    found = run_small("network", tmp_path, 1, seed=1)
    assert found["problems"] == {}, found
    assert float(str(found["slowest_freed_s"])) > 0
