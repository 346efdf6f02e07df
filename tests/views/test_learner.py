"""The desk learns in a program of its own: only when it is worth it, and it ends with the window."""

from dataclasses import replace
from pathlib import Path

import pytest
from shiboken6 import isValid

from app.domain.vocabulary import Role
from app.services.session import Session
from app.views.learner import Learner
from app.views.long_jobs.jobs import JobState
from tests.views.desks import Stage

SAYS_HOW_IT_WAS_CALLED = (
    "import sys, pathlib; pathlib.Path(__file__).with_suffix('.txt').write_text(' '.join(sys.argv[1:]))"
)
TELLS = """import sys
sys.stderr.write("Learning: 50 %\\n")
print('{"kept": true, "number": 7}')
"""
FAILS = "import sys; sys.exit('The desk is away.')"
NEVER_ENDS = "import threading; threading.Event().wait()"


def learner(stage: Stage, main: Path, session: Session | None = None) -> Learner:
    return Learner(stage.context, session or stage.desk.session, "the-desk", stage.window, main)


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
    assert told.read_text() == "--database the-desk triage learn --gently --json"
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


def test_it_ends_with_the_window_and_goes_when_its_program_is_gone(on_stage: Stage, main: Path) -> None:
    main.write_text(NEVER_ENDS, "utf-8")
    made = learner(on_stage, main)
    made.look()
    on_stage.qtbot.waitUntil(lambda: made.is_learning, timeout=30_000)
    made.stop()
    on_stage.qtbot.waitUntil(lambda: not isValid(made), timeout=30_000)
    idle = learner(on_stage, main)
    idle.stop()
    on_stage.qtbot.waitUntil(lambda: not isValid(idle))


def test_it_stands_among_the_long_jobs(on_stage: Stage, main: Path) -> None:
    main.write_text(TELLS, "utf-8")
    made = learner(on_stage, main)
    job = made.learn(now=True)
    assert job is not None
    assert on_stage.context.jobs.running() == [job]
    assert made.learn() is job, "it learns once at a time"
    on_stage.qtbot.waitUntil(lambda: job.state.is_over, timeout=30_000)
    assert (job.state, job.percent(), job.outcome.said) == (JobState.DONE, 50, "Version 7 was learned and holds.")
    made.stop()


def test_it_can_be_canceled(on_stage: Stage, main: Path) -> None:
    main.write_text(NEVER_ENDS, "utf-8")
    made = learner(on_stage, main)
    job = made.learn()
    assert job is not None
    on_stage.qtbot.waitUntil(lambda: made.is_learning, timeout=30_000)
    on_stage.context.jobs.stop(job)
    # A program that gives way to all others takes long to go on a busy computer; nobody waits for that.
    assert (job.state, made.is_learning) == (JobState.STOPPED, False)
    assert job.outcome.said == "Stopped. Nothing of it is left behind.", "also where nothing was learned before"
    main.write_text(TELLS, "utf-8")
    again = made.learn()
    assert again is not None
    on_stage.qtbot.waitUntil(lambda: again.state.is_over, timeout=30_000)
    assert again.state is JobState.DONE
    made.stop()
    on_stage.qtbot.waitUntil(lambda: not isValid(made), timeout=30_000)


def test_why_it_failed_is_said(on_stage: Stage, main: Path, caplog: pytest.LogCaptureFixture) -> None:
    main.write_text(FAILS, "utf-8")
    made = learner(on_stage, main)
    job = made.learn()
    assert job is not None
    on_stage.qtbot.waitUntil(lambda: job.state.is_over, timeout=30_000)
    assert (job.state, job.outcome.said) == (JobState.FAILED, "The desk is away.")
    assert "Learning ended with 1" in caplog.text
    made.stop()


def test_callers_start_nothing(on_stage: Stage, main: Path) -> None:
    session = on_stage.desk.session
    caller = session._replace(actor=replace(session.actor, role=Role.REQUESTER))
    made = learner(on_stage, main, caller)
    assert not made._timer.isActive()
    worker = learner(on_stage, main)
    assert worker._timer.isActive()
    worker.stop()
