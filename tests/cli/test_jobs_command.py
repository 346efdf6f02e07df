"""`main.py jobs`: timers without a window."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import main
from tests.arch.source import ROOT


def test_running_once_tells_what_was_done(sqlite_database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main.main(["--database", sqlite_database_url, "jobs", "run", "--once"]) == 0
    assert "0 fired" in capsys.readouterr().out


def test_the_status_says_whether_timers_run(sqlite_database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["--database", sqlite_database_url, "jobs", "status"]
    assert main.main(asked) == 1
    assert "never ran" in capsys.readouterr().out
    assert main.main(["--database", sqlite_database_url, "jobs", "run", "--once"]) == 0
    capsys.readouterr()
    assert main.main(asked) == 0
    assert "Timers run" in capsys.readouterr().out
    assert main.main([*asked, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert not found["is_stale"]
    assert [worker["program"] for worker in found["workers"]] == ["jobs"]


@pytest.mark.skipif(sys.platform == "win32", reason="a scheduled task is ended without a signal")
def test_a_service_ends_when_it_is_told_to(sqlite_database_url: str, own_directories: Path) -> None:
    command = [sys.executable, "main.py", "--database", sqlite_database_url, "jobs", "run"]
    environment = os.environ | {"MAINSTAY_HOME": str(own_directories)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert "Running timers" in process.stdout.readline()
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=60)
    assert process.returncode == 0
