"""Writing down what became of suggestions, in the transaction that saves the incident."""

from collections.abc import Mapping, Sequence
from typing import Any

from app.domain.errors import BadInput
from app.domain.suggestion import Became, what_became
from app.domain.wording import tr
from app.infra.ids import derived_id
from app.infra.prepared import PreparedInsert
from app.infra.unit_of_work import Work
from app.infra.upsert import upsert_into
from app.models.suggestion import suggestion_shown
from app.services.suggestions.dto import FIELDS, LEVELS, Offered

_MOST = 3
_INSERT = PreparedInsert(
    suggestion_shown.insert(),
    (
        "id", "incident_id", "field", "offered", "confidence", "model_number", "evidence", "outcome", "chosen_id",
        "chosen_level", "shown_to_id", "at",
    ),
)  # fmt: skip


def record_shown(work: Work, incident_id: str, shown: Sequence[Offered], saved: Mapping[str, Any]) -> None:
    """Write a row for each suggestion: what was shown, and what was saved in its field."""
    rows = [_row(work, incident_id, each, saved.get(each.field)) for each in shown if each.values]
    if rows:
        _INSERT.run(work.connection, rows)


def record_passed_over(work: Work, incident_id: str, shown: Sequence[Offered]) -> None:
    """Write a row for each suggestion that stood beside a save and was left alone; one for a field and what said so.

    Its identifier follows from these, so that the next save adds none: an agent's login may not read what is there.
    """
    for each in shown:
        if each.values:
            row = _row(work, incident_id, each, None)
            source = f"level {each.values[0][0]}" if each.field in LEVELS else str(each.model)
            row["id"] = derived_id("passed over", incident_id, each.field, source)
            insert = upsert_into(work.connection, suggestion_shown).values(**row)
            work.connection.execute(insert.on_conflict_do_nothing())


def _row(work: Work, incident_id: str, shown: Offered, value: Any) -> dict[str, Any]:
    is_level = shown.field in LEVELS
    if shown.field not in FIELDS and not is_level:
        raise BadInput(tr("Nothing is suggested for {field}.", field=f"{shown.field!r}"), shown.field)
    values = shown.values[:_MOST]
    saved = None if value is None else str(value)
    became = what_became([each for each, _ in values], saved, shown.stood)
    chosen = None if became is Became.IGNORED else saved
    return {
        "id": work.new_id(),
        "incident_id": incident_id,
        "field": shown.field,
        "offered": [[each, round(sure, 4)] for each, sure in values],
        "confidence": min(1.0, max(0.0, values[0][1])),
        "model_number": None if is_level else shown.model,
        "evidence": list(shown.evidence[:_MOST]),
        "outcome": became.value,
        "chosen_id": None if is_level else chosen,
        "chosen_level": int(chosen) if is_level and chosen is not None else None,
        "shown_to_id": work.actor.person_id,
        "at": work.now,
    }
