"""Ctrl+F finds words in the incident that is open, also in what is folded, not loaded, or far down a message."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.views.incident.entries import MessageRow, Row
from app.views.incident.page import IncidentPage
from tests.views.desks import Stage

ENTER, ESC, SHIFT, CTRL = (
    Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier,
)  # fmt: skip


def opened(stage: Stage, incident: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident)
    stage.settle()
    page.focus_start()
    return page


def look_for(stage: Stage, page: IncidentPage, text: str) -> None:
    QTest.keyClick(stage.window.focusWidget(), Qt.Key.Key_F, CTRL)
    assert page.finding.field.hasFocus()
    QTest.keyClicks(page.finding.field, text)
    QTest.keyClick(page.finding.field, ENTER)
    stage.settle()


def marked(page: IncidentPage) -> list[Row]:
    return [row for row in page.timeline.rows() if row._marked]


def test_the_newest_hit_comes_first_and_enter_goes_on(on_stage: Stage) -> None:
    incident = on_stage.desk.log(description="The gateway is red")
    on_stage.desk.say(incident, "Looked at the Gatéway")
    on_stage.desk.say(incident, "Something else")
    page = opened(on_stage, incident)
    look_for(on_stage, page, "gateway")
    assert page.finding.count.text() == "1 of 2"
    (row,) = marked(page)
    assert isinstance(row, MessageRow)
    assert row._message.item.body == "Looked at the Gatéway"
    QTest.keyClick(page.finding.field, ENTER)
    (row,) = marked(page)
    assert isinstance(row, MessageRow)
    assert row._message.item.body == "The gateway is red"
    assert row._body is not None
    assert row._body._edit.textCursor().selectedText() == "gateway"
    QTest.keyClick(page.finding.field, ENTER, SHIFT)
    assert page.finding.count.text() == "1 of 2"
    QTest.keyClick(page.finding.field, ESC)
    assert not page.finding.isVisible()
    assert page.timeline.hasFocus()
    assert marked(page) == []


def test_what_is_folded_or_not_loaded_is_found(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    on_stage.desk.say(incident, "An early pangolin")
    desk, me = on_stage.desk.session.desk, on_stage.desk.me
    for number in range(30):
        on_stage.desk.say(incident, f"Message {number}")
    for impact in (1, 3, 1, 3, 1, 3):
        desk.incidents.set_many(me, (incident,), {"impact": impact, "service_id": on_stage.desk.wms})
        on_stage.desk.clock.advance(minutes=1)
    page = opened(on_stage, incident)
    assert page.timeline.earlier.isVisible()
    look_for(on_stage, page, "pangolin")
    (row,) = marked(page)
    assert isinstance(row, MessageRow)
    assert row._message.item.body == "An early pangolin"
    QTest.keyClick(page.finding.field, ESC)
    look_for(on_stage, page, "warehouse scanning")
    assert len(marked(page)) == 1


def test_a_long_message_is_shown_as_far_as_is_needed(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    on_stage.desk.say(incident, "line\n" * 200 + "the needle")
    page = opened(on_stage, incident)
    look_for(on_stage, page, "needle")
    (row,) = marked(page)
    assert isinstance(row, MessageRow)
    assert row._body is not None
    assert row._body._edit.textCursor().selectedText() == "needle"


def test_nothing_found_is_said_and_another_incident_forgets_it(on_stage: Stage) -> None:
    first, second = on_stage.desk.log(), on_stage.desk.log()
    page = opened(on_stage, first)
    look_for(on_stage, page, "unicorn")
    assert page.finding.count.text() == "Nothing found"
    page.open(second)
    on_stage.settle()
    assert not page.finding.isVisible()
    assert page.finding.field.text() == ""
    on_stage.context.actions.run("incident.find_next")
    assert page.finding.isVisible(), "there is nothing yet to go on with, so it is asked for"
