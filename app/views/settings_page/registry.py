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


def _services(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.catalogue.services import ServicesSection

    return ServicesSection(context)


def _checklists(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.checklists.section import ChecklistsSection

    return ChecklistsSection(context)


def _templates(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.templates.section import TemplatesSection

    return TemplatesSection(context)


def _macros(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.macros.section import MacrosSection

    return MacrosSection(context)


def _sites(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.catalogue.sites import SitesSection

    return SitesSection(context)


def _categories(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.catalogue.categories import CategoriesSection

    return CategoriesSection(context)


def _matrix(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.matrix.section import MatrixSection

    return MatrixSection(context)


def _incidents(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.incidents.section import IncidentRulesSection

    return IncidentRulesSection(context)


def _quality(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.quality.section import QualitySection

    return QualitySection(context)


def _knowledge(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.knowledge.section import KnowledgeSection

    return KnowledgeSection(context)


def _people(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.people.section import PeopleSection

    return PeopleSection(context)


def _teams(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.teams.section import TeamsSection

    return TeamsSection(context)


def _backups(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.backups.section import BackupsSection

    return BackupsSection(context)


def _export(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.exporting.section import ExportSection

    return ExportSection(context)


def _trail(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.trail.section import TrailSection

    return TrailSection(context)


def _gate(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.gate.section import GateSection

    return GateSection(context)


def _appearance(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.appearance.section import AppearanceSection

    return AppearanceSection(context)


def _keys(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.keys.section import KeysSection

    return KeysSection(context)


def _desk(context: ViewContext) -> SettingsSection:
    from app.views.settings_page.desk.section import DeskSection

    return DeskSection(context)


_PEOPLE, _LEVELS, _INCIDENTS, _CATALOGUE = "People", "Service levels", "Incidents", "Catalogue"
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
    SectionSpec(
        "matrix", "Priority matrix", _INCIDENTS, "layout-dashboard", _READ,
        ("Impact and urgency", "Names of priorities", "ServiceNow 3x3", "GLPI 5x5", "History"), _matrix,
        "settings:matrix",
    ),
    SectionSpec(
        "incidents", "Incident rules", _INCIDENTS, "clipboard-list", _READ,
        (
            "Reopen window", "Largest file", "Acknowledge escalations", "Name of the desk", "Organisation",
            "Hold reasons", "Resolution codes", "Reasons to cancel",
        ),
        _incidents,
    ),
    SectionSpec(
        "quality", "Suggestions", _INCIDENTS, "trending-up", Permission.SUGGESTION_REVIEW,
        (
            "How good are the suggestions", "Hit rate", "Calibration", "Accepted, changed, ignored", "Versions",
            "Go back to a version", "Triage",
        ),
        _quality,
    ),
    SectionSpec(
        "knowledge", "Knowledge", _INCIDENTS, "book-open", Permission.KNOWLEDGE_EDIT,
        (
            "What knowledge is worth", "Deflection", "Reuse", "Helpfulness", "Gaps", "Resolved without an article",
            "Figures",
        ),
        _knowledge,
    ),
    SectionSpec(
        "macros", "Macros", _INCIDENTS, "zap", Permission.MACRO_EDIT,
        ("Canned responses", "Templates of replies", "Short names", "Fields", "Team", "History"), _macros,
        "settings:macros:",
    ),
    SectionSpec(
        "checklists", "Checklists", _INCIDENTS, "list-checks", Permission.TEMPLATE_EDIT,
        ("Steps", "Sub-tasks", "Required steps", "Templates", "Team", "Used by", "History"), _checklists,
        "settings:checklists:",
    ),
    SectionSpec(
        "templates", "Templates", _INCIDENTS, "clipboard-list", Permission.TEMPLATE_EDIT,
        ("Frequent incidents", "First message", "Checklist", "Team", "History"), _templates, "settings:templates:",
    ),
    SectionSpec(
        "services", "Services", _CATALOGUE, "layers", _READ,
        ("Owner", "Criticality", "Used by", "Take out of use", "History"), _services, "settings:services:",
    ),
    SectionSpec(
        "categories", "Categories", _CATALOGUE, "tag", _READ,
        ("Subcategories", "Tree", "Used by", "Take out of use", "History"), _categories, "settings:categories:",
    ),
    SectionSpec(
        "sites", "Sites", _CATALOGUE, "map-pin", _READ,
        ("Places", "Time zone", "Used by", "Take out of use", "History"), _sites, "settings:sites:",
    ),
    SectionSpec(
        "people", "People", _PEOPLE, "user", Permission.PEOPLE_EDIT,
        (
            "Add a person", "Logins", "Reset a password", "Roles and rights", "Administrators", "Remove or lock out",
            "Move open work", "VIP",
        ),
        _people,
        "settings:people:",
    ),
    SectionSpec(
        "teams", "Teams", _PEOPLE, "users", Permission.PEOPLE_EDIT,
        ("Assignment groups", "Members", "Tiers", "Take out of use"), _teams, "settings:teams:",
    ),
    SectionSpec(
        "desk", "Desk and connection", "Data", "database", _READ,
        (
            "Team database", "Server", "PostgreSQL", "Password", "Test the connection", "Use this computer",
            "Protection",
        ),
        _desk,
    ),
    SectionSpec(
        "backups", "Backups", "Data", "history", _READ,
        ("Back up now", "Schedule", "Restore", "Folder of backups", "Last backup", "pg_dump"), _backups,
    ),
    SectionSpec(
        "export", "Export", "Data", "download", _READ,
        ("CSV", "JSON Lines", "Open formats", "Attached files", "Spreadsheet"), _export,
    ),
    SectionSpec(
        "gate", "Sign-in and lock", "Data", "lock", _READ,
        ("Password", "Shared computer", "Lock after", "Ask who it is", "Who may read the file"), _gate,
    ),
    SectionSpec(
        "trail", "Audit trail", "Data", "shield-check", _READ,
        ("Verify", "Anchor", "Keep anchors outside", "Retention", "How long data is kept"), _trail,
    ),
    SectionSpec(
        "appearance", "Appearance", "This computer", "palette", _READ,
        ("Theme", "Dark mode", "Text size", "Row height"), _appearance,
    ),
    SectionSpec(
        "keys", "Keys", "This computer", "keyboard", _READ,
        ("Shortcuts", "Single letters", "Change a key", "Hotkeys"), _keys,
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
