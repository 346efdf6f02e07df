"""What others change shows in the list at once, in place, and never takes the list out of somebody's hand."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import Away
from app.domain.events import IncidentChanged, LinkChanged, MuchChanged, ReferenceDataChanged
from app.services.incidents.queue_dto import QueueRow
from app.views.main_window import MainWindow
from app.views.queue import fresh
from app.views.queue.columns import Column
from tests.support.fake_desk import FakeDesk, make_rows
from tests.views.window import MakeWindow

PATIENCE = 5_000


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The order follows soon enough for a test, and the numbers later than any test waits."""
    monkeypatch.setattr(fresh, "_ORDER_MS", 50)
    monkeypatch.setattr(fresh, "_NUMBERS_MS", 600_000)


def change(desk: FakeDesk, incident_id: str, **fields: Any) -> None:
    """Somebody else changes an incident."""
    for number, row in enumerate(desk.rows):
        if row.id == incident_id:
            desk.rows[number] = row._replace(**fields)
    desk.bus.publish((IncidentChanged(None, incident_id, remote=True),))


def come(desk: FakeDesk, incident_id: str) -> None:
    """Somebody else logs an incident."""
    desk.rows.append(make_rows(1)[0]._replace(id=incident_id, number=20000))
    desk.bus.publish((IncidentChanged(None, incident_id, remote=True),))


def shown(window: MainWindow, incident_id: str) -> QueueRow:
    row = window.queue.table.row_of(incident_id)
    assert row is not None
    return row


def wait(qtbot: QtBot, fact: Callable[[], bool]) -> None:
    qtbot.waitUntil(fact, timeout=PATIENCE)


def test_what_is_read_once_drafts_are_known_is_another_list_from_its_top(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What no longer matches stays in the list in which it was looked at, and not in the next one."""
    desk = FakeDesk(make_rows(40))
    window = make_window(desk)
    page = window.queue
    page.view.select_line(30)
    left = page.view.current_id()
    wanted = next(row for row in desk.rows if row.id != left)
    known = iter([()])
    monkeypatch.setattr(page.drafts, "of", lambda _text: next(known, (wanted.id,)))
    page.set_filter(f"id:{wanted.number}")
    page._read_quietly()
    wait(qtbot, lambda: page.answer is not None and page.answer.query.drafts == (wanted.id,))
    assert (page.view.current_id(), page.table.gone) == (wanted.id, set())


def test_a_row_changes_in_place(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk(make_rows(400))
    window = make_window(desk)
    view = window.queue.view
    view.select_line(60)
    current, scrolled, asked = view.current_id(), view.verticalScrollBar().value(), desk.queue.asked
    with qtbot.assertNotEmitted(window.queue.table.modelReset):
        change(desk, f"{55:032x}", short_description="It is the cable", messages=9)
        wait(qtbot, lambda: shown(window, f"{55:032x}").short_description == "It is the cable")
    assert (view.current_id(), view.verticalScrollBar().value()) == (current, scrolled)
    assert desk.queue.asked == asked, "the list was not read again"


def test_a_stream_of_changes_is_asked_for_in_gulps(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk(make_rows(100))
    window = make_window(desk)
    for number in range(200):
        change(desk, f"{number % 20:032x}", messages=1000 + number)
        qtbot.wait(1)
    wait(qtbot, lambda: all(shown(window, f"{number:032x}").messages >= 1180 for number in range(20)))
    assert len(desk.queue.asked_rows) < 60


def test_a_row_that_moved_finds_its_place(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    view, table = window.queue.view, window.queue.table
    view.select_line(3)
    current, place = view.current_id(), view.rowViewportPosition(view.currentIndex().row())
    change(desk, f"{15:032x}", priority=1)
    wait(qtbot, lambda: (table.line_of_id(f"{15:032x}") or 99) < 8)
    assert view.current_id() == current
    assert view.rowViewportPosition(view.currentIndex().row()) == place


def test_a_new_incident_comes_in(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    come(desk, "f" * 32)
    wait(qtbot, lambda: window.queue.table.row_of("f" * 32) is not None)


def test_the_first_incident_of_an_empty_list_comes_in(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk([])
    window = make_window(desk)
    assert not window.queue.view.isVisible()
    come(desk, "f" * 32)
    wait(qtbot, window.queue.view.isVisible)


class Rest:
    """How long the list has rested, in milliseconds, as a test wants it."""

    def __init__(self, elapsed: int) -> None:
        self.elapsed = lambda: elapsed

    def isValid(self) -> bool:
        """It has been read."""
        return True

    def start(self) -> None:
        """It is read once more."""


def test_after_a_rest_a_new_incident_comes_in_at_once(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fresh, "_ORDER_MS", 600_000)
    desk = FakeDesk()
    window = make_window(desk)
    order = window.queue.fresh._order
    monkeypatch.setattr(window.queue.fresh, "_rested", Rest(900_000))
    come(desk, "e" * 32)
    wait(qtbot, lambda: window.queue.table.row_of("e" * 32) is not None and not order.isActive())
    monkeypatch.setattr(window.queue.fresh, "_rested", Rest(0))
    come(desk, "f" * 32)
    wait(qtbot, order.isActive)
    assert order.remainingTime() > 500_000, "in a stream the list is read now and then"


def test_what_concerns_another_list_is_not_read(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    asked = desk.queue.asked
    desk.rows.append(make_rows(1)[0]._replace(id="f" * 32, number=20000, state="closed"))
    desk.bus.publish((IncidentChanged(None, "f" * 32, remote=True),))
    wait(qtbot, lambda: bool(desk.queue.asked_rows))
    qtbot.wait(0)
    assert desk.queue.asked == asked
    assert window.queue.table.row_of("f" * 32) is None


def test_a_selected_row_that_goes_stays_until_one_moves_on_while_the_list_goes_on(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    view, table = window.queue.view, window.queue.table
    view.select_line(2)
    gone = view.current_id()
    assert gone is not None
    with qtbot.waitSignal(window.queue.answered):
        change(desk, gone, state="closed")
    for letter in "ef":
        come(desk, letter * 32)
        wait(qtbot, lambda letter=letter: table.row_of(letter * 32) is not None)  # type: ignore[misc]  # bound in the loop
    line = view.currentIndex().row()
    assert (view.current_id(), table.gone) == (gone, {gone}), "it is read on, and fainter"
    assert shown(window, gone).state == "closed"
    spoken = table.index(line, Column.SUMMARY).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.endswith("It no longer matches, and stays until you move on")
    view.grab()
    following = table.row_at(line + 1)
    place = table.place_of(gone)
    assert following is not None
    assert place is not None
    assert place.next_id == following.id
    view.step(1)
    wait(qtbot, lambda: table.row_of(gone) is None)
    assert not table.gone
    assert view.current_id() == following.id


def test_the_next_key_still_goes_to_the_row_that_ones_own_change_took_out_and_the_numbers_are_right_at_once(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    view, table = window.queue.view, window.queue.table
    view.select_line(2)
    mine = view.current_id()
    assert mine is not None
    total = window.queue.answer.counts.open  # type: ignore[union-attr]  # it was answered
    number = next(number for number, row in enumerate(desk.rows) if row.id == mine)
    desk.rows[number] = desk.rows[number]._replace(state="closed")
    with qtbot.waitSignal(window.queue.counted):
        desk.bus.publish((IncidentChanged(None, mine),))
    assert window.queue.answer.counts.open == total - 1  # type: ignore[union-attr]  # as above
    assert (view.current_id(), table.gone) == (mine, {mine})
    view.step(1)
    wait(qtbot, lambda: table.row_of(mine) is None)


def test_a_row_that_matches_again_is_one_of_the_list_again(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    view, table = window.queue.view, window.queue.table
    view.select_line(2)
    gone = view.current_id()
    assert gone is not None
    lines = table.rowCount()
    with qtbot.waitSignal(window.queue.answered):
        change(desk, gone, state="closed")
    assert table.rowCount() == lines
    with qtbot.waitSignal(window.queue.answered):
        change(desk, gone, state="new")
    assert not table.gone
    assert (view.current_id(), table.rowCount()) == (gone, lines)


def test_the_last_row_of_a_list_stays_too(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk(make_rows(1))
    window = make_window(desk)
    only = window.queue.view.current_id()
    assert only is not None
    with qtbot.waitSignal(window.queue.answered):
        change(desk, only, state="closed")
    assert window.queue.view.isVisible()
    assert window.queue.view.current_id() == only


def test_the_preview_follows(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    preview = window.queue.preview
    current = window.queue.view.current_id()
    assert current is not None
    wait(qtbot, lambda: preview.shown_id == current)
    asked = len(desk.incident.asked)
    change(desk, f"{9:032x}", messages=99)
    change(desk, current, messages=100)
    wait(qtbot, lambda: len(desk.incident.asked) == asked + 1)
    assert desk.incident.asked[-1] == current


def test_a_preview_that_gets_room_again_shows_what_is_selected_now(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    page = window.queue
    wait(qtbot, lambda: page.preview.shown_id == page.view.current_id())
    page.show_preview(shown=False)
    page.view.step(1)
    page.show_preview(shown=True)
    wait(qtbot, lambda: page.preview.shown_id == page.view.current_id())


def test_rows_that_nobody_looks_at_wait(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    other = QWidget()
    window.stack.addWidget(other)
    window.stack.setCurrentWidget(other)
    change(desk, f"{5:032x}", messages=99)
    window.queue.fresh._ask_rows()
    assert not desk.queue.asked_rows
    window.stack.setCurrentWidget(window.queue)
    wait(qtbot, lambda: shown(window, f"{5:032x}").messages == 99)


def test_when_much_changed_the_list_is_read_again(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    for event in (MuchChanged(None, remote=True), ReferenceDataChanged(None, "person", remote=True)):
        desk.rows[7] = desk.rows[7]._replace(caller_name=f"Renamed {event!r:.5}")
        asked = desk.queue.asked
        desk.bus.publish((event,))
        wait(qtbot, lambda asked=asked: desk.queue.asked > asked)  # type: ignore[misc]  # bound in the loop
        wait(qtbot, lambda: shown(window, f"{7:032x}").caller_name == desk.rows[7].caller_name)


def test_a_change_is_not_undone_by_an_older_answer(make_window: MakeWindow, qtbot: QtBot) -> None:
    """What is heard while the whole list is on its way is asked for after it."""
    desk = FakeDesk()
    window = make_window(desk)
    window.queue.reload()
    change(desk, f"{5:032x}", messages=77)
    window.queue.fresh._ask_rows()
    assert not desk.queue.asked_rows
    wait(qtbot, lambda: shown(window, f"{5:032x}").messages == 77)


def test_a_list_that_was_away_is_not_read_again(make_window: MakeWindow, qtbot: QtBot) -> None:
    """What changed meanwhile is told row by row; only what was asked for in vain is asked for once more."""
    desk = FakeDesk(make_rows(100))
    window = make_window(desk)
    asked = desk.queue.asked
    desk.bus.publish((LinkChanged(None, True, "The cable is cut."),))
    desk.bus.publish((LinkChanged(None, False),))
    change(desk, f"{30:032x}", short_description="It is the cable")
    wait(qtbot, lambda: shown(window, f"{30:032x}").short_description == "It is the cable")
    assert desk.queue.asked == asked
    desk.queue.trouble = Away("The server does not answer.")
    with qtbot.waitSignal(window.queue._loader.failed):
        window.queue.reload()
    desk.queue.trouble = None
    with qtbot.waitSignal(window.queue.answered):
        desk.bus.publish((LinkChanged(None, False),))


def test_what_came_out_of_view_is_counted_and_one_key_away(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk(make_rows(400))
    window = make_window(desk)
    page, pill = window.queue, window.queue.new
    come(desk, "a" * 32)
    wait(qtbot, lambda: page.table.row_of("a" * 32) is not None)
    assert pill.isHidden(), "what is in view needs no word"
    page.view.select_line(120)
    wait(qtbot, lambda: page.view.current_id() is not None)
    current = page.view.current_id()
    for letter in "bc":
        come(desk, letter * 32)
    wait(qtbot, lambda: pill.isVisible() and pill.text() == "2 new")
    assert pill.accessibleName() == "2 new, not in view. The key . leads there"
    assert page.view.current_id() == current, "nobody is taken away from what they look at"
    page.view.setFocus()
    with qtbot.waitSignal(page.answered):
        QTest.keyClicks(page.view, ".")
    assert page.view.current_id() in {"b" * 32, "c" * 32}
    assert pill.isHidden()
    assert window.context.actions.offer("list.new").reason


def test_a_row_that_was_only_not_in_memory_is_not_new(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk(make_rows(400))
    window = make_window(desk)
    page = window.queue
    far = f"{390:032x}"
    assert page.table.row_of(far) is None
    change(desk, far, messages=77)
    come(desk, "b" * 32)
    wait(qtbot, lambda: any(far in ids for ids in desk.queue.asked_rows))
    wait(qtbot, lambda: page.table.row_of("b" * 32) is not None)
    page.view.select_line(120)
    wait(qtbot, lambda: page.view.current_id() is not None)
    assert page.new.isHidden()
    come(desk, "c" * 32)
    wait(qtbot, lambda: page.new.isVisible() and page.new.text() == "1 new")


def test_what_was_counted_once_is_not_new_again_when_it_changes(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk(make_rows(400))
    window = make_window(desk)
    page = window.queue
    come(desk, "b" * 32)
    wait(qtbot, lambda: page.table.row_of("b" * 32) is not None)
    page.view.select_line(120)
    wait(qtbot, lambda: page.view.current_id() is not None)
    asked = len(desk.queue.asked_rows)
    change(desk, "b" * 32, messages=9)
    wait(qtbot, lambda: len(desk.queue.asked_rows) > asked and not page.fresh._asking)
    assert page.new.isHidden()


def test_what_was_on_its_way_while_the_list_was_read_anew_is_judged_after_it(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    desk = FakeDesk(make_rows(400))
    window = make_window(desk)
    page = window.queue
    page.view.select_line(120)
    wait(qtbot, lambda: page.view.current_id() is not None)
    desk.rows.append(make_rows(1)[0]._replace(id="b" * 32, number=20000))
    page.fresh._changed.add("b" * 32)
    page.fresh._ask_rows()
    with qtbot.waitSignal(page.answered):
        page._read_quietly()
    wait(qtbot, page.new.isVisible)


def test_another_list_counts_anew(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk(make_rows(400))
    window = make_window(desk)
    page = window.queue
    page.view.select_line(120)
    come(desk, "b" * 32)
    wait(qtbot, page.new.isVisible)
    with qtbot.waitSignal(page.answered):
        page.set_filter("is:waiting")
    assert page.new.isHidden()
