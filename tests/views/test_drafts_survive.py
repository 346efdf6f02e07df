"""U21: the program is killed without warning while somebody types; at most the last two seconds are lost."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.domain.actor import Actor
from app.domain.lifecycle import Step
from app.domain.vocabulary import State
from app.infra.drafts import Draft
from app.services.escalation.dto import MajorDecision
from app.services.incidents.dto import NewFile
from app.services.macros.dto import NewMacro
from app.services.session import Session
from app.views.create.sheets import CreateSheets, install
from app.views.incident.page import IncidentPage
from app.views.main_window import MainWindow, Parts
from app.views.pages import Location
from app.views.settings_page.macros.section import MacrosSection
from app.views.settings_page.page import SettingsPage
from app.views.toolkit.background import Background
from app.views.toolkit.state import WindowState
from app.views.toolkit.theme import Theme
from app.views.widgets.buttons import Button
from tests.arch.source import ROOT
from tests.views.desks import SmallDesk, Stage
from tests.views.editors import EDITORS, Seat, words_in

# Types into the composer and into a create sheet, says when both drafts are on the disk, and never ends by itself.
_TYPIST = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from app.bootstrap import open_session
from app.infra.lanes import Lanes
from app.services.incidents.dto import NewFile
from app.views.action_catalogue import CATALOGUE
from app.views.actions import ActionRegistry
from app.views.context import Common, ViewContext
from app.views.create.sheets import CreateSheets, install
from app.views.incident.page import IncidentPage
from app.views.toolkit.background import Background
from app.views.toolkit.fonts import load_fonts
from app.views.toolkit.state import WindowState
from app.views.toolkit.toast import Toasts
from tests.support.clock import FrozenClock
from PySide6.QtWidgets import QWidget, QVBoxLayout

url, drafts, incident = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
application = QApplication([])
load_fonts()
background = Background(Lanes())
window = QWidget()
layout = QVBoxLayout(window)
session = open_session(url, clock=FrozenClock())
context = ViewContext(
    Common(
        background, WindowState(drafts / "state.json", background), FrozenClock(), session=session,
        drafts_folder=drafts,
    ),
    ActionRegistry(CATALOGUE, window), Toasts(window), lambda place: None,
)
page = IncidentPage(context)
layout.addWidget(page)
window.show()
page.open(incident)
while page.detail is None or background.busy:
    application.processEvents()
page.writing.composer.choose("update")
QTest.keyClicks(page.writing.composer.edit, "The docks are back at")
page.writing.composer.choose("note")
QTest.keyClicks(page.writing.composer.edit, "Controller rolled back, tell Jo")
install(window, context)
context.actions.run("incident.new")
sheet = window.findChildren(CreateSheets)[0].shown[0]
QTest.keyClicks(sheet.form.summary, "Half a summ")
page.writing.composer.attachments.add_files([NewFile("trace.log", "text/plain", b"no answer")])
sheet.form.attachments.add_files([NewFile("screen.png", "image/png", bytes(range(256)))])
saved = set()
context.drafts.saved.connect(lambda key, at: saved.add(key))
while len(saved) < 5:
    application.processEvents()
print("saved", flush=True)
while True:
    application.processEvents()
"""


def test_what_was_typed_is_there_after_a_kill(on_stage: Stage, tmp_path: Path) -> None:
    desk = on_stage.desk
    incident = desk.log()
    decision = MajorDecision(desk.me.person_id, "Every dock is hit", "No lorry is loaded")
    desk.session.desk.major_work.accept(desk.me, incident, decision)
    url = f"sqlite:///{(tmp_path / 'desk.db').as_posix()}"
    drafts = on_stage.context.drafts_folder
    typist = subprocess.Popen(
        [sys.executable, "-c", _TYPIST, url, str(drafts), incident],
        cwd=ROOT, stdout=subprocess.PIPE, text=True, env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    try:
        assert typist.stdout is not None
        assert typist.stdout.readline() == "saved\n"
    finally:
        typist.send_signal(signal.SIGKILL)
        typist.communicate(timeout=30)
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(incident)
    on_stage.settle()
    assert page.writing.composer.mode == "note"
    assert page.writing.composer.text() == "Controller rolled back, tell Jo"
    assert page.writing.composer.attachments.files() == (NewFile("trace.log", "text/plain", b"no answer"),)
    page.writing.composer.choose("update")
    assert page.writing.composer.text() == "The docks are back at"
    assert page.writing.composer.attachments.files() == ()
    install(on_stage.window, on_stage.context)
    on_stage.settle()
    sheets = on_stage.window.findChildren(CreateSheets)[0]
    assert sheets.waiting == 1
    on_stage.context.actions.run("incident.drafts")
    on_stage.settle()
    assert sheets.shown[0].form.summary.text() == "Half a summ"
    brought = sheets.shown[0].form.attachments.files()
    assert [(file.file_name, file.data) for file in brought] == [("screen.png", bytes(range(256)))]
    page.leave()


def test_each_tab_has_its_own_draft_and_it_can_be_discarded(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(incident)
    on_stage.settle()
    composer = page.writing.composer
    composer.choose("reply")
    QTest.keyClicks(composer.edit, "Dear Jonas")
    composer.choose("note")
    QTest.keyClicks(composer.edit, "Nothing yet")
    page.leave()
    on_stage.settle()
    assert "Draft saved" in composer.status.text()
    again = on_stage.show(IncidentPage(on_stage.context))
    again.open(incident)
    on_stage.settle()
    assert {again.writing.composer.text(), *again.writing.composer._texts.values()} >= {"Dear Jonas", "Nothing yet"}
    again.writing.composer.choose("reply")
    again.writing.composer.throw_away()
    on_stage.settle()
    third = on_stage.show(IncidentPage(on_stage.context))
    third.open(incident)
    on_stage.settle()
    third.writing.composer.choose("reply")
    assert third.writing.composer.text() == ""
    third.writing.composer.choose("note")
    assert third.writing.composer.text() == "Nothing yet"


def test_answers_to_a_step_are_kept_too(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(incident)
    on_stage.settle()
    on_stage.context.actions.run("incident.cancel")
    on_stage.settle()
    assert page.writing.steps._text is not None
    QTest.keyClicks(page.writing.steps._text, "It was a drill")
    page.writing.leave_step()
    on_stage.settle()
    on_stage.context.actions.run("incident.cancel")
    on_stage.settle()
    assert page.writing.steps._text.toPlainText() == "It was a drill"


def _opened(on_stage: Stage, incident: str) -> IncidentPage:
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(incident)
    on_stage.settle()
    return page


def test_the_time_that_was_chosen_for_a_wait_is_kept_and_a_proposed_one_is_not(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    page = _opened(on_stage, incident)
    on_stage.context.actions.run("incident.hold")
    on_stage.settle()
    panel = page.writing.steps
    assert panel._until is not None
    assert panel._text is not None
    QTest.keyClicks(panel._text, "Needs a part")
    page.writing.leave_step()
    on_stage.desk.clock.advance(days=2)
    on_stage.context.actions.run("incident.hold")
    on_stage.settle()
    assert panel._until.date().day() == on_stage.desk.clock.now().day + 1, "what was proposed then is proposed anew"
    wanted = panel._until.dateTime().addDays(5).addSecs(1800)
    panel._until.setDateTime(wanted)
    page.writing.leave_step()
    on_stage.settle()
    page.leave()
    again = _opened(on_stage, incident)
    on_stage.context.actions.run("incident.hold")
    on_stage.settle()
    assert again.writing.steps._until is not None
    assert again.writing.steps._until.dateTime() == wanted
    assert again.writing.steps._text is not None
    assert again.writing.steps._text.toPlainText() == "Needs a part"


def test_the_forms_beside_the_timeline_are_kept_and_stay_with_their_incident(on_stage: Stage) -> None:
    first, second = on_stage.desk.log("The first one"), on_stage.desk.log("The second one")
    page = _opened(on_stage, first)
    page.properties.priority.override.click()
    page.clocks.promise.click()
    on_stage.context.actions.run("incident.edit_summary")
    on_stage.settle()
    assert page.properties.priority._digits is not None
    QTest.keyClicks(page.properties.priority._digits, "2")
    QTest.keyClicks(page.properties.priority._text, "The board meets there")
    QTest.keyClicks(page.clocks.form.reason, "Told the board so")
    due = page.clocks.form.due.dateTime().addDays(3)
    page.clocks.form.due.setDateTime(due)
    page.header.title.field.selectAll()
    QTest.keyClicks(page.header.title.field, "Projector of the board")
    page.open(second)
    on_stage.settle()
    assert not page.properties.priority.form.isVisible()
    assert not page.clocks.form.isVisible()
    assert not page.header.title.editing
    assert page.header.title.label.text().strip("\u2068\u2069") == "The second one"
    page.open(first)
    on_stage.settle()
    page.properties.priority.override.click()
    page.clocks.promise.click()
    on_stage.context.actions.run("incident.edit_summary")
    on_stage.settle()
    assert page.properties.priority._digits.value() == "2"
    assert page.properties.priority._text.toPlainText() == "The board meets there"
    assert page.clocks.form.reason.toPlainText() == "Told the board so"
    assert page.clocks.form.due.dateTime() == due
    assert page.header.title.field.text() == "Projector of the board"


def test_a_summary_that_the_desk_refuses_stays_to_be_mended(on_stage: Stage) -> None:
    incident = on_stage.desk.log("The first words")
    page = _opened(on_stage, incident)
    on_stage.context.actions.run("incident.edit_summary")
    page.header.title.field.setText("x" * 200)
    QTest.keyClick(page.header.title.field, Qt.Key.Key_Return)
    on_stage.settle()
    assert page.notices.refusal.isVisible()
    assert page.header.title.editing
    page.header.title.field.setText("Shorter words")
    QTest.keyClick(page.header.title.field, Qt.Key.Key_Return)
    on_stage.settle()
    assert on_stage.desk.read(incident).short_description == "Shorter words"
    assert page.header.title.currentWidget() is page.header.title.label
    on_stage.context.actions.run("incident.edit_summary")
    on_stage.settle()
    assert page.header.title.field.text() == "Shorter words", "the draft went with its success"


@pytest.mark.parametrize("name", ["cause", "summary", "step of the checklist"])
def test_what_is_typed_before_a_draft_is_read_stands_with_it(
    name: str, desk: SmallDesk, background: Background, theme: Theme, tmp_path: Path, qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    """The folder of the drafts may be slow, and fingers are not."""
    editor = EDITORS[name]
    thing = editor.make(desk)
    parts = Parts(background, WindowState(tmp_path / "w.json", background), theme, desk.clock, drafts_folder=tmp_path)
    window = MainWindow(parts)
    qtbot.addWidget(window)
    window.show()
    window.desk_opened(desk.session, "Harbour Logistics", "This computer", is_demo=False)
    seat = Seat(window, lambda fact: qtbot.waitUntil(lambda: bool(fact())))
    seat.settle()
    field = editor.open(seat, thing)
    QTest.keyClicks(field, "Yesterday")
    window.context.drafts.flush()
    seat.settle()
    window.go(Location("queue"))
    window._forget_pages()
    seat.settle()
    came: list[Callable[[], None]] = []
    load = window.context.drafts.load

    def load_slowly(key: str, on_loaded: Callable[[Draft | None], None]) -> None:
        load(key, lambda draft: came.append(partial(on_loaded, draft)))

    monkeypatch.setattr(window.context.drafts, "load", load_slowly)
    field = editor.open(seat, thing)
    field.setFocus()
    QTest.keyClicks(field, "today")
    seat.settle()
    for tell in came:
        tell()
    seat.settle()
    assert words_in(field).endswith("today")
    assert "Yesterday" in words_in(field)
    window.close()
    qtbot.waitUntil(lambda: not background.busy)


def _buttons(page: IncidentPage) -> list[Button]:
    return [each for each in page.notices.begun.findChildren(Button) if not each.isHidden()]


def test_what_was_begun_and_not_saved_is_said_when_the_incident_is_opened(on_stage: Stage) -> None:
    incident, other = on_stage.desk.log(), on_stage.desk.log()
    page = _opened(on_stage, incident)
    page.properties.more.open("cause")
    on_stage.settle()
    QTest.keyClicks(page.properties.more.box, "A cable")
    on_stage.context.actions.run("incident.resolve")
    on_stage.settle()
    assert page.writing.steps._text is not None
    QTest.keyClicks(page.writing.steps._text, "Changed the cable")
    assert page.notices.begun.isHidden()
    page.leave()
    on_stage.settle()
    page.close()
    again = _opened(on_stage, other)
    assert again.notices.begun.isHidden()
    again.open(incident)
    on_stage.settle()
    strip = again.notices.begun
    assert strip.text() in {
        "You began this and have not saved it: Resolve, Cause.",
        "You began this and have not saved it: Cause, Resolve.",
    }
    go_on = {each.text(): each for each in _buttons(again)}
    assert sorted(go_on) == ["Go on: Cause", "Go on: Resolve"]
    go_on["Go on: Cause"].click()
    on_stage.settle()
    assert again.properties.more.box.toPlainText() == "A cable"
    assert strip.isHidden()
    again.properties.more.save()
    on_stage.settle()
    again.open(other)
    on_stage.settle()
    again.open(incident)
    on_stage.settle()
    assert strip.text() == "You began this and have not saved it: Resolve."


def test_the_strip_goes_with_what_was_gone_on_with_by_key(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    page = _opened(on_stage, incident)
    for field, text in (("cause", "A cable"), ("workaround", "The other dock")):
        page.properties.more.open(field)
        on_stage.settle()
        QTest.keyClicks(page.properties.more.box, text)
    page.leave()
    on_stage.settle()
    page.close()
    again = _opened(on_stage, incident)
    strip = again.notices.begun
    for field, left in (("cause", "Workaround"), ("workaround", "")):
        assert not strip.isHidden()
        again.properties.more.open(field)
        on_stage.settle()
        again.properties.more.save()
        on_stage.settle()
        assert strip.isHidden() is not bool(left)
        assert not left or strip.text() == f"You began this and have not saved it: {left}."


def test_a_draft_of_what_cannot_be_done_any_more_is_not_offered(on_stage: Stage) -> None:
    incident = on_stage.desk.log()
    page = _opened(on_stage, incident)
    on_stage.context.actions.run("incident.hold")
    on_stage.settle()
    assert page.writing.steps._text is not None
    QTest.keyClicks(page.writing.steps._text, "Needs a part")
    page.leave()
    page.close()
    on_stage.settle()
    on_stage.desk.session.desk.incidents.step(on_stage.desk.me, incident, Step(State.CANCELED, reason="A drill"))
    on_stage.settle()
    assert _opened(on_stage, incident).notices.begun.isHidden()


def test_whoever_sits_down_next_sees_no_draft_of_the_one_before(
    desk: SmallDesk, background: Background, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    """Another person signs in at the same window: the draft is kept, theirs alone, and back when they are."""
    incident = desk.log()
    parts = Parts(background, WindowState(tmp_path / "w.json", background), theme, desk.clock, drafts_folder=tmp_path)
    window = MainWindow(parts)
    qtbot.addWidget(window)
    window.show()

    def sit_down(actor: Actor) -> IncidentPage:
        with qtbot.waitSignal(window.queue.answered):
            window.desk_opened(Session(desk.session.desk, actor), "Harbour Logistics", "This computer", is_demo=False)
        window.go(Location("incident", incident))
        page = window.page
        assert isinstance(page, IncidentPage)
        qtbot.waitUntil(lambda: page.detail is not None and not background.busy)
        return page

    QTest.keyClicks(sit_down(desk.dana).writing.composer.edit, "Between Dana and Jonas")
    assert sit_down(desk.tomas).writing.composer.text() == ""
    page = sit_down(desk.dana)
    qtbot.waitUntil(lambda: page.writing.composer.text() == "Between Dana and Jonas")
    window.close()
    qtbot.waitUntil(lambda: not background.busy)


def test_a_field_that_is_saved_as_somebody_signs_out_is_saved_and_nobody_is_told_later(
    desk: SmallDesk, background: Background, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    """Leaving saves the field; the answer of the desk comes when its page is gone and somebody else sits there."""
    macro = NewMacro(desk.session.desk.new_id(), "Roll back", "", "Hello")
    desk.session.desk.macro_work.save(desk.me, macro)
    parts = Parts(background, WindowState(tmp_path / "w.json", background), theme, desk.clock, drafts_folder=tmp_path)
    window = MainWindow(parts)
    qtbot.addWidget(window)
    window.show()

    def sit_down(actor: Actor) -> None:
        window.desk_opened(Session(desk.session.desk, actor), "Harbour Logistics", "This computer", is_demo=False)

    def name_of_the_macro() -> QLineEdit:
        window.go(Location("settings", f"macros/{macro.id}"))
        qtbot.waitUntil(lambda: not background.busy)
        page = window.page
        assert isinstance(page, SettingsPage)
        assert isinstance(page.section, MacrosSection)
        return page.section.form.fields["name"].findChildren(QLineEdit)[0]

    sit_down(desk.me)
    qtbot.waitUntil(lambda: not background.busy)
    field = name_of_the_macro()
    field.setFocus()
    QTest.keyClicks(field, " and tell Jo")
    is_slow = threading.Event()
    background.write(lambda: is_slow.wait(10))
    field.editingFinished.emit()
    sit_down(desk.dana)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not isValid(field)
    is_slow.set()
    qtbot.waitUntil(lambda: not background.busy)
    assert "Roll back" not in window.context.toasts.text
    assert not window.context.undo.undo()
    sit_down(desk.me)
    qtbot.waitUntil(lambda: not background.busy)
    field = name_of_the_macro()
    qtbot.waitUntil(lambda: field.text() == "Roll back and tell Jo")
    qtbot.waitUntil(lambda: not background.busy)
    page = window.page
    assert isinstance(page, SettingsPage)
    assert isinstance(page.section, MacrosSection)
    assert page.section.frame.strip.isHidden(), "it is saved, and no draft any more"
    window.close()
    qtbot.waitUntil(lambda: not background.busy)


def test_what_was_typed_last_is_there_for_whoever_comes_back_at_once(
    desk: SmallDesk, background: Background, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    parts = Parts(background, WindowState(tmp_path / "w.json", background), theme, desk.clock, drafts_folder=tmp_path)
    window = MainWindow(parts)
    qtbot.addWidget(window)
    window.show()

    def sit_down(actor: Actor) -> CreateSheets:
        window.desk_opened(Session(desk.session.desk, actor), "Harbour Logistics", "This computer", is_demo=False)
        qtbot.waitUntil(lambda: not background.busy)
        return window.ground.findChildren(CreateSheets)[-1]

    sheets = sit_down(desk.dana)
    window.context.actions.run("incident.new")
    QTest.keyClicks(sheets.shown[0].form.summary, "Half a summary")
    assert sit_down(desk.tomas).waiting == 0
    assert sit_down(desk.dana).waiting == 1
    window.close()
    qtbot.waitUntil(lambda: not background.busy)
