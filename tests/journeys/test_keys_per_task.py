"""How many keys the tasks of a day take, on the real window: at most what the research promises (part 1, U1)."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit

from app.domain.macros import ME, Acts
from app.domain.vocabulary import HoldReason, State
from app.services.incidents.dto import IncidentDetail, NewIncident
from app.services.incidents.queue_dto import QueueQuery
from app.services.macros.dto import NewMacro
from app.views.tour import Tour
from tests.journeys.keyboard import Hands


class Desk:
    """The window with three open incidents in its queue, and what the desk says of them."""

    def __init__(self, walk: Tour) -> None:
        self.walk = walk
        self.hands = Hands(walk)
        desk, actor = walk.session.desk, walk.session.actor
        caller = walk.ask(lambda: desk.people.search(actor, "nadia"))[0]
        self.caller_id = caller.id
        for title in ("Printer prints blank pages", "VPN drops after two minutes", "Printer prints blank pages again"):
            new = NewIncident(desk.new_id(), title, caller.id, impact=2, urgency=3)
            walk.ask(partial(desk.incidents.create, actor, new))
        walk.act("list.refresh")
        walk.program.window.page.focus_start()
        walk.settle()

    @property
    def chosen(self) -> IncidentDetail:
        """The incident that the keys act on, as it stands in the database."""
        found = self.walk.program.window.queue.view.current_id()
        assert found is not None
        return self.detail(found)

    def detail(self, incident_id: str) -> IncidentDetail:
        """An incident as it stands in the database."""
        desk, actor = self.walk.session.desk, self.walk.session.actor
        return self.walk.ask(partial(desk.incident.detail, actor, incident_id))


@pytest.fixture
def at(walk: Tour) -> Desk:
    return Desk(walk)


def test_what_is_next_is_chosen_when_the_window_opens(at: Desk) -> None:
    rows = at.walk._rows(QueueQuery("is:open", "sla", False, "sla"))
    assert at.chosen.id == rows[0].id
    assert at.hands.count == 0


def test_next_and_previous(at: Desk) -> None:
    first = at.chosen.id
    at.hands.press("J")
    assert at.chosen.id != first
    assert at.hands.count == 1
    at.hands.press("K")
    assert at.chosen.id == first


def test_take_it(at: Desk) -> None:
    at.hands.press("I")
    assert at.chosen.assignee_name == "Maren Holt"
    assert at.hands.count == 1


def test_reassign(at: Desk) -> None:
    at.hands.press("A")
    at.hands.type("om")
    at.hands.press("Return")
    assert at.chosen.assignee_name == "Omar Saleh"
    assert at.hands.count <= 4


def test_triage_one(at: Desk) -> None:
    chosen = at.chosen.id
    at.hands.press("P")
    at.hands.type("1")
    at.hands.press("A")
    at.hands.type("om")
    at.hands.press("Return", "J")
    seen = at.detail(chosen)
    assert (seen.impact, seen.priority, seen.assignee_name) == (1, 3, "Omar Saleh")
    assert at.walk.program.window.page.title() != "INC-000003", "the next one is at hand"
    assert at.hands.count <= 7


def test_escalate(at: Desk) -> None:
    chosen = at.chosen.id
    at.hands.press("E")
    at.hands.type("1")
    at.hands.type("Restarted it")
    at.hands.press("Ctrl+Return")
    assert "escalation" in [entry.kind for entry in at.detail(chosen).journal]
    assert at.hands.count <= 4 + len("Restarted it"), "what was tried is asked for, so that nobody does it twice"


def test_log_a_phone_call(at: Desk) -> None:
    summary = "Scanner shows no network anymore"
    assert len(summary) == 32
    at.hands.press("Ctrl+N")
    at.hands.type("na")
    at.hands.press("Return")
    at.hands.type(summary)
    at.hands.press("Ctrl+Return")
    row = at.walk.newest("")
    assert at.detail(row.id).short_description == summary
    assert at.hands.count <= 41


def test_link_a_suggested_duplicate(at: Desk) -> None:
    """In the incident and from the list: what it does is shown after the first key, and the second one does it."""
    twin = at.walk.newest("printer").id
    at.walk.visit("incident", twin)
    at.hands.press("L", "Return")
    seen = at.detail(twin)
    assert (seen.state, [link.number for link in seen.links]) == ("canceled", [1])
    assert at.hands.count <= 2
    at.hands.press("Ctrl+Z")
    assert at.detail(twin).state == "new"


def test_link_a_suggested_duplicate_from_the_list(at: Desk) -> None:
    at.hands.press("J", "J")
    chosen = at.chosen.id
    at.hands.count = 0
    at.hands.press("L", "Return")
    assert at.detail(chosen).state == "canceled"
    assert at.hands.count <= 2


def test_jump_to_a_number(at: Desk) -> None:
    at.hands.press("Ctrl+K")
    at.hands.type("2")
    at.hands.press("Return")
    assert at.walk.program.window.page.title() == "INC-000002"
    assert at.hands.count <= 8 - 4, "a number of five digits takes four more"


def test_declare_a_major_incident(at: Desk) -> None:
    at.hands.press("Ctrl+Shift+M")
    at.hands.type("All sites")
    at.hands.press("Return")
    assert at.chosen.major_state == "proposed"
    assert at.hands.count <= 4 + len("All sites")


def test_undo(at: Desk) -> None:
    at.hands.press("I", "Ctrl+Z")
    assert at.chosen.assignee_id is None


def test_a_reply_is_taken_back_where_it_was_written(at: Desk) -> None:
    chosen = at.chosen.id
    at.hands.press("R")
    at.hands.type("Hello")
    at.hands.press("Ctrl+Return")
    box = QApplication.focusWidget()
    assert isinstance(box, QPlainTextEdit), "the keyboard stays where one writes"
    assert box.toPlainText() == ""
    at.hands.press("Ctrl+Z")
    assert box.toPlainText() == "Hello"
    assert "comment" not in [entry.kind for entry in at.detail(chosen).journal]
    at.hands.type("!")
    at.hands.press("Ctrl+Z")
    assert box.toPlainText() == "Hello", "what is typed is taken back first"


def test_wait_for_a_vendor(at: Desk) -> None:
    chosen = at.chosen.id
    at.hands.press("I", "W")
    at.hands.type("2")
    at.hands.press("Ctrl+Return")
    assert at.detail(chosen).state == "on_hold"
    assert at.hands.count <= 6


def test_resolve(at: Desk) -> None:
    chosen = at.chosen.id
    at.hands.press("I", "Ctrl+Shift+Return")
    at.hands.type("1")
    at.hands.press("Tab")
    at.hands.type("Done.")
    at.hands.press("Ctrl+Return")
    assert at.detail(chosen).state == "resolved"
    assert at.hands.count <= 10 + len("Done.")


def test_log_a_phone_call_with_impact_and_urgency(at: Desk) -> None:
    summary = "Scanner shows no network anymore"
    at.hands.press("Ctrl+N")
    at.hands.type("na")
    at.hands.press("Return")
    at.hands.type(summary)
    at.hands.press("Tab", "Tab", "Tab")
    at.hands.type("1")
    at.hands.press("Tab")
    at.hands.type("2")
    at.hands.press("Ctrl+Return")
    seen = at.detail(at.walk.newest("").id)
    assert (seen.short_description, seen.impact, seen.urgency) == (summary, 1, 2)
    assert at.hands.count <= 47


def _keep_macros(at: Desk) -> None:
    desk, actor = at.walk.session.desk, at.walk.session.actor
    waits = Acts(state=State.ON_HOLD, hold_reason=HoldReason.AWAITING_CALLER, hold_days=2)
    done = Acts({"assignee_id": ME}, State.RESOLVED, resolution_code="solution_provided")
    for name, short, acts in (("Restart", "roll", waits), ("It works again", "done", done)):
        new = NewMacro(desk.new_id(), name, short, "Hello {{caller.first_name}}", acts=acts)
        at.walk.ask(partial(desk.macro_work.save, actor, new))


def test_reply_with_a_macro_and_wait(at: Desk) -> None:
    _keep_macros(at)
    chosen = at.chosen.id
    at.hands.press("I")
    at.hands.count = 0
    at.hands.press("R")
    at.hands.type("/roll")
    at.hands.press("Ctrl+Return")
    assert at.detail(chosen).state == "on_hold"
    assert at.hands.count <= 11


def test_resolve_with_a_macro(at: Desk) -> None:
    _keep_macros(at)
    chosen = at.chosen.id
    at.hands.press("R")
    at.hands.type("/done")
    at.hands.press("Ctrl+Return")
    assert at.detail(chosen).state == "resolved"
    assert at.hands.count <= 10


def test_what_is_typed_at_once_waits_for_what_it_is_meant_for(at: Desk) -> None:
    chosen = at.chosen.id
    window = at.walk.program.window
    for letter in "rHello":
        QTest.keyClicks(QApplication.focusWidget() or window, letter)
    at.walk.settle()
    box = window.focusWidget()
    assert isinstance(box, QPlainTextEdit)
    assert box.toPlainText() == "Hello"
    at.hands.press("Escape", "Escape")
    for letter in "aom":
        QTest.keyClicks(QApplication.focusWidget() or window, letter)
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return)
    at.walk.settle()
    assert at.detail(chosen).assignee_name == "Omar Saleh"


def test_both_keys_for_a_duplicate_may_come_before_it_is_suggested(at: Desk) -> None:
    at.hands.press("J", "J")
    chosen = at.chosen.id
    window = at.walk.program.window
    QTest.keyClicks(QApplication.focusWidget() or window, "l")
    QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Return)
    at.walk.settle()
    at.walk.settle()
    assert at.detail(chosen).state == "canceled"


def test_hand_a_shift_over(at: Desk) -> None:
    desk, actor, context = at.walk.session.desk, at.walk.session.actor, at.walk.program.window.context
    urgent = NewIncident(desk.new_id(), "Mail is down", at.caller_id, impact=1, urgency=1, assignee_id=actor.person_id)
    group = at.walk.ask(partial(desk.handovers.groups, actor))[0]
    at.walk.ask(partial(desk.incidents.create, actor, replace(urgent, group_id=group.id)))
    at.hands.press("Ctrl+K")
    at.hands.type("hand")
    at.hands.press("Return")
    at.hands.type("Ring the provider")
    at.hands.press("Ctrl+Return")
    assert at.hands.count <= 2 + len("hand") + 1 + len("Ring the provider") + 2
    assert at.walk.ask(partial(desk.handovers.list, actor)) == (), "for ten seconds it can be taken back"
    at.hands.press("Ctrl+Z")
    context.held_for = 0
    at.hands.press("Ctrl+Return")
    (row,) = at.walk.ask(partial(desk.handovers.list, actor))
    kept = at.walk.ask(partial(desk.handovers.detail, actor, row.id))
    assert [line.next_step for line in kept.lines if line.incident_id == urgent.id] == ["Ring the provider"]
    assert at.walk.program.window.page.title() == "Hand-over"
