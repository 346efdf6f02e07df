"""The palette on the real window: a command and its second part in one line, and what else is found."""

from functools import partial

from app.services.incidents.dto import IncidentDetail, NewIncident
from app.views.help.sheet import HelpSheet
from app.views.palette.palette import Palette
from app.views.tour import Tour
from tests.journeys.keyboard import Hands


class Desk:
    """The queue with two incidents, the palette, and what the desk says of the chosen one."""

    def __init__(self, walk: Tour) -> None:
        self.walk, self.hands = walk, Hands(walk)
        desk, actor = walk.session.desk, walk.session.actor
        caller = walk.ask(lambda: desk.people.search(actor, "nadia"))[0]
        for title in ("Printer prints blank pages", "VPN drops after two minutes"):
            walk.ask(partial(desk.incidents.create, actor, NewIncident(desk.new_id(), title, caller.id, impact=2)))
        walk.act("list.refresh")
        walk.program.window.page.focus_start()
        walk.settle()
        self.chosen_id = walk.program.window.queue.view.current_id() or ""

    @property
    def chosen(self) -> IncidentDetail:
        desk, actor = self.walk.session.desk, self.walk.session.actor
        return self.walk.ask(partial(desk.incident.detail, actor, self.chosen_id))

    def palette(self) -> Palette | None:
        return next((each for each in self.walk.program.window.findChildren(Palette) if each.isVisible()), None)

    def type(self, text: str) -> list[str]:
        """Open the palette where it is not, type, and say what it offers."""
        if self.palette() is None:
            self.hands.press("Ctrl+K")
        self.hands.type(text)
        self.walk.rest(200)
        palette = self.palette()
        assert palette is not None
        return [entry.text for entry in palette.shown()]

    def do(self, text: str) -> None:
        self.type(text)
        self.hands.press("Return")
        self.walk.settle()


def test_commands_with_their_second_part(walk: Tour) -> None:
    at = Desk(walk)
    at.hands.press("Ctrl+A")
    at.do("p 3")
    found = walk.ask(lambda: walk.session.desk.queue.page(walk.session.actor, walk.program.window.queue.query).rows)
    assert {row.impact for row in found} == {3}, "all that are selected"
    at.hands.press("Escape")
    at.do("assign om")
    assert at.chosen.assignee_name == "Omar Saleh"
    at.hands.press("Ctrl+Z")
    walk.settle()
    assert at.chosen.assignee_id is None
    at.do("team network")
    assert at.chosen.group_name == "Network"
    at.do("p 1")
    assert at.chosen.impact == 1
    at.hands.press("I")
    at.do("start work")
    at.do("wait vendor")
    assert (at.chosen.state, at.chosen.hold_reason) == ("on_hold", "awaiting_vendor")
    at.do("snooze tomorrow 9")
    assert at.chosen.snoozed_until is not None
    at.do("tag vpn")
    assert at.chosen.tags == "vpn"
    assert at.type("assign nobodyisthis")[0].startswith("Filter the queue")
    at.hands.press("Escape")


def test_what_else_is_found_and_what_narrows_it(walk: Tour) -> None:
    at = Desk(walk)
    assert "Assign to me" in at.type("")
    at.hands.press("Backspace")
    palette = at.palette()
    assert palette is not None
    assert "Assign to me" not in [entry.text for entry in palette.shown()], "nothing is at hand any more"
    assert at.type("assign om")[-1].startswith("Filter the queue")
    at.hands.press("Escape")
    assert "VPN drops after two minutes" in at.type("vpn")
    at.hands.press("Escape")
    assert at.type("@nadia") == ["Nadia Okoro"]
    at.hands.press("Escape")
    assert "Calendars" in at.type("holidays")
    at.hands.press("Escape")
    at.do("? escal")
    assert [sheet.isVisible() for sheet in walk.program.window.findChildren(HelpSheet)] == [True]
    at.hands.press("Escape")
    at.type("light-dark")
    at.hands.press("Escape")
    at.type("row height")
    at.hands.press("Shift+Return")
    assert at.palette() is not None, "it stays"
    at.hands.press("Return")
    assert at.palette() is None
    assert at.type("")[0] == "Row height", "what was chosen last comes first"
