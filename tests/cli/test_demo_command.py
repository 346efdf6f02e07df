"""`main.py demo` makes the demo desk apart from the person's own and hands it to the window."""

from datetime import datetime
from pathlib import Path

import pytest

import main
from app.cli import parse
from app.infra.paths import personal_paths
from app.infra.settings import sqlite_url
from app.services.demo import build


@pytest.fixture
def built(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Where demo desks were made, without taking the time to fill them."""
    made: list[Path] = []

    def make(path: Path, _now: datetime, _progress: object = None) -> None:
        path.write_bytes(b"a demo desk")
        made.append(path)

    monkeypatch.setattr(build, "build_demo", make)
    return made


def test_it_is_made_once_and_anew_when_asked(built: list[Path], capsys: pytest.CaptureFixture[str]) -> None:
    demo = personal_paths().demo_database
    for arguments, count in (
        (["demo", "--no-window"], 1),
        (["demo", "--no-window"], 1),
        (["demo", "--reset", "--no-window"], 2),
    ):
        assert main.main(arguments) == 0
        assert built == [demo] * count
        assert str(demo) in capsys.readouterr().out
    assert not personal_paths().database.exists()


def test_the_window_opens_it_afterwards(built: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    from app.views import application

    opened: list[object] = []

    def open_window(_context: object, address: str | None) -> int:
        opened.append(address)
        return 0

    monkeypatch.setattr(application, "run_window", open_window)
    assert main.main(["demo"]) == 0
    assert opened == [sqlite_url(personal_paths().demo_database)]
    assert main.main([]) == 0
    assert opened[1] is None


def test_the_other_commands_want_no_window() -> None:
    for arguments in (["kpi"], ["demo", "--no-window"]):
        parsed = parse(arguments)
        assert not parsed.tour
