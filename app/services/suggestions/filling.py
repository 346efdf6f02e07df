"""Filling in what is suggested by rule: from how sure on, whoever leads the desk has set, and what came of it.

Without a rule nothing is ever filled in. A rule fills in only what nobody has touched: a field of a new incident that
was logged since the rule holds, in which nothing stands and nothing ever stood. So nobody's choice is replaced, and
what somebody takes out again stays out.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final, NamedTuple

from sqlalchemy import Connection, Row, func, or_, select

from app.domain.actor import PROGRAM
from app.domain.errors import BadInput, NotFound
from app.domain.field_names import field_name
from app.domain.numbers import incident_number
from app.domain.vocabulary import State
from app.domain.wording import in_english, percent, tr
from app.infra.unit_of_work import Store, Work
from app.models.catalogue import setting
from app.models.incident import imported_record, incident, journal_change
from app.models.suggestion import suggestion_filled
from app.services.access import load_for_change
from app.services.command import keep_touched_clocks
from app.services.incidents.dto import FieldEdit
from app.services.incidents.edit import edit_row
from app.services.settings import store_value
from app.services.suggestions.dto import FIELDS, FILLING, Filled, Offered, Waiting

LEAST_SURE: Final = 0.5
"""What is wrong every second time would only be work for somebody."""
_MOST_SURE: Final = 0.99
_MOST = 200
_LONGEST = 2_000


class Rule(NamedTuple):
    """From how sure on each field is filled in; one that is not named never is. `since` is when it was set (UTC)."""

    thresholds: Mapping[str, float]
    since: datetime | None


def load_rule(connection: Connection) -> Rule:
    """The rule that holds; an empty one fills nothing in."""
    row = connection.execute(select(setting.c.value, setting.c.updated_at).where(setting.c.key == FILLING)).first()
    stored = row.value if row is not None and isinstance(row.value, dict) else {}
    found = {field: float(stored[field]) for field in FIELDS if isinstance(stored.get(field), int | float)}
    return Rule(found, None if row is None else row.updated_at)


def set_rule(work: Work, thresholds: Mapping[str, float]) -> None:
    """Keep what each field is filled in from; raises BadInput for what is no field or no share that makes sense."""
    for field, least in thresholds.items():
        if field not in FIELDS:
            raise BadInput(tr("Nothing is suggested for {field}.", field=f"{field!r}"), field)
        if not LEAST_SURE <= least <= _MOST_SURE:
            raise BadInput(tr("Choose {least} to {most}.", least=percent(LEAST_SURE), most=percent(_MOST_SURE)), field)
    store_value(work, FILLING, {field: thresholds[field] for field in FIELDS if field in thresholds})


def load_waiting(connection: Connection, rule: Rule) -> tuple[Waiting, ...]:
    """New incidents with an empty field that the rule is about, the newest first; restricted and imported ones are not.

    At most 200; whoever asks again and again has looked at older ones already.
    """
    if not rule.thresholds or rule.since is None:
        return ()
    shown = incident.c
    imported = select(imported_record.c.incident_id).where(imported_record.c.incident_id == shown.id)
    found = (
        select(shown.id, shown.version, shown.short_description, func.substr(shown.description, 1, _LONGEST))
        .where(shown.state == State.NEW.value, shown.created_at > rule.since, shown.restricted_group_id.is_(None))
        .where(or_(*(shown[field].is_(None) for field in rule.thresholds)), ~imported.exists())
        .order_by(shown.number.desc())
        .limit(_MOST)
    )
    return tuple(Waiting(row[0], row[1], f"{row[2]}\n{row[3]}") for row in connection.execute(found))


def fill_in(store: Store, incident_id: str, advised: Sequence[Offered]) -> tuple[str, ...]:
    """Fill in what is sure enough for the rule, in one transaction with its entry in the journal; the fields filled."""
    with store.writing(PROGRAM) as work:
        try:
            row = load_for_change(work, incident_id)
        except NotFound:
            return ()  # It is for others, whose program fills it in.
        rule = load_rule(work.connection)
        wanted = [each for each in advised if _is_due(work, row, rule, each)] if _waits(row, rule) else []
        if not wanted:
            return ()
        edits = {each.field: FieldEdit(None, each.values[0][0]) for each in wanted}
        changed = edit_row(work, row, edits, why=_told(work.connection, rule, wanted))
        work.connection.execute(suggestion_filled.insert(), [_row(work, row, rule, each) for each in wanted])
        keep_touched_clocks(work)
        return tuple(changed)


def _waits(row: Row[Any], rule: Rule) -> bool:
    is_new = row.state == State.NEW and row.restricted_group_id is None
    return is_new and rule.since is not None and row.created_at > rule.since


def _is_due(work: Work, row: Row[Any], rule: Rule, advised: Offered) -> bool:
    least = rule.thresholds.get(advised.field)
    if least is None or not advised.values or advised.values[0][1] < least:
        return False
    if getattr(row, advised.field) is not None or (advised.field == "group_id" and row.assignee_id is not None):
        return False
    told = journal_change.c
    touched = select(told.field).where(told.incident_id == row.id, told.field == advised.field).limit(1)
    return work.connection.execute(touched).first() is None


@in_english()
def _told(connection: Connection, rule: Rule, wanted: Sequence[Offered]) -> str:
    """Why, as `app.domain.stored_sentences` has it: how sure, from how sure on, and which incidents speak for it."""
    parts = []
    for each in wanted:
        sure, least = round(each.values[0][1] * 100), round(rule.thresholds[each.field] * 100)
        numbers = _numbers(connection, each.evidence)
        behind = f", as {numbers} ended" if numbers else ""
        parts.append(f"{field_name(each.field)} filled in by the rule, {sure} % sure (set: from {least} %){behind}")
    return f"{'; '.join(parts)}; by version {wanted[0].model} of what was learned"


def _numbers(connection: Connection, ids: Sequence[str]) -> str:
    """The numbers of these incidents, in this order; of restricted ones nothing is told to whoever reads this one."""
    shown = incident.c
    rows = connection.execute(
        select(shown.id, shown.number).where(shown.id.in_(ids), shown.restricted_group_id.is_(None))
    )
    numbers = {row.id: incident_number(row.number) for row in rows}
    return ", ".join(numbers[each] for each in ids if each in numbers)


def _row(work: Work, row: Row[Any], rule: Rule, advised: Offered) -> dict[str, Any]:
    value, sure = advised.values[0]
    return {
        "incident_id": row.id,
        "field": advised.field,
        "value_id": value,
        "confidence": min(1.0, sure),
        "threshold": rule.thresholds[advised.field],
        "model_number": advised.model,
        "at": work.now,
    }


def load_filled(connection: Connection) -> tuple[Filled, ...]:
    """By field, how often the rule filled it in, how many of those are resolved, and how many kept it."""
    told = suggestion_filled.c
    ended = incident.c.state.in_([State.RESOLVED.value, State.CLOSED.value])
    found = []
    for field in FIELDS:
        counted = select(
            func.count(),
            func.count().filter(ended),
            func.count().filter(ended, incident.c[field] == told.value_id),
            func.avg(told.confidence),
        ).select_from(suggestion_filled.join(incident, incident.c.id == told.incident_id))
        row = connection.execute(counted.where(told.field == field)).one()
        if row[0]:
            found.append(Filled(field, row[0], row[1], row[2], float(row[3])))
    return tuple(found)
