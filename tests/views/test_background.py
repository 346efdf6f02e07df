"""Work on the lanes and its way back to the window's thread."""

import sys
import threading
from functools import partial
from types import TracebackType
from weakref import ref

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from app.domain.errors import BadInput, DeskError
from app.domain.events import Event
from app.infra.bus import Bus
from app.infra.lanes import SWITCH_SECONDS, Lane, Lanes
from app.views.toolkit.background import Background
from app.views.toolkit.bridge import Bridge


@pytest.fixture
def caught(monkeypatch: pytest.MonkeyPatch) -> list[BaseException]:
    """What an answer raised where it arrived."""
    errors: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: errors.append(error))
    return errors


def test_work_runs_elsewhere_and_the_answer_arrives_here(background: Background, qtbot: QtBot) -> None:
    threads: list[str] = []
    answers: list[tuple[str, str]] = []

    def work() -> str:
        threads.append(threading.current_thread().name)
        return "done"

    with qtbot.waitSignal(background.idle):
        background.read(work, lambda answer: answers.append((answer, threading.current_thread().name)))
    assert threads[0].startswith("mainstay-read")
    assert answers == [("done", threading.main_thread().name)]


def test_a_lane_that_computes_hands_over_soon(background: Background) -> None:
    assert isinstance(background.lanes, Lanes)
    assert sys.getswitchinterval() == pytest.approx(SWITCH_SECONDS)


class _Asker:
    """A part of the window that asks and is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def work(self) -> str:
        """What a lane does."""
        return "done"

    def work_when(self, begun: threading.Event) -> str:
        """What a lane does once it may."""
        begun.wait(10)
        return self.work()


def test_a_question_leaves_no_circle_behind(background: Background, qtbot: QtBot) -> None:
    asker = _Asker()
    gone = ref(asker)
    with qtbot.waitSignal(background.idle):
        background.read(asker.work, asker.told.append)
    assert asker.told == ["done"]
    del asker
    # The lane has still to come back from telling; nobody looks for circles within a test.
    background.lanes.shutdown()
    assert gone() is None


def test_work_is_let_go_of_before_its_answer_is_there(background: Background, qtbot: QtBot) -> None:
    asker = _Asker()
    gone, begun, inside, told = ref(asker), threading.Event(), threading.Event(), threading.Event()

    def come_back(_future: object) -> None:
        inside.set()
        told.wait(10)

    ticket = background.read(partial(asker.work_when, begun), lambda _answer: None)
    assert ticket.future is not None
    ticket.future.add_done_callback(come_back)
    del asker
    begun.set()
    assert inside.wait(10)
    assert gone() is None, "the lane still tells that it is done, and holds nothing of the window"
    with qtbot.waitSignal(background.idle):
        told.set()


def test_work_that_was_not_begun_is_let_go_of_by_whoever_drops_it(background: Background, qtbot: QtBot) -> None:
    release = threading.Event()
    with qtbot.waitSignal(background.idle):
        for _ in range(3):
            background.read(lambda: release.wait(10), lambda _answer: None)
        asker = _Asker()
        gone = ref(asker)
        background.read(asker.work, lambda _answer: None, key="queue")
        del asker
        background.forget("queue")
        assert gone() is None
        release.set()


def test_an_answer_that_nobody_waits_for_any_more_is_dropped(background: Background, qtbot: QtBot) -> None:
    release = threading.Event()
    answers: list[str] = []

    def slow() -> str:
        release.wait(10)
        return "old"

    with qtbot.waitSignal(background.idle):
        background.read(slow, answers.append, key="queue")
        background.read(lambda: "new", answers.append, key="queue")
        release.set()
    assert answers == ["new"]


def test_a_cancelled_ticket_gets_no_answer(background: Background, qtbot: QtBot) -> None:
    answers: list[int] = []
    with qtbot.waitSignal(background.idle):
        background.read(lambda: 1, answers.append).cancel()
        background.read(lambda: 2, answers.append, key="x")
        background.forget("x")
        background.read(lambda: 3, answers.append)
    assert answers == [3]


def test_a_part_that_was_taken_down_is_not_told_any_more(background: Background, qtbot: QtBot) -> None:
    told: list[str] = []
    general: list[DeskError] = []

    class Part(QWidget):
        def came(self, answer: str) -> None:
            told.append(answer)
            self.setVisible(True)

        def refused(self, name: str, error: DeskError) -> None:
            told.append(f"{name}: {error}")
            self.setVisible(True)

    def refuse() -> None:
        raise BadInput("No such date.")

    gone, there = Part(), Part()
    qtbot.addWidget(there)
    background.failed.connect(general.append)
    with qtbot.waitSignal(background.idle):
        background.read(lambda: "gone", gone.came)
        background.write(refuse, on_error=partial(gone.refused, "gone"))
        background.write(refuse, on_error=partial(there.refused, "there"))
        delete(gone)
    assert told == ["there: No such date."]
    assert [str(error) for error in general] == ["No such date."]


def test_a_part_that_is_gone_is_not_told_by_a_function_within_its_method_either(
    background: Background, qtbot: QtBot, caught: list[BaseException]
) -> None:
    told: list[str] = []

    class Part(QWidget):
        def ask(self) -> None:
            background.read(lambda: "read", lambda answer: self.came(f"{answer}"))
            background.write(lambda: "written", lambda answer: told.append(f"{type(self).__name__}: {answer}"))

        def came(self, answer: str) -> None:
            told.append(answer)
            self.setVisible(True)

    gone = Part()
    with qtbot.waitSignal(background.idle):
        gone.ask()
        delete(gone)
    assert told == ["Part: written"], "what became of a command is said all the same"
    assert caught == []


def _refuse() -> None:
    raise BadInput("No such date.")


def test_a_part_of_a_desk_that_was_left_is_not_told_what_became_of_its_commands(
    background: Background, qtbot: QtBot, caught: list[BaseException]
) -> None:
    told: list[str] = []
    general: list[object] = []
    background.failed.connect(general.append)

    class Part(QWidget):
        def save(self) -> None:
            background.write(lambda: "written", self._said)
            background.write(lambda: "written", lambda answer: self._said(f"{answer} by a function"))
            background.write(_refuse, on_error=lambda error: self._said(str(error)))

        def _said(self, answer: str) -> None:
            told.append(answer)
            self.setVisible(True)

    gone, outlives = Part(), Part()
    qtbot.addWidget(outlives)
    with qtbot.waitSignal(background.idle):
        gone.save()
        outlives.save()
        delete(gone)
        background.change_desks()
    assert told == ["written", "written by a function", "No such date."], "the outbox is told of what it sent"
    assert caught == []
    assert general == [], "whoever sits here now did not ask"
    with qtbot.waitSignal(background.idle):
        background.write(_refuse)
    assert len(general) == 1


def test_what_is_no_object_of_qt_is_told_nothing_after_its_desk_was_left(background: Background, qtbot: QtBot) -> None:
    told: list[str] = []
    general: list[object] = []
    background.failed.connect(general.append)

    class Part:
        def said(self, answer: str) -> None:
            told.append(answer)

    part = Part()
    for leaves in (False, True):
        with qtbot.waitSignal(background.idle):
            background.write(lambda: "by a part", part.said)
            background.write(lambda: "a function", lambda answer: told.append(f"by {answer}"))
            background.write(_refuse, on_error=lambda error: told.append(str(error)))
            if leaves:
                background.change_desks()
        assert told == ["by a part", "by a function", "No such date."]
        assert general == []


def test_commands_run_one_after_another_in_order(background: Background, qtbot: QtBot) -> None:
    done: list[int] = []
    with qtbot.waitSignal(background.idle):
        for number in range(50):
            background.write(partial(done.append, number))
    assert done == list(range(50))


def test_errors_of_the_user_s_world_go_to_whoever_asked(background: Background, qtbot: QtBot) -> None:
    heard: list[DeskError] = []
    general: list[DeskError] = []

    def refuse() -> None:
        raise BadInput("No such date.")

    background.failed.connect(general.append)
    with qtbot.waitSignal(background.idle):
        background.write(_refuse, on_error=heard.append)
        background.write(_refuse)
    assert [str(error) for error in heard] == ["No such date."]
    assert [str(error) for error in general] == ["No such date."]


def test_a_bug_on_a_lane_reaches_the_hook(
    background: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[type[BaseException]] = []

    def hook(kind: type[BaseException], _error: BaseException, _trace: TracebackType | None) -> None:
        seen.append(kind)

    monkeypatch.setattr(sys, "excepthook", hook)
    with qtbot.waitSignal(background.idle):
        background.read(lambda: 1 // 0, lambda _answer: None)
    assert seen == [ZeroDivisionError]


def test_closing_finishes_what_was_to_be_written(qtbot: QtBot) -> None:
    background = Background(Lanes())
    written: list[int] = []
    answered: list[int] = []
    for number in range(20):
        background.write(partial(written.append, number), lambda _done: answered.append(1))
    background.close()
    assert written == list(range(20))
    assert background.read(lambda: 1, answered.append).live is False, "after closing nothing is begun"
    qtbot.wait(1)  # lets what was queued arrive, if it wrongly would
    assert answered == []


def test_lanes_refuse_work_after_the_end() -> None:
    lanes = Lanes()
    lanes.shutdown()
    with pytest.raises(RuntimeError):
        lanes.submit(Lane.READ, lambda: 1)


def test_events_of_a_lane_arrive_in_the_window_s_thread(background: Background, qtbot: QtBot) -> None:
    bus, bridge = Bus(), Bridge()
    bridge.listen(bus)
    heard: list[tuple[object, str]] = []
    bridge.happened.connect(lambda event: heard.append((event, threading.current_thread().name)))
    event = Event("someone")
    with qtbot.waitSignal(bridge.happened):
        background.write(lambda: bus.publish((event,)))
    assert heard == [(event, threading.main_thread().name)]
    bridge.close()
    bus.publish((event,))
    qtbot.wait(1)
    assert len(heard) == 1


def test_what_is_asked_after_the_paint_is_awaited_from_the_beginning(background: Background, qtbot: QtBot) -> None:
    asked: list[str] = []
    came: list[str] = []

    def work(word: str) -> str:
        asked.append(word)
        return word

    for word in ("first", "second"):
        background.read(partial(work, word), came.append, key="one", after_paint=True)
    assert background.busy
    assert asked == [], "not before the window has painted"
    with qtbot.waitSignal(background.idle):
        pass
    assert asked == came == ["second"], "of two with a key the older one is not asked at all"
    background.read(partial(work, "late"), came.append, key="one", after_paint=True)
    with qtbot.waitSignal(background.idle):
        background.forget("one")
    assert "late" not in asked
