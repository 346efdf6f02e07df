"""The desk learns in a program of its own: only when it is worth it, and it ends with the window."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.vocabulary import Role
from app.services.session import Session
from app.views.learner import Learner
from tests.views.desks import Stage

SAYS_HOW_IT_WAS_CALLED = (
    "import sys, pathlib; pathlib.Path(__file__).with_suffix('.txt').write_text(' '.join(sys.argv[1:]))"
)
NEVER_ENDS = "import threading; threading.Event().wait()"


def learner(stage: Stage, main: Path, session: Session | None = None) -> Learner:
    return Learner(stage.context.background, session or stage.desk.session, "the-desk", stage.window, main)


@pytest.fixture
def main(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("app.services.suggestions.dto.LEAST", 0)  # so that a desk with nothing resolved is worth it
    return tmp_path / "main.py"


def test_it_starts_the_command_for_this_desk(on_stage: Stage, main: Path) -> None:
    main.write_text(SAYS_HOW_IT_WAS_CALLED, "utf-8")
    made = learner(on_stage, main)
    made.look()
    told = main.with_suffix(".txt")
    on_stage.qtbot.waitUntil(lambda: told.exists() and not made.is_learning, timeout=30_000)
    assert told.read_text() == "--database the-desk triage learn --gently"
    made.stop()


def test_a_desk_that_knows_too_little_starts_nothing(
    on_stage: Stage, main: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.services.suggestions.dto.LEAST", 200)
    made = learner(on_stage, main)
    made.look()
    on_stage.settle()
    assert not made.is_learning
    made.stop()


def test_it_ends_with_the_window(on_stage: Stage, main: Path) -> None:
    main.write_text(NEVER_ENDS, "utf-8")
    made = learner(on_stage, main)
    made.look()
    on_stage.qtbot.waitUntil(lambda: made.is_learning, timeout=30_000)
    made.stop()
    assert not made.is_learning


def test_callers_start_nothing(on_stage: Stage, main: Path) -> None:
    session = on_stage.desk.session
    caller = session._replace(actor=replace(session.actor, role=Role.REQUESTER))
    made = learner(on_stage, main, caller)
    assert not made._timer.isActive()
    worker = learner(on_stage, main)
    assert worker._timer.isActive()
    worker.stop()
