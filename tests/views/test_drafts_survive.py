"""U21: the program is killed without warning while somebody types; at most the last two seconds are lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from PySide6.QtTest import QTest

from app.services.incidents.dto import NewFile
from app.views.create.sheets import CreateSheets, install
from app.views.incident.page import IncidentPage
from tests.arch.source import ROOT
from tests.views.desks import Stage

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
from app.views.context import ViewContext
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
    background, ActionRegistry(CATALOGUE, window), WindowState(drafts / "state.json", background), Toasts(window),
    FrozenClock(), lambda place: None, session=session, drafts_folder=drafts,
)
page = IncidentPage(context)
layout.addWidget(page)
window.show()
page.open(incident)
while page.detail is None or background.busy:
    application.processEvents()
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
while len(saved) < 4:
    application.processEvents()
print("saved", flush=True)
while True:
    application.processEvents()
"""


def test_what_was_typed_is_there_after_a_kill(on_stage: Stage, tmp_path: Path) -> None:
    desk = on_stage.desk
    incident = desk.log()
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
