"""Saved views in the window: saved by key, listed with their numbers, shown as they were left, told of arrivals."""

from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.domain.events import IncidentChanged
from app.services.views.dto import Arrival, NewView
from app.views.main_window import MainWindow
from app.views.queue.columns import OPTIONAL, Column
from app.views.queue.view_acts import fill_columns
from app.views.queue.view_form import ViewForm
from app.views.shell.palette_sources import open_palette
from app.views.shell.sidebar import ViewLine
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label
from tests.support.fake_desk import ME, NOW, FakeDesk
from tests.views.window import MakeWindow

WAITING = NewView("1" * 32, "Waiting long", "is:waiting", "updated_at", descending=True, group_by="assignee")
NETWORK = NewView("2" * 32, "Network", "is:open team:network", "number", group_by="none", columns=("CALLER", "SLA"))


def with_views(*views: NewView) -> FakeDesk:
    desk = FakeDesk()
    for view in views:
        desk.views.save(ME, view)
    return desk


def opened(make_window: MakeWindow, qtbot: QtBot, desk: FakeDesk) -> MainWindow:
    window = make_window(desk)
    qtbot.waitUntil(lambda: len(window.queue.shelf.views) == len(desk.views.views))
    return window


def order(window: MainWindow) -> tuple[str, bool, str]:
    query = window.queue.query
    return query.sort, query.descending, query.group_by


def test_the_side_bar_lists_them_with_their_numbers(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = opened(make_window, qtbot, with_views(WAITING, NETWORK))
    items = window.sidebar._view_items
    assert [item.text() for item in items.values()] == ["Waiting long", "Network"]
    qtbot.waitUntil(lambda: items[WAITING.id].accessibleName() == f"Waiting long, {len(WAITING.filter_text)}")
    with qtbot.waitSignal(window.queue.answered):
        items[WAITING.id].click()
    assert window.queue.filter_text() == "is:waiting"
    assert order(window) == ("updated_at", True, "assignee")
    assert items[WAITING.id].chosen
    assert not items[NETWORK.id].chosen
    assert window.queue.head._title.text() == "Waiting long"


def test_each_view_keeps_its_widths_and_its_order_of_columns(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = opened(make_window, qtbot, with_views(WAITING, NETWORK))
    page, view = window.queue, window.queue.view
    usual, items = view.columnWidth(Column.NUMBER), window.sidebar._view_items
    before = view.header.visualIndex(Column.SLA)

    def show(view_id: str) -> tuple[int, int]:
        with qtbot.waitSignal(page.answered):
            items[view_id].click()
        return view.columnWidth(Column.NUMBER), view.header.visualIndex(Column.SLA)

    assert show(WAITING.id) == (usual, before)
    view.setColumnWidth(Column.NUMBER, 131)
    view.header.moveSection(before, 3)
    assert show(NETWORK.id) == (usual, before), "what is dragged in one view is its own"
    assert show(WAITING.id) == (131, 3)
    window.resize(1_100, 700)
    with qtbot.waitSignal(window.context.background.idle):
        window.context.state.save()
    again = opened(make_window, qtbot, with_views(WAITING, NETWORK))
    with qtbot.waitSignal(again.queue.answered):
        again.sidebar._view_items[WAITING.id].click()
    assert again.queue.view.columnWidth(Column.NUMBER) == 131
    assert again.queue.view.header.visualIndex(Column.SLA) == 3


def test_any_field_of_a_row_can_be_a_column_and_is_one_again_after_a_restart(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    more = ("SITE", "SERVICE", "CATEGORY", "CHANNEL", "TAGS", "RESPONSE", "REASON", "CODE", "REOPENED")
    window = opened(make_window, qtbot, with_views(replace(NETWORK, columns=None)))
    page = window.queue
    assert not page.view.shown & {Column[name] for name in more}
    menu = QMenu(page)
    for place in [OPTIONAL.index(Column[name]) for name in more]:
        fill_columns(page, menu)
        menu.actions()[place].trigger()
    page.view.setColumnWidth(Column.SITE, 133)
    chosen = {Column[name] for name in more}
    assert page.view.chosen >= chosen > page.view.shown & chosen, "the short description keeps room"
    fill_columns(page, menu)
    assert "Times reopened (no room at this width)" in {action.text() for action in menu.actions()}
    window.resize(3_000, 800)
    page.grab()
    assert page.view.shown >= chosen
    with qtbot.waitSignal(window.context.background.idle):
        window.context.state.save()
    again = opened(make_window, qtbot, with_views(replace(NETWORK, columns=None)))
    again.resize(3_000, 800)
    again.queue.grab()
    assert again.queue.view.shown >= chosen
    assert again.queue.view.columnWidth(Column.SITE) == 133


def test_keys_go_to_them_and_back_goes_back(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = opened(make_window, qtbot, with_views(WAITING, NETWORK))
    before = order(window)
    window.context.actions.run("go.view_2")
    assert window.queue.filter_text() == "is:open team:network"
    assert window.queue.view.shown & {Column.CALLER, Column.SLA, Column.OPENED} == {Column.CALLER, Column.SLA}
    window.context.actions.run("go.back")
    assert (window.queue.filter_text(), order(window)) == ("is:open", before)
    window.context.actions.run("go.forward")
    assert order(window) == ("number", False, "none")
    assert window.context.actions.offer("go.view_3").reason == "There is no such view yet"


def test_a_view_that_is_shown_and_chosen_again_stays_where_one_is(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = opened(make_window, qtbot, with_views(WAITING, replace(NETWORK, filter_text="is:open")))
    with qtbot.waitSignal(window.queue.answered):
        window.context.actions.run("go.view_1")
    with qtbot.waitSignal(window.queue.answered):
        window.context.actions.run("go.view_2")
    window.queue.view.select_line(9)
    current = window.queue.view.current_id()
    window.context.actions.run("go.view_2")
    qtbot.waitUntil(lambda: not window.context.background.busy)
    assert window.queue.view.current_id() == current


def test_a_view_is_left_as_it_was_and_others_are_not_touched(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = opened(make_window, qtbot, with_views(WAITING, NETWORK))
    before, state_file = order(window), window.context.state._path
    window.context.state.save()
    qtbot.waitUntil(state_file.exists)
    window.context.actions.run("go.view_1")
    window.context.actions.run("group.priority")
    window.queue.order.sort_by(Column.NUMBER)
    left = order(window)
    assert left == ("number", True, "priority")
    window.context.actions.run("go.queue")
    assert order(window) == before
    window.context.actions.run("go.view_1")
    assert order(window) == left
    window.context.state.save()
    qtbot.waitUntil(lambda: f"view.{WAITING.id}" in state_file.read_text())
    with qtbot.waitSignal(window.context.background.idle):
        window.context.state.save()
    again = opened(make_window, qtbot, with_views(WAITING, NETWORK))
    again.context.actions.run("go.view_1")
    assert order(again) == left, "also after a restart"


def test_heads_stay_closed_where_they_were_closed(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = opened(make_window, qtbot, with_views(WAITING))
    key = window.queue.table.layout_of_lines.summary.groups[0].key
    window.queue.order.collapse(frozenset({key}))
    window.context.actions.run("go.view_1")
    assert window.queue.query.collapsed == frozenset()
    window.context.actions.run("go.queue")
    assert window.queue.query.collapsed == {key}
    window.context.actions.run("list.expand_all")
    window.context.actions.run("go.view_1")
    window.context.actions.run("go.queue")
    assert window.queue.query.collapsed == frozenset()


def test_a_filter_becomes_a_view_by_key(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    window = make_window(desk)
    window.queue.set_filter("is:open priority:1")
    window.context.actions.run("group.none")
    QTest.keyClick(window.queue.view, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    form = window.findChild(ViewForm)
    assert form is not None
    assert form.name.hasFocus()
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    assert "has no name" in form.problem.text()
    assert not desk.views.views
    QTest.keyClicks(form.name, "Burning")
    QTest.keyClick(form.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: [view.name for view in window.queue.shelf.views] == ["Burning"])
    (view,) = desk.views.views
    assert (view.filter_text, view.group_by, view.share, view.notifies) == ("is:open priority:1", "none", "own", False)
    assert window.queue.head._title.text() == "Burning"
    qtbot.waitUntil(window.queue.view.hasFocus)


def test_saving_and_changing_a_view_are_taken_back_and_done_again(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = with_views(NETWORK)
    window = opened(make_window, qtbot, desk)
    shelf, run = window.queue.shelf, window.context.actions.run

    def names() -> list[str]:
        return [view.name for view in shelf.views]

    shelf.save(WAITING, None)
    qtbot.waitUntil(lambda: names() == ["Network", "Waiting long"])
    shelf.save(replace(NETWORK, name="Cables", share="all"), NETWORK)
    qtbot.waitUntil(lambda: names() == ["Cables", "Waiting long"])
    run("window.undo")
    qtbot.waitUntil(lambda: names() == ["Network", "Waiting long"])
    assert shelf.views[0].columns == NETWORK.columns
    assert shelf.views[0].share == "own"
    run("window.undo")
    qtbot.waitUntil(lambda: names() == ["Network"])
    run("window.redo")
    qtbot.waitUntil(lambda: names() == ["Network", "Waiting long"])
    run("window.redo")
    qtbot.waitUntil(lambda: names() == ["Cables", "Waiting long"])


def test_taking_back_stops_at_what_a_colleague_changed_since(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = with_views(NETWORK)
    window = opened(make_window, qtbot, desk)
    window.queue.shelf.save(replace(NETWORK, name="Cables"), NETWORK)
    qtbot.waitUntil(lambda: window.queue.shelf.views[0].name == "Cables")
    theirs = desk.views.save(ME, replace(NETWORK, name="Routers"))
    window.context.actions.run("window.undo")
    qtbot.waitUntil(lambda: "“Routers” was changed by somebody else meanwhile" in window.context.toasts.text)
    assert desk.views.views[0].as_new() == theirs
    qtbot.waitUntil(lambda: window.queue.shelf.views[0].name == "Routers")


def test_the_sheet_of_a_shared_view_says_who_changed_it_last(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = with_views(NETWORK)
    (view,) = desk.views.views
    changed = view._replace(share="all", changed_at=NOW - timedelta(hours=2), changed_by="Lena Vogt")
    for by, said in (("Lena Vogt", "Last changed by Lena Vogt, today "), (None, "Last changed today ")):
        desk.views.views[:] = [changed._replace(changed_by=by)]
        window = opened(make_window, qtbot, desk)
        window.context.actions.run("go.view_1")
        window.context.actions.run("list.change_view")
        texts = [each.text() for each in window.findChildren(ViewForm)[-1].findChildren(Label)]
        assert any(text.startswith(said) for text in texts), texts


def test_a_view_that_a_colleague_changed_is_saved_over_only_when_one_says_so(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    desk = with_views(NETWORK)
    window = opened(make_window, qtbot, desk)
    window.context.actions.run("go.view_1")
    window.context.actions.run("list.change_view")
    form = window.findChildren(ViewForm)[-1]
    assert not [each for each in form.findChildren(Label) if each.text().startswith("Last changed")], "it is one's own"
    theirs = desk.views.save(ME, replace(NETWORK, name="Routers"))
    form.name.setText("Cables")
    form.submit()
    qtbot.waitUntil(lambda: "“Routers” was changed by somebody else meanwhile" in form.problem.text())
    assert desk.views.views[0].as_new() == theirs
    qtbot.waitUntil(lambda: window.queue.shelf.views[0].name == "Routers")
    assert form.name.text() == "Cables", "what was typed stays"
    (over,) = [each for each in form.problem.findChildren(Button) if each.text() == "Save mine over it"]
    over.click()
    qtbot.waitUntil(lambda: desk.views.views[0].name == "Cables")
    qtbot.waitUntil(lambda: not window.findChildren(ViewForm))
    window.context.actions.run("window.undo")
    qtbot.waitUntil(lambda: desk.views.views[0].as_new() == theirs)


def test_a_view_is_shared_changed_removed_and_brought_back(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = with_views(WAITING)
    window = opened(make_window, qtbot, desk)
    assert window.context.actions.offer("list.change_view").reason == "No saved view is shown"
    window.context.actions.run("go.view_1")
    window.context.actions.run("list.change_view")
    form = window.findChild(ViewForm)
    assert form is not None
    assert form.name.text() == "Waiting long"
    qtbot.waitUntil(lambda: form.share.findText("Members of Service Desk") >= 0)
    form.share.setCurrentIndex(form.share.findText("Members of Service Desk"))
    form.notifies.setChecked(True)
    form.submit()
    qtbot.waitUntil(lambda: desk.views.views[0].share == "team")
    assert (desk.views.views[0].group_id, desk.views.views[0].notifies) == ("g" * 32, True)
    qtbot.waitUntil(lambda: window.queue.shelf.views[0].share == "team")
    window.context.actions.run("list.remove_view")
    qtbot.waitUntil(lambda: not window.queue.shelf.views)
    window.context.actions.run("window.undo")
    qtbot.waitUntil(lambda: [view.name for view in window.queue.shelf.views] == ["Waiting long"])


def test_the_columns_of_a_view_are_its_own(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = opened(make_window, qtbot, with_views(WAITING))
    fitting = window.queue.view.shown
    window.context.actions.run("go.view_1")
    window.queue.shelf.keep_columns("is:waiting", ("GROUP",))
    window.queue.order.show()
    assert window.queue.view.shown & {Column.GROUP, Column.UPDATED} == {Column.GROUP}
    window.context.actions.run("go.queue")
    assert window.queue.view.shown == fitting


def test_what_comes_into_a_view_is_told_once(make_window: MakeWindow, qtbot: QtBot) -> None:
    desk = FakeDesk()
    desk.views.save(ME, NewView("3" * 32, "Hot", "priority:1", notifies=True))
    window = opened(make_window, qtbot, desk)
    shelf = window.queue.shelf
    qtbot.waitUntil(lambda: "3" * 32 in shelf._inside)
    known = next(iter(shelf._inside["3" * 32]))
    told: list[str] = []
    window.context.toasts.show = lambda text, *_actions, **_options: told.append(text)  # type: ignore[method-assign]  # only listened to
    desk.views.found = (
        Arrival("3" * 32, known, 1, "Was there before"),
        Arrival("3" * 32, "e" * 32, 4711, "Gateway is down"),
    )
    for _ in range(2):
        desk.bus.publish((IncidentChanged(None, known, remote=True), IncidentChanged(None, "e" * 32, remote=True)))
        qtbot.waitUntil(lambda: len(shelf._fresh) == 2)
        shelf._ask_arrivals()
        qtbot.waitUntil(lambda: not window.context.background.busy)
    assert told == ["INC-004711 came into “Hot”: Gateway is down"]


def test_the_palette_finds_them_by_name(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = opened(make_window, qtbot, with_views(WAITING, NETWORK))
    palette = open_palette(window, "waiting lo")
    line = next(line for line in palette.shown() if line.section == "Saved views")
    assert (line.text, line.keys) == ("Waiting long", "Ctrl+1")
    line.run()
    assert window.queue.filter_text() == "is:waiting"
    palette.close()


def test_they_move_up_and_down_with_a_way_back(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = opened(make_window, qtbot, with_views(WAITING, NETWORK))

    def listed() -> list[str]:
        return [view.name for view in window.queue.shelf.views]

    window.context.actions.run("go.view_2")
    assert window.context.actions.offer("list.view_down").reason == "It is the last of your views"
    window.context.actions.run("list.view_up")
    qtbot.waitUntil(lambda: listed() == ["Network", "Waiting long"])
    assert window.context.undo.undo()
    qtbot.waitUntil(lambda: listed() == ["Waiting long", "Network"])
    assert window.context.undo.redo()
    qtbot.waitUntil(lambda: listed() == ["Network", "Waiting long"])


def test_an_icon_is_chosen_and_kept(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = opened(make_window, qtbot, with_views(NETWORK))
    window.context.actions.run("go.view_1")
    window.context.actions.run("list.change_view")
    form = window.findChildren(ViewForm)[0]
    form.icon.setCurrentIndex(form.icon.findData("star"))
    form.submit()
    qtbot.waitUntil(lambda: window.queue.shelf.views[0].icon == "star")
    window.context.actions.run("list.change_view")
    assert window.findChildren(ViewForm)[-1].icon.currentData() == "star"


def test_starred_views_stand_first_and_the_rest_is_behind_more(make_window: MakeWindow, qtbot: QtBot) -> None:
    many = [NewView(f"{number:032d}", f"View {number}", f"is:open level:{number}") for number in range(1, 10)]
    desk = with_views(*many)
    window = opened(make_window, qtbot, desk)
    lines = window.sidebar._view_items
    assert [item.text() for item in lines.values()] == [f"View {number}" for number in range(1, 8)]
    assert window.sidebar.more.isVisibleTo(window.sidebar)
    assert window.sidebar.more.text() == "2 more…"
    window.queue.set_filter("is:open level:9")
    window.context.actions.run("list.star_view")
    qtbot.waitUntil(lambda: window.queue.shelf.views[0].name == "View 9")
    assert next(iter(window.sidebar._view_items.values())).text() == "View 9"
    assert len(window.sidebar._view_items) == 7
    window.context.actions.run("window.undo")
    qtbot.waitUntil(lambda: window.queue.shelf.views[0].name == "View 1")


def test_a_view_that_was_saved_beside_the_rail_is_a_line_with_a_name(make_window: MakeWindow) -> None:
    bar = make_window(FakeDesk()).sidebar
    bar.set_rail(True)
    bar.set_views((ViewLine("v1", "Urgent network", "star", 3),))
    item = bar._view_items["v1"]
    assert item.isHidden(), "the rail has no room for it"
    bar.set_rail(False)
    assert not item.isHidden()
    assert item.sizeHint() == bar._items["queue"].sizeHint(), "as all other lines, and no icon alone"
