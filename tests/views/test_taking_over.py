"""Taking a shift over: for some seconds it can be taken back, because others go when they read of it."""

import pytest

from tests.views.desks import Stage
from tests.views.test_handover_page import HOUR, Desk


@pytest.fixture
def at(on_stage: Stage) -> Desk:
    on_stage.context.held_for = HOUR
    return Desk(on_stage)


def taker(at: Desk) -> str:
    """Who has taken over the newest shift."""
    return at.rows[0].taken_by or ""


def test_taking_over_can_be_taken_back_for_some_seconds(at: Desk) -> None:
    handover_id = at.given()
    at.open(handover_id)
    read = at.page.read
    read.take_over()
    at.stage.settle()
    assert (taker(at), read.take.isVisible()) == ("", False)
    assert read.why_not_take() == "You are taking it over"
    assert at.stage.context.toasts.text == "The shift is taken over in 3600 s"
    assert at.stage.context.toasts.undo()
    at.stage.settle()
    assert read.take.isVisible()
    read._later.finish()
    at.stage.settle()
    assert taker(at) == "", "nothing is left to be done"
    read.take_over()
    read._later.finish()
    at.stage.settle()
    assert taker(at) == at.me.name
    assert at.stage.context.toasts.text == "You have taken the shift over"


def test_two_shifts_are_taken_over_one_after_another(at: Desk) -> None:
    first, second = at.given(), at.given()
    at.open(first)
    at.page.read.take_over()
    at.open(second)
    assert at.page.read.take.isVisible()
    at.page.read.take_over()
    at.stage.settle()
    assert {row.id: row.taken_by for row in at.rows} == {first: at.me.name, second: None}
    assert not at.page.read.take.isVisible()
    assert at.stage.context.toasts.undo()
    assert at.page.read.take.isVisible()


def test_a_shift_that_was_to_be_taken_over_is_when_the_window_goes(at: Desk) -> None:
    at.open(at.given())
    at.page.read.take_over()
    at.page.leave()
    at.stage.settle()
    assert taker(at) == at.me.name


def test_whoever_was_quicker_is_told_of(at: Desk) -> None:
    handover_id = at.given()
    at.open(handover_id)
    at.page.read.take_over()
    at.desk.handover_work.take_over(at.stage.desk.dana, handover_id)
    at.page.read._later.finish()
    at.stage.settle()
    assert at.stage.context.toasts.text == "Dana Okafor has taken this shift over already."
    assert not at.page.read.take.isVisible()
