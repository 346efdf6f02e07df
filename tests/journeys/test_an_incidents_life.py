"""The whole life of an incident through the real window and program: log, work, resolve, close, review, PDF."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.bootstrap import make_context
from app.domain.vocabulary import ReviewState
from app.infra.bus import Bus
from app.infra.clock import SystemClock
from app.infra.database import Database
from app.infra.migrate import upgrade
from app.infra.settings import sqlite_url
from app.infra.unit_of_work import Store
from app.services.demo.company import found_company, seed
from app.services.desk import make_desk
from app.views.application import Program, make_application
from app.views.settings_page.registry import SECTIONS
from app.views.tour import Tour
from tests.views.strays import no_stray_windows

CTRL = Qt.KeyboardModifier.ControlModifier
ENTER = Qt.Key.Key_Return


@pytest.fixture
def walk(qapp: QApplication, tmp_path: Path) -> Iterator[Tour]:
    """The program on a desk of its own with people and a catalogue, and a way to press its keys."""
    url = sqlite_url(tmp_path / "desk.sqlite")
    upgrade(url)
    desk = make_desk(Store(Database(url), SystemClock(), Bus()))
    found_company(desk, seed())
    desk.close()
    program = Program(make_context(url), make_application("light"))
    tour = Tour(program, qapp, tmp_path)
    program.frame.resize(1440, 900)
    program.start()
    tour.wait(lambda: program.window.context.session is not None)
    tour.settle()
    yield tour
    program.frame.close()
    program.end()
    program.frame.deleteLater()
    program.deleteLater()


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
    assert walk.ask(read).first_response_at is not None
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
    printed = walk.ask(partial(walk.print_review, ref))
    assert printed.read_bytes().startswith(b"%PDF-")
    assert [entry.kind for entry in walk.ask(read).journal][:1] == ["logged"]


def test_no_page_takes_the_keyboard_away(walk: Tour) -> None:
    places = [(page, "") for page in sorted(walk.program.window.context.pages - {"incident"})]
    places += [("settings", section.key) for section in SECTIONS]
    for page, argument in places:
        with no_stray_windows():
            walk.visit(page, argument)
        assert QApplication.focusWidget() is not None, f"{page} {argument}"
