"""Changing fields of an incident, compared one by one with what the person saw, so that two people can both win."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Row, bindparam, select, update

from app.domain.errors import BadInput
from app.domain.events import IncidentChanged
from app.domain.field_names import field_name
from app.domain.moments import can_be_kept
from app.domain.tags import BETWEEN, stored_tags
from app.domain.taking_back import TAKEN_BACK
from app.domain.text import clean_line, note_text, required_title
from app.domain.vocabulary import Channel, EntryKind, State
from app.domain.wording import inside, number, tr
from app.infra.prepared import PreparedInsert, PreparedSelect
from app.infra.unit_of_work import Work
from app.models.catalogue import category, configuration_item, service
from app.models.incident import incident
from app.models.people import assignment_group, person, site
from app.models.types import Id
from app.services.access import load_for_change
from app.services.escalation.follow import follow_change
from app.services.incidents.conflicts import refuse_conflicts
from app.services.incidents.create import ensure_member, ensure_subcategory
from app.services.incidents.dto import FieldEdit
from app.services.incidents.journal import write_entry
from app.services.incidents.never_changed import ASLEEP, entry_given_back
from app.services.problems.naming import as_named
from app.services.settings import load_matrix

REFERENCES = {
    "caller_id": person,
    "assignee_id": person,
    "group_id": assignment_group,
    "service_id": service,
    "configuration_item_id": configuration_item,
    "category_id": category,
    "subcategory_id": category,
    "site_id": site,
}
"""Editable fields that point to another table."""

_FOUND = {
    field: PreparedSelect(select(table.c.id).where(table.c.id == bindparam("wanted", "", type_=Id)))
    for field, table in REFERENCES.items()
}

_TEXTS = frozenset({"description", "business_impact", "cause", "workaround"})
_NULLABLE_TEXTS = _TEXTS - {"description"}
_MOST_MINUTES = 10_000_000
_LEVELS = frozenset({"impact", "urgency"})
_LINES = {"business_unit": 200, "problem_ref": 64, "change_ref": 64, "caused_by_change_ref": 64}
"""Short texts that may be empty, and how many characters each may have."""

EDITABLE = frozenset(
    {*REFERENCES, *_TEXTS, *_LEVELS, *_LINES, "short_description", "channel", "minutes_spent", "tags", "snoozed_until"}
)
"""The fields that `edit` takes; state, priority and resolution have commands of their own."""

Edits = Mapping[str, FieldEdit]
Changed = Mapping[str, tuple[Any, Any]]
Beside = Mapping[str, str | int | datetime | None]
_NOTHING: Beside = {}


def edit_incident(
    work: Work, incident_id: str, edits: Edits, beside: Beside = _NOTHING, *, gives_back: bool = False
) -> tuple[str, ...]:
    """Apply the edits and write one journal entry; returns the fields that really changed, with that of waking it.

    `beside` is what the person saw in the fields that belong to the edited ones (`app.domain.merge`) and leaves.
    `gives_back` says that a change is undone by whoever made it: it counts as never made while none came after it.

    Raises StaleEdit, and writes nothing, when somebody else changed one of the same fields, or of those that belong to
    them, since they were read.
    """
    return tuple(edit_row(work, load_for_change(work, incident_id), edits, beside, gives_back=gives_back))


def edit_row(
    work: Work,
    row: Row[Any],
    edits: Edits,
    beside: Beside = _NOTHING,
    why: str | None = None,
    *,
    gives_back: bool = False,
) -> dict[str, tuple[str | int | None, str | int | None]]:
    """The same for an incident that is locked already; what really changed, with what was there and what is.

    `why` stands in the journal beside the changes.
    """
    edits, asleep = _put_off_before(edits) if gives_back else (edits, None)
    wanted = _wanted(work, row, edits, beside)
    changes = {field: (getattr(row, field), value) for field, value in wanted.items() if getattr(row, field) != value}
    if not changes:
        return changes
    given_back = entry_given_back(work, row.id, changes, asleep) if gives_back else None
    told = dict(changes)
    if given_back is not None:
        changes = with_sleep(row, changes, asleep, sleeps=given_back.sleeps)
        told = changes | {TAKEN_BACK: (None, given_back.entry_id)}
    save(work, row, {field: new for field, (_, new) in changes.items()})
    write_entry(work, row.id, EntryKind.CHANGE, body=why, changes=told)
    # The journal says until when it was put off and that something happened; whoever takes this back needs both.
    woken = {ASLEEP: (row.snoozed_until, None)} if row.snoozed_until is not None else {}
    return woken | changes


def _put_off_before(edits: Edits) -> tuple[Edits, Any]:
    """What is given back, without until when the incident was put off before: it has to be seen whether that counts."""
    asleep = edits.get(ASLEEP)
    if len(edits) == 1 or asleep is None or asleep.base is not None or not isinstance(asleep.value, datetime):
        return edits, None
    return {field: edit for field, edit in edits.items() if field != ASLEEP}, _moment(ASLEEP, asleep.value)


def with_sleep(row: Row[Any], changes: Changed, asleep: datetime | None, *, sleeps: bool) -> dict[str, Any]:
    """What is given back, with the sleep from which the change had woken the incident."""
    return {**changes, ASLEEP: (None, asleep)} if sleeps and row.snoozed_until is None else dict(changes)


def save(work: Work, row: Row[Any], values: Mapping[str, object]) -> None:
    """Write values to the locked row, raise its version and tell the world.

    Whatever happens on an incident that was put off wakes it.
    """
    if row.snoozed_until is not None and "snoozed_until" not in values:
        values = {**values, "snoozed_until": None}
    follow_change(work, row, values)
    stamp = {"version": row.version + 1, "updated_at": work.now, "updated_by_id": work.actor.author_id}
    written = {**values, **stamp}
    _update_of(tuple(written)).run(work.connection, [{**written, "wanted": row.id}])
    work.events.append(IncidentChanged(work.actor.author_id, row.id, tuple(values)))


@cache
def _update_of(columns: tuple[str, ...]) -> PreparedInsert:
    """The update of these columns of one incident; there are as many as there are ways to change one."""
    return PreparedInsert(update(incident).where(incident.c.id == bindparam("wanted", "", type_=Id)), columns)


def _wanted(work: Work, row: Row[Any], edits: Edits, beside: Beside) -> dict[str, Any]:
    if row.state in {State.CLOSED, State.CANCELED}:
        raise BadInput(
            tr(
                "The incident is {state} and may only be read. A supervisor can reopen it.",
                state=inside(State(row.state).label),
            )
        )
    cleaned = {field: _cleaned(work, field, edit.value) for field, edit in edits.items()}
    refuse_conflicts(work, row, edits, cleaned, beside)
    if "group_id" in cleaned and cleaned["group_id"] != row.group_id and "assignee_id" not in cleaned:
        # Whoever worked on it belongs to the former group; the new group decides who takes it over.
        cleaned["assignee_id"] = None
    if cleaned.keys() & {"group_id", "assignee_id"}:
        ensure_member(
            work.connection,
            cleaned.get("group_id", row.group_id),
            cleaned.get("assignee_id", row.assignee_id),
        )
    if "category_id" in cleaned and cleaned["category_id"] != row.category_id and "subcategory_id" not in cleaned:
        cleaned["subcategory_id"] = None
    if cleaned.keys() & {"category_id", "subcategory_id"}:
        ensure_subcategory(
            work.connection,
            cleaned.get("category_id", row.category_id),
            cleaned.get("subcategory_id", row.subcategory_id),
        )
    if "caller_id" in cleaned and cleaned["caller_id"] != row.caller_id:
        # Kept beside the caller, because clocks ask what the caller was then, not what they are today.
        is_vip = select(person.c.vip).where(person.c.id == cleaned["caller_id"])
        cleaned["caller_vip"] = bool(work.connection.execute(is_vip).scalar_one_or_none())
    if cleaned.keys() & _LEVELS:
        cleaned |= _priorities(work, row, cleaned)
    return cleaned


def _priorities(work: Work, row: Row[Any], cleaned: Mapping[str, Any]) -> dict[str, int]:
    if "matrix" not in work.looked_up:
        work.looked_up["matrix"] = load_matrix(work.connection)
    computed = work.looked_up["matrix"].priority(cleaned.get("impact", row.impact), cleaned.get("urgency", row.urgency))
    # An override stays in force beside the new computed value until somebody takes it back.
    return (
        {"computed_priority": computed}
        if row.override_reason
        else {
            "computed_priority": computed,
            "priority": computed,
        }
    )


def _cleaned(work: Work, field: str, value: Any) -> Any:
    if field not in EDITABLE:
        raise BadInput(tr("The field {field} cannot be edited.", field=f"{field!r}"), field)
    if field == "short_description":
        return required_title(str(value or ""))
    if field in REFERENCES:
        return _existing(work, field, value)
    if field in _TEXTS:
        text = note_text(str(value or ""), field)
        return (text or None) if field in _NULLABLE_TEXTS else text
    own = _OWN_READERS.get(field)
    if own is not None:
        return own(field, value)
    line = _line(field, value)
    return as_named(work.connection, line) if line and field == "problem_ref" else line


def _line(field: str, value: Any) -> str | None:
    line, limit = clean_line(str(value or "")), _LINES[field]
    if len(line) > limit:
        raise BadInput(
            tr(
                "{field_name} has {count} characters, {limit} is the limit.",
                field_name=field_name(field),
                count=len(line),
                limit=limit,
            ),
            field,
        )
    return line or None


def _existing(work: Work, field: str, value: Any) -> str | None:
    if value is None or value == "":
        return None
    known = f"found {field} {value}"
    if known not in work.looked_up:
        work.looked_up[known] = _FOUND[field].one_or_none(work.connection, wanted=str(value))
    if work.looked_up[known] is None:
        raise BadInput(tr("The chosen {field} does not exist any more.", field=inside(field_name(field))), field)
    return str(value)


def _whole(field: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise BadInput(
            tr(
                "{field} must be a whole number, not {value}.",
                field=field_name(field),
                value=f"{value!r}",
            ),
            field,
        )
    if value > _MOST_MINUTES:
        raise BadInput(
            tr(
                "{field} cannot be more than {most_minutes}.",
                field=field_name(field),
                most_minutes=number(_MOST_MINUTES),
            ),
            field,
        )
    return value


def _moment(field: str, value: Any) -> datetime | None:
    if value is not None and not (isinstance(value, datetime) and can_be_kept(value)):
        raise BadInput(tr("{field} is no moment that can be kept.", field=field_name(field)), field)
    return value


def _tags(_field: str, value: Any) -> str | None:
    return stored_tags(word for word in str(value or "").split(BETWEEN.strip()) if word.strip())


def _channel(field: str, value: Any) -> str:
    if value not in set(Channel):
        raise BadInput(
            tr("{value} is no channel. Known are {channel}.", value=f"{value!r}", channel=", ".join(Channel)), field
        )
    return str(value)


_OWN_READERS: Mapping[str, Callable[[str, Any], Any]] = {
    **dict.fromkeys((*_LEVELS, "minutes_spent"), _whole),
    "channel": _channel,
    "tags": _tags,
    "snoozed_until": _moment,
}
