"""One button of a page is filled: the one that does what the person is at (ux.md 5.2)."""

import pytest

from app.domain.lifecycle import Step
from app.domain.vocabulary import State
from app.services.incidents.dto import FieldEdit
from app.views.incident.page import IncidentPage
from app.views.pages import Page
from app.views.triage.page import TriagePage
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import Option
from tests.views.desks import Stage

LAPTOP, TALL = (1208, 620), (1708, 1000)


def filled(page: Page) -> list[str]:
    return [each.text() for each in page.findChildren(Button) if each.isVisible() and each.is_filled]


def incident(stage: Stage, incident_id: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    with stage.qtbot.waitActive(stage.window):
        stage.window.activateWindow()
    page.open(incident_id)
    stage.settle()
    page.focus_start()
    stage.settle()
    return page


def started(stage: Stage) -> str:
    """An incident that somebody works at, so that it can be resolved."""
    incident_id = stage.desk.log(assignee_id=stage.desk.me.person_id)
    stage.desk.session.desk.incidents.step(stage.desk.me, incident_id, Step(State.IN_PROGRESS))
    return incident_id


@pytest.mark.parametrize("size", [LAPTOP, TALL])
def test_resolve_has_the_colour_until_somebody_writes(on_stage: Stage, size: tuple[int, int]) -> None:
    on_stage.window.resize(*size)
    page = incident(on_stage, started(on_stage))
    assert filled(page) == ["Resolve"]
    on_stage.context.actions.run("incident.reply")
    on_stage.settle()
    assert filled(page) == ["Send to Jonas"]
    page.writing.composer.edit.setPlainText("It prints again.")
    page.focus_start()
    on_stage.settle()
    assert filled(page) == ["Send to Jonas"], "what is written waits to be sent"
    page.writing.composer.throw_away()
    page.focus_start()
    on_stage.settle()
    assert filled(page) == ["Resolve"]


def test_the_panel_of_a_step_takes_the_colour_and_gives_it_back(on_stage: Stage) -> None:
    page = incident(on_stage, started(on_stage))
    page.writing.open_step(State.ON_HOLD)
    on_stage.settle()
    (panel,) = filled(page)
    assert panel != "Resolve"
    page.writing.leave_step()
    page.focus_start()
    on_stage.settle()
    assert filled(page) == ["Resolve"]


def test_a_form_above_what_is_written_takes_the_colour_from_it(on_stage: Stage) -> None:
    incident_id = started(on_stage)
    page = incident(on_stage, incident_id)
    page.writing.composer.edit.setPlainText("We look into it.")
    desk = on_stage.desk
    on_stage.bridge.close()  # The news has not arrived yet.
    desk.session.desk.incidents.edit(desk.dana, incident_id, {"group_id": FieldEdit(None, desk.service_desk)})
    page.properties.fields["group_id"].chosen.emit(Option(desk.network, "Dock network"))
    on_stage.settle()
    assert not page.notices.conflict.isHidden()
    assert filled(page) == ["Apply"]


def test_another_step_that_leads_has_the_colour_of_the_one_before(on_stage: Stage) -> None:
    incident_id = started(on_stage)
    page = incident(on_stage, incident_id)
    done = Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes="Power cycled it.")
    on_stage.desk.session.desk.incidents.step(on_stage.desk.me, incident_id, done)
    page.open(incident_id)
    on_stage.settle()
    assert filled(page) == [page.header.action_buttons()[0].text()]
    assert filled(page) != ["Resolve"]


def test_in_triage_the_answer_leads_and_its_panel_takes_the_colour(on_stage: Stage) -> None:
    on_stage.desk.log()
    page = on_stage.show(TriagePage(on_stage.context))
    page.open("")
    on_stage.settle()
    assert filled(page) == ["Accept"]
    on_stage.context.actions.run("triage.decline")
    on_stage.settle()
    assert len(filled(page)) == 1
    assert filled(page) != ["Accept"]
