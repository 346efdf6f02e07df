"""Which pages and sheets the window has. Each is imported when it is first needed, so that the start stays light."""

from collections.abc import Callable
from typing import Final

from PySide6.QtWidgets import QWidget

from app.views.context import ViewContext
from app.views.pages import Page, PageSpec

Install = Callable[[QWidget, ViewContext], None]
"""Adds a sheet to the window (its first argument) once the desk is open: binds its action and shows it."""


def _incident(context: ViewContext) -> Page:
    from app.views.incident.page import IncidentPage

    return IncidentPage(context)


def _incident_in_pieces(context: ViewContext) -> Page:
    from app.views.incident.page import IncidentPage

    return IncidentPage(context, at_once=False)


def _triage(context: ViewContext) -> Page:
    from app.views.triage.page import TriagePage

    return TriagePage(context)


def _reviews(context: ViewContext) -> Page:
    from app.views.reviews.page import ReviewsPage

    return ReviewsPage(context)


def _escalations(context: ViewContext) -> Page:
    from app.views.escalations.page import EscalationsPage

    return EscalationsPage(context)


def _problems(context: ViewContext) -> Page:
    from app.views.problems.page import ProblemsPage

    return ProblemsPage(context)


def _handover(context: ViewContext) -> Page:
    from app.views.handover.page import HandoverPage

    return HandoverPage(context)


def _knowledge(context: ViewContext) -> Page:
    from app.views.knowledge.page import KnowledgePage

    return KnowledgePage(context)


def _dashboard(context: ViewContext) -> Page:
    from app.views.dashboard.page import DashboardPage

    return DashboardPage(context)


def _settings(context: ViewContext) -> Page:
    from app.views.settings_page.page import SettingsPage

    return SettingsPage(context)


PAGES: Final[tuple[PageSpec, ...]] = (
    PageSpec("incident", _incident, _incident_in_pieces),
    PageSpec("triage", _triage),
    PageSpec("reviews", _reviews),
    PageSpec("escalations", _escalations),
    PageSpec("problems", _problems),
    PageSpec("handover", _handover),
    PageSpec("knowledge", _knowledge),
    PageSpec("dashboard", _dashboard),
    PageSpec("settings", _settings),
)
"""Pages beside the queue. `incident` opens with the id of an incident, `reviews` without argument for the list, and
with the id of an incident for its review, `escalations` with the part of the board that is meant or none, `problems`
with the id of a problem or none for the list, `handover` with nothing for a sheet to write, `list`, `given` for the one
that waits to be taken over or the id of one, `knowledge` with the id of an article or none, `settings` with a section,
or without argument for the one seen last."""


def _create_sheets(window: QWidget, context: ViewContext) -> None:
    from app.views.create.sheets import install

    install(window, context)


def _notifications(window: QWidget, context: ViewContext) -> None:
    from app.views.notifications.watch import install

    install(window, context)


def _outbox(window: QWidget, context: ViewContext) -> None:
    from app.views.outbox.watch import install

    install(window, context)


def _long_jobs(window: QWidget, context: ViewContext) -> None:
    from app.views.long_jobs.watch import install

    install(window, context)


SHEETS: Final[dict[str, Install]] = {
    "incident.new": _create_sheets,
    "window.notifications": _notifications,
    "window.outbox": _outbox,
    "window.jobs": _long_jobs,
}
"""Sheets by the action that opens them, such as `incident.new`."""
