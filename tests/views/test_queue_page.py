"""The queue in a window: what it keeps, what it shows when there is nothing, and its keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import Refused, Unavailable
from app.domain.events import IncidentChanged
from app.services.incidents.queue_dto import GROUP_COLUMNS, SORT_COLUMNS, QueueSummary
from app.views.main_window import MainWindow
from app.views.queue.columns import Column
from app.views.queue.fresh import _PLACES
from app.views.queue.last_rows import LastRows
from app.views.queue.preview_content import PreviewContent
from app.views.queue.row_menu import row_menu
from app.views.toolkit.theme import Theme
from app.views.toolkit.tokens import Size
from tests.support.fake_desk import ME, FakeDesk, make_rows
from tests.views.window import MakeWindow


def answered(window: MainWindow, qtbot: QtBot) -> object:
    return qtbot.waitSignal(window.queue.answered)


def test_the_queue_opens_with_rows_heads_counts_and_preview(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    page = window.queue
    assert page.table.rowCount() == 38 + 4
    assert page.view.current_id() is not None
    assert window.status.shown.text() == "38 incidents"
    qtbot.waitUntil(lambda: page.preview.findChild(type(page.preview)) is None and page.preview._content is not None)


@pytest.mark.parametrize("size", [(1440, 900), (1366, 696), (1000, 700), (780, 500)])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_it_paints_in_every_size_and_theme(
    make_window: MakeWindow, theme: Theme, size: tuple[int, int], mode: str
) -> None:
    theme.use(mode)
    window = make_window(FakeDesk(), size=size)
    image = window.grab().toImage()
    assert (image.width(), image.height()) == size, "the window fits the screen"
    assert not window.queue.view.horizontalScrollBar().isVisible()
    header = window.queue.view.header
    assert header.length() <= window.queue.view.viewport().width()


def test_a_refresh_keeps_selection_and_scroll(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk(make_rows(400))
    window = make_window(desk)
    view = window.queue.view
    view.select_line(60)
    current, place = view.current_id(), view.rowViewportPosition(view.currentIndex().row())
    newest = make_rows(1)[0]._replace(id="f" * 32, number=20000, priority=1)
    desk.rows.insert(0, newest)
    with answered(window, qtbot):  # type: ignore[attr-defined]  # a context manager of pytest-qt
        desk.bus.publish((IncidentChanged(None, newest.id),))
    assert view.current_id() == current
    assert view.currentIndex().row() == 61, "one row came above it"
    assert view.rowViewportPosition(61) == place, "and it stayed where it was on the screen"


def test_a_refresh_keeps_the_keyboard_at_a_head(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    page = window.queue
    second = page.table.layout_of_lines.head_lines()[1]
    page.view.select_line(second)
    with answered(window, qtbot):  # type: ignore[attr-defined]  # as above
        page.reload()
    assert page.view.currentIndex().row() == second
    assert page.view.current_id() is None


def test_rows_are_as_high_as_was_chosen_on_another_page(make_window: MakeWindow) -> None:
    page = make_window(FakeDesk()).queue
    page.hide()
    page.context.state.set("queue.row_height", Size.ROW_TALL)
    page.show()
    assert page.view.rowHeight(1) == Size.ROW_TALL


def test_when_the_selected_row_may_not_be_seen_any_more_the_next_one_is_selected(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    view = window.queue.view
    view.select_line(2)
    gone, following = view.current_id(), window.queue.table.row_at(3)
    desk.rows[:] = [row for row in desk.rows if row.id != gone]
    with answered(window, qtbot):  # type: ignore[attr-defined]  # as above
        window.queue.reload()
    assert following is not None
    assert view.current_id() == following.id


def test_many_changes_are_read_back_once(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    before = desk.queue.asked
    with answered(window, qtbot):  # type: ignore[attr-defined]  # as above
        for _ in range(50):
            desk.bus.publish((IncidentChanged(None, "x"),))
    assert desk.queue.asked - before <= 4


def test_blocks_are_read_when_they_come_into_view(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk(make_rows(1000)))
    page = window.queue
    page.view.scrollToBottom()
    page.view.grab()
    with qtbot.waitSignal(page.table.dataChanged):
        pass
    assert page.table.row_at(page.table.rowCount() - 1) is not None


def test_keys_of_the_list(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    view = window.queue.view
    view.setFocus()
    first = view.currentIndex().row()
    QTest.keyClicks(view, "jj")
    assert view.currentIndex().row() == first + 2
    QTest.keyClicks(view, "k")
    assert view.currentIndex().row() == first + 1
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert view.currentIndex().row() == 0, "from a row to the head of its group"
    with answered(window, qtbot):  # type: ignore[attr-defined]  # as above
        QTest.keyClick(view, Qt.Key.Key_Left)
    assert window.queue.query.collapsed == {"1"}
    assert view.currentIndex().row() == 0, "the keyboard stays at the head that was closed"
    with answered(window, qtbot):  # type: ignore[attr-defined]  # as above
        QTest.keyClick(view, Qt.Key.Key_Right)
    assert not window.queue.query.collapsed, "and so the other arrow opens it again"
    assert view.currentIndex().row() == 0
    QTest.keyClicks(view, "/")
    assert window.top.filter.field.hasFocus()
    QTest.keyClicks(window.top.filter.field, "jjk")
    assert window.top.filter.field.text() == "jjk", "letters are letters in a field"
    QTest.keyClick(window.top.filter.field, Qt.Key.Key_Escape)
    assert view.hasFocus()


def test_marking_several_and_taking_them_with_a_way_back(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    page = window.queue
    for line in (1, 2):
        page.view.select_line(line)
        window.context.actions.run("list.mark")
    others = {row.id for row in page.marks.chosen_rows() if row.assignee_id != ME.person_id}
    with answered(window, qtbot):  # type: ignore[attr-defined]  # as above
        QTest.keyClicks(page.view, "i")
    assert {incident_id for _what, incident_id in desk.incidents.done} == others
    assert "assigned to you" in window.context.toasts.text
    QTest.keyClick(page.view, Qt.Key.Key_Escape)
    assert not page.table.marked
    with answered(window, qtbot):  # type: ignore[attr-defined]  # as above
        QTest.keyClick(page.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.context.toasts.text.startswith("Taken back: "))


def test_a_refused_command_says_why(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    desk.incidents.trouble = Refused("This incident is closed.")
    window.queue.view.select_line(2)
    window.context.actions.run("incident.take")
    qtbot.waitUntil(lambda: window.context.toasts.text == "This incident is closed.")


def test_copying_again_adds_the_short_description_and_then_the_link(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    window.queue.view.select_line(1)
    window.context.actions.run("incident.copy_number")
    assert QApplication.clipboard().text() == "INC-010493"
    window.context.actions.run("incident.copy_number")
    assert QApplication.clipboard().text().startswith("INC-010493 Warehouse scanners")
    window.context.actions.run("incident.copy_number")
    assert QApplication.clipboard().text().startswith("INC-010493 Warehouse scanners")
    assert QApplication.clipboard().text().endswith(" mainstay:INC-010493")
    window.context.actions.run("incident.copy_number")
    assert QApplication.clipboard().text() == "INC-010493", "and round again"


def test_sort_group_and_widths_survive_a_restart(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    with answered(window, qtbot):  # type: ignore[attr-defined]  # as above
        window.queue.view.sort_wanted.emit(int(Column.UPDATED))
    with answered(window, qtbot):  # type: ignore[attr-defined]  # as above
        window.context.actions.run("group.assignee")
    window.queue.view.setColumnWidth(Column.NUMBER, 120)
    with qtbot.waitSignal(window.context.background.idle):
        window.context.state.save()
    again = make_window(FakeDesk())
    assert again.queue.query.sort == "updated_at"
    assert again.queue.query.descending
    assert again.queue.query.group_by == "assignee"
    assert again.queue.view.columnWidth(Column.NUMBER) == 120


def test_a_second_click_on_a_title_turns_the_order_round(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    for expected in (False, True):
        with answered(window, qtbot):  # type: ignore[attr-defined]  # as above
            window.queue.view.sort_wanted.emit(int(Column.CALLER))
        assert window.queue.query.descending is expected


def test_a_click_with_shift_sorts_what_is_alike(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    view, header = window.queue.view, window.queue.view.header
    with answered(window, qtbot):  # type: ignore[attr-defined]  # as above
        view.sort_wanted.emit(int(Column.PRIORITY))
    for filter_text, order in (
        ("is:open sort:priority,-updated", (Column.UPDATED, True)),
        ("is:open sort:priority,updated", (Column.UPDATED, False)),
    ):  # fmt: skip
        with answered(window, qtbot):  # type: ignore[attr-defined]  # as above
            where = header.sectionViewportPosition(int(Column.UPDATED)) + 20
            at = QPoint(where, header.height() // 2)
            QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, at)
        assert window.queue.query.filter_text == filter_text, "so that it is kept with a view"
        assert header.sorted == ((Column.PRIORITY, False), order)
    with answered(window, qtbot):  # type: ignore[attr-defined]  # as above
        view.sort_wanted.emit(int(Column.UPDATED))
    assert window.queue.query.filter_text == "is:open sort:-updated"
    assert window.queue.query.then == ""


def test_whether_a_row_has_moved_is_known_for_every_order() -> None:
    assert {*SORT_COLUMNS, *GROUP_COLUMNS} <= _PLACES.keys()


def test_nothing_matches_offers_the_filter_without_its_last_term(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    with answered(window, qtbot):  # type: ignore[attr-defined]  # as above
        window.queue.set_filter("is:open xylophone")
    empty = window.queue.empty
    assert empty.title() == "Nothing matches is:open xylophone"
    with answered(window, qtbot):  # type: ignore[attr-defined]  # as above
        empty._buttons[0].click()
    assert window.queue.query.filter_text == "is:open"
    assert window.top.filter.text() == "is:open"


def test_removing_a_term_is_not_offered_where_nothing_would_be_shown_without_it(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(FakeDesk([]))
    window.show()
    with answered(window, qtbot):  # type: ignore[attr-defined]  # as above
        window.queue.set_filter("is:open xylophone")
    remove, show_all = window.queue.empty._buttons
    qtbot.waitUntil(show_all.isVisible)
    qtbot.waitUntil(lambda: not remove.isVisible())


def test_an_empty_desk_says_what_to_do(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk([]))
    assert window.queue.empty.title() == "No incidents yet"


def test_trouble_is_told_in_words_and_the_list_stays(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    desk.queue.trouble = Unavailable("The database cannot be reached. Your rows stay readable.")
    window.queue.reload()
    qtbot.waitUntil(window.queue.strip.isVisible)
    assert "cannot be reached" in window.queue.strip.text()
    assert window.queue.table.row_at(1) is not None
    desk.queue.trouble = None
    with answered(window, qtbot):  # type: ignore[attr-defined]  # as above
        window.queue.strip._buttons[0].click()
    assert not window.queue.strip.isVisible()


def test_the_last_rows_are_shown_before_the_desk_is_open(make_window: MakeWindow, qtbot: QtBot) -> None:
    kept: list[LastRows] = []
    window = make_window(FakeDesk(), keep=kept.append)
    assert len(kept) == 1
    again = make_window(None, last=kept[0])
    assert again.queue.table.row_at(1) == window.queue.table.row_at(1)
    assert again.queue.table.rowCount() == 42
    with answered(again, qtbot):  # type: ignore[attr-defined]  # as above
        again.desk_opened(FakeDesk().as_session(), "Mainstay", "This computer", is_demo=False)


def test_last_rows_of_a_list_that_was_longer_ask_for_nothing_before_the_desk_is_open(make_window: MakeWindow) -> None:
    from app.services.incidents.queue_dto import QueueQuery

    last = LastRows(QueueQuery(group_by="none"), QueueSummary(5000), tuple(make_rows(60)))
    window = make_window(None, last=last)
    window.queue.view.scrollToBottom()
    window.grab()
    assert window.queue.table.rowCount() == 5000


def test_going_through_the_list_reads_the_preview_once_it_rests(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    qtbot.waitUntil(lambda: bool(desk.incident.asked) and not window.context.background.busy)
    asked = len(desk.incident.asked)
    for _ in range(10):
        window.queue.view.step(1)
    current = window.queue.view.current_id()
    qtbot.waitUntil(lambda: desk.incident.asked[-1] == current and not window.context.background.busy)
    assert len(desk.incident.asked) - asked <= 2


def test_the_preview_is_made_and_dressed_in_turns_while_the_one_before_is_seen(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(FakeDesk())
    preview = window.queue.preview
    qtbot.waitUntil(lambda: preview._content is not None and not window.context.background.busy)
    before, put, places = preview._content, preview._put, list[tuple[bool, int]]()

    def counted(content: QWidget) -> None:
        dressed = [part.testAttribute(Qt.WidgetAttribute.WA_WState_Polished) for part in content.findChildren(QWidget)]
        places.append((all(dressed) and content.isHidden() and before is preview._content, len(dressed)))
        put(content)

    with monkeypatch.context() as patched:
        patched.setattr(preview, "_put", counted)
        window.queue.view.step(1)
        qtbot.waitUntil(lambda: preview._content is not before)
    assert [was_hidden_and_whole for was_hidden_and_whole, _parts in places] == [True]
    assert places[0][1] > 40, "enough for more than one turn"


def test_a_preview_that_is_not_wanted_any_more_goes(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    preview = window.queue.preview
    qtbot.waitUntil(lambda: preview._content is not None and not window.context.background.busy)
    with qtbot.waitSignal(window.context.background.idle):
        window.queue.view.step(1)
    preview.show_nothing()
    qtbot.waitUntil(lambda: preview.findChildren(PreviewContent) == [])


def test_the_preview_asks_to_select_only_where_rows_stand_and_none_is_selected(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window(FakeDesk())
    page, hint = window.queue, window.queue.preview._empty
    qtbot.waitUntil(lambda: page.preview._content is not None and not window.context.background.busy)
    page.preview.show_nothing()
    page.preview.read(page.view.current_id() or "")
    assert hint.isHidden(), "a row is selected, and what it says is on its way"
    qtbot.waitUntil(lambda: page.preview._content is not None)
    page.view.setCurrentIndex(page.table.index(-1, -1))
    assert not hint.isHidden(), "J and K lead somewhere"
    with answered(window, qtbot):  # type: ignore[attr-defined]  # a context manager of pytest-qt
        page.set_filter("nothing-is-called-so")
    assert page.table.rowCount() == 0
    assert hint.isHidden(), "nothing can be selected in an empty list"


def test_rows_are_as_high_as_ever_where_a_head_stood_before(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    page, view = window.queue, window.queue.view
    for filter_text in ("priority:4", "is:any", "is:open", "priority:2,3"):
        with answered(window, qtbot):  # type: ignore[attr-defined]  # a context manager of pytest-qt
            page.set_filter(filter_text)
        heads = {line for line in range(page.table.rowCount()) if page.table.head_at(line) is not None}
        assert heads
        heights = {line: view.rowHeight(line) for line in range(page.table.rowCount())}
        assert {heights[line] for line in heads} == {Size.GROUP_HEAD}
        assert {height for line, height in heights.items() if line not in heads} == {Size.ROW}


def test_a_filter_that_is_read_in_part_says_what_was_left_out(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk())
    page = window.queue
    with answered(window, qtbot):  # type: ignore[attr-defined]  # a context manager of pytest-qt
        page.set_filter("is:open foo:bar is:wierd")
    qtbot.waitUntil(page.unread.isVisible)
    assert page.unread.text().count("\n") == 2
    assert "foo: is not a filter" in page.unread.text()
    assert page.unread.text().endswith("\nWhat the other terms find is shown.")
    page.set_filter("is:open prio:1 is:opne")
    qtbot.waitUntil(lambda: "opne" in page.unread.text())
    lines = page.unread.text().split("\n")[:2]
    assert [line.partition("Did you mean ")[2] for line in lines] == ["priority:?", "is:open?"]
    page.set_filter("prio:1 is:opne")
    qtbot.waitUntil(lambda: page.unread.text().endswith("\nAll incidents are shown."))
    with answered(window, qtbot):  # type: ignore[attr-defined]  # a context manager of pytest-qt
        page.set_filter("is:open")
    assert not page.unread.isVisible()


def test_coming_back_to_a_filter_finds_the_same_place(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(FakeDesk(make_rows(400)))
    view = window.queue.view
    view.select_line(250)
    qtbot.waitUntil(lambda: view.current_id() is not None)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + 60)
    current, gap = view.current_id(), view.rowViewportPosition(view.currentIndex().row())
    for text in ("is:waiting", "is:open"):
        with answered(window, qtbot):  # type: ignore[attr-defined]  # as above
            window.queue.set_filter(text)
    assert view.current_id() == current
    assert view.rowViewportPosition(view.currentIndex().row()) == gap
    with answered(window, qtbot):  # type: ignore[attr-defined]  # as above
        window.queue.set_filter("is:any")
    assert view.verticalScrollBar().value() == 0, "a list that was not shown before begins at its top"


def test_the_selected_incident_is_selected_again_after_a_restart(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    kept: list[LastRows] = []
    window = make_window(desk, keep=kept.append)
    window.queue.view.select_line(4)
    current = window.queue.view.current_id()
    path = window.context.state._path
    window.close()
    qtbot.waitUntil(lambda: path.exists() and str(current) in path.read_text())
    again = make_window(desk, last=kept[-1])
    assert again.queue.view.current_id() == current


def test_a_list_whose_place_is_not_known_begins_at_an_incident_and_not_at_a_head(make_window: MakeWindow) -> None:
    kept: list[LastRows] = []
    make_window(FakeDesk(), keep=kept.append)
    again = make_window(None, last=kept[-1])
    again.context.state.set("queue.place", ["is:open", "f" * 32])
    again.queue.places.begin("is:open", again.queue.view)
    again.queue.view.setFocus()
    assert again.queue.view.current_id() == again.queue.table.first_rows(1)[0].id


def test_only_a_bare_arrow_closes_groups(make_window: MakeWindow) -> None:
    """Alt with one goes back, also where there is nothing before."""
    window = make_window(FakeDesk())
    view, current = window.queue.view, window.queue.view.current_id()
    QTest.keyClick(view, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.current_id() == current
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert window.queue.table.head_at(view.currentIndex().row()) is not None


def test_the_menu_of_a_row_filters_by_any_of_its_values(make_window: MakeWindow) -> None:
    """The menu key opens it where no value stands, and `F` has to filter from there too."""
    window = make_window(FakeDesk())
    page, row = window.queue, make_rows(1)[0]._replace(hold_reason="awaiting_parts")
    for column, said in ((Column.MARK, "&Filter by"), (Column.SUMMARY, "&Filter by"), (Column.ASSIGNEE, "")):
        menu = row_menu(page, row, column)
        last = menu.actions()[-1]
        assert last.text() == (said or "Filter by another value")
        values = last.menu()
        assert isinstance(values, QMenu)
        terms = [action.text() for action in values.actions()]
        assert {"priority:1", "is:in_progress", "hold:awaiting_parts"} <= set(terms)
        assert not any(term == "" or term.startswith("code:") for term in terms), "what it has not is not offered"
        assert ('assignee:"tomás ruiz"' in terms) == (column is not Column.ASSIGNEE)
    page.set_filter("is:open")
    assert isinstance(values, QMenu)
    next(action for action in values.actions() if action.text() == "priority:1").trigger()
    assert page.filter_text() == "is:open priority:1"
