"""Every view of the window, one after another, over a desk with work on it."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Final

from PySide6.QtCore import Qt

from app.domain.wording import tr
from app.services.suggestions.dto import BurstSeen
from app.views.incident.collision import Choice, Row
from app.views.incident.conflict_panel import ConflictPanel
from app.views.pages import Location
from app.views.queue.page import QueuePage
from app.views.settings_page.registry import SECTIONS
from app.views.tour import Tour
from app.views.tour_major import declare
from app.views.windows.beside import WindowBeside

PANELS = (
    "incident.reply", "incident.note", "incident.why", "incident.escalate", "incident.resolve", "incident.hold",
    "incident.macro", "incident.tags", "incident.snooze", "incident.link",
)  # fmt: skip
SHEETS = (
    "incident.new", "window.notifications", "window.outbox", "window.jobs", "window.palette", "window.search",
    "window.shortcuts", "window.help", "list.save_view",
)  # fmt: skip


def _over_the_queue(walk: Tour) -> Iterator[str]:
    walk.visit("queue", "is:open")
    yield "queue"
    for action in SHEETS:
        walk.act(action)
        yield action
        walk.key(Qt.Key.Key_Escape)


def _found(walk: Tour) -> Iterator[str]:
    walk.visit("queue", "is:open")
    walk.act("window.search")
    walk.type("vpn")
    walk.rest(600)
    yield "found"
    walk.key(Qt.Key.Key_Escape)


def _at_the_queue(walk: Tour) -> Iterator[str]:
    walk.visit("queue", 'is:open "no wi-fi"')
    walk.act("list.mark_all")
    yield "several"
    walk.act("incident.merge")
    yield "merge"
    walk.key(Qt.Key.Key_Escape)
    walk.key(Qt.Key.Key_Escape)
    walk.visit("queue", "is:open")
    page, now = walk.program.window.page, walk.program.window.context.now()
    assert isinstance(page, QueuePage)
    ids = (walk.liveliest().id, walk.newest("is:open").id)
    page.burst._show((BurstSeen("service:x", "service", "VPN", ids, 0.2, 0.001, now - timedelta(hours=1)),))
    walk.settle()
    yield "burst"
    page.burst._show(())


def _at_an_incident(walk: Tour) -> Iterator[str]:
    walk.visit("incident", walk.liveliest().id)
    yield "incident"
    for action in PANELS:
        walk.act(action)
        yield action
        walk.key(Qt.Key.Key_Escape)
    walk.act("list.filter")
    yield "find in the incident"
    walk.key(Qt.Key.Key_Escape)
    panel = ConflictPanel()
    panel.setParent(walk.program.window.page)
    now = walk.program.window.context.now()
    row = Row("cause", tr("Cause"), "", "A loose cable", "The switch", "Dana Okafor", now, Choice.MINE)
    panel.ask([row], lambda when: f"{when:%H:%M}")
    panel.resize(600, panel.sizeHint().height())
    panel.show()
    panel.raise_()
    panel.take_focus()
    yield "conflict"
    panel.hide()
    panel.setParent(None)
    panel.deleteLater()


def _a_major_incident(walk: Tour) -> Iterator[str]:
    incident_id = walk.newest('is:open "no wi-fi"').id
    walk.ask(lambda: declare(walk.session, incident_id))
    walk.visit("incident", incident_id)
    walk.act("incident.update_template")
    yield "stakeholder update"
    walk.key(Qt.Key.Key_Escape)
    walk.visit("escalations", "major")
    yield "escalations major"


def _pages(walk: Tour) -> Iterator[str]:
    session = walk.session
    problem = walk.ask(lambda: session.desk.problems.by_number(session.actor, 1))
    for page, argument in (
        ("triage", ""), ("escalations", "waiting"), ("reviews", ""), ("reviews", walk.newest("unreachable").id),
        ("problems", ""), ("problems", problem or ""), ("dashboard", ""), ("knowledge", ""),
    ):  # fmt: skip
        walk.visit(page, argument)
        yield f"{page} {argument}".strip()
        if page == "dashboard":
            walk.act("dashboard.table")
            yield "dashboard as a table"
            walk.act("dashboard.table")
    walk.act("knowledge.figures")
    yield "knowledge.figures"
    walk.key(Qt.Key.Key_Escape)
    walk.visit("problems", "")
    walk.act("problem.new")
    yield "problem.new"
    walk.key(Qt.Key.Key_Escape)


def _settings(walk: Tour) -> Iterator[str]:
    for section in SECTIONS:
        walk.visit("settings", section.key)
        yield f"settings {section.key}"


def _forms(walk: Tour) -> Iterator[str]:
    for key in _WITH_FORMS:
        walk.visit("settings", key)
        walk.key(Qt.Key.Key_Return)
        yield f"settings {key}, the first"
    walk.visit("handover", "")
    yield "handover"


_WITH_FORMS: Final = (
    "calendars", "macros", "checklists", "templates", "services", "categories", "items", "sites", "people", "teams",
    "log",
)  # fmt: skip
"""Sections that are lists: Enter opens what is chosen there."""


def _an_article(walk: Tour) -> Iterator[str]:
    walk.visit("knowledge", "")
    walk.act("knowledge.edit")
    yield "knowledge.edit"


def _is_filled(window: WindowBeside) -> bool:
    return window.isActiveWindow() and window.page.title() not in {"", "Incident"}


def _windows(walk: Tour) -> Iterator[str]:
    main = walk.program.window
    walk.visit("queue", "is:open")
    main.go(Location("incident", walk.liveliest().id, apart=True))
    main.windows.open_call()
    for window, name in zip(main.windows.shown, ("apart", "call"), strict=True):
        window.activateWindow()
        walk.wait(partial(_is_filled, window))
        walk.settle()
        window.page.focus_start()
        yield name
        window.close()
        walk.settle()


WORK: Final = {
    "over the queue": _over_the_queue, "found": _found, "several": _at_the_queue, "an incident": _at_an_incident,
    "a major incident": _a_major_incident, "pages": _pages, "windows": _windows,
}  # fmt: skip
"""Views by where one is: each opens one after another and says its name; what lies over the window is closed again."""

VIEWS: Final = WORK | {"settings": _settings, "forms": _forms, "an article": _an_article}
"""With those in which little changes when the window is looked at in another language once more."""
