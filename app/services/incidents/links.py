"""Links between incidents: child to parent, duplicate to original, related; reversible, told in both journals."""

from typing import Any

from sqlalchemy import Row, func, select, update

from app.domain.errors import BadInput, NotFound, Refused
from app.domain.events import IncidentChanged
from app.domain.numbers import incident_number
from app.domain.vocabulary import EntryKind, LinkKind
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.models.incident import incident_link
from app.services.access import load_for_change
from app.services.incidents.dto import NewLink
from app.services.incidents.journal import write_entry
from app.services.incidents.merging import merge_by_link, take_link_back

_LINKS = 0x4D53544E0001
"""Beside the key by which upgrades take turns."""


def add_link(work: Work, new: NewLink) -> None:
    """Link the source to the target; refuses itself, a second time, a second parent and circles.

    A link of a duplicate to its original merges the one into the other.
    """
    if new.kind is LinkKind.DUPLICATE:
        merge_by_link(work, new)
        return
    source, target = _both(work, new.source_id, new.target_id)
    if new.source_id == new.target_id:
        raise BadInput(tr("An incident cannot be linked to itself. Choose another one."))
    _refuse_repeat(work, new)
    if new.kind is not LinkKind.RELATED:
        _take_turns(work)
        _refuse_second_parent(work, new)
        _refuse_circle(work, new)
    work.connection.execute(
        incident_link.insert(),
        {
            "id": new.id,
            "source_id": new.source_id,
            "target_id": new.target_id,
            "kind": new.kind.value,
            "created_at": work.now,
            "created_by_id": work.actor.person_id,
        },
    )
    _tell_both(work, source, target, new.kind, added=True)


def remove_link(work: Work, link_id: str) -> None:
    """Take a link back."""
    statement = select(incident_link).where(incident_link.c.id == link_id, incident_link.c.removed_at.is_(None))
    link = work.connection.execute(statement).one_or_none()
    if link is None:
        raise NotFound(tr("This link does not exist any more."))
    if link.kind == LinkKind.DUPLICATE:
        take_link_back(work, link)
        return
    source, target = _both(work, link.source_id, link.target_id)
    work.connection.execute(
        update(incident_link).where(incident_link.c.id == link_id),
        {"removed_at": work.now, "removed_by_id": work.actor.person_id},
    )
    _tell_both(work, source, target, LinkKind(link.kind), added=False)


def add_again(work: Work, link_id: str, new_id: str) -> None:
    """Add a link as one was that has been taken back; by what is legal now."""
    link = work.connection.execute(select(incident_link).where(incident_link.c.id == link_id)).one_or_none()
    if link is None:
        raise NotFound(tr("This link does not exist any more."))
    add_link(work, NewLink(new_id, link.source_id, link.target_id, LinkKind(link.kind)))


def _both(work: Work, source_id: str, target_id: str) -> tuple[Row[Any], Row[Any]]:
    # Always locked in the same order, so that two people who link the same two incidents do not wait for each other.
    rows = {each: load_for_change(work, each) for each in sorted({source_id, target_id})}
    return rows[source_id], rows[target_id]


def _tell_both(work: Work, source: Row[Any], target: Row[Any], kind: LinkKind, *, added: bool) -> None:
    for one, other, side in ((source, target, kind.value), (target, source, f"{kind.value}_of")):
        number = incident_number(other.number)
        change = (None, number) if added else (number, None)
        write_entry(work, one.id, EntryKind.LINK, changes={f"link_{side}": change})
        work.events.append(IncidentChanged(work.actor.person_id, one.id, ("links",)))


def _refuse_repeat(work: Work, new: NewLink) -> None:
    statement = select(incident_link.c.id).where(
        incident_link.c.source_id == new.source_id,
        incident_link.c.target_id == new.target_id,
        incident_link.c.kind == new.kind.value,
        incident_link.c.removed_at.is_(None),
    )
    if work.connection.execute(statement).first() is not None:
        raise Refused(tr("These two incidents are linked like this already."))


def _refuse_second_parent(work: Work, new: NewLink) -> None:
    if _targets(work, new.source_id, new.kind):
        raise Refused(tr("The incident has a parent already. Remove that link first."))


def _take_turns(work: Work) -> None:
    """Let one link be added at a time: two of four incidents close a circle that neither sees, and share no row."""
    if work.connection.dialect.name != "sqlite":
        work.connection.execute(select(func.pg_advisory_xact_lock(_LINKS)))


def _refuse_circle(work: Work, new: NewLink) -> None:
    seen: set[str] = set()
    reached = {new.target_id}
    while reached:
        if new.source_id in reached:
            raise Refused(
                tr("This would make an incident its own parent through others. Remove one of the links first.")
            )
        seen |= reached
        reached = {target for each in reached for target in _targets(work, each, new.kind)} - seen


def _targets(work: Work, source_id: str, kind: LinkKind) -> list[str]:
    statement = select(incident_link.c.target_id).where(
        incident_link.c.source_id == source_id,
        incident_link.c.kind == kind.value,
        incident_link.c.removed_at.is_(None),
    )
    return list(work.connection.execute(statement).scalars())
