"""Which part of the manual is about what has the keyboard: `page`, or `page#heading` as its links are written."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtWidgets import QWidget

from app.domain.wording import tr

PROPERTY: Final = "manual"
"""The property by which a widget names the part of the manual that is about it and what is in it."""

START: Final = "README"
TITLES: Final[Mapping[str, str]] = {
    "first-steps": tr("First steps"),
    "filters": tr("Filters"),
    "importing": tr("Bringing incidents along"),
    "figures": tr("What the figures count"),
    "acting": tr("Acting, and taking it back"),
    "clocks": tr("Clocks"),
    "escalation": tr("Escalation"),
    "timers": tr("What happens by itself"),
    "triage": tr("Triage"),
    "search": tr("Search"),
    "handover": tr("Handing a shift over"),
    "problems": tr("Problems"),
    "knowledge": tr("Knowledge"),
    "reviews": tr("Reviews"),
    "dashboard": tr("Dashboard"),
    "together": tr("Working together"),
    "connecting": tr("Connecting to a team's desk"),
    "administration": tr("For administrators"),
    "backups": tr("Backups"),
    "exporting": tr("Export"),
    "audit": tr("Audit trail"),
    "suggestions": tr("Suggestions"),
    "writing-help": tr("Help with writing"),
    "settings": tr("Settings"),
    "printing": tr("Printing"),
}
"""The pages of the manual by name, in the order of its contents."""
ALSO: Final[Mapping[str, str]] = {
    "filters": tr("queue, views, query, search box, columns, sort, group"),
    "importing": tr("csv, servicenow, migration"),
    "figures": tr("kpi, numbers"),
    "acting": tr("macros, templates, undo, bulk, tags, snooze, merge, checklists, keys"),
    "clocks": tr("sla, targets, due, breached, paused, promise"),
    "escalation": tr("major incidents, levels, duty, notifications"),
    "triage": tr("new, unsorted"),
    "handover": tr("shift"),
    "knowledge": tr("articles"),
    "reviews": tr("postmortem, pir"),
    "together": tr("presence, conflicts, drafts, follow"),
    "connecting": tr("postgresql, server, password"),
    "administration": tr("upgrade, logins, install"),
    "backups": tr("restore"),
    "exporting": tr("csv, json"),
    "audit": tr("log, history"),
    "settings": tr("sla policies, calendars, holidays, people, teams, priority matrix, services, categories"),
    "printing": tr("pdf, paper"),
}
"""Other words by which a page is looked for."""
_PAGES: Final[Mapping[str, str]] = {
    "queue": "filters",
    "triage": "triage",
    "incident": "first-steps#work-it",
    "escalations": "escalation",
    "knowledge": "knowledge",
    "dashboard": "dashboard",
    "handover": "handover",
    "problems": "problems",
    "reviews": "reviews",
    "settings": "settings",
}
_SETTINGS: Final[Mapping[str, str]] = {
    "calendars": "settings#calendars",
    "policies": "settings#sla-policies",
    "rules": "settings#escalation-rules",
    "hours": "settings#groups-and-shifts",
    "matrix": "settings#priority-matrix",
    "incidents": "settings#incident-rules",
    "hold_reasons": "settings#hold-reasons-and-resolution-codes",
    "resolution_codes": "settings#hold-reasons-and-resolution-codes",
    "macros": "acting#macros",
    "checklists": "acting#checklists",
    "templates": "acting#templates",
    "services": "settings#services-categories-configuration-items-and-sites",
    "categories": "settings#services-categories-configuration-items-and-sites",
    "sites": "settings#services-categories-configuration-items-and-sites",
    "items": "settings#services-categories-configuration-items-and-sites",
    "people": "settings#people-and-teams",
    "teams": "settings#people-and-teams",
    "desk": "connecting",
    "backups": "backups",
    "export": "exporting",
    "gate": "settings#sign-in-and-lock",
    "trail": "audit",
    "quality": "suggestions",
    "search": "search",
    "knowledge": "knowledge",
    "writing_help": "writing-help",
    "appearance": "settings#this-computer",
    "keys": "settings#this-computer",
}


def topic_of(focus: QWidget | None, page: str, argument: str) -> str:
    """The part about the widget that has the keyboard, else about the page that is shown."""
    widget = focus
    while widget is not None:
        named = widget.property(PROPERTY)
        if isinstance(named, str) and named:
            return named
        widget = widget.parentWidget()
    if page == "settings":
        return _SETTINGS.get(argument.partition("/")[0], _PAGES["settings"])
    return _PAGES.get(page, START)


def anchor_of(heading: str) -> str:
    """The name by which links of the manual lead to a heading."""
    kept = "".join(sign for sign in heading.lower() if sign.isalnum() or sign in " -")
    return kept.strip().replace(" ", "-")
