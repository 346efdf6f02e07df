"""The toast that tells of a step leads back, from the incident and from the list; nobody is offered that of another."""

import pytest

from app.domain.lifecycle import Step
from app.domain.vocabulary import State
from app.services.problems.dto import NewProblem
from app.views.incident.page import IncidentPage
from app.views.incident.story import Sentence, Teller
from app.views.many_at_once import MANY
from app.views.problems.making import make_problem
from app.views.queue.acts import QueueActs
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


@pytest.mark.parametrize("count", [1, MANY])
def test_whoever_sits_down_next_is_offered_no_way_back_of_the_one_before(on_stage: Stage, count: int) -> None:
    desk, context = on_stage.desk, on_stage.context
    ids = tuple(desk.log() for _ in range(count))
    make_problem(context, NewProblem("Dock radio"), ids)
    QueueActs(context).change(ids, {"urgency": 1}, "urgency → High")
    # What the window does when another person has signed in.
    context.background.change_desks()
    context.session = context.session and context.session._replace(asks=True)
    context.undo.clear()
    context.toasts.dismiss()
    on_stage.settle()
    assert [desk.read(each).urgency for each in ids] == [1] * count, "the commands were given, and are kept"
    assert context.toasts.text == ""
    assert not context.undo.undo()
