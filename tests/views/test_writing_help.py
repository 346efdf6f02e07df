"""Help with writing in the window: offered only where it is on, shown before it is sent, streamed, stopped, marked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.services.writing_help.dto import HelpSettings
from app.views.incident.page import IncidentPage
from app.views.writing_help.keys import keep_key
from tests.support.writing_server import Act, Answering, usual
from tests.views.desks import Stage
from tests.views.helped import CTRL, asked, helped, keep_settings, written


def opened(stage: Stage, incident: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    stage.context.actions.set_page(page)
    page.open(incident)
    stage.settle()
    return page


@pytest.fixture
def incident(on_stage: Stage) -> str:
    keep_settings(on_stage)
    made = on_stage.desk.log("Printer jams", description="Call me on 030 1234567")
    on_stage.desk.say(made, "She is rude", public=False)
    return made


def test_where_it_is_off_nothing_is_offered(on_stage: Stage, incident: str) -> None:
    page = opened(on_stage, incident)
    offered = {offer.spec.id for offer in on_stage.context.actions.offers()}
    assert not any("help_" in each for each in offered)
    assert page.writing.composer.foot.help.isHidden()


def test_it_appears_when_an_administrator_switches_it_on_and_goes_again(on_stage: Stage, incident: str) -> None:
    page = opened(on_stage, incident)
    with helped(on_stage, usual()):
        on_stage.wait_for(lambda: not page.writing.composer.foot.help.isHidden())
        assert on_stage.context.actions.offer("incident.help_reply").reason == ""
    desk = on_stage.desk
    desk.session.desk.writing_help_work.set_up(desk.me, HelpSettings())
    on_stage.wait_for(page.writing.composer.foot.help.isHidden)
    assert on_stage.context.actions.offer("incident.help_reply").reason == "Not on this page"


def test_what_will_be_sent_is_shown_masked_and_nothing_is_sent_before_somebody_agrees(
    on_stage: Stage, incident: str
) -> None:
    with helped(on_stage, usual()) as server:
        opened(on_stage, incident)
        sheet = asked(on_stage)
        name = server.address.removeprefix("http://").removesuffix("/v1")
        assert f"sent to {name}, to the model small, and nothing else" in sheet.told.text()
        assert "1 phone number is hidden" in sheet.told.text()
        assert "It holds no internal notes" in sheet.told.text()
        shown = sheet.preview.toPlainText()
        assert "[phone 1]" in shown
        assert "1234567" not in shown
        assert "rude" not in shown
        assert not sheet.agreement.isHidden()
        assert sheet.go.text() == "Agree and send"
        assert server.asked == []
        QTest.keyClick(sheet.preview, Qt.Key.Key_Escape)
        on_stage.settle()
        assert server.asked == []
        assert "asked of" not in str(on_stage.desk.read(incident).journal)


def test_what_comes_is_inserted_marked_and_sent_only_after_it_was_accepted(on_stage: Stage, incident: str) -> None:
    with helped(on_stage, usual(("Call ", "[phone 1]", "."))) as server:
        page = opened(on_stage, incident)
        sheet = asked(on_stage)
        sheet.preview.setPlainText(sheet.preview.toPlainText() + "\nBe brief.")
        sent = sheet.preview.toPlainText()
        written(on_stage, sheet)
        assert server.asked[0][2]["messages"][0]["content"] == sent
        assert sheet.answer.toPlainText() == "Call 030 1234567."
        QTest.keyClick(sheet.answer, Qt.Key.Key_Return, CTRL)
        on_stage.settle()
    composer = page.writing.composer
    assert (composer.mode, composer.text()) == ("reply", "Call 030 1234567.")
    assert "Written by small, not yet checked" in composer.written.strip.text()
    assert composer.written.strip.isVisible()
    composer.send(resolve=False)
    on_stage.settle()
    assert "nobody has checked it yet" in composer.problem()
    assert not any(item.body == "Call 030 1234567." for item in on_stage.desk.read(incident).journal)
    composer.written.strip.accept.click()
    assert composer.written.strip.isHidden()
    composer.send(resolve=False)
    on_stage.settle()
    assert any(item.body == "Call 030 1234567." for item in on_stage.desk.read(incident).journal)
    told = [item.body for item in on_stage.desk.read(incident).journal if item.kind == "change"]
    assert told == [f"Draft of a reply asked of small at {server.address.removeprefix('http://').removesuffix('/v1')}"]


def test_editing_it_takes_the_mark_away_and_undoing_the_edit_brings_it_back(on_stage: Stage, incident: str) -> None:
    with helped(on_stage, usual(("It works.",))):
        page = opened(on_stage, incident)
        sheet = asked(on_stage)
        written(on_stage, sheet)
        sheet.insert()
        on_stage.settle()
    composer = page.writing.composer
    QTest.keyClicks(composer.edit, " Best regards")
    assert composer.written.unchecked() == "small"
    composer.edit.moveCursor(composer.edit.textCursor().MoveOperation.Start)
    composer.edit.moveCursor(composer.edit.textCursor().MoveOperation.NextWord)
    QTest.keyClicks(composer.edit, "now ")
    assert composer.written.strip.isHidden()
    composer.edit.undo()
    assert composer.written.strip.isVisible()
    while composer.edit.document().isUndoAvailable():
        composer.edit.undo()
    assert composer.text() == ""
    assert composer.written.strip.isHidden()


def test_the_mark_comes_back_with_the_draft(on_stage: Stage, incident: str) -> None:
    other = on_stage.desk.log("Another")
    with helped(on_stage, usual(("It works.",))):
        page = opened(on_stage, incident)
        sheet = asked(on_stage, "incident.help_summary")
        assert "It holds internal notes" in sheet.told.text()
        assert "rude" in sheet.preview.toPlainText()
        written(on_stage, sheet)
        sheet.insert()
        on_stage.settle()
    composer = page.writing.composer
    assert composer.mode == "note"
    page.open(other)
    on_stage.settle()
    assert composer.written.strip.isHidden()
    page.open(incident)
    on_stage.settle()
    assert (composer.mode, composer.text()) == ("note", "It works.")
    assert composer.written.strip.isVisible()


def test_whoever_agreed_is_not_asked_again_for_this_server(on_stage: Stage, incident: str) -> None:
    with helped(on_stage, usual()):
        opened(on_stage, incident)
        sheet = asked(on_stage)
        written(on_stage, sheet)
        sheet.close_sheet()
        on_stage.settle()
        again = asked(on_stage)
        assert again.agreement.isHidden()
        assert again.go.text() == "Send"
        again.close_sheet()
    with helped(on_stage, usual()):
        sheet = asked(on_stage)
        assert not sheet.agreement.isHidden(), "another address is another server"
        sheet.close_sheet()


def test_esc_stops_what_is_being_written_and_keeps_what_came(on_stage: Stage, incident: str) -> None:
    def act(answering: Answering) -> None:
        answering.begin()
        answering.words("Good morn")
        answering.server.go_on.wait(30)
        answering.words("ing")
        answering.finish()

    with helped(on_stage, act) as server:
        page = opened(on_stage, incident)
        sheet = asked(on_stage)
        QTest.keyClick(sheet.preview, Qt.Key.Key_Return, CTRL)
        on_stage.qtbot.waitUntil(lambda: sheet.answer.toPlainText() == "Good morn", timeout=10_000)
        assert sheet.stop.isVisible()
        assert not sheet.use.isVisible()
        QTest.keyClick(sheet.answer, Qt.Key.Key_Escape)
        assert not sheet.asking.is_running
        assert sheet.use.isVisible()
        server.go_on.set()
        on_stage.settle()
        assert sheet.answer.toPlainText() == "Good morn"
        sheet.insert()
        on_stage.settle()
        assert page.writing.composer.text() == "Good morn"


def test_trouble_is_said_in_the_sheet_and_can_be_tried_again(on_stage: Stage, incident: str) -> None:
    good = usual(("Fine.",))
    acts: list[Act] = [lambda answering: answering.say(401, b"{}"), good]

    def act(answering: Answering) -> None:
        acts.pop(0)(answering)

    with helped(on_stage, act):
        opened(on_stage, incident)
        sheet = asked(on_stage)
        written(on_stage, sheet)
        assert "asks for a key" in sheet.problem.text()
        assert not sheet.use.isVisible()
        sheet.back.click()
        assert sheet.problem.isHidden()
        written(on_stage, sheet)
        assert sheet.answer.toPlainText() == "Fine."
        sheet.close_sheet()


def test_the_window_closes_at_once_while_a_server_is_silent(on_stage: Stage, incident: str) -> None:
    def silent(answering: Answering) -> None:
        answering.server.go_on.wait(30)

    with helped(on_stage, silent) as server:
        opened(on_stage, incident)
        sheet = asked(on_stage)
        QTest.keyClick(sheet.preview, Qt.Key.Key_Return, CTRL)
        on_stage.qtbot.waitUntil(lambda: bool(server.asked), timeout=10_000)
        on_stage.context.background.close()
        assert not server.go_on.is_set()


def test_the_key_of_the_keyring_is_sent(on_stage: Stage, incident: str) -> None:
    with helped(on_stage, usual()) as server:
        assert keep_key(on_stage.context, server.address, "sk-1")
        opened(on_stage, incident)
        written(on_stage, asked(on_stage))
        assert server.asked[0][1]["Authorization"] == "Bearer sk-1"


def test_another_incident_is_not_written_into(on_stage: Stage, incident: str) -> None:
    other = on_stage.desk.log("Another")
    with helped(on_stage, usual()):
        page = opened(on_stage, incident)
        sheet = asked(on_stage)
        written(on_stage, sheet)
        page.open(other)
        on_stage.settle()
        sheet.insert()
        assert "Open INC-000001 again" in sheet.problem.text()
        assert page.writing.composer.text() == ""
        page.open(incident)
        on_stage.settle()
        sheet.insert()
        assert page.writing.composer.text() == "Good morning."
