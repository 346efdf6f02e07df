"""The toast that tells of a step leads back, from the incident and from the list."""

from app.domain.lifecycle import Step
from app.domain.vocabulary import State
from app.views.incident.page import IncidentPage
from app.views.incident.story import Sentence, Teller
from tests.views.desks import Stage

RESOLVED = Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes="Cleared the jam.")


def opened(stage: Stage, incident: str) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(incident)
    stage.settle()
    return page


def test_a_step_is_taken_back_from_its_toast(on_stage: Stage) -> None:
    desk, toasts = on_stage.desk, on_stage.context.toasts
    incident = desk.log()
    page = opened(on_stage, incident)
    page._casework.step(RESOLVED, page.writing.stepped.emit)
    on_stage.settle()
    assert desk.read(incident).state == "resolved"
    assert toasts.undo()
    on_stage.settle()
    assert desk.read(incident).state == "new"
    assert toasts.text.startswith("Taken back: INC-")
    assert page.detail is not None
    assert page.detail.state == "new"


def test_what_moved_on_is_told(on_stage: Stage) -> None:
    desk, toasts = on_stage.desk, on_stage.context.toasts
    incident = desk.log()
    page = opened(on_stage, incident)
    page._casework.step(RESOLVED, page.writing.stepped.emit)
    on_stage.settle()
    again = Step(State.IN_PROGRESS, reason="It came back")
    desk.session.desk.incidents.step(desk.me, incident, again)
    assert toasts.undo()
    on_stage.settle()
    assert "moved on" in toasts.text
    assert desk.read(incident).state == "in_progress"


def test_the_timeline_tells_that_it_went_back(on_stage: Stage) -> None:
    desk = on_stage.desk
    incident = desk.log()
    page = opened(on_stage, incident)
    page._casework.step(RESOLVED, page.writing.stepped.emit)
    on_stage.settle()
    on_stage.context.toasts.undo()
    on_stage.settle()
    parts = Teller(on_stage.context.formats, desk.clock.now()).tell(desk.read(incident))
    lines = ["".join(span.text for span in part.spans) for part in parts if isinstance(part, Sentence)]
    assert any(line.endswith("took the step back: New again") for line in lines), lines
