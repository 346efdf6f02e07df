"""Known errors where the work is: suggested at an incident and for a call, and used with the keys of articles."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.vocabulary import State
from app.services.incidents.dto import FieldEdit
from app.services.knowledge import suggesting
from app.services.knowledge.dto import Case
from app.services.problems.dto import NewProblem
from app.views.create.sheets import CreateSheets, install
from app.views.create.side import SidePanel
from app.views.incident.modes import NOTE
from app.views.incident.page import IncidentPage
from app.views.widgets.labels import ElidedLabel
from tests.views.desks import Stage


def known(stage: Stage, workaround: str = "Hold Fn and Reset.", *, sure: bool = True) -> str:
    desk, problem_id = stage.desk.session.desk, stage.desk.session.desk.new_id()
    new = NewProblem("Warehouse scanners lose their network", workaround=workaround)
    desk.problem_work.open(stage.desk.me, problem_id, new)
    if sure and workaround:
        edit = FieldEdit("proposed", "confirmed")
        desk.problem_work.edit(stage.desk.me, problem_id, {"workaround_state": edit})
    return problem_id


def opened(stage: Stage, incident_id: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident_id)
    stage.settle()
    return page


def test_its_workaround_goes_into_the_reply_and_the_incident_belongs_to_it(on_stage: Stage) -> None:
    known(on_stage)
    incident_id = on_stage.desk.log()
    page = opened(on_stage, incident_id)
    (offered,) = page.properties.articles.offered()
    assert (offered.shown_number, offered.is_problem) == ("PRB-000001", True)
    assert offered.about.startswith("New · Workaround confirmed · ")
    told = [label.text() for label in page.properties.articles.findChildren(ElidedLabel)]
    assert any("Hold Fn and Reset." in text for text in told), "what helps is read before it is used"
    on_stage.context.actions.run("incident.article_insert")
    on_stage.settle()
    assert page.writing.composer.edit.toPlainText() == "Hold Fn and Reset."
    assert page.writing.composer.mode != NOTE
    assert on_stage.desk.read(incident_id).problem_ref == "PRB-000001"
    assert page.properties.problem.title.text() == "Warehouse scanners lose their network"
    on_stage.context.undo.undo()
    on_stage.settle()
    assert on_stage.desk.read(incident_id).problem_ref is None


def test_the_incident_is_resolved_with_it_in_one_step(on_stage: Stage) -> None:
    known(on_stage)
    incident_id = on_stage.desk.log(group_id=on_stage.desk.network)
    opened(on_stage, incident_id)
    on_stage.context.actions.run("incident.article_resolve")
    on_stage.settle()
    told = on_stage.desk.read(incident_id)
    assert (told.state, told.resolution_notes) == (State.RESOLVED, "Hold Fn and Reset.")


def test_one_without_a_workaround_is_only_linked(on_stage: Stage) -> None:
    known(on_stage, "")
    incident_id = on_stage.desk.log()
    opened(on_stage, incident_id)
    assert on_stage.context.actions.offer("incident.article_insert").reason == "The problem has no workaround yet"
    on_stage.context.actions.run("incident.article_link")
    on_stage.settle()
    assert on_stage.desk.read(incident_id).problem_ref == "PRB-000001"


@pytest.mark.parametrize(("key", "state"), [(Qt.Key.Key_5, State.NEW), (Qt.Key.Key_6, State.RESOLVED)])
def test_a_call_is_logged_as_one_of_a_known_error(on_stage: Stage, key: Qt.Key, state: State) -> None:
    known(on_stage)
    on_stage.window.resize(1208, 824)
    on_stage.window.show()
    install(on_stage.window, on_stage.context)
    on_stage.settle()
    sheets = on_stage.window.findChildren(CreateSheets)[0]
    on_stage.context.actions.run("incident.new")
    on_stage.settle()
    sheet = sheets.shown[-1]
    QTest.keyClicks(sheet.form.requester, "jonas")
    on_stage.settle()
    QTest.keyClick(sheet.form.requester, Qt.Key.Key_Return)
    on_stage.settle()
    QTest.keyClicks(sheet.form.summary, "scanner network lost")
    on_stage.qtbot.waitUntil(lambda: not sheet._pause.isActive())
    on_stage.settle()
    shown = sheet.side.known_error.shown
    assert shown is not None
    assert shown.shown_number == "PRB-000001"
    QTest.keyClick(sheet.form.summary, key, Qt.KeyboardModifier.AltModifier)
    on_stage.settle()
    assert sheet.is_done
    desk, me = on_stage.desk.session.desk, on_stage.desk.me
    ref = desk.incident.find_number(me, 1)
    assert ref is not None
    told = on_stage.desk.read(ref.id)
    assert (told.problem_ref, told.state) == ("PRB-000001", state)


def test_articles_are_weighed_once_for_what_stands_beside_a_case(
    on_stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[object] = []
    candidates = suggesting._candidates

    def counted(*asked: Any) -> list[Any]:
        looked.append(asked)
        return candidates(*asked)

    monkeypatch.setattr(suggesting, "_candidates", counted)
    known(on_stage)
    side = on_stage.show(SidePanel(on_stage.context))
    side.look_for_answers(Case("scanner network lost"))
    on_stage.settle()
    assert side.known_error.shown is not None
    assert len(looked) == 1
    opened(on_stage, on_stage.desk.log("Scanner network lost"))
    on_stage.settle()
    assert len(looked) == 2
