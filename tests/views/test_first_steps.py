"""Above the queue of a new desk stands what it still needs, until it is there or somebody closes the list."""

import pytest

from app.domain.actor import Actor
from app.domain.vocabulary import Role
from app.services.first_steps.dto import FirstStep
from app.views.first_run.steps_strip import FirstStepsStrip
from app.views.pages import Location
from app.views.queue.page import QueuePage
from tests.views.desks import Stage


def strip_of(stage: Stage) -> FirstStepsStrip:
    page = stage.show(QueuePage(stage.context))
    page.told.first.look()
    stage.settle()
    return page.told.first


def test_it_says_what_is_done_and_leads_to_what_is_not(on_stage: Stage) -> None:
    strip = strip_of(on_stage)
    assert strip.isVisible()
    # The desk of the stage has groups and people, no hours of its own and no incident.
    assert strip._title.text() == "Begin here: 2 of 4 done"
    assert strip.buttons[FirstStep.TEAM].accessibleName() == "Add a team, done"
    assert strip.buttons[FirstStep.HOURS].accessibleName() == "Set working hours"
    strip.buttons[FirstStep.HOURS].click()
    assert on_stage.went[-1] == Location("settings", "calendars")
    asked: list[str] = []
    on_stage.context.actions.bind("incident.new", lambda: asked.append("new"))
    strip.buttons[FirstStep.INCIDENT].click()
    assert asked == ["new"]


def test_it_ticks_itself_off_while_it_is_shown_and_when_the_queue_comes_back(on_stage: Stage) -> None:
    strip = strip_of(on_stage)
    desk, me = on_stage.desk.session.desk, on_stage.desk.me
    on_stage.desk.log()
    on_stage.wait_for(lambda: strip._title.text() == "Begin here: 3 of 4 done")
    page = strip.parentWidget()
    while not isinstance(page, QueuePage):
        assert page is not None
        page = page.parentWidget()
    page.hide()
    calendar = desk.sla_settings.calendars(me)[0].id
    desk.sla_admin.set_group_hours(me, on_stage.desk.network, calendar)
    on_stage.wait_for(lambda: strip._is_stale)
    page.show()
    on_stage.wait_for(lambda: strip._title.text() == "All first steps are done.")
    strip.look()
    on_stage.settle()
    assert strip_of(on_stage).isHidden(), "the next window has nothing to say"


def test_closed_it_never_comes_back_but_by_undo(on_stage: Stage) -> None:
    strip = strip_of(on_stage)
    strip.cross.click()
    on_stage.settle()
    assert strip.isHidden()
    strip.look()
    on_stage.settle()
    assert strip_of(on_stage).isHidden()
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    assert strip.isVisible()


@pytest.mark.parametrize("role", [Role.SUPERVISOR, Role.AGENT, Role.REQUESTER])
def test_only_who_may_set_the_desk_up_sees_it(on_stage: Stage, role: Role) -> None:
    session = on_stage.desk.session
    other = Actor(session.actor.person_id, session.actor.name, role)
    on_stage.context.session = session._replace(actor=other)
    assert strip_of(on_stage).isHidden()
