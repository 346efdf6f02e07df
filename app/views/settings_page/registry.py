"""Which sections the settings have. A section is added here and appears in the list, the search and the palette."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from app.domain.permissions import Permission
from app.views.context import ViewContext
from app.views.settings_page.section import SettingsSection


@dataclass(frozen=True, slots=True)
class SectionSpec:
    """One section: its stable key, what it is called, the heading it stands under, and the words it is found by.

    `topics` are shown when the search finds them; `make` imports the section when it is first opened. `drafts` is how
    the keys of its drafts begin, for the mark that something waits to be published.
    """

    key: str
    title: str
    group: str
    icon: str
    permission: Permission
    topics: tuple[str, ...]
    make: Callable[[ViewContext], SettingsSection]
    drafts: str = ""


def _calendars(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.calendars.section import CalendarsSection

    return CalendarsSection(context)


def _policies(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.policies.section import PoliciesSection

    return PoliciesSection(context)


def _rules(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.rules.section import RulesSection

    return RulesSection(context)


def _hours(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.hours.section import HoursSection

    return HoursSection(context)


_LEVELS = "Service levels"
_READ = Permission.INCIDENT_READ_ALL

SECTIONS: Final[tuple[SectionSpec, ...]] = (
    SectionSpec(
        "calendars", "Calendars", _LEVELS, "calendar", _READ,
        ("Opening hours", "Holidays", "Special days", "Time zone", "Try it", "Versions"),
        _calendars,
        "settings:calendar:",
    ),
    SectionSpec(
        "policies", "SLA policies", _LEVELS, "timer", _READ,
        (
            "Targets by priority", "Conditions", "Order of policies", "Pauses on hold", "Thresholds and warnings",
            "Apply to open incidents", "Try it", "Versions",
        ),
        _policies,
        "settings:policies-",
    ),
    SectionSpec(
        "rules", "Escalation rules", _LEVELS, "arrow-up-right", _READ,
        ("Sentences", "Notify", "Dry run", "Loop check", "Levels", "Versions"), _rules, "settings:escalation-rules",
    ),
    SectionSpec(
        "hours", "Groups and shifts", _LEVELS, "users", _READ,
        ("Group hours", "Person hours", "Next group after a shift", "Leads", "Managers and heads"), _hours,
    ),
)  # fmt: skip
"""In the order of the list."""


def found(sections: tuple[SectionSpec, ...], text: str) -> list[tuple[SectionSpec, str]]:
    """The sections that hold every typed word, each with the topic that fits, or empty where the title does."""
    words = text.casefold().split()
    return [(spec, topic) for spec in sections if (topic := _fits(spec, words)) is not None]


def _fits(spec: SectionSpec, words: list[str]) -> str | None:
    head = f"{spec.title} {spec.group}".casefold()
    if all(word in head for word in words):
        return ""
    for topic in spec.topics:
        if all(word in f"{head} {topic}".casefold() for word in words):
            return topic
    return None
