"""The clocks beside an incident: what they say, that they go on, their Why, and a due date set by hand."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QGuiApplication

from app.domain.lifecycle import Step
from app.domain.sla.display import Level, target_length
from app.domain.vocabulary import HoldReason, State
from app.services.sla.written import explained
from app.views.incident.clock_words import overdue_hold, reason_text
from app.views.incident.page import IncidentPage
from app.views.incident.why_picture import apart
from app.views.incident.why_sheet import WhySheet
from tests.views.desks import Stage


@pytest.fixture
def page(on_stage: Stage) -> Iterator[IncidentPage]:
    """The page of incidents, on the stage; nothing is shown yet."""
    made = on_stage.show(IncidentPage(on_stage.context))
    yield made
    made.leave()


def shown(on_stage: Stage, page: IncidentPage, incident_id: str) -> IncidentPage:
    page.open(incident_id)
    on_stage.settle()
    return page


def answered_one(on_stage: Stage) -> str:
    desk = on_stage.desk
    found = desk.log(impact=1, urgency=1, group_id=desk.network, assignee_id=desk.tomas.person_id)
    desk.clock.advance(minutes=6)
    desk.say(found, "We look at it.", by=desk.tomas)
    return found


def test_each_clock_says_how_it_stands_and_what_is_used(on_stage: Stage, page: IncidentPage) -> None:
    shown(on_stage, page, answered_one(on_stage))
    lines = page.clocks.lines.lines
    assert lines["response"].mark.standing.text == "Met in 6 min"
    assert lines["resolution"].mark.accessibleName().startswith("resolution due in 3 hours 54 minutes")
    assert "6\u00a0min of 4\u00a0h used" in lines["resolution"].facts.text()
    assert lines["update"].isHidden()


def test_clocks_that_come_back_stand_as_of_now(on_stage: Stage, page: IncidentPage) -> None:
    shown(on_stage, page, answered_one(on_stage))
    page.hide()
    on_stage.desk.clock.advance(hours=3, minutes=45)
    on_stage.context.ticker.tick()
    line = page.clocks.lines.lines["resolution"]
    assert line.mark.standing.text != "9:00 left", "nobody sees it"
    page.show()
    assert line.mark.standing.text == "9:00 left"
    assert on_stage.context.ticker.interval == 1_000


def test_clocks_go_on_by_themselves(on_stage: Stage, page: IncidentPage) -> None:
    shown(on_stage, page, answered_one(on_stage))
    line = page.clocks.lines.lines["resolution"]
    on_stage.desk.clock.advance(hours=3, minutes=45)
    on_stage.context.ticker.tick()
    assert line.mark.standing.text == "9:00 left"
    assert on_stage.context.ticker.interval == 1_000
    on_stage.desk.clock.advance(minutes=9, seconds=20)
    on_stage.context.ticker.tick()
    assert (line.mark.standing.level, line.mark.standing.text) == (Level.BREACHED, "0:20 over")


def test_a_hold_shows_its_reason_its_end_and_what_the_caller_felt(on_stage: Stage, page: IncidentPage) -> None:
    desk = on_stage.desk
    found = answered_one(on_stage)
    desk.session.desk.incidents.step(desk.me, found, Step(State.IN_PROGRESS))
    until = desk.clock.now() + timedelta(hours=2)
    step = Step(State.ON_HOLD, hold_reason=HoldReason.AWAITING_CALLER, hold_until=until, comment="Which floor?")
    desk.session.desk.incidents.step(desk.me, found, step)
    desk.clock.advance(hours=5)
    shown(on_stage, page, found)
    line = page.clocks.lines.lines["resolution"]
    assert line.mark.standing.text == "Paused, 3 h 54 m left"
    assert line.facts.text().startswith("Awaiting caller until today")
    assert "6\u00a0min on the clock, 5\u00a0h\u00a006\u00a0m for the caller" in line.facts.text()
    assert "expected to end 3 h 00 m ago" in page.clocks.lines._late_hold.text()


def test_why_draws_the_clock_and_copies_what_the_command_line_prints(on_stage: Stage, page: IncidentPage) -> None:
    found = answered_one(on_stage)
    shown(on_stage, page, found)
    on_stage.context.actions.run("incident.why")
    on_stage.settle()
    sheet = page.clocks.sheet
    assert isinstance(sheet, WhySheet)
    assert sheet.isVisible()
    assert sheet.clock == "resolution"
    assert sheet.picture.accessibleName() == "The life of this clock: ran 6 minutes"
    sheet.grab()
    sheet.copy.click()
    desk, actor = on_stage.context.desk, on_stage.context.actor
    number = f"INC-{on_stage.desk.read(found).number:06d}"
    text = "\n".join(explained(number, desk.sla.clocks(actor, found), desk.sla.why(actor, found)))
    assert QGuiApplication.clipboard().text() == text
    assert "resolution/1/" in text
    sheet.show_clock("response")
    assert "ran 6 minutes" in sheet.picture.accessibleName()
    sheet.close_sheet()
    assert page.clocks.sheet is None


def test_the_button_of_a_clock_opens_its_own_why(on_stage: Stage, page: IncidentPage) -> None:
    shown(on_stage, page, answered_one(on_stage))
    page.clocks.lines.lines["response"].why.click()
    on_stage.settle()
    assert page.clocks.sheet is not None
    assert page.clocks.sheet.clock == "response"
    page.clocks.sheet.close_sheet()


def test_a_due_date_is_set_by_hand_with_a_reason_and_taken_back(on_stage: Stage, page: IncidentPage) -> None:
    shown(on_stage, page, answered_one(on_stage))
    block = page.clocks
    block.promise.click()
    assert block.form.isVisible()
    block.form.send()
    on_stage.settle()
    assert block.form.problem.isVisible(), "a promise needs a reason"
    block.form.reason.setPlainText("Agreed with the warehouse")
    block.form.send()
    on_stage.settle()
    assert not block.form.isVisible()
    line = block.lines.lines["resolution"]
    assert line.target.text() == "promised by hand"
    block.promise.click()
    assert block.form.take_back.isVisibleTo(block.form)
    block.form.reason.setPlainText("Not needed any more")
    block.form.take_back.click()
    on_stage.settle()
    assert line.target.text() == "4 h"
    undo = on_stage.context.undo
    for turn, shows in ((undo.undo, "promised by hand"), (undo.undo, "4 h"), (undo.redo, "promised by hand")):
        assert turn()
        on_stage.settle()
        assert line.target.text() == shows


def test_lengths_and_reasons_in_words(on_stage: Stage) -> None:
    assert [target_length(minutes * 60_000_000) for minutes in (15, 90, 240)] == ["15 min", "1 h 30 m", "4 h"]
    assert [reason_text(key) for key in ("awaiting_vendor", "", "resolved")] == [
        "awaiting vendor",
        "on hold",
        "resolved",
    ]
    now = on_stage.desk.clock.now()
    assert overdue_hold(None, now) == overdue_hold(now + timedelta(minutes=1), now) == ""


def test_a_desk_without_policies_says_so_and_leads_to_them(on_stage: Stage, page: IncidentPage) -> None:
    incident_id = on_stage.desk.log()
    on_stage.desk.session.desk.sla_admin.publish_book(on_stage.desk.me, "desk", (), applies_to_open=True)
    shown(on_stage, page, incident_id)
    lines = page.clocks.lines
    assert lines._nothing.text() == "No SLA policies are published for this desk yet, so no clock has a target."
    assert lines.policies.isVisible()
    lines.policies.click()
    assert (on_stage.went[-1].page, on_stage.went[-1].argument) == ("settings", "policies/desk")
    on_stage.context.session = on_stage.desk.session._replace(actor=on_stage.desk.dana)
    page.clocks.show_incident(on_stage.desk.read(incident_id))
    on_stage.settle()
    assert not lines.policies.isVisible(), "an agent publishes no policies"


@given(st.lists(st.tuples(st.floats(-20, 640), st.integers(10, 60)), max_size=8))
def test_names_of_thresholds_never_cover_each_other(stones: list[tuple[float, int]]) -> None:
    stones = sorted(stones)
    widths = [float(width) for _left, width in stones]
    lefts = apart([left for left, _width in stones], widths, 640)
    assert all(left + width < after for left, width, after in zip(lefts, widths, lefts[1:], strict=False))
    assert all(0 <= left <= 640 - width for left, width in zip(lefts, widths, strict=True))


def test_names_of_thresholds_stay_where_they_have_room() -> None:
    assert apart([10, 200, 210], [40, 40, 40], 640) == [10, 200, 246]
