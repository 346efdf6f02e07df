"""`main.py jobs`: timers without a window."""

import io
import json
import os
import signal
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

import main
from app.bootstrap import open_session
from app.infra.clock import SystemClock
from app.services.incidents.dto import NewIncident
from app.services.timers.dto import Worker
from app.services.timers.heartbeat import sign
from tests.arch.source import ROOT
from tests.support.clock import FrozenClock


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


def test_a_desk_ahead_of_its_clock_is_shown_and_mended(
    sqlite_database_url: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = ["--database", sqlite_database_url, "jobs", "clock"]
    assert main.main(asked) == 0
    assert "Time goes on as it should." in capsys.readouterr().out
    ahead = FrozenClock(SystemClock().now() + timedelta(days=400))
    session = open_session(sqlite_database_url, clock=ahead)
    session.desk.incidents.create(
        session.actor, NewIncident(session.desk.new_id(), "Written ahead", session.actor.person_id)
    )
    worker = Worker("a" * 32, "Ada on PC-1", "window")
    sign(session.desk.store, worker, started_at=None, fired=0, offset=timedelta(0))
    session.desk.close()
    assert main.main(asked) == 1
    said = capsys.readouterr().out
    assert "Time stands still for" in said
    assert "signed by Ada on PC-1" in said
    assert "1 incident carries times that lie ahead" in said
    monkeypatch.setattr("sys.stdin", io.StringIO("no\n"))
    assert main.main([*asked, "--go-on"]) == 1
    assert "Nothing was changed." in capsys.readouterr().out
    assert main.main([*asked, "--go-on", "--yes"]) == 0
    assert "Time goes on from" in capsys.readouterr().out
    assert main.main([*asked, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["is_ahead"] is False
