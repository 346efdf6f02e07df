"""What is asked of the desk for the list, how much of it at once, and what is shown without waiting for it."""

import threading
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from app.domain.actor import Actor
from app.domain.events import IncidentChanged
from app.services.incidents.queue_dto import QueueCounts, QueuePage, QueueQuery, QueueSummary
from app.views.main_window import MainWindow
from app.views.queue import fresh, loader
from app.views.queue.last_rows import LastRows
from tests.support.fake_desk import FakeDesk, make_rows
from tests.views.window import MakeWindow

PATIENCE = 5_000


class SlowSummary:
    """The heads of the list, which take until somebody lets them go; `most` is how many were asked for at once."""

    def __init__(self, desk: FakeDesk) -> None:
        self._asked: Callable[[Actor, QueueQuery], QueueSummary] = desk.queue.summary
        self._lock, self._now = threading.Lock(), 0
        self.let_go = threading.Event()
        self.most = 0

    def __call__(self, actor: Actor, wanted: QueueQuery) -> QueueSummary:
        """Wait, and answer."""
        with self._lock:
            self._now += 1
            self.most = max(self.most, self._now)
        self.let_go.wait(PATIENCE / 1000)
        with self._lock:
            self._now -= 1
        return self._asked(actor, wanted)


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """What happened here is followed by the whole list at once."""
    monkeypatch.setattr(fresh, "_OWN_MS", 0)


def own(desk: FakeDesk, number: int, **fields: object) -> str:
    """Something changes in this program; the id of the incident."""
    desk.rows[number] = desk.rows[number]._replace(**fields)  # type: ignore[arg-type]  # fields of a test
    desk.bus.publish((IncidentChanged(None, desk.rows[number].id),))
    return desk.rows[number].id


def noting(asked: list[str], name: str, answer: Callable[..., Any]) -> Callable[..., Any]:
    """The same question, written down whenever it is asked."""

    def ask(*arguments: Any) -> Any:
        asked.append(name)
        return answer(*arguments)

    return ask


def shown_in_preview(window: MainWindow) -> str:
    return getattr(window.queue.preview.focus_target(), "incident_id", "")


def test_a_stream_of_changes_leaves_a_thread_to_answer_the_person(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = FakeDesk(make_rows(200))
    window = make_window(desk)
    slow = SlowSummary(desk)
    monkeypatch.setattr(desk.queue, "summary", slow)
    for number in range(30):
        own(desk, number, messages=number)
        window.queue.reload()
        qtbot.wait(2)
    view = window.queue.view
    view.select_line(60)
    qtbot.waitUntil(lambda: shown_in_preview(window) == view.current_id() is not None, timeout=PATIENCE)
    assert slow.most == 1, "the same list is asked for once at a time"
    slow.let_go.set()
    with qtbot.waitSignal(window.queue.answered):
        pass


def test_two_lists_are_asked_for_at_once_at_most(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = FakeDesk(make_rows(200))
    window = make_window(desk)
    slow = SlowSummary(desk)
    monkeypatch.setattr(desk.queue, "summary", slow)
    for wanted in ("is:waiting", "priority:1", "priority:2", "priority:3"):
        window.queue.set_filter(wanted)
        qtbot.wait(5)
    assert slow.most == 2
    answers: list[str] = []
    window.queue.answered.connect(lambda answer: answers.append(answer.query.filter_text))
    slow.let_go.set()
    qtbot.waitUntil(lambda: bool(answers), timeout=PATIENCE)
    assert answers == ["priority:3"], "what was typed over is not shown"


def test_what_one_changes_oneself_shows_before_the_list_is_read(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = FakeDesk(make_rows(200))
    window = make_window(desk)
    monkeypatch.setattr(fresh, "_OWN_MS", 600_000)
    asked = desk.queue.asked
    changed = own(desk, 3, short_description="It is the cable")

    def shown() -> bool:
        row = window.queue.table.row_of(changed)
        return row is not None and row.short_description == "It is the cable"

    qtbot.waitUntil(shown, timeout=PATIENCE)
    assert desk.queue.asked == asked


def test_the_numbers_follow_the_rows(make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = FakeDesk(make_rows(200))
    window = make_window(desk)
    before = window.queue.answer
    assert before is not None
    monkeypatch.setattr(loader, "_COUNT_MS", 0)
    for number in range(5):
        desk.rows[number] = desk.rows[number]._replace(state="closed")
    with qtbot.waitSignal(window.queue.counted) as told:
        window.queue.reload()
    assert told.args[0].counts.open == desk.queue.counts(window.context.actor).open < before.counts.open
    assert window.queue.answer is told.args[0]


def test_numbers_that_were_overtaken_are_counted_again(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = FakeDesk(make_rows(200))
    window = make_window(desk)
    with qtbot.waitSignal(window.queue.counted):
        window.queue.reload()
    count, going, let_go, counts = desk.queue.counts, threading.Event(), threading.Event(), []

    def slow(actor: Actor) -> QueueCounts:
        counts.append(count(actor))
        going.set()
        let_go.wait(PATIENCE / 1000)
        return counts[-1]

    monkeypatch.setattr(desk.queue, "counts", slow)
    window.queue.reload()
    qtbot.waitUntil(going.is_set, timeout=PATIENCE)
    # Heard by the loader alone, as where the list is behind another page and not read again.
    window.queue._loader.changed()
    with qtbot.waitSignals([window.queue.counted, window.queue.counted], timeout=PATIENCE):
        let_go.set()
    assert len(counts) == 2


def test_nobody_waits_for_the_rows_until_how_to_ask_again_is_written_down(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk, remembered = FakeDesk(make_rows(200)), list[LastRows]()
    window = make_window(desk, keep=remembered.append)
    monkeypatch.setattr(loader, "_COUNT_MS", 0)
    let_go, asked = threading.Event(), list[str]()

    def kept(_actor: Actor, wanted: QueueQuery) -> None:
        asked.append(wanted.filter_text)
        let_go.wait(PATIENCE / 1000)

    monkeypatch.setattr(desk.queue, "kept", kept)
    remembered.clear()
    with qtbot.waitSignal(window.queue.answered):
        window.queue.set_filter("is:waiting")
    qtbot.waitUntil(lambda: bool(asked), timeout=PATIENCE)
    assert not remembered
    let_go.set()
    qtbot.waitUntil(lambda: bool(remembered), timeout=PATIENCE)
    assert (remembered[-1].query.filter_text, asked) == ("is:waiting", ["is:waiting"])
    assert remembered[-1].rows == window.queue.table.first_rows(60)


def test_as_time_passes_only_what_time_changes_is_counted(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = FakeDesk(make_rows(200))
    window = make_window(desk)
    monkeypatch.setattr(loader, "_COUNT_MS", 0)
    asked: list[str] = []

    for name in ("counts", "timed_counts"):
        monkeypatch.setattr(desk.queue, name, noting(asked, name, getattr(desk.queue, name)))

    def after(act: Callable[[], object]) -> object:
        """What opening hours are known when the numbers have come that follow upon something."""
        asked.clear()
        with qtbot.waitSignal(window.queue.counted):
            act()
        assert window.queue.answer is not None
        return window.queue.answer.hours

    hours = after(window.queue._read_quietly)
    assert asked == ["timed_counts"]
    assert after(window.queue._read_quietly) is hours
    desk.rows[0] = desk.rows[0]._replace(state="closed")
    changed = after(lambda: own(desk, 0))
    assert asked == ["counts"]
    assert changed is not hours
    assert after(window.queue._read_quietly) is changed
    assert asked == ["timed_counts"]
    assert window.queue.answer is not None
    assert window.queue.answer.counts == desk.queue.counts(window.context.actor)
    assert after(window.queue.reload) is not changed, "whoever asks by a key is told everything anew"
    assert asked == ["counts"]


def test_one_step_is_shown_at_once_and_a_hand_that_goes_on_is_waited_for(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk(make_rows(200)))
    view = window.queue.view
    qtbot.waitUntil(lambda: not view._rest.isActive(), timeout=PATIENCE)
    rested: list[str] = []
    view.rested.connect(rested.append)
    view.step(1)
    assert rested == [view.current_id()]
    for _ in range(5):
        view.step(1)
    assert len(rested) == 1
    qtbot.waitUntil(lambda: rested[1:] == [view.current_id()], timeout=PATIENCE)


def test_a_list_that_was_read_anew_is_no_step_for_which_the_next_one_waits(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    """Clocks run out every few seconds: a step just then came into the preview 80 ms later than others."""
    window = make_window(FakeDesk(make_rows(200)))
    view = window.queue.view
    qtbot.waitUntil(lambda: not view._rest.isActive(), timeout=PATIENCE)
    before = view.current_id()

    def read_anew() -> None:
        view.table.beginResetModel()
        view.table.endResetModel()

    view.keeping_place(read_anew)
    assert view.current_id() == before
    rested: list[str] = []
    view.rested.connect(rested.append)
    view.step(1)
    assert rested == [view.current_id()]


def test_while_the_list_is_read_a_stream_of_own_changes_waits_for_what_that_takes(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = FakeDesk(make_rows(200))
    window = make_window(desk)
    freshness = window.queue.fresh
    monkeypatch.setattr(fresh, "_OWN_SHARE", 1_000_000)
    slow = SlowSummary(desk)
    monkeypatch.setattr(desk.queue, "summary", slow)
    window.queue.reload()
    own(desk, 3, messages=1)
    qtbot.waitUntil(lambda: freshness._owes_own, timeout=PATIENCE)
    assert not freshness._own.isActive(), "what the reading takes is not known yet"
    qtbot.wait(20)
    with qtbot.waitSignal(window.queue.answered):
        slow.let_go.set()
    assert freshness._own.isActive(), "what happened meanwhile is read after it"
    assert freshness._own.remainingTime() > PATIENCE


def test_the_preview_follows_when_the_row_under_the_hand_has_come(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = FakeDesk(make_rows(400))
    window = make_window(desk)
    let_go, page = threading.Event(), desk.queue.page

    def late(actor: Actor, wanted: QueueQuery) -> QueuePage:
        let_go.wait(PATIENCE / 1000)
        return page(actor, wanted)

    monkeypatch.setattr(desk.queue, "page", late)
    view = window.queue.view
    view.select_line(330)
    qtbot.waitUntil(lambda: not view._rest.isActive(), timeout=PATIENCE)
    assert view.current_id() is None
    let_go.set()
    qtbot.waitUntil(lambda: shown_in_preview(window) == view.current_id() is not None, timeout=PATIENCE)
