"""More incidents of one kind than usual: shown quietly above the list, and answered there."""

import pytest

from app.domain.bursts import BurstAnswer
from app.domain.events import IncidentLogged
from app.views.escalations.page import EscalationsPage
from app.views.pages import Location
from app.views.problems.page import ProblemsPage
from app.views.queue.page import QueuePage
from tests.views.desks import Stage

HOUR = 3_600_000
"""So long that no timer of a test fires by itself."""


def with_burst(stage: Stage) -> QueuePage:
    stage.desk.log("The first call")
    stage.desk.clock.advance(days=42)
    for place in range(7):
        stage.desk.clock.advance(minutes=2)
        stage.desk.log(f"Cannot reach it, caller {place}", service_id=stage.desk.wms)
    page = stage.show(QueuePage(stage.context))
    page.open("")
    page.burst.look()
    stage.settle()
    return page


def unanswered(stage: Stage) -> int:
    """How many bursts the desk would show to the person at the window."""
    return len(stage.desk.session.desk.suggestions.bursts(stage.desk.me))


def texts(page: QueuePage) -> list[str]:
    return [button.text() for button in page.burst._buttons if not button.isHidden()]


def test_a_quiet_strip_says_what_is_unusual_and_what_can_be_done(on_stage: Stage) -> None:
    page = with_burst(on_stage)
    assert not page.burst.isHidden()
    assert page.burst.text().startswith("7 incidents ")
    assert page.burst.text().endswith("usually none.")
    assert texts(page) == ["Show", "Declare major…", "Make a problem…", "Not now"]


def test_not_now_is_remembered(on_stage: Stage) -> None:
    page = with_burst(on_stage)
    page.burst._buttons[-1].click()
    on_stage.settle()
    assert page.burst.isHidden()
    page.burst.look()
    on_stage.settle()
    assert page.burst.isHidden()
    assert unanswered(on_stage) == 0


def test_not_now_can_be_taken_back_for_some_seconds(on_stage: Stage) -> None:
    on_stage.context.held_for = HOUR
    page = with_burst(on_stage)
    page.burst._buttons[-1].click()
    page.burst.look()
    on_stage.settle()
    assert page.burst.isHidden(), "it is out of sight meanwhile"
    assert unanswered(on_stage) == 1
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    assert not page.burst.isHidden()
    page.burst._later.finish()
    on_stage.settle()
    assert unanswered(on_stage) == 1, "nothing is left to be done"
    page.burst._buttons[-1].click()
    page.burst._later.finish()
    on_stage.settle()
    assert (page.burst.isHidden(), unanswered(on_stage)) == (True, 0)


def test_not_now_holds_where_the_window_goes(on_stage: Stage) -> None:
    on_stage.context.held_for = HOUR
    page = with_burst(on_stage)
    page.burst._buttons[-1].click()
    page.burst.stop()
    on_stage.settle()
    assert unanswered(on_stage) == 0


def test_a_major_incident_is_declared_at_the_first_of_them(on_stage: Stage) -> None:
    page = with_burst(on_stage)
    seen = page.burst.seen
    assert seen is not None
    went: list[Location] = []
    on_stage.context.go = went.append
    page.burst._major(seen)
    on_stage.settle()
    assert went == [Location("incident", seen.incident_ids[0], "incident.accept_major")]
    assert went[0].act == "incident.accept_major"
    assert page.burst.isHidden()


def test_what_is_shown_is_filtered(on_stage: Stage) -> None:
    page = with_burst(on_stage)
    page.burst._buttons[0].click()
    on_stage.settle()
    assert "created:today" in page.query.filter_text
    assert page.table.layout_of_lines.summary.total == 7


def test_answers_are_what_they_say() -> None:
    assert [each.value for each in BurstAnswer] == ["later", "major", "problem"]


@pytest.mark.parametrize("make", [EscalationsPage, ProblemsPage])
def test_it_stands_where_a_supervisor_sits_with_the_same_answers(
    on_stage: Stage, make: type[EscalationsPage | ProblemsPage]
) -> None:
    with_burst(on_stage)
    page = on_stage.show(make(on_stage.context))
    on_stage.wait_for(lambda: not page.burst.isHidden())  # it looks when the page is shown
    assert page.burst.text().startswith("7 incidents ")
    went: list[Location] = []
    on_stage.context.go = went.append
    page.burst._buttons[0].click()
    assert [(location.page, location.argument.split()[0]) for location in went] == [("queue", "is:any")]
    page.burst._buttons[-1].click()
    on_stage.settle()
    assert page.burst.isHidden()


def test_a_hidden_page_asks_for_nothing_until_it_is_shown(on_stage: Stage) -> None:
    page = with_burst(on_stage)
    page.burst._buttons[-1].click()
    on_stage.settle()
    page.hide()
    page.burst._wait.stop()
    page.burst.hear(IncidentLogged(None, "x", 1))
    assert not page.burst._wait.isActive()
    asked: list[bool] = []
    page.burst.look = lambda: asked.append(True)  # type: ignore[method-assign]  # to know that it looks
    page.show()
    assert asked == [True]
