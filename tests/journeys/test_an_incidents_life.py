"""The whole life of an incident through the real window and program: log, work, resolve, close, review, PDF."""

from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from app.domain.numbers import incident_number
from app.domain.vocabulary import ReviewState
from app.views.settings_page.registry import SECTIONS
from app.views.tour import Tour
from tests.journeys.keyboard import Hands
from tests.views.strays import no_stray_windows

MOUSE = {
    QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick, QEvent.Type.Wheel,
}  # fmt: skip


class MouseTrap(QObject):
    """Notes whatever a mouse does anywhere in the program."""

    def __init__(self, application: QApplication) -> None:
        super().__init__()
        self.caught: list[QEvent.Type] = []
        self._application = application
        application.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Let everything through."""
        if event.type() in MOUSE:
            self.caught.append(event.type())
        return False

    def leave(self) -> None:
        """Watch no longer."""
        self._application.removeEventFilter(self)


def test_from_the_call_to_the_printed_review_without_a_mouse(walk: Tour, qapp: QApplication) -> None:
    """Every step is a key that is pressed; what the desk holds is only looked at."""
    hands, trap = Hands(walk), MouseTrap(qapp)
    session = walk.session
    hands.press("Ctrl+N")
    hands.type("nadia")
    hands.press("Return")
    hands.type("Pressure readings stand still")
    hands.press("Ctrl+Return")
    ref = walk.newest("")
    read = partial(session.desk.incident.detail, session.actor, ref.id)
    assert walk.ask(read).short_description == "Pressure readings stand still"

    hands.press("Ctrl+K")
    hands.type(incident_number(ref.number))
    hands.press("Return", "I")
    walk.command("incident.start")
    assert (walk.ask(read).state, walk.ask(read).assignee_name) == ("in_progress", "Maren Holt")
    hands.press("R")
    hands.type("We look at it.")
    hands.press("Ctrl+Return")
    assert walk.ask(read).first_response_at is None, "it can be taken back for ten seconds"
    walk.command("window.outbox")
    walk.press("Send now")
    walk.wait(lambda: walk.ask(read).first_response_at is not None)
    hands.press("Escape")

    hands.press("Ctrl+Shift+Return")
    hands.type("1")
    hands.press("Tab")
    hands.type("Restarted the collector.")
    hands.press("Ctrl+Return")
    seen = walk.ask(read)
    assert (seen.state, seen.resolution_code, seen.resolution_notes) == (
        "resolved", "solution_provided", "Restarted the collector.",
    )  # fmt: skip
    walk.command("incident.close")
    hands.type("1")
    hands.press("Ctrl+Return")
    assert walk.ask(read).state == "closed"

    with no_stray_windows():
        walk.write_review_here()
    review = walk.ask(lambda: session.desk.reviews.of_incident(session.actor, ref.id))
    assert review is not None
    content = review.content
    assert (content.version, content.state, len(content.causes)) == (1, ReviewState.PUBLISHED, 1)
    assert content.summary
    assert [action.owner_name is not None and action.due_on is not None for action in content.actions] == [True]
    assert all(part.approved_at is not None for part in content.sign_offs)

    printed = walk.output / "review.pdf"
    hands.press("Ctrl+P", "Ctrl+S")
    hands.type(str(printed))
    hands.press("Return")
    walk.wait(printed.exists)
    assert printed.read_bytes().startswith(b"%PDF-")
    assert [entry.kind for entry in walk.ask(read).journal][:1] == ["logged"]
    trap.leave()
    assert trap.caught == []


def test_no_page_takes_the_keyboard_away(walk: Tour) -> None:
    places = [(page, "") for page in sorted(walk.program.window.context.pages - {"incident"})]
    places += [("settings", section.key) for section in SECTIONS]
    for page, argument in places:
        with no_stray_windows():
            walk.visit(page, argument)
        assert QApplication.focusWidget() is not None, f"{page} {argument}"
