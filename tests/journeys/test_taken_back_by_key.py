"""Whatever the table of tasks lists is taken back by one Ctrl+Z (desktop research, part 1: "undo any of it")."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from app.domain.escalation.words import EscalationState
from app.views.tour import Tour
from tests.journeys.keyboard import Hands
from tests.journeys.test_keys_per_task import Desk, _keep_macros


class Stood(NamedTuple):
    """What of an incident a task may change."""

    state: str
    impact: int
    urgency: int
    assignee: str | None
    group: str | None
    major: str
    escalations: int
    entries: int


def stood(at: Desk, incident_id: str) -> Stood:
    seen = at.detail(incident_id)
    desk, actor = at.walk.session.desk, at.walk.session.actor
    live = at.walk.ask(lambda: desk.escalations.of_incident(actor, incident_id))
    waits = sum(EscalationState(each.state).is_live for each in live)
    said = sum(entry.kind in {"reply", "work_note"} for entry in seen.journal)
    return Stood(
        seen.state, seen.impact, seen.urgency, seen.assignee_name, seen.group_name, seen.major_state, waits, said
    )


def _take(hands: Hands) -> None:
    hands.press("I")


def _reassign(hands: Hands) -> None:
    hands.press("A")
    hands.type("om")
    hands.press("Return")


def _priority(hands: Hands) -> None:
    hands.press("P")
    hands.type("11")


def _wait(hands: Hands) -> None:
    hands.press("W")
    hands.type("2")
    hands.press("Ctrl+Return")


def _reply(hands: Hands) -> None:
    hands.press("R")
    hands.type("Hello")
    hands.press("Ctrl+Return")


def _note(hands: Hands) -> None:
    hands.press("N")
    hands.type("Router is old")
    hands.press("Ctrl+Return")


def _reply_with_a_macro(hands: Hands) -> None:
    hands.press("R")
    hands.type("/roll")
    hands.press("Ctrl+Return")


def _resolve_with_a_macro(hands: Hands) -> None:
    hands.press("R")
    hands.type("/done")
    hands.press("Ctrl+Return")


def _resolve(hands: Hands) -> None:
    hands.press("Ctrl+Shift+Return")
    hands.type("1")
    hands.press("Tab")
    hands.type("Done.")
    hands.press("Ctrl+Return")


def _escalate(hands: Hands) -> None:
    hands.press("E")
    hands.type("1")
    hands.type("Restarted it")
    hands.press("Ctrl+Return")


def _propose_major(hands: Hands) -> None:
    hands.press("Ctrl+Shift+M")
    hands.type("All sites")
    hands.press("Return")


def _declare_major(hands: Hands) -> None:
    hands.press("Shift+Y")
    hands.type("Nobody prints")
    hands.press("Tab")
    hands.type("All sites")
    hands.press("Ctrl+Return")


def _status(hands: Hands) -> None:
    hands.press("S")
    hands.type("s")


TASKS: dict[str, Callable[[Hands], None]] = {
    "take": _take, "reassign": _reassign, "priority": _priority, "wait": _wait, "reply": _reply,
    "note": _note, "macro and wait": _reply_with_a_macro, "resolve with a macro": _resolve_with_a_macro,
    "resolve": _resolve,
    "escalate": _escalate, "propose a major incident": _propose_major, "declare one": _declare_major, "status": _status,
}  # fmt: skip


@pytest.fixture
def at(walk: Tour) -> Desk:
    return Desk(walk)


@pytest.mark.parametrize("task", TASKS)
def test_one_key_takes_it_back(at: Desk, task: str) -> None:
    chosen = at.chosen.id
    if "macro" in task:
        _keep_macros(at)
    if task in {"wait", "macro and wait", "resolve", "status"}:
        at.hands.press("I")
    before = stood(at, chosen)
    TASKS[task](at.hands)
    assert task in {"reply", "note"} or stood(at, chosen) != before
    at.hands.press("Ctrl+Z")
    at.walk.settle()
    after = stood(at, chosen)
    # The question with which a wait for the caller begins is said at once, and stays said.
    assert after == (before._replace(entries=1) if task == "macro and wait" else before)


def test_a_call_that_was_logged_by_mistake_is_taken_back(at: Desk) -> None:
    at.hands.press("Ctrl+N")
    at.hands.type("na")
    at.hands.press("Return")
    at.hands.type("Scanner shows no network")
    at.hands.press("Ctrl+Return")
    new = at.walk.newest("").id
    at.hands.press("Ctrl+Z")
    at.walk.settle()
    assert at.detail(new).state == "canceled"


@pytest.mark.parametrize("key", ["Y", "I"])
def test_an_escalation_that_was_answered_by_mistake_waits_again(at: Desk, key: str) -> None:
    chosen = at.chosen.id
    _escalate(at.hands)
    at.walk.visit("escalations", "waiting")
    desk, actor = at.walk.session.desk, at.walk.session.actor
    (before,) = at.walk.ask(lambda: desk.escalations.of_incident(actor, chosen))
    at.hands.press(key)
    at.walk.settle()
    (between,) = at.walk.ask(lambda: desk.escalations.of_incident(actor, chosen))
    assert (between.state, before.state) == ("active", "waiting")
    at.hands.press("Ctrl+Z")
    at.walk.settle()
    assert at.walk.ask(lambda: desk.escalations.of_incident(actor, chosen)) == (before,)
