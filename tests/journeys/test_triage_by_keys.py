"""Triage on the real window: every answer by its key, counted, with its way back, and the next row after each."""

from functools import partial

import pytest

from app.domain.errors import Away, DeskError, Unavailable
from app.services.incidents.dto import FieldEdit, IncidentDetail, NewIncident
from app.services.incidents.queue import QueueQueries
from app.views.incident.modes import REPLY
from app.views.pages import Location
from app.views.tour import Tour
from app.views.triage.page import TriagePage
from tests.journeys.keyboard import Hands

TITLES = ("Printer prints blank pages", "VPN drops after two minutes", "Badge reader beeps twice", "Screen flickers")


class Desk:
    """The window with four incidents that nobody has sorted, on the triage page."""

    def __init__(self, walk: Tour) -> None:
        self.walk = walk
        self.hands = Hands(walk)
        desk, actor = walk.session.desk, walk.session.actor
        caller = walk.ask(lambda: desk.people.search(actor, "nadia"))[0]
        self.ids: dict[str, str] = {}
        for title in TITLES:
            new = NewIncident(desk.new_id(), title, caller.id, impact=2, urgency=3)
            self.ids[title] = walk.ask(partial(desk.incidents.create, actor, new)).id
        self.hands.press("G", "T")
        self.wait()
        assert self.hands.count == 2

    @property
    def page(self) -> TriagePage:
        page = self.walk.program.window.page
        assert isinstance(page, TriagePage)
        return page

    @property
    def chosen(self) -> str:
        """The title of the incident that the keys answer."""
        row = self.page.list.currentIndex().row()
        return self.page.list.rows[row].short_description if row >= 0 else ""

    def waiting(self) -> list[str]:
        return [row.short_description for row in self.page.list.rows]

    def detail(self, title: str) -> IncidentDetail:
        desk, actor = self.walk.session.desk, self.walk.session.actor
        return self.walk.ask(partial(desk.incident.detail, actor, self.ids[title]))

    def wait(self) -> None:
        """Until the chosen incident is shown and nothing is read any more."""
        self.walk.settle()
        page = self.page
        self.walk.wait(
            lambda: not page.list.current_id or getattr(page.incident.detail, "id", "") == page.list.current_id
        )
        self.walk.settle()

    def count(self) -> int:
        """How many keys since this was asked last."""
        found, self.hands.count = self.hands.count, 0
        return found


@pytest.fixture
def at(walk: Tour) -> Desk:
    desk = Desk(walk)
    desk.count()
    return desk


def test_what_waits_is_counted_and_stands_beside_the_incident(at: Desk) -> None:
    assert sorted(at.waiting()) == sorted(TITLES)
    assert at.page.bar.progress.text() == "1 of 4"
    window = at.walk.program.window
    assert window.sidebar._items["triage"].accessibleName() == "Triage, 4"
    unassigned = window.sidebar._items["unassigned"].accessibleName().rpartition(", ")[2]
    assert window.status.unassigned.text() == f"{unassigned} unassigned", "both bars say the same"


def test_what_waits_beyond_the_list_is_counted_too(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.views.triage.page._MOST", 2)
    at.page.load()
    at.wait()
    assert len(at.waiting()) == 2
    assert at.page.bar.progress.text() == "1 of 4"
    at.hands.press("H")
    at.hands.type("1")
    at.hands.press("Return")
    at.wait()
    assert at.page.bar.progress.text() == "1 of 3"


def test_triage_one_new_incident(at: Desk) -> None:
    first = at.chosen
    at.hands.press("P")
    at.hands.type("1")
    at.hands.press("A")
    at.hands.type("om")
    at.hands.press("Return")
    at.wait()
    seen = at.detail(first)
    assert (seen.impact, seen.assignee_name) == (1, "Omar Saleh")
    assert at.count() <= 7
    assert at.chosen != first, "the next one is at hand by itself"
    assert at.page.incident.detail is not None
    assert at.page.incident.detail.short_description == at.chosen


def test_the_second_digit_of_the_priority_is_no_answer(at: Desk) -> None:
    """1, 2 and 3 answer an incident; after P they are its impact and its urgency."""
    first = at.chosen
    at.hands.press("P")
    at.hands.type("11")
    at.wait()
    seen = at.detail(first)
    assert (seen.impact, seen.urgency, seen.group_name, seen.state) == (1, 1, None, "new")
    assert at.chosen == first
    assert at.page.list.hasFocus(), "the next digit is an answer again"
    at.hands.press("P")
    at.hands.type("23")
    at.wait()
    seen = at.detail(first)
    assert (seen.impact, seen.urgency, seen.state) == (2, 3, "new")


def test_next_and_previous(at: Desk) -> None:
    first = at.chosen
    at.hands.press("J")
    assert at.chosen != first
    assert at.count() == 1
    at.hands.press("K")
    assert at.chosen == first


def test_accept_asks_for_the_team_where_none_is_suggested(at: Desk) -> None:
    first = at.chosen
    assert at.page.bar.nothing.text().startswith("Nothing is suggested")
    at.hands.press("1")
    at.hands.type("ser")
    at.hands.press("Return")
    at.wait()
    assert at.detail(first).group_id is not None
    assert first not in at.waiting()
    at.hands.press("Ctrl+Z")
    at.wait()
    assert at.detail(first).group_id is None
    assert first in at.waiting()


def test_decline_asks_for_the_reason_and_is_taken_back(at: Desk) -> None:
    first = at.chosen
    at.hands.press("3")
    at.hands.type("1")
    at.hands.press("Tab")
    at.hands.type("Not ours")
    at.hands.press("Ctrl+Return")
    at.wait()
    seen = at.detail(first)
    assert seen.state == "canceled"
    assert "Not ours" in str(seen.cancel_reason)
    assert at.count() <= 5 + len("Not ours")
    assert first not in at.waiting()
    assert at.chosen
    assert at.page.incident.writing.composer.mode == REPLY, "what could not be replied to is gone"
    at.hands.press("Ctrl+Z")
    at.wait()
    assert at.detail(first).state == "new"
    assert first in at.waiting()
    assert at.page.bar.progress.text().endswith("of 4")


def test_duplicate_by_number_is_merged_and_taken_back(at: Desk) -> None:
    first = at.chosen
    other = next(title for title in TITLES if title != first)
    at.hands.press("2")
    at.hands.type(str(at.detail(other).number))
    at.hands.press("Return")
    at.wait()
    assert at.detail(first).state == "canceled"
    assert [link.kind for link in at.detail(first).links] == ["duplicate of"]
    assert first not in at.waiting()
    at.hands.press("Ctrl+Z")
    at.wait()
    assert at.detail(first).state == "new"
    assert first in at.waiting()


def test_snooze_and_take_it_back(at: Desk) -> None:
    first = at.chosen
    at.hands.press("H")
    at.hands.type("1")
    assert at.detail(first).snoozed_until is None, "it may be the beginning of a date"
    at.hands.press("Return")
    at.wait()
    assert at.count() == 3
    assert at.detail(first).snoozed_until is not None
    assert first not in at.waiting()
    assert at.page.bar.progress.text() == "1 of 3"
    at.hands.press("Ctrl+Z")
    at.wait()
    assert at.detail(first).snoozed_until is None
    assert first in at.waiting()


def test_an_answer_is_kept_until_the_incident_is_shown(at: Desk) -> None:
    at.page.list.step(1)
    chosen = at.chosen
    at.page.act("incident.snooze")
    at.wait()
    at.hands.type("2")
    at.hands.press("Return")
    at.wait()
    assert at.detail(chosen).snoozed_until is not None
    assert len(at.waiting()) == len(TITLES) - 1


def test_when_all_are_sorted_it_says_what_is_due_and_leads_there(at: Desk) -> None:
    for _ in TITLES:
        at.hands.press("H")
        at.hands.type("3")
        at.hands.press("Return")
        at.wait()
    assert at.waiting() == []
    assert at.page.empty.title() == "Triage is clear"
    buttons = [button for button in at.page.empty._buttons if not button.isHidden()]
    buttons[-1].click()
    at.walk.settle()
    assert at.walk.program.window.page is at.walk.program.window.queue


def test_similar_ones_propose_team_and_priority(at: Desk) -> None:
    desk, actor = at.walk.session.desk, at.walk.session.actor
    group = at.walk.ask(lambda: desk.people.groups(actor))[0]
    caller = at.walk.ask(lambda: desk.people.search(actor, "nadia"))[0]
    for _ in range(2):
        new = NewIncident(desk.new_id(), "Screen flickers", caller.id, impact=1, urgency=1, group_id=str(group[0]))
        at.walk.ask(partial(desk.incidents.create, actor, new))
    # What is like an incident is asked for when it comes up.
    for title in ("VPN drops after two minutes", "Screen flickers"):
        at.page.list.choose(at.ids[title])
        at.wait()
    at.walk.wait(lambda: bool(at.page.made))
    assert [each.label for each in at.page.made[:2]] == [group[1], "P1"]
    assert at.page.made[0].reason.startswith("2 similar ones went to")
    assert at.page.made[0].behind.count("INC-") == 2, "and which these are"
    at.count()
    at.hands.press("1")
    at.wait()
    seen = at.detail("Screen flickers")
    assert (seen.group_name, seen.priority) == (group[1], 1)
    assert at.count() == 1


def test_what_others_sort_leaves_the_list(at: Desk) -> None:
    desk, actor = at.walk.session.desk, at.walk.session.actor
    first = at.chosen
    edits = {"assignee_id": FieldEdit(None, actor.person_id)}
    at.walk.ask(partial(desk.incidents.edit, actor, at.ids[first], edits))
    at.walk.wait(lambda: first not in at.waiting())
    at.wait()
    assert at.chosen != first


def test_back_in_the_queue_its_own_places_count(at: Desk) -> None:
    at.hands.press("Return")
    at.walk.settle()
    assert at.walk.program.window.page.title().startswith("INC-")
    at.walk.program.window.go(Location("queue", "is:open"))
    at.walk.settle()
    queue = at.walk.program.window.queue
    assert queue.context.place_of == queue.table.place_of


def test_what_was_read_stays_while_nothing_can_be_read(at: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    trouble: list[DeskError] = [Away("The server is away.")]

    def refuse(*_anything: object) -> None:
        raise trouble[0]

    with monkeypatch.context() as patched:
        patched.setattr(QueueQueries, "page", refuse)
        at.page.load()
        at.walk.settle()
        assert len(at.waiting()) == len(TITLES)
        assert at.page.strip.isHidden(), "of a server that is away the window itself speaks"
        trouble[0] = Unavailable("The file cannot be read.")
        at.page.load()
        at.walk.settle()
        assert at.page.strip.text() == "The file cannot be read."
        assert not at.page.strip.isHidden()
        at.page.list.show_rows(())
        at.page.load()
        at.walk.settle()
        assert at.page.empty.title() == "What waits cannot be shown"
    button = next(button for button in at.page.empty._buttons if button.text() == "Try again")
    button.click()
    at.wait()
    assert len(at.waiting()) == len(TITLES)
    assert at.page.strip.isHidden()
