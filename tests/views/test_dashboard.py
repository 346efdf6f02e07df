"""The dashboard in the window: figures, keys, the way to their rows, the table, the file, and what failed."""

from datetime import date
from pathlib import Path
from typing import Final

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableWidgetSelectionRange, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import Unavailable
from app.services.dashboard.dto import Figure, Figures, Section, Unit
from app.services.dashboard.queries import DashboardQueries
from app.views.dashboard.board import Bars
from app.views.dashboard.cells import Tile
from app.views.dashboard.comparisons import beside
from app.views.dashboard.page import DashboardPage
from app.views.dashboard.wording import note_words, value_words
from app.views.pages import Location
from app.views.shell.printing import as_pdf
from app.views.toolkit.theme import Theme
from app.views.widgets.labels import Label
from tests.views.desks import Stage

FIRST: Final = date(2026, 3, 9)


@pytest.fixture
def at(on_stage: Stage) -> DashboardPage:
    """The page with three open incidents."""
    desk = on_stage.desk
    desk.log("Scanner offline", group_id=desk.network, impact=1, urgency=1)
    desk.log("Label printer jams", group_id=desk.network)
    desk.log("No sound in the hall")
    page = on_stage.show(DashboardPage(on_stage.context))
    page.open("")
    on_stage.settle()
    return page


def tile(page: DashboardPage, key: str) -> Tile:
    """The tile of a figure."""
    return page.board.tiles[key]


def test_enter_on_a_figure_leads_to_its_rows(at: DashboardPage, on_stage: Stage) -> None:
    shown = tile(at, "open")
    said = shown.accessibleName()
    assert said.startswith("Now, Open incidents: 3. Incidents that somebody still has to work on. 3 more than on ")
    shown.setFocus()
    QTest.keyClick(shown, Qt.Key.Key_Return)
    assert on_stage.went[-1] == Location("queue", "is:open")


def test_what_an_empty_card_says_begins_where_its_title_does(theme: Theme, qtbot: QtBot) -> None:
    card = Bars(Section.WORKLOAD, "Nothing is open.")
    qtbot.addWidget(card)
    card.resize(400, 200)
    card.show()
    title, said = (label for label in card.findChildren(Label) if label.text())
    begins = [label.mapTo(card, label.contentsRect().topLeft()).x() for label in (title, said)]
    assert begins[0] == begins[1]


def test_an_incident_at_risk_is_opened(at: DashboardPage, on_stage: Stage) -> None:
    assert len(at.board.rows) == 3
    QTest.keyClick(at.board.rows[0], Qt.Key.Key_Return)
    assert on_stage.went[-1].page == "incident"


def test_one_group_narrows_every_figure(at: DashboardPage, on_stage: Stage) -> None:
    at.choose_group("Dock network")
    on_stage.settle()
    shown = tile(at, "open")
    assert shown.figure is not None
    assert (shown.figure.value, shown.figure.filter_text) == (2, 'is:open team:"dock network"')
    assert len(at.board.rows) == 2
    assert {part.figure.label for part in at.board.backlog.parts if part.figure is not None} == {"Dock network"}
    assert at.board.about.text().startswith("Dock network · ")


def test_keys_choose_the_stretch_and_walk_the_figures(at: DashboardPage, on_stage: Stage) -> None:
    at.focus_start()
    assert QApplication.focusWidget() is tile(at, "open")
    on_stage.context.actions.run("list.next")
    assert QApplication.focusWidget() is tile(at, "breached")
    on_stage.context.actions.run("list.previous")
    on_stage.context.actions.run("list.previous")
    assert QApplication.focusWidget() is tile(at, "open"), "before the first is none"
    on_stage.context.actions.run("dashboard.range_3")
    on_stage.settle()
    opened = tile(at, "opened").figure
    assert opened is not None
    first, last = opened.filter_text.removeprefix("is:any created:").split("..")
    assert first < last
    assert opened.value == 3


def test_the_table_holds_the_same_figures(at: DashboardPage, on_stage: Stage) -> None:
    on_stage.context.actions.run("dashboard.table")
    assert at.stack.currentWidget() is at.table
    shown = [at.table.item(row, 2) for row in range(at.table.rowCount())]
    assert shown[0] is not None
    assert shown[0].text() == "3"
    QTest.keyClick(at.table, Qt.Key.Key_Return)
    assert on_stage.went[-1] == Location("queue", "is:open")
    QTest.keySequence(at.table, "Ctrl+C")
    assert QApplication.clipboard().text().startswith("Now\tOpen incidents\t3\t")
    on_stage.context.actions.run("dashboard.table")
    assert at.stack.currentWidget() is at.area


def test_what_is_shown_is_exported(at: DashboardPage, on_stage: Stage, tmp_path: Path) -> None:
    at.export_to(tmp_path / "figures.csv")
    on_stage.settle()
    lines = (tmp_path / "figures.csv").read_text("utf-8-sig").splitlines()
    assert lines[1].startswith("now,Open incidents,3,count,")
    assert len(lines) == at.table.rowCount() + 1


def test_the_pdf_has_what_lies_below_the_fold(at: DashboardPage) -> None:
    assert at.printed() is at.board
    assert as_pdf(at.printed(), "Dashboard").startswith(b"%PDF")


def test_a_reading_that_fails_leaves_the_rest(
    at: DashboardPage, on_stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> None:
        raise Unavailable("The server is away.")

    monkeypatch.setattr(DashboardQueries, "stretch", broken)
    at.load()
    on_stage.settle()
    assert at.strip.isVisible()
    assert "The days and weeks could not be read. The server is away." in at.strip.text()
    assert tile(at, "open").figure is not None
    assert tile(at, "open").accessibleDescription() == "", "what could be read says nothing"
    assert tile(at, "response").accessibleDescription().endswith(", not read since")
    assert at.board.weeks.note.text().endswith(", not read since")
    monkeypatch.undo()
    at.load()
    on_stage.settle()
    assert not at.strip.isVisible()
    assert tile(at, "response").accessibleDescription() == ""


def test_every_figure_of_a_chart_is_pressed_by_itself(at: DashboardPage, on_stage: Stage) -> None:
    board = at.board
    assert len(board.attainment.spots) == 24
    assert len(board.by_day.spots) == 28
    today = board.by_day.spots[-2]
    assert today.accessibleName().startswith("Opened, ")
    assert ": 3. " in today.accessibleName()
    QTest.keyClick(today, Qt.Key.Key_Return)
    assert on_stage.went[-1].argument.startswith("is:any created:")
    part = board.backlog.parts[0]
    assert part.accessibleName() == "Backlog by group, Dock network: 1, P1. Open incidents of this group and priority"
    QTest.keyClick(part, Qt.Key.Key_Return)
    assert on_stage.went[-1] == Location("queue", 'is:open team:"dock network" priority:1')
    assert board.arrivals.accessibleName().startswith("Arrivals by hour")
    QTest.keyClick(board.arrivals, Qt.Key.Key_Return)
    assert on_stage.went[-1].argument.startswith("is:any created:")


def test_the_board_is_painted_in_both_directions(at: DashboardPage, on_stage: Stage) -> None:
    seen = at.board.grab().toImage()
    at.board.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    on_stage.settle()
    assert at.board.grab().toImage() != seen
    assert at.board.by_day.spots[0].x() < at.board.by_day.spots[-1].x(), "time runs as ever"
    part = at.board.backlog.parts[0]
    assert part.geometry().right() > at.board.backlog.width() / 2, "bars begin where lines begin"
    at.board.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_the_wall_shows_the_same_without_a_pointer_and_esc_leaves(at: DashboardPage, on_stage: Stage) -> None:
    on_stage.context.actions.run("window.full_screen")
    on_stage.settle()
    wall = at.wall
    assert wall is not None
    assert wall.cursor().shape() is Qt.CursorShape.BlankCursor
    shown = wall.board.tiles["open"].figure
    assert shown is not None
    assert shown.value == 3
    on_stage.desk.log("A fourth one")
    on_stage.desk.clock.advance(seconds=31)
    on_stage.context.ticker.tick()
    on_stage.settle()
    shown = wall.board.tiles["open"].figure
    assert shown is not None
    assert shown.value == 4
    wall.resize(1920, 1080)
    assert not wall.grab().isNull()
    scale = wall._lay_out()
    assert scale > 1.3, "larger than in the window"
    lowest = wall.board.attainment.mapTo(wall.board, wall.board.attainment.rect().bottomLeft()).y()
    assert wall.board.height() - lowest < 60, "and as high as the screen"
    assert wall._lay_out() == scale, "which changes nothing the next time"
    QTest.keyClick(wall, Qt.Key.Key_Escape)
    on_stage.settle()
    assert at.wall is None


def test_pausing_reads_nothing_again(at: DashboardPage, on_stage: Stage) -> None:
    on_stage.context.actions.run("dashboard.pause")
    on_stage.desk.log("A fourth one")
    on_stage.desk.clock.advance(minutes=5)
    on_stage.context.ticker.tick()
    on_stage.settle()
    figure = tile(at, "open").figure
    assert figure is not None
    assert figure.value == 3
    on_stage.context.actions.run("dashboard.pause")
    on_stage.settle()
    figure = tile(at, "open").figure
    assert figure is not None
    assert figure.value == 4


def test_what_stands_open_is_read_again_after_half_a_minute(at: DashboardPage, on_stage: Stage) -> None:
    on_stage.desk.log("A fourth one")
    on_stage.context.ticker.tick()
    on_stage.settle()
    assert _open(at) == 3
    on_stage.desk.clock.advance(seconds=31)
    on_stage.context.ticker.tick()
    on_stage.settle()
    assert _open(at) == 4


def _open(page: DashboardPage) -> float | None:
    figure = tile(page, "open").figure
    return None if figure is None else figure.value


def test_everything_has_a_name_and_a_size(at: DashboardPage) -> None:
    for each in at.board.pressable():
        assert each.accessibleName(), each
        assert min(each.width(), each.height()) >= 24
    assert not [each for each in at.findChildren(QWidget) if each.isWindow()]


def test_lines_of_the_grid_stand_at_round_shares(at: DashboardPage) -> None:
    chart = at.board.attainment
    for lowest in (0.0, 0.12, 0.45, 0.56, 0.67, 0.8, 0.93, 1.0):
        share = Figure(Section.RESPONSE_BY_WEEK, "2026-03-02", "Week 10", "", "", lowest, Unit.SHARE, 9, goal=0.95)
        chart._lines = ((share,), (share._replace(section=Section.RESOLUTION_BY_WEEK),))
        steps = (1 - chart._floor) / chart._step
        assert steps == pytest.approx(round(steps)), f"100 % is no line from {chart._floor}"
        assert 2 < round(steps) < 7
        assert round(chart._floor * 100) % round(chart._step * 100) == 0
        assert chart._floor <= lowest


def test_a_share_of_few_says_once_of_how_many() -> None:
    few = Figure(Section.STRETCH, "response", "First response in time", "", "", 0.75, Unit.SHARE, 4)
    assert value_words(few) == "3 of 4"
    assert "of" not in note_words(few)
    assert note_words(few._replace(before=0.5)) == "50 % before"
    assert note_words(few._replace(of=40)) == "of 40"


def test_tiles_draw_the_days_before_and_compare_with_one(at: DashboardPage, on_stage: Stage) -> None:
    still, late = tile(at, "open"), tile(at, "breached")
    assert still._line == (*[0.0] * 13, 3.0)
    assert len(late._line) == 14
    friday = Figure(Section.OPEN_BY_DAY, "2026-03-06", "", "", "", 5.0, Unit.AMONG)
    days = (friday, *(friday._replace(key=f"2026-03-0{day}", value=9.0) for day in (7, 8)))
    known, stretch = {"open": friday._replace(value=3.0)}, Figures(on_stage.context.now(), FIRST, FIRST, days)
    assert beside("open", known, stretch).words == "2 fewer than on Friday"
    assert beside("open", {"open": friday._replace(value=5.0)}, stretch).words == "As many as on Friday"


def test_figures_of_another_group_say_whose_they_are_until_they_are_read(
    at: DashboardPage, on_stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_args: object) -> None:
        raise Unavailable("The server is away.")

    monkeypatch.setattr(DashboardQueries, "stretch", broken)
    at.choose_group("Dock network")
    assert tile(at, "open").accessibleDescription() == "Still of All groups"
    assert tile(at, "response").accessibleDescription() == "Still of All groups, 7 days"
    assert at.board.about.text() == "Dock network"
    on_stage.settle()
    assert tile(at, "open").accessibleDescription() == ""
    assert tile(at, "response").accessibleDescription() == "Still of All groups, 7 days"
    assert at.board.about.text() == "Dock network"
    parts = {at.table.item(row, 0).text() for row in range(at.table.rowCount())}  # type: ignore[union-attr]  # the table is filled
    assert "Now" in parts
    assert "In the stretch" not in parts, "the table and the file hold what was chosen only"
    monkeypatch.undo()
    at.load()
    on_stage.settle()
    assert tile(at, "response").accessibleDescription() == ""
    assert at.board.about.text().startswith("Dock network · ")


def test_lines_that_are_chosen_stay_chosen_when_the_figures_are_read_again(at: DashboardPage, on_stage: Stage) -> None:
    at.show_table(shown=True)
    at.table.setRangeSelected(QTableWidgetSelectionRange(0, 0, 2, at.table.columnCount() - 1), True)
    at.load()
    on_stage.settle()
    assert {index.row() for index in at.table.selectedIndexes()} == {0, 1, 2}


def test_a_group_with_quotes_in_its_name_is_counted(at: DashboardPage, on_stage: Stage) -> None:
    desk = on_stage.desk
    group = desk.session.desk.people_admin.add_group(desk.me, 'The "night", shift', 2, (desk.me.person_id,))
    desk.log("Crane stands still", group_id=group)
    at.choose_group('The "night", shift')
    on_stage.settle()
    shown = tile(at, "open").figure
    assert shown is not None
    assert (shown.value, shown.filter_text) == (1, 'is:open team:"the ""night"", shift"')
    assert len(at.board.rows) == 1


def test_tiles_stand_in_two_rows_where_one_has_no_room_for_their_words(at: DashboardPage) -> None:
    keys = ("open", "breached", "soon", "response", "resolution")

    def rows() -> list[int]:
        QApplication.sendPostedEvents(at.board, QEvent.Type.LayoutRequest)
        tops = [tile(at, key).geometry().top() for key in keys]
        return [sorted(set(tops)).index(top) for top in tops]

    for width, wanted in ((1200, [0] * 5), (850, [0, 0, 0, 1, 1]), (1200, [0] * 5)):
        at.board.resize(width, 1000)
        assert rows() == wanted
    assert at.board.pressable()[:5] == [tile(at, key) for key in keys]
