"""How somebody is to be treated is said where one writes to them, and where a call is logged; set in the settings."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.views.create.draft import from_fields
from app.views.create.sheets import CreateSheets, install
from app.views.incident.page import IncidentPage
from app.views.settings_page.people.section import PeopleSection
from tests.views.desks import Stage

NOTE = "Hard of hearing: write, do not phone."


def write(stage: Stage, **changes: str | bool) -> None:
    stage.desk.session.desk.staff.change(stage.desk.me, stage.desk.jonas, changes)
    stage.settle()


def test_the_incident_says_it_as_soon_as_it_is_written(on_stage: Stage) -> None:
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(on_stage.desk.log())
    on_stage.settle()
    assert not page.header.caller.isVisible()
    write(on_stage, handling_note=NOTE)
    on_stage.wait_for(page.header.caller.isVisible)
    assert page.header.caller.note.text() == f"Jonas Berg: {NOTE}"
    assert not page.header.vip.isVisible()
    write(on_stage, handling_note="", vip=True)
    on_stage.wait_for(page.header.vip.isVisible)
    assert page.header.vip.accessibleName() == "Jonas Berg is a VIP"
    # It stands beside the number, and takes no line of its own.
    assert not page.header.caller.isVisible()
    assert page.header.vip.y() == page.header.state.y()


def test_a_call_says_it_when_the_caller_is_known(on_stage: Stage) -> None:
    write(on_stage, handling_note=NOTE, vip=True)
    on_stage.window.show()
    install(on_stage.window, on_stage.context)
    on_stage.context.actions.run("incident.new")
    on_stage.settle()
    sheet = on_stage.window.findChildren(CreateSheets)[0].shown[-1]
    QTest.keyClicks(sheet.form.requester, "jon")
    on_stage.settle()
    QTest.keyClick(sheet.form.requester, Qt.Key.Key_Return)
    on_stage.settle()
    assert sheet.form.note.isVisible()
    assert sheet.form.note.note.text() == NOTE
    assert from_fields(sheet.form.draft().to_fields()).caller_note == NOTE
    QTest.keyClicks(sheet.form.requester, "Nobody known")
    on_stage.settle()
    assert not sheet.form.note.isVisible()


def test_the_settings_keep_it(on_stage: Stage) -> None:
    section = on_stage.show(PeopleSection(on_stage.context))
    section.open(on_stage.desk.jonas)
    on_stage.settle()
    section.form.fields["handling_note"].type_in(NOTE)
    section._finished("handling_note")
    on_stage.settle()
    detail = on_stage.desk.read(on_stage.desk.log())
    assert detail.caller is not None
    assert detail.caller.handling_note == NOTE
    section.leave()
