"""Clocks in the queue: painted, spoken and told in full; they go on by one timer, and never move rows under a hand."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.domain.sla.display import Level
from app.views.main_window import MainWindow
from app.views.queue.columns import Column
from app.views.queue.last_rows import LastRows, load_last_rows, save_last_rows
from app.views.queue.row_menu import filter_term
from app.views.toolkit.ticker import SECOND_MS, SELDOM_MS, Ticker
from tests.support.clock import FrozenClock
from tests.support.fake_desk import NOW, FakeDesk, make_rows
from tests.views.window import BY_CLOCKS, MakeWindow

SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)
TIP = int(Qt.ItemDataRole.ToolTipRole)


def clock_of(window: MainWindow) -> FrozenClock:
    clock = window.context.clock
    assert isinstance(clock, FrozenClock)
    return clock


def cells(window: MainWindow, role: int = int(Qt.ItemDataRole.DisplayRole)) -> list[str]:
    table = window.queue.table
    return [
        str(table.data(table.index(line, Column.SLA), role))
        for line in range(table.rowCount())
        if table.row_at(line) is not None
    ]


def test_every_state_is_shown_with_its_text_and_words(make_window: MakeWindow) -> None:
    desk = FakeDesk(rows=make_rows(18))
    desk.rows += [row._replace(id=f"{row.number:032x}", state="resolved") for row in make_rows(1)]
    window = make_window(desk, order=BY_CLOCKS)
    wording = window.queue.table.wording
    shown = [row for line in range(window.queue.table.rowCount()) if (row := window.queue.table.row_at(line))]
    assert {wording.standing(row).level for row in shown} >= {
        Level.BREACHED, Level.HOT, Level.SOON, Level.ON_TRACK, Level.PAUSED, Level.NONE,
    }  # fmt: skip
    assert cells(window)[0] == "\N{MINUS SIGN}0:18 over"
    assert cells(window, SPOKEN)[0] == "resolution breached 18 minutes ago"
    assert all(cells(window, SPOKEN)), "no cell is a riddle"
    assert cells(window, TIP)[0].startswith("Resolution: \N{MINUS SIGN}0:18 over\nDue Monday, 23 November 2026")
    heads = [group.label for group in window.queue.table.layout_of_lines.summary.groups]
    assert heads[:3] == ["Breached", "Due within 1 hour", "Due today"]


def test_one_timer_goes_by_seconds_only_while_something_is_about_to_be_due(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(FakeDesk(), order=BY_CLOCKS)
    assert window.context.ticker.interval == SECOND_MS, "one clock was due five minutes ago"
    clock_of(window).advance(minutes=80)
    window.context.ticker.tick()
    assert window.context.ticker.interval == SELDOM_MS
    window.close()
    assert window.context.ticker.interval == 0


def test_only_rows_in_view_are_told_that_time_goes_on(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk(rows=make_rows(400)), order=BY_CLOCKS)
    told: list[tuple[int, int]] = []
    window.queue.table.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    first, last = window.queue.view.visible_lines()
    clock_of(window).advance(seconds=1)
    window.context.ticker.tick()
    assert told == [], "no text has changed"
    clock_of(window).advance(seconds=60)
    window.context.ticker.tick()
    assert told == [(first, last)]
    assert last < 40
    before = cells(window)[0]
    clock_of(window).advance(seconds=60)
    window.context.ticker.tick()
    assert (before, cells(window)[0]) == ("\N{MINUS SIGN}0:19 over", "\N{MINUS SIGN}0:20 over")


def test_clocks_do_not_move_rows_under_a_moving_hand(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk(), order=BY_CLOCKS)
    queue = window.queue
    queue.view.setFocus()
    asked = queue.query.at
    clock_of(window).advance(minutes=30)
    queue.view.step(1)
    queue.pace.look_again()
    assert queue.query.at == asked, "somebody is going through the list"
    with qtbot.waitSignal(queue.answered):
        queue.reload()
    assert queue.query.at == asked, "what somebody changed is shown, in the same order of clocks"
    with qtbot.waitSignal(queue.answered):
        queue.pace._still.stop()
        queue.pace.look_again()
    assert queue.query.at == NOW + timedelta(minutes=30)


def test_the_order_by_clocks_survives_a_restart(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    with qtbot.waitSignal(window.queue.answered):
        window.queue.view.sort_wanted.emit(int(Column.SLA))
    with qtbot.waitSignal(window.queue.answered):
        window.context.actions.run("group.sla")
    with qtbot.waitSignal(window.context.background.idle):
        window.context.state.save()
    again = make_window(FakeDesk())
    assert (again.queue.query.sort, again.queue.query.group_by) == ("sla", "sla")
    assert not again.queue.query.descending


def test_the_last_known_rows_keep_their_clocks(make_window: MakeWindow, tmp_path: object) -> None:
    kept: list[LastRows] = []
    window = make_window(FakeDesk(), order=BY_CLOCKS, keep=kept.append)
    path = window.context.drafts_folder
    assert path is not None
    save_last_rows(path / "last.json", kept[-1])
    found = load_last_rows(path / "last.json")
    assert found is not None
    assert found.rows == kept[-1].rows
    assert found.counts == kept[-1].counts
    assert (found.query.sort, found.query.at) == ("sla", None)


def test_the_status_bar_leads_to_what_presses(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk(), order=BY_CLOCKS)
    assert window.status.breached.text() == "5 breached"
    assert window.status.due_soon.text() == "9 due within 1 h"
    with qtbot.waitSignal(window.queue.filter_changed) as changed:
        window.status.breached.click()
    assert changed.args == ["is:open is:breached"]


@pytest.mark.parametrize(("level", "term"), [(Level.SOON, "sla:soon"), (Level.NONE, "sla:none")])
def test_the_state_of_a_clock_is_a_filter(level: Level, term: str) -> None:
    assert filter_term(make_rows(1)[0], Column.SLA, level) == term


def test_a_new_breach_in_view_is_announced(make_window: MakeWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr("app.views.queue.pace.announce", lambda _widget, text: said.append(text))
    window = make_window(FakeDesk(rows=make_rows(4)), order=BY_CLOCKS)
    clock_of(window).advance(minutes=13)
    window.context.ticker.tick()
    assert said == ["INC-010491: resolution breached 1 minute ago"]


def test_nobody_is_called_who_is_not_seen(make_window: MakeWindow) -> None:
    window, ticker = make_window(), Ticker()
    calls: list[str] = []

    def tick() -> bool:
        calls.append("head")
        return False

    ticker.watch(window.queue.head, tick)
    ticker.tick()
    window.queue.head.hide()
    ticker.tick()
    assert calls == ["head"]
    ticker.stop()
    assert ticker.interval == 0
