"""Which sections the settings have. A section is added here and appears in the list, the search and the palette."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from PySide6.QtWidgets import QWidget

from app.domain.permissions import Permission
from app.domain.wording import tr
from app.views.context import ViewContext
from app.views.settings_page import makers
from app.views.settings_page.other_words import OTHER_WORDS
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
    make: Callable[[ViewContext, QWidget], SettingsSection]
    drafts: str = ""


_PEOPLE, _LEVELS, _INCIDENTS, _CATALOGUE = tr("People"), tr("Service levels"), tr("Incidents"), tr("Catalogue")
_READ, _ANYBODY = Permission.INCIDENT_READ_ALL, Permission.SETTINGS_READ

SECTIONS: Final[tuple[SectionSpec, ...]] = (
    SectionSpec(
        "calendars", tr("Calendars"), _LEVELS, "calendar", _READ,
        (
            tr("Opening hours"), tr("Holidays"), tr("Import of holidays (ICS)"), tr("Special days"), tr("Time zone"),
            tr("Try it"), tr("Versions"),
        ),
        makers.calendars,
        "settings:calendar:",
    ),
    SectionSpec(
        "policies", tr("SLA policies"), _LEVELS, "timer", _READ,
        (
            tr("Targets by priority"), tr("Conditions"), tr("Order of policies"), tr("Pauses on hold"),
            tr("Thresholds and warnings"),
            tr("Apply to open incidents"), tr("Try it"), tr("Versions"),
        ),
        makers.policies,
        "settings:policies-",
    ),
    SectionSpec(
        "rules", tr("Escalation rules"), _LEVELS, "arrow-up-right", _READ,
        (tr("Sentences"), tr("Notify"), tr("Dry run"), tr("Loop check"), tr("Levels"), tr("Versions")), makers.rules,
        "settings:escalation-rules",
    ),
    SectionSpec(
        "hours", tr("Groups and shifts"), _LEVELS, "users", _READ,
        (
            tr("Group hours"), tr("Person hours"), tr("Next group after a shift"), tr("Cover after a shift"),
            tr("Leads"), tr("Managers and heads"),
        ),
        makers.hours,
    ),
    SectionSpec(
        "matrix", tr("Priority matrix"), _INCIDENTS, "layout-dashboard", _READ,
        (tr("Impact and urgency"), tr("Names of priorities"), tr("ServiceNow 3x3"), tr("GLPI 5x5"), tr("History")),
        makers.matrix,
        "settings:matrix",
    ),
    SectionSpec(
        "incidents", tr("Incident rules"), _INCIDENTS, "clipboard-list", _READ,
        (
            tr("Reopen window"), tr("Largest file"), tr("Acknowledge escalations"), tr("Name of the desk"),
            tr("Organisation"), tr("Reasons to cancel"),
        ),
        makers.incidents,
    ),
    SectionSpec(
        "hold_reasons", tr("Hold reasons"), _INCIDENTS, "pause", _READ,
        (tr("Wait reasons"), tr("Pending reasons"), tr("Used by"), tr("Take out of use"), tr("History")),
        makers.hold_reasons,
        "settings:hold_reasons:",
    ),
    SectionSpec(
        "resolution_codes", tr("Resolution codes"), _INCIDENTS, "check", _READ,
        (tr("Closure codes"), tr("How it was resolved"), tr("Used by"), tr("Take out of use"), tr("History")),
        makers.resolution_codes,
        "settings:resolution_codes:",
    ),
    SectionSpec(
        "quality", tr("Suggestions"), _INCIDENTS, "trending-up", Permission.SUGGESTION_REVIEW,
        (
            tr("How good are the suggestions"), tr("Hit rate"), tr("Calibration"), tr("Accepted, changed, ignored"),
            tr("Versions"),
            tr("Go back to a version"), tr("Triage"),
        ),
        makers.quality,
    ),
    SectionSpec(
        "knowledge", tr("Knowledge"), _INCIDENTS, "book-open", Permission.KNOWLEDGE_EDIT,
        (
            tr("What knowledge is worth"), tr("Deflection"), tr("Reuse"), tr("Helpfulness"), tr("Gaps"),
            tr("Resolved without an article"),
            tr("Figures"),
        ),
        makers.knowledge,
    ),
    SectionSpec(
        "search", tr("Search"), _INCIDENTS, "search", _READ,
        (
            tr("Languages"), tr("German"), tr("English"), tr("Other forms of a word"), tr("Index"),
            tr("Make the index anew"), tr("History"),
        ),
        makers.search,
    ),
    SectionSpec(
        "writing_help", tr("Writing help"), _INCIDENTS, "text-quote", Permission.INCIDENT_WORK,
        (
            tr("Draft a reply"), tr("Summary"), tr("Server and model"), tr("Key"), tr("Certificate"),
            tr("Hide e-mail addresses and phone numbers"), tr("What leaves the desk"), tr("Agreement"),
        ),
        makers.writing_help,
    ),
    SectionSpec(
        "macros", tr("Macros"), _INCIDENTS, "zap", Permission.MACRO_EDIT,
        (tr("Canned responses"), tr("Templates of replies"), tr("Short names"), tr("Fields"), tr("Team"),
         tr("History")), makers.macros,
        "settings:macros:",
    ),
    SectionSpec(
        "checklists", tr("Checklists"), _INCIDENTS, "list-checks", Permission.TEMPLATE_EDIT,
        (tr("Steps"), tr("Sub-tasks"), tr("Required steps"), tr("Templates"), tr("Team"), tr("Used by"),
         tr("History")), makers.checklists,
        "settings:checklists:",
    ),
    SectionSpec(
        "templates", tr("Templates"), _INCIDENTS, "clipboard-list", Permission.TEMPLATE_EDIT,
        (tr("Frequent incidents"), tr("First message"), tr("Checklist"), tr("Team"), tr("History")), makers.templates,
        "settings:templates:",
    ),
    SectionSpec(
        "services", tr("Services"), _CATALOGUE, "layers", _READ,
        (tr("Owner"), tr("Criticality"), tr("Used by"), tr("Take out of use"), tr("History")), makers.services,
        "settings:services:",
    ),
    SectionSpec(
        "categories", tr("Categories"), _CATALOGUE, "tag", _READ,
        (
            tr("Subcategories"), tr("Tree"), tr("Merge categories"), tr("Used by"), tr("Take out of use"),
            tr("History"),
        ),
        makers.categories,
        "settings:categories:",
    ),
    SectionSpec(
        "items", tr("Configuration items"), _CATALOGUE, "server", _READ,
        (
            tr("Assets"), tr("Devices"), tr("Kind"), tr("Import from CSV"), tr("Used by"), tr("Take out of use"),
            tr("History"),
        ),
        makers.items,
        "settings:items:",
    ),
    SectionSpec(
        "sites", tr("Sites"), _CATALOGUE, "map-pin", _READ,
        (tr("Places"), tr("Time zone"), tr("Used by"), tr("Take out of use"), tr("History")), makers.sites,
        "settings:sites:",
    ),
    SectionSpec(
        "people", tr("People"), _PEOPLE, "user", Permission.PEOPLE_EDIT,
        (
            tr("Add a person"), tr("Import from CSV"), tr("Logins"), tr("Reset a password"), tr("Roles and rights"),
            tr("Administrators"),
            tr("Remove or lock out"),
            tr("Move open work"), tr("VIP"),
        ),
        makers.people,
        "settings:people:",
    ),
    SectionSpec(
        "teams", tr("Teams"), _PEOPLE, "users", Permission.PEOPLE_EDIT,
        (tr("Assignment groups"), tr("Members"), tr("Tiers"), tr("Take out of use")), makers.teams, "settings:teams:",
    ),
    SectionSpec(
        "desk", tr("Desk and connection"), tr("Data"), "database", _ANYBODY,
        (
            tr("Team database"), tr("Server"), "PostgreSQL", tr("Password"), tr("Test the connection"),
            tr("Use this computer"),
            tr("Protection"),
        ),
        makers.desk,
    ),
    SectionSpec(
        "backups", tr("Backups"), tr("Data"), "history", _READ,
        (
            tr("Back up now"), tr("Schedule"), tr("Restore"), tr("Folder of backups"), tr("Last backup"),
            tr("Encryption"), tr("Pass phrase"), "pg_dump",
        ),
        makers.backups,
    ),
    SectionSpec(
        "retention", tr("Retention"), tr("Data"), "archive", _READ,
        (
            tr("How long data is kept"), tr("Keep and delete"), tr("Old files"), tr("Data protection"),
            tr("Legal hold"), tr("Held back"), tr("History"),
        ),
        makers.retention,
        "settings:retention:",
    ),
    SectionSpec(
        "export", tr("Export"), tr("Data"), "download", _READ,
        ("CSV", tr("JSON Lines"), tr("Open formats"), tr("Attached files"), tr("Spreadsheet")), makers.export,
    ),
    SectionSpec(
        "gate", tr("Sign-in and lock"), tr("Data"), "lock", _READ,
        (tr("Password"), tr("Shared computer"), tr("Lock after"), tr("Ask who it is"), tr("Who may read the file")),
        makers.gate,
    ),
    SectionSpec(
        "trail", tr("Audit trail"), tr("Data"), "shield-check", _READ,
        (tr("Verify"), tr("Anchor"), tr("Keep anchors outside")), makers.trail,
    ),
    SectionSpec(
        "log", tr("Audit log"), tr("Data"), "list", Permission.AUDIT_READ,
        (
            tr("Who changed what"), tr("Changes"), tr("Old and new values"), tr("Export the audit log"),
            tr("Filter by person, record, field and time"), "CSV", tr("JSON Lines"),
        ),
        makers.log,
    ),
    SectionSpec(
        "appearance", tr("Appearance"), tr("This computer"), "palette", _ANYBODY,
        (
            tr("Theme"), tr("Dark mode"), tr("Text size"), tr("Row height"), tr("Language"),
            tr("Messages of the system"), tr("A sound"), tr("Tray"), tr("The close button of the window"),
        ),
        makers.appearance,
    ),
    SectionSpec(
        "keys", tr("Keys"), tr("This computer"), "keyboard", _ANYBODY,
        (tr("Shortcuts"), tr("Single letters"), tr("Change a key"), tr("Hotkeys")), makers.keys,
    ),
)  # fmt: skip
"""In the order of the list."""


def found(sections: tuple[SectionSpec, ...], text: str) -> list[tuple[SectionSpec, str]]:
    """The sections that hold every typed word, each with the topic that fits, or empty where the title does."""
    words = text.casefold().split()
    return [(spec, topic) for spec in sections if (topic := _fits(spec, words)) is not None]


def likeliest(sections: Iterable[SectionSpec], text: str) -> SectionSpec | None:
    """The one that was meant among those that were found: its title begins so, or has the words, or is the first."""
    typed, words = " ".join(text.casefold().split()), text.casefold().split()

    def rank(spec: SectionSpec) -> int:
        title = spec.title.casefold()
        return 0 if title.startswith(typed) else 1 if all(word in title for word in words) else 2

    return min(sections, key=rank, default=None)


def _fits(spec: SectionSpec, words: list[str]) -> str | None:
    head = f"{spec.title} {spec.group}".casefold()
    if all(word in head for word in words):
        return ""
    for topic in spec.topics:
        if all(word in f"{head} {topic}".casefold() for word in words):
            return topic
    also = _begins(spec)
    return "" if all(word in head or any(each.startswith(word) for each in also) for word in words) else None


def _begins(spec: SectionSpec) -> list[str]:
    """The other words of a section, each also from its later words on: "working hours" is found by "hours"."""
    names = OTHER_WORDS[spec.key].casefold().split(", ")
    return [name[at:] for name in names for at in range(len(name)) if at == 0 or name[at - 1] in " -"]
