"""The parts of the queue that need no window: layout, columns, filters, wording, last rows; and the Qt model."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester

from app.services.incidents.queue_dto import GroupCount, QueueCounts, QueuePage, QueueQuery, QueueSummary
from app.views.context import Place
from app.views.queue import filters
from app.views.queue.columns import OPTIONAL, SORT_OF, SPECS, Column, shown_columns
from app.views.queue.last_rows import KEPT, LastRows, last_rows_path, load_last_rows, save_last_rows
from app.views.queue.layout import HELD, Held, QueueLayout
from app.views.queue.queue_table import AHEAD, BLOCK, KEPT_BLOCKS, QueueTable
from app.views.queue.row_menu import filter_term
from app.views.queue.wording import Wording
from app.views.toolkit.formats import Formats
from tests.support.fake_desk import NOW, make_rows

GROUPS = (GroupCount("1", "P1 Critical", 2), GroupCount("2", "P2 High", 3), GroupCount("3", "P3 Moderate", 1))
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


def table_of(count: int, *, groups: tuple[GroupCount, ...] = (), loaded: int = BLOCK) -> QueueTable:
    table = QueueTable(Wording(Formats(), NOW))
    table.show(QueueSummary(count, groups), frozenset(), [QueuePage(0, tuple(make_rows(min(count, loaded))))])
    return table


def test_lines_are_heads_and_rows() -> None:
    layout = QueueLayout(QueueSummary(6, GROUPS))
    heads = [line for line in range(layout.lines) if layout.head_at(line) is not None]
    assert layout.lines == 9
    assert heads == [0, 3, 7] == layout.head_lines()
    assert [layout.offset_at(line) for line in range(9)] == [None, 0, 1, None, 2, 3, 4, None, 5]
    assert [layout.line_of(offset) for offset in range(6)] == [1, 2, 4, 5, 6, 8]


def test_closed_groups_have_no_rows() -> None:
    layout = QueueLayout(QueueSummary(6, GROUPS), frozenset({"2"}))
    assert layout.lines == 6
    assert layout.rows == 3
    assert [layout.offset_at(line) for line in range(6)] == [None, 0, 1, None, None, 2]
    assert [layout.line_of(offset) for offset in range(3)] == [1, 2, 5]
    above = layout.head_above(5)
    assert above is not None
    assert above.group.key == "3"


@pytest.mark.parametrize(
    ("held", "line", "offsets"),
    [
        (Held(4, "2", 0), 4, [None, 0, 1, None, HELD, 2, 3, 4, None, 5]),
        (Held(5, "2", 1), 5, [None, 0, 1, None, 2, HELD, 3, 4, None, 5]),
        (Held(9, "2", 9), 7, [None, 0, 1, None, 2, 3, 4, HELD, None, 5]),
        (Held(1, "1", 0), 1, [None, HELD, 0, 1, None, 2, 3, 4, None, 5]),
        (Held(9, "4", 0), 9, [None, 0, 1, None, 2, 3, 4, None, 5, HELD]),
        (Held(1, "0", 0), 3, [None, 0, 1, HELD, None, 2, 3, 4, None, 5]),
    ],
)
def test_a_row_that_is_held_has_a_line_and_the_others_keep_their_offsets(
    held: Held, line: int, offsets: list[int | None]
) -> None:
    layout = QueueLayout(QueueSummary(6, GROUPS), held=held)
    assert (layout.lines, layout.rows, layout.held_line) == (10, 6, line)
    assert [layout.offset_at(each) for each in range(10)] == offsets
    assert all(layout.line_of(offset) == each for each, offset in enumerate(offsets) if offset is not None)


def test_a_row_is_held_at_its_place_of_a_list_without_groups_and_not_in_a_closed_group() -> None:
    layout = QueueLayout(QueueSummary(3), held=QueueLayout(QueueSummary(4)).place_to_hold(2))
    assert [layout.offset_at(line) for line in range(layout.lines)] == [0, 1, HELD, 2]
    assert [layout.line_of(offset) for offset in range(3)] == [0, 1, 3]
    assert QueueLayout(QueueSummary(0), held=Held(0, "", 0)).lines == 1
    grouped = QueueLayout(QueueSummary(6, GROUPS))
    assert grouped.place_to_hold(5) == Held(5, "2", 1)
    closed = QueueLayout(QueueSummary(6, GROUPS), frozenset({"2"}), Held(5, "2", 1))
    assert (closed.lines, closed.held_line) == (6, None)


def test_without_groups_lines_are_rows() -> None:
    layout = QueueLayout(QueueSummary(3))
    assert [layout.offset_at(line) for line in range(3)] == [0, 1, 2]
    assert layout.head_above(2) is None


def test_marks_of_many_rows_are_told_at_once_and_that_of_one_by_itself() -> None:
    table, told = table_of(1_000), list[tuple[int, int, int, int]]()
    table.dataChanged.connect(lambda a, b, _roles: told.append((a.row(), b.row(), a.column(), b.column())))
    ids = tuple(row.id for row in table.first_rows(BLOCK))
    table.set_marked(ids, marked=True)
    assert table.marked == set(ids)
    table.set_marked(ids[3:4], marked=False)
    table.set_marked((), marked=True)
    mark = int(Column.MARK)
    assert told == [(0, 999, mark, mark), (3, 3, mark, mark)]
    assert table.marked == set(ids) - {ids[3]}


def test_what_comes_next_is_asked_for_before_it_is_in_view() -> None:
    table = table_of(1_000)
    wanted: list[int] = []
    table.block_wanted.connect(wanted.append)
    table.look_ahead(10, BLOCK - AHEAD - 1)
    assert wanted == []
    table.look_ahead(20, BLOCK - AHEAD)
    table.look_ahead(21, BLOCK - AHEAD + 1)
    assert wanted == [1], "a block is asked for once"
    table.look_ahead(990, 999)
    assert wanted == [1, 9]


def test_the_model_obeys_qt(qtmodeltester: ModelTester) -> None:
    table = table_of(6, groups=GROUPS)
    check: Callable[..., None] = qtmodeltester.check
    check(table)


def test_every_cell_says_something() -> None:
    table = table_of(18)
    for line in range(table.rowCount()):
        for column in range(table.columnCount()):
            assert table.data(table.index(line, column), SPOKEN)
    for column in Column:
        assert table.headerData(column, Qt.Orientation.Horizontal, SPOKEN) == SPECS[column].spoken


def test_heads_say_their_name_count_and_state() -> None:
    table = table_of(6, groups=GROUPS)
    assert table.data(table.index(0, Column.SUMMARY), SPOKEN) == "P1 Critical, 2, expanded"


def test_rows_come_in_blocks_when_they_are_looked_at() -> None:
    table = table_of(1000)
    wanted: list[int] = []
    table.block_wanted.connect(wanted.append)
    assert table.row_at(0) is not None
    assert table.row_at(250) is None
    assert table.row_at(260) is None
    assert wanted == [2], "a block is asked for once"
    table.add_page(QueuePage(200, tuple(make_rows(100))))
    assert table.row_at(250) is not None
    table.block_failed(3)
    assert table.row_at(300) is None
    assert wanted == [2, 3]


def test_an_incident_knows_its_place_and_neighbours() -> None:
    table = table_of(6, groups=GROUPS)
    rows = make_rows(6)
    place = table.place_of(rows[2].id)
    assert place == Place(3, 6, rows[1].id, rows[3].id)
    first, last = table.place_of(rows[0].id), table.place_of(rows[5].id)
    assert first is not None
    assert first.previous_id is None
    assert last is not None
    assert last.next_id is None
    assert table.place_of("elsewhere") is None


def test_memory_stays_bounded() -> None:
    count = BLOCK * (KEPT_BLOCKS + 20)
    table = table_of(count)
    rows = tuple(make_rows(BLOCK))
    for block in range(KEPT_BLOCKS + 20):
        table.add_page(QueuePage(block * BLOCK, rows))
    missing = sum(table.row_at(block * BLOCK) is None for block in range(KEPT_BLOCKS + 20))
    assert missing == 20


def test_an_answer_for_other_rows_than_expected_does_no_harm() -> None:
    table = table_of(5, loaded=3)
    assert table.row_at(4) is None
    table.add_page(QueuePage(100, tuple(make_rows(3))))
    assert table.rowCount() == 5


@pytest.mark.parametrize("width", [400, 619, 620, 830, 1000, 1240, 1900])
def test_columns_fit_in_the_room_there_is(width: int) -> None:
    shown = shown_columns(width)
    taken = sum(SPECS[column].width for column in shown if column is not Column.SUMMARY)
    assert Column.SUMMARY in shown
    assert width - taken >= 180, "the short description keeps room"


@pytest.mark.parametrize("width", [620, 830, 1366, 1900])
def test_columns_that_were_chosen_leave_the_short_description_room(width: int) -> None:
    shown = shown_columns(width, frozenset(OPTIONAL))
    taken = sum(SPECS[column].width for column in shown if column is not Column.SUMMARY)
    assert width - taken >= 180
    assert Column.SLA in shown, "the clock is the last to go"
    assert shown_columns(2_800, frozenset(OPTIONAL)) == frozenset(Column)


def test_every_sort_is_known_to_the_service() -> None:
    from app.services.incidents.queue_dto import SORT_COLUMNS

    assert set(SORT_OF.values()) <= set(SORT_COLUMNS)


@pytest.mark.parametrize(
    ("text", "segment"),
    [
        ("is:open", "all"),
        ("is:open assignee:me", "mine"),
        ("is:open team:network assignee:none", "unassigned"),
        ("is:waiting printer", "waiting"),
        ("is:resolved", None),
        ("", None),
    ],
)
def test_segments_are_read_from_the_filter(text: str, segment: str | None) -> None:
    assert filters.segment_of(text) == segment


def test_a_segment_keeps_what_else_was_asked() -> None:
    assert filters.with_segment("is:open team:network vpn", "mine") == "is:open assignee:me team:network vpn"
    assert filters.with_segment("is:open (p:1 or is:vip)", "waiting") == "is:waiting (p:1 or is:vip)"
    assert filters.with_segment("p:1 or is:vip", "waiting") == "is:waiting (p:1 or is:vip)"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("is:open", "All open incidents"),
        ("is:open assignee:me", "My open work"),
        ("is:open team:network", "Network"),
        ("is:open vpn", "Search results"),
        ("is:open priority:1,2", "Filtered incidents"),
        ("prio:1 is:opne", "All incidents"),
    ],
)
def test_lists_have_names(text: str, title: str) -> None:
    assert filters.title_of(text) == title


def test_names_with_signs_are_quoted_in_filters() -> None:
    assert filters.team_filter("Service Desk") == 'is:open team:"service desk"'
    assert filters.team_filter("Network") == "is:open team:network"
    assert filters.without_last_term("is:open vpn") == ("is:open", "vpn")
    assert filters.without_last_term("is:open (p:1 or vpn)") == ("is:open", "(p:1 or vpn)")
    assert filters.without_last_term("p:1 or vpn") is None
    assert filters.without_last_term("vpn") is None


def test_filter_by_this_value() -> None:
    row = make_rows(1)[0]
    assert filter_term(row, Column.PRIORITY) == "priority:1"
    assert filter_term(row, Column.ASSIGNEE) == 'assignee:"tomás ruiz"'
    assert filter_term(row._replace(assignee_name=None), Column.ASSIGNEE) == "assignee:none"
    assert filter_term(row, Column.STATE) == "is:in_progress"
    assert filter_term(row, Column.MARK) == ""
    waiting = row._replace(hold_reason="Customs (Dover)", resolution_code="user_error")
    assert filter_term(waiting, Column.REASON) == 'hold:"customs (dover)"'
    assert filter_term(waiting, Column.CODE) == "code:user_error"
    assert filter_term(row._replace(hold_reason=None), Column.REASON) == ""


def test_cells_are_worded_shortly_and_told_whole() -> None:
    wording = Wording(Formats(), NOW)
    row = make_rows(6)[5]
    assert wording.text(row, Column.HOLD) == "25 Nov"
    assert wording.text(row, Column.OPENED) == "1 d 1 h"
    assert wording.spoken(row, Column.OPENED) == "Open for 1 d 1 h"
    over = row._replace(state="closed")
    assert wording.text(over, Column.OPENED) == "Yesterday"
    assert wording.spoken(over, Column.OPENED) == "Opened Yesterday"
    assert "On hold until" in wording.tool_tip(row, Column.HOLD)
    assert wording.spoken(row._replace(hold_until=None), Column.HOLD) == "No on hold until"
    assert "Caller: Rui Almeida" in wording.tool_tip(row, Column.SUMMARY)


def test_the_last_rows_survive(tmp_path: Path) -> None:
    path = last_rows_path(tmp_path, "sqlite:///secret/desk.sqlite")
    counts = QueueCounts(38, 8, 9, 8, 1, (GroupCount("n", "Network", 7),))
    query = QueueQuery(filter_text="is:open vpn", collapsed=frozenset({"3"}))
    last = LastRows(query, QueueSummary(6, GROUPS), tuple(make_rows(8)), counts)
    save_last_rows(path, last)
    assert "secret" not in path.name
    assert load_last_rows(path) == last
    save_last_rows(path, last._replace(rows=tuple(make_rows(500)), counts=None))
    loaded = load_last_rows(path)
    assert loaded is not None
    assert len(loaded.rows) == KEPT


@pytest.mark.parametrize("content", [None, "", "{", '{"version": 99}', '{"version": 1, "query": {}}'])
def test_without_usable_last_rows_there_are_none(
    content: str | None, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "queue.json"
    if content is not None:
        path.write_text(content)
    with caplog.at_level("CRITICAL"):
        assert load_last_rows(path) is None
