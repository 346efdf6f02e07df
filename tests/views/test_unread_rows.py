"""Of what the person was told something that they have not read, the row stands out until they open it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from app.services.incidents.queue_dto import QueueRow
from app.views.incident.page import IncidentPage
from app.views.notifications.watch import NoticeWatch
from app.views.queue.columns import Column
from app.views.queue.page import QueuePage
from app.views.queue.row_painter import RowPainter
from app.views.toolkit import tokens
from app.views.toolkit.theme import colour
from tests.views.desks import Stage
from tests.views.test_escalations_page import escalate


@pytest.fixture
def told(on_stage: Stage) -> Iterator[str]:
    """An incident about which the person at the window was told, whose window looks for such things."""
    incident_id = on_stage.desk.log("Scanner offline", group_id=on_stage.desk.service_desk)
    escalate(on_stage, incident_id)
    watch = NoticeWatch(on_stage.window, on_stage.context)
    on_stage.wait_for(lambda: incident_id in on_stage.context.unread.ids)
    yield incident_id
    watch.end()


def row_of(page: QueuePage, incident_id: str) -> QueueRow:
    line = page.table.line_of_id(incident_id)
    row = None if line is None else page.table.row_at(line)
    assert row is not None
    return row


def dots(page: QueuePage, incident_id: str) -> int:
    """How many pixels of the mark's colour stand in the first column of a row."""
    painter_of_rows, row = RowPainter(page.table), row_of(page, incident_id)
    picture = QImage(36, 40, QImage.Format.Format_RGB32)
    picture.fill(colour("surface"))
    painter = QPainter(picture)
    painter_of_rows._mark(painter, QRectF(0, 0, 36, 40), row, False)
    painter.end()
    wanted = colour("accent").rgb()
    return sum(picture.pixel(x, y) == wanted for x in range(36) for y in range(40))


def test_the_row_has_a_dot_says_it_and_is_read_by_opening_the_incident(on_stage: Stage, told: str) -> None:
    other = on_stage.desk.log("Label printer jams")
    page = on_stage.show(QueuePage(on_stage.context))
    page.open("is:open")
    on_stage.wait_for(lambda: page.table.line_of_id(other) is not None)
    table = page.table

    def said(incident_id: str) -> str:
        return table.wording.spoken(row_of(page, incident_id), Column.SUMMARY)

    assert (dots(page, told) > 20, dots(page, other)) == (True, 0)
    assert RowPainter(table)._title_style(row_of(page, told)._replace(state="assigned")) == tokens.UI_STRONG
    assert "Unread" in said(told)
    assert "Unread" not in said(other)
    changed: list[int] = []
    table.dataChanged.connect(lambda first, _last: changed.append(first.row()))
    on_stage.context.read_now(told)
    on_stage.wait_for(lambda: told not in on_stage.context.unread.ids)
    assert table.line_of_id(told) in changed
    assert dots(page, told) == 0
    assert "Unread" not in said(told)


def test_what_is_marked_unread_stays_so_while_it_is_looked_at(on_stage: Stage, told: str) -> None:
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(told)
    on_stage.wait_for(lambda: page.detail is not None and told not in on_stage.context.unread.ids)
    on_stage.context.actions.run("incident.unread")
    on_stage.wait_for(lambda: told in on_stage.context.unread.ids)
    page._casework.reload()
    on_stage.settle()
    assert told in on_stage.context.unread.ids
    page.open(told)
    on_stage.wait_for(lambda: page.detail is not None and told not in on_stage.context.unread.ids)
    on_stage.context.actions.run("incident.unread")
    on_stage.wait_for(lambda: told in on_stage.context.unread.ids)
    assert on_stage.context.toasts.undo()
    on_stage.wait_for(lambda: told not in on_stage.context.unread.ids)


def test_what_nobody_was_told_of_stands_out_too_until_it_is_opened(on_stage: Stage) -> None:
    incident_id = on_stage.desk.log("Label printer jams", group_id=on_stage.desk.service_desk)
    watch = NoticeWatch(on_stage.window, on_stage.context)
    page = on_stage.show(QueuePage(on_stage.context))
    page.open("is:open")
    on_stage.wait_for(lambda: page.table.line_of_id(incident_id) is not None)
    line = page.table.line_of_id(incident_id)
    assert line is not None
    page.view.select_line(line)
    on_stage.context.actions.run("incident.unread")
    on_stage.wait_for(lambda: incident_id in on_stage.context.unread.ids)
    assert dots(page, incident_id) > 20
    assert on_stage.context.toasts.text == "1 is unread again"
    assert on_stage.context.toasts.undo()
    on_stage.wait_for(lambda: incident_id not in on_stage.context.unread.ids)
    on_stage.context.actions.run("incident.unread")
    on_stage.wait_for(lambda: incident_id in on_stage.context.unread.ids)
    on_stage.context.read_now(incident_id)
    on_stage.wait_for(lambda: incident_id not in on_stage.context.unread.ids)
    assert dots(page, incident_id) == 0
    watch.end()


def test_what_is_opened_before_anybody_knows_what_is_unread_is_read_too(on_stage: Stage) -> None:
    first, other = (on_stage.desk.log(group_id=on_stage.desk.service_desk) for _ in range(2))
    for incident_id in (first, other):
        escalate(on_stage, incident_id)
    watch = NoticeWatch(on_stage.window, on_stage.context)
    assert on_stage.context.unread.ids == frozenset()
    on_stage.context.read_now(first)
    on_stage.wait_for(lambda: on_stage.context.unread.ids == {other})
    watch.end()
