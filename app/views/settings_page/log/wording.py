"""An entry of the audit log in words, and where its record opens."""

from datetime import datetime
from typing import Final

from app.domain.field_names import field_name
from app.domain.record_names import WRITTEN, Deed, deed_name, kind_name, part_label
from app.domain.vocabulary import EntryKind
from app.domain.wording import inside, tr
from app.services.audit.dto import FieldChange, LogEntry, Told
from app.views.pages import Location
from app.views.settings_page.entries.rows import Entry
from app.views.toolkit.formats import Formats
from app.views.widgets.spans import isolated

_LONGEST: Final = 60
"""Signs of a value that a row of the list shows; the whole of it stands in the entry."""

_ICONS: Final = {
    "incident": "inbox", "escalation": "arrow-up-right", "review": "file-text", "article": "book-open",
    "problem": "circle-alert", "handover": "clipboard-list", "person": "user", "assignment_group": "users",
    "site": "map-pin", "service": "layers", "configuration_item": "server", "category": "tag",
    "checklist_template": "list-checks", "incident_template": "clipboard-list", "macro": "zap", "setting": "settings",
    "calendar": "calendar", "sla_policy": "timer", "sla_book": "timer", "escalation_book": "arrow-up-right",
}  # fmt: skip
_SECTIONS: Final = {
    "person": "people", "assignment_group": "teams", "site": "sites", "service": "services",
    "configuration_item": "items", "category": "categories", "checklist_template": "checklists",
    "incident_template": "templates", "macro": "macros", "calendar": "calendars",
}  # fmt: skip
_WITHOUT_ONE: Final = {"sla_policy": "policies", "sla_book": "policies", "escalation_book": "rules"}
"""Records that are shown together with all others of their kind."""

_PAGES: Final = {"incident": "incident", "problem": "problems", "article": "knowledge", "handover": "handover"}
MANY: Final = "*"
"""In place of the key of a record: an import brought many."""


def title_of(entry: LogEntry) -> str:
    """What the entry is about."""
    kind = kind_name(entry.place.key.kind)
    if entry.place.key.record_id == MANY:
        return tr("{kind}: many, by an import", kind=kind)
    if not entry.record or entry.record == kind:
        return kind
    return isolated(entry.record) if entry.place.key.kind in _NUMBERED else f"{kind}: {isolated(entry.record)}"


_NUMBERED: Final = frozenset({"incident", "problem", "article"})
"""Their numbers say already what they are."""


def row_of(entry: LogEntry, formats: Formats, now: datetime) -> Entry:
    """The entry as a row of the list."""
    key = entry.place.key
    return Entry(
        argument_of(entry), title_of(entry), line_of(entry, formats, now), formats.moment(entry.place.at, now),
        who_of(entry), icon=_ICONS.get(key.kind, "history"),
    )  # fmt: skip


def argument_of(entry: LogEntry) -> str:
    """How the settings name the entry in their address."""
    key = entry.place.key
    return f"{key.kind}/{key.record_id}/{key.n}"


def who_of(entry: LogEntry) -> str:
    """The person; where there is none, the program by the login that it used."""
    return entry.by or tr("Mainstay, as {login}", login=isolated(entry.login))


def line_of(entry: LogEntry, formats: Formats, now: datetime) -> str:
    """What was done, in one line."""
    if entry.deed == Deed.ADDED and entry.part == "journal_entry" and entry.part_name in WRITTEN:
        fields = ", ".join(sorted(map(field_name, entry.fields)))
        is_told = fields and entry.part_name == EntryKind.CHANGE
        return tr("Changed {fields}", fields=fields) if is_told else tr(WRITTEN[entry.part_name])
    if entry.deed == Deed.ADDED and entry.part == "journal_change":
        return tr("Wrote into the journal what changed")
    what = part_of(entry)
    done = deed_name(entry.deed)
    if entry.deed == Deed.CHANGED and entry.changes:
        done = "; ".join(_change(change, formats, now) for change in entry.changes)
    return f"{what}: {done}" if what else done


def part_of(entry: LogEntry) -> str:
    """Which row of the record it was, where it was not the record itself."""
    if entry.part == entry.place.key.kind:
        return ""
    kind, name = kind_name(entry.part), part_label(entry.part, entry.part_name)
    if entry.part == "journal_entry" and name:
        return f"{kind} ({inside(name)})"
    return f"{kind} {isolated(_cut(name))}" if name else kind


def _change(change: FieldChange, formats: Formats, now: datetime) -> str:
    old, new = (_short(value, formats, now) for value in (change.old, change.new))
    return f"{change.field}: {old} → {new}"


def _short(value: Told, formats: Formats, now: datetime) -> str:
    if isinstance(value, datetime):
        return formats.within(value, now)
    return isolated(_cut(" ".join(value.split()))) if value else tr("nothing")


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"


def value_of(value: Told, formats: Formats) -> str:
    """A value whole."""
    if isinstance(value, datetime):
        return formats.full(value)
    return value or tr("nothing")


def place_of(entry: LogEntry) -> Location | None:
    """Where the record opens; None where there is no such place."""
    kind, record_id, _ = entry.place.key
    if record_id == MANY:
        return None
    if kind == "review":
        return Location("reviews", entry.incident_id) if entry.incident_id else None
    if kind == "escalation":
        return Location("incident", entry.incident_id) if entry.incident_id else None
    if kind in _PAGES:
        return Location(_PAGES[kind], record_id)
    if kind in _SECTIONS:
        return Location("settings", f"{_SECTIONS[kind]}/{record_id}")
    return Location("settings", _WITHOUT_ONE[kind]) if kind in _WITHOUT_ONE else None
