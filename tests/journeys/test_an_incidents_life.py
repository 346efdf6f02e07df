"""The whole life of an incident through the real window and program: log, work, resolve, close, review, PDF."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.vocabulary import ReviewState
from app.views.settings_page.registry import SECTIONS
from app.views.tour import Tour
from tests.views.strays import no_stray_windows

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


def test_from_the_call_to_the_printed_review(walk: Tour) -> None:
    context = walk.program.window.context
    session = context.session
    assert session is not None
    walk.act("incident.new")
    walk.type("nadia")
    walk.key(ENTER)
    walk.type("Pressure readings stand still")
    walk.key(ENTER, CTRL)
    ref = walk.newest("")
    read = partial(session.desk.incident.detail, session.actor, ref.id)
    assert walk.ask(read).short_description == "Pressure readings stand still"
    walk.visit("incident", ref.id)
    walk.act("incident.take")
    walk.act("incident.start")
    assert (walk.ask(read).state, walk.ask(read).assignee_name) == ("in_progress", "Maren Holt")
    walk.act("incident.reply")
    walk.type("We look at it.")
    walk.key(ENTER, CTRL)
    assert walk.ask(read).first_response_at is None, "it can be taken back for ten seconds"
    walk.act("window.outbox")
    walk.press("Send now")
    walk.wait(lambda: walk.ask(read).first_response_at is not None)
    walk.key(Qt.Key.Key_Escape)
    walk.act("incident.resolve")
    walk.type("1")
    walk.key(Qt.Key.Key_Tab)
    walk.type("Restarted the collector.")
    walk.key(ENTER, CTRL)
    seen = walk.ask(read)
    assert (seen.state, seen.resolution_code, seen.resolution_notes) == (
        "resolved", "solution_provided", "Restarted the collector.",
    )  # fmt: skip
    walk.act("incident.close")
    walk.type("1")
    walk.key(ENTER, CTRL)
    assert walk.ask(read).state == "closed"
    with no_stray_windows():
        walk.write_review(ref)
    review = walk.ask(lambda: session.desk.reviews.of_incident(session.actor, ref.id))
    assert review is not None
    content = review.content
    assert (content.version, content.state, len(content.causes)) == (1, ReviewState.PUBLISHED, 1)
    assert content.summary
    assert [action.owner_name is not None and action.due_on is not None for action in content.actions] == [True]
    assert all(part.approved_at is not None for part in content.sign_offs)
    printed = walk.ask(partial(walk.print_review, ref, "review.pdf"))
    assert printed.read_bytes().startswith(b"%PDF-")
    assert [entry.kind for entry in walk.ask(read).journal][:1] == ["logged"]


def test_no_page_takes_the_keyboard_away(walk: Tour) -> None:
    places = [(page, "") for page in sorted(walk.program.window.context.pages - {"incident"})]
    places += [("settings", section.key) for section in SECTIONS]
    for page, argument in places:
        with no_stray_windows():
            walk.visit(page, argument)
        assert QApplication.focusWidget() is not None, f"{page} {argument}"
