"""The history of an entry of the settings, told from the audit trail, which the database itself writes."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Table, bindparam, func, select

from app.domain.field_names import field_name
from app.domain.vocabulary import Role
from app.domain.wording import marked, percent, tr
from app.models.audit import audit_entry
from app.models.catalogue import category, service, setting
from app.models.people import assignment_group, person, site
from app.services.catalogue.dto import PastChange
from app.services.suggestions.dto import FIELDS, FILLING

SHOWN: Final = 100
"""So many changes are told, the newest first."""

_REFERENCES: Final[Mapping[str, Table]] = {
    "owner_group_id": assignment_group,
    "group_id": assignment_group,
    "person_id": person,
    "parent_id": category,
    "site_id": site,
    "service_id": service,
}
"""What is told by the name of what it refers to."""

_NAMES: Final[Mapping[str, str]] = {
    "name": marked("Name"), "owner_group_id": marked("Owner group"), "criticality": marked("Criticality"),
    "parent_id": marked("Parent"), "kind": marked("Kind"), "service_id": marked("Service"), "site_id": marked("Site"),
    "time_zone": marked("Time zone"), "email": marked("E-mail"), "phone": marked("Phone"),
    "job_title": marked("Job title"), "role": marked("Role"), "login": marked("Login"), "vip": marked("VIP"),
    "language": marked("Language"), "handling_note": marked("Special handling"), "tier": marked("Tier"),
    "steps": marked("Steps"), "owner_id": marked("Owner"), "share": marked("Who can use it"),
    "group_id": marked("Group"), "short_name": marked("Short name"), "body": marked("Text"),
    "public": marked("Public"), "acts": marked("Acts"),
    "filling": marked("What is filled in"), "desk_name": marked("Name of the desk"),
    "organisation": marked("Organisation"), "reopen_window_days": marked("Reopen within"),
    "attachment_limit_mb": marked("Largest file"), "acknowledge_minutes": marked("Acknowledge within"),
    "acknowledge_minutes_urgent": marked("Acknowledge within, when urgent"),
    "response_goal_percent": marked("Goal for first responses"),
    "resolution_goal_percent": marked("Goal for resolutions"), "search_languages": marked("Languages of the search"),
    "priority_matrix": marked("Priority matrix"), "sign_in": marked("Ask who it is"),
    "escalation_chain": marked("Managers and heads"), "hold_reasons": marked("Hold reasons"),
    "resolution_codes": marked("Resolution codes"), "retention_files": marked("How long files are kept"),
    "retention_notifications": marked("How long notifications are kept"),
}  # fmt: skip
"""What columns and settings are called here; one that is missing is called by its own name."""

_SHARES: Final[Mapping[str, str]] = {"own": marked("its owner"), "team": marked("the team"), "all": marked("everybody")}
_YES_NO: Final = frozenset({"vip", "public"})

_COLUMNS = tuple(audit_entry.c[name] for name in ("at", "login", "person_id", "act", "part", "part_id", "content"))


def history_of(connection: Connection, subject: str, subject_id: str) -> tuple[PastChange, ...]:
    """The changes of a record of the settings, newest first; `subject` is its table, `subject_id` its key.

    On PostgreSQL the trail is read by a function that knows who may read which history.
    """
    rows = connection.execute(_asked(connection, subject, subject_id)).all()
    told = [(row, _changes(row.content)) for row in rows]
    names = _names(connection, rows, [changes for _, changes in told])
    return tuple(
        PastChange(row.at, names.get(row.person_id or "", row.login), _sentence(row, subject, changes, names))
        for row, changes in told
    )


def settings_history(connection: Connection, keys: Iterable[str]) -> tuple[PastChange, ...]:
    """The changes of some settings of the desk together, newest first."""
    rows = [(key, row) for key in keys for row in connection.execute(_asked(connection, "setting", key))]
    rows.sort(key=lambda pair: pair[1].at, reverse=True)
    names = _names(connection, [row for _, row in rows], ())
    filling = iter(_filling(connection, [row for key, row in rows if key == FILLING]))
    return tuple(
        PastChange(
            row.at, names.get(row.person_id or "", row.login), next(filling) if key == FILLING else _setting(key, row)
        )
        for key, row in rows[:SHOWN]
    )


def _setting(key: str, row: Any) -> str:
    said = _called(key)
    old, new = (_told(value) for value in _changes(row.content).get("value", (None, None)))
    # What is made of many parts is not told by its text.
    if row.act != "update" or new is None or old is None:
        return tr("{said}: set", said=said) if row.act == "insert" else tr("{said}: changed", said=said)
    return f"{said}: {old or tr('nothing')} → {new or tr('nothing')}"


class SettingChange(NamedTuple):
    """When a setting was changed by whom, with what was stored before and after; None where nothing was."""

    at: datetime
    by: str
    old: Any
    new: Any


def values_of_setting(connection: Connection, key: str) -> tuple[SettingChange, ...]:
    """The changes of one setting, newest first."""
    rows = connection.execute(_asked(connection, "setting", key)).all()
    names = _names(connection, rows, ())
    pairs = _pairs(connection, key, rows)
    return tuple(
        SettingChange(row.at, names.get(row.person_id or "", row.login), old, new)
        for row, (old, new) in zip(rows, pairs, strict=True)
    )


def _filling(connection: Connection, rows: Sequence[Any]) -> list[str]:
    """What the rule for suggestions was and became, the newest first: "Service: never → from 95 % sure"."""
    return [_filling_change(_shares(old), _shares(new)) for old, new in _pairs(connection, FILLING, rows)]


def _pairs(connection: Connection, key: str, rows: Sequence[Any]) -> list[tuple[Any, Any]]:
    """What was stored before and after each change, the newest first.

    The record of the first one does not say what was set; the change after it does, or what is set now.
    """
    told = []
    after: Any = None
    if rows:
        after = connection.execute(select(setting.c.value).where(setting.c.key == key)).scalar_one_or_none()
    for row in rows:
        old, new = _changes(row.content).get("value", (None, after))
        told.append((old, new))
        after = old
    return told


def _filling_change(before: Mapping[str, float], after: Mapping[str, float]) -> str:
    parts = [
        f"{field_name(field)}: {_least(before.get(field))} → {_least(after.get(field))}"
        for field in FIELDS
        if before.get(field) != after.get(field)
    ]
    return ", ".join(parts) or tr("Nothing is filled in")


def _shares(stored: Any) -> dict[str, float]:
    try:
        value = json.loads(stored) if isinstance(stored, str) else stored
    except ValueError:
        return {}
    told = value.items() if isinstance(value, dict) else ()
    return {field: float(share) for field, share in told if isinstance(share, int | float)}


def _least(share: float | None) -> str:
    return tr("never") if share is None else tr("from {share} sure", share=percent(share))


def _has_parts(stored: Any) -> bool:
    try:
        return isinstance(json.loads(stored) if isinstance(stored, str) else stored, dict | list)
    except ValueError:
        return False


def _told(stored: Any) -> str | None:
    """A stored value in words; None for one that is made of many parts."""
    try:
        value = json.loads(stored) if isinstance(stored, str) else stored
    except ValueError:
        return None
    if isinstance(value, bool):
        return tr("yes") if value else tr("no")
    return None if value is None or isinstance(value, (dict, list)) else str(value)


def _asked(connection: Connection, subject: str, subject_id: str) -> Any:
    if connection.dialect.name == "sqlite":
        chain = select(*_COLUMNS).where(audit_entry.c.subject == subject, audit_entry.c.subject_id == subject_id)
        return chain.order_by(audit_entry.c.n.desc()).limit(SHOWN)
    told = func.desk.history_of(bindparam("subject", subject), bindparam("subject_id", subject_id), SHOWN)
    return select(told.table_valued(*_COLUMNS, name="told"))


def _changes(content: str | None) -> dict[str, list[Any]]:
    try:
        told = json.loads(content or "{}")
    except ValueError:
        return {}
    return {name: pair for name, pair in told.items() if isinstance(pair, list) and len(pair) == 2}


def _names(connection: Connection, rows: Iterable[Any], told: Iterable[dict[str, list[Any]]]) -> dict[str, str]:
    """The names of everybody and everything that the changes mention, by identifier."""
    wanted: dict[Table, set[str]] = {person: {row.person_id for row in rows if row.person_id}}
    for row in rows:
        if row.part == "group_member":
            wanted[person].add(row.part_id)
    for changes in told:
        for name, pair in changes.items():
            if name in _REFERENCES:
                wanted.setdefault(_REFERENCES[name], set()).update(str(value) for value in pair if value)
    found: dict[str, str] = {}
    for table, ids in wanted.items():
        named = select(table.c.id, table.c.name).where(table.c.id.in_(sorted(ids)))
        found.update((row.id, row.name) for row in connection.execute(named))
    return found


def _sentence(row: Any, subject: str, changes: Mapping[str, list[Any]], names: Mapping[str, str]) -> str:
    if row.part == "group_member" and row.part != subject:
        return _member(row, changes, names)
    if row.act != "update":
        return tr(_ACTS[row.act]) if row.act in _ACTS else tr("Changed")
    said = [_change(name, pair[0], pair[1], names.get) for name, pair in changes.items()]
    return ". ".join(said) or tr("Changed")


_ACTS: Final = {
    "insert": marked("Added"),
    "delete": marked("Taken away"),
    "baseline": marked("Was there when the audit trail began"),
}


def _member(row: Any, changes: Mapping[str, list[Any]], names: Mapping[str, str]) -> str:
    who = names.get(row.part_id, tr("Somebody"))
    if row.act == "update" and "is_lead" in changes:
        return (
            tr("{who} leads it", who=who)
            if _is_true(changes["is_lead"][1])
            else tr("{who} no longer leads it", who=who)
        )
    return {"insert": tr("{who} joined", who=who), "delete": tr("{who} left", who=who)}.get(
        row.act, tr("{who}: changed", who=who)
    )


def _change(name: str, old: Any, new: Any, named: Callable[[str], str | None]) -> str:
    if name == "active":
        return tr("In use again") if _is_true(new) else tr("Taken out of use")
    said = _called(name)
    if _has_parts(old) or _has_parts(new):
        # What is made of many parts is not told by its text.
        return tr("{said}: changed", said=said)
    return f"{said}: {_value(name, old, named)} → {_value(name, new, named)}"


def _called(name: str) -> str:
    return tr(_NAMES[name]) if name in _NAMES else name.removesuffix("_id").replace("_", " ").capitalize()


def _value(name: str, value: Any, named: Callable[[str], str | None]) -> str:
    if value is None or value == "":
        return tr("nothing")
    if name in _YES_NO:
        return tr("yes") if _is_true(value) else tr("no")
    if name == "role" and value in set(Role):
        return Role(value).label
    if name == "share" and value in _SHARES:
        return tr(_SHARES[value])
    return named(str(value)) or str(value)


def _is_true(value: Any) -> bool:
    return str(value) in {"1", "true", "True"}
