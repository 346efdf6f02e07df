"""Changing a draft, field by field and row by row; each change is compared with what the person saw and journalled."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, select, update

from app.domain.errors import BadInput, Conflict, NotFound, Refused, StaleEdit
from app.domain.events import IncidentChanged, ReviewChanged
from app.domain.review import ReviewPart, ensure_editable, ensure_order
from app.domain.vocabulary import EntryKind, ReviewState
from app.domain.wording import in_english, tr
from app.infra.unit_of_work import Work
from app.models.review import review, review_event
from app.services.incidents.journal import Changes, as_text, write_entry
from app.services.removal import remove_review_part
from app.services.reviews.dto import EventPart, ReviewEdit, ReviewRef, Value
from app.services.reviews.parts import HEADER, PARTS, PartSpec, cleaned, row_ids
from app.services.reviews.rows import lock_review, part_row
from app.services.writing_help.marks import of_review, settle

Edits = Mapping[str, ReviewEdit]


def lock_draft(work: Work, review_id: str) -> Row[Any]:
    """The locked row of a review that may be edited now; `Refused` for one in review or published."""
    row = lock_review(work, review_id)
    ensure_editable(ReviewState(row.state), row.version)
    return row


def save_review(
    work: Work, row: Row[Any], values: Mapping[str, object], body: str, changes: Changes | None = None
) -> ReviewRef:
    """Write to the locked row, raise its edit counter, leave the journal entry and tell the world."""
    edit = row.edit + 1
    work.connection.execute(
        update(review).where(review.c.id == row.id), {**values, "updated_at": work.now, "edit": edit}
    )
    journalled = {f"review_{field}"[:32]: pair for field, pair in (changes or {}).items()}
    write_entry(work, row.incident_id, EntryKind.REVIEW, body=f"Version {row.version}, {body}", changes=journalled)
    announce(work, row.id, row.incident_id)
    return ReviewRef(row.id, row.version, edit)


def announce(work: Work, review_id: str, incident_id: str) -> None:
    """Tell lists and pages that the review and the incident's journal changed."""
    work.events.append(ReviewChanged(work.actor.person_id, review_id, incident_id))
    work.events.append(IncidentChanged(work.actor.person_id, incident_id, ("journal",)))


def ensure_seen(row: Row[Any], seen: int) -> None:
    """`StaleEdit` when the review changed since the person read it; for what touches more than one field."""
    if row.edit != seen:
        raise StaleEdit((Conflict("review", str(seen), str(row.edit), None),))


def edit_header(work: Work, review_id: str, edits: Edits) -> ReviewRef:
    """Change fields of the review itself; one journal entry names them all."""
    row = lock_draft(work, review_id)
    changes = _changes(work, row, HEADER, edits)
    if not changes:
        return ReviewRef(row.id, row.version, row.edit)
    new = {field: pair[1] for field, pair in changes.items()}
    ensure_order(new.get("impact_began_at", row.impact_began_at), new.get("impact_ended_at", row.impact_ended_at))
    if "summary" in new:
        # Whoever edits what a model wrote has read it.
        settle(work, of_review(review_id))
    return save_review(work, row, new, f"{_listed(changes)} changed", changes)


def add_part(work: Work, review_id: str, part: ReviewPart, part_id: str, values: Mapping[str, Value]) -> ReviewRef:
    """Append a row; the same id again changes nothing, so a repeated save cannot double it."""
    row = lock_draft(work, review_id)
    spec = PARTS[part]
    if work.connection.execute(select(spec.table.c.id).where(spec.table.c.id == part_id)).first() is not None:
        return ReviewRef(row.id, row.version, row.edit)
    given = {field: cleaned(work, spec.fields, field, value) for field, value in values.items()}
    if "occurred_at" in spec.fields and "occurred_at" not in given:
        raise BadInput(tr("An entry of the timeline needs its time."), "occurred_at")
    position = len(row_ids(work.connection, spec, review_id)) + 1
    extra = {"author_id": work.actor.person_id} if part is ReviewPart.EVENT else {}
    keys = {"id": part_id, "review_id": review_id, "position": position}
    work.connection.execute(spec.table.insert(), {**spec.start, **given, **extra, **keys})
    changes = {f"{part.value}_{field}": (None, value) for field, value in given.items() if value not in {None, ""}}
    return save_review(work, row, {}, f"{_row_name(part, position)} added", changes)


def change_part(work: Work, review_id: str, part: ReviewPart, part_id: str, edits: Edits) -> ReviewRef:
    """Change fields of a row; the time of an event from the journal is the journal's and cannot be changed."""
    row = lock_draft(work, review_id)
    spec = PARTS[part]
    item = _part_row(work, spec, review_id, part_id)
    if part is ReviewPart.EVENT and item.entry_id is not None and edits.keys() & {"occurred_at", "source"}:
        raise Refused(
            tr("The time and the source of an event from the journal are the journal's. Add an own entry instead.")
        )
    changes = _changes(work, item, spec.fields, edits)
    if not changes:
        return ReviewRef(row.id, row.version, row.edit)
    values: dict[str, object] = {field: pair[1] for field, pair in changes.items()}
    if part is ReviewPart.SIGN_OFF:
        # An approval belongs to the person and the role under which it was given.
        values["approved_at"] = None
    work.connection.execute(update(spec.table).where(spec.table.c.id == part_id), values)
    named = {f"{part.value}_{field}": pair for field, pair in changes.items()}
    return save_review(work, row, {}, f"{_row_name(part, item.position)}: {_listed(changes)} changed", named)


def remove_part(work: Work, review_id: str, part: ReviewPart, part_id: str) -> ReviewRef:
    """Take a row out; the journal keeps what it said. A row that is gone already is fine."""
    row = lock_draft(work, review_id)
    spec = PARTS[part]
    found = work.connection.execute(_find(spec, review_id, part_id)).one_or_none()
    if found is None:
        return ReviewRef(row.id, row.version, row.edit)
    remove_review_part(work.connection, spec.table, part_id)
    _renumber(work, spec, row_ids(work.connection, spec, review_id))
    kept = {
        f"{part.value}_{field}": (getattr(found, field), None)
        for field in spec.fields
        if getattr(found, field) not in {None, ""}
    }
    return save_review(work, row, {}, f"{_row_name(part, found.position)} removed", kept)


def move_part(work: Work, review_id: str, part: ReviewPart, part_id: str, position: int, seen: int) -> ReviewRef:
    """Put a row at a position, counted from 1; `seen` is the edit counter that the person's order belongs to."""
    row = lock_draft(work, review_id)
    ensure_seen(row, seen)
    spec = PARTS[part]
    item = _part_row(work, spec, review_id, part_id)
    order = row_ids(work.connection, spec, review_id)
    order.remove(part_id)
    order.insert(max(0, min(position - 1, len(order))), part_id)
    _renumber(work, spec, order)
    to = order.index(part_id) + 1
    if to == item.position:
        return ReviewRef(row.id, row.version, row.edit)
    return save_review(work, row, {}, f"{_row_name(part, item.position)} moved to place {to}")


def pick_events(work: Work, review_id: str, events: tuple[EventPart, ...]) -> ReviewRef:
    """Put events that come from the journal on the timeline; one that is there already stays once."""
    row = lock_draft(work, review_id)
    there = set(
        work.connection.execute(select(review_event.c.entry_id).where(review_event.c.review_id == review_id)).scalars()
    )
    fresh = [event for event in events if event.entry_id not in there]
    if not fresh:
        return ReviewRef(row.id, row.version, row.edit)
    first = len(row_ids(work.connection, PARTS[ReviewPart.EVENT], review_id)) + 1
    rows = [part_row(work, review_id, event, position) for position, event in enumerate(fresh, first)]
    work.connection.execute(review_event.insert(), rows)
    count = "1 event" if len(fresh) == 1 else f"{len(fresh)} events"
    return save_review(work, row, {}, f"{count} picked from the journal")


def drop_events(work: Work, review_id: str, entry_ids: tuple[str, ...]) -> ReviewRef:
    """Take journal entries off the timeline; they stay in the journal."""
    row = lock_draft(work, review_id)
    there = select(review_event.c.id).where(
        review_event.c.review_id == review_id, review_event.c.entry_id.in_(entry_ids)
    )
    gone = list(work.connection.execute(there).scalars())
    if not gone:
        return ReviewRef(row.id, row.version, row.edit)
    for part_id in gone:
        remove_review_part(work.connection, review_event, part_id)
    spec = PARTS[ReviewPart.EVENT]
    _renumber(work, spec, row_ids(work.connection, spec, review_id))
    count = "1 event" if len(gone) == 1 else f"{len(gone)} events"
    return save_review(work, row, {}, f"{count} taken off the timeline")


def _changes(work: Work, row: Row[Any], cleaners: Mapping[str, Any], edits: Edits) -> dict[str, tuple[Any, Any]]:
    wanted = {field: cleaned(work, cleaners, field, edit.value) for field, edit in edits.items()}
    conflicts = tuple(
        Conflict(field, as_text(edit.base), as_text(getattr(row, field)), as_text(wanted[field]))
        for field, edit in edits.items()
        if getattr(row, field) not in {edit.base, wanted[field]}
    )
    if conflicts:
        raise StaleEdit(conflicts)
    return {field: (getattr(row, field), value) for field, value in wanted.items() if getattr(row, field) != value}


def _find(spec: PartSpec, review_id: str, part_id: str) -> Any:
    return select(spec.table).where(spec.table.c.id == part_id, spec.table.c.review_id == review_id)


def _part_row(work: Work, spec: PartSpec, review_id: str, part_id: str) -> Row[Any]:
    found: Row[Any] | None = work.connection.execute(_find(spec, review_id, part_id)).one_or_none()
    if found is None:
        raise NotFound(tr("Somebody else removed this row in the meantime."))
    return found


def _renumber(work: Work, spec: PartSpec, order: list[str]) -> None:
    for position, part_id in enumerate(order, 1):
        work.connection.execute(
            update(spec.table).where(spec.table.c.id == part_id, spec.table.c.position != position),
            {"position": position},
        )


@in_english()
def _row_name(part: ReviewPart, position: int) -> str:
    return f"{part.label.lower()} {position}"


def _listed(changes: Mapping[str, object]) -> str:
    return ", ".join(field.removesuffix("_id").replace("_", " ") for field in changes)
