"""What the desk holds already of the incidents of a source, and what a file adds to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection, select

from app.domain.imports import Delivery, SourceIncident
from app.models.incident import imported_record
from app.services.imports.records import content_hash, extra_text

BATCH = 400
"""So many incidents are read or written together; few enough for the variables of one SQLite statement."""

T = TypeVar("T")


class KnownRecord(NamedTuple):
    """An incident of the source that stands at the desk."""

    incident_id: str
    content_hash: str


class Told(NamedTuple):
    """An incident of which something is to be written, with what was made of it on the way.

    `content_hash` tells versions of it apart, `extra` is the text of what is kept beside it, `incident_id` is empty
    for one that the desk does not have.
    """

    record: SourceIncident
    content_hash: str
    extra: str
    incident_id: str = ""


@dataclass(slots=True)
class Plan:
    """What an import would do."""

    new: list[Told] = field(default_factory=list)
    changed: list[Told] = field(default_factory=list)
    unchanged: int = 0

    def records(self) -> list[SourceIncident]:
        """The incidents of which something would be written."""
        return [told.record for told in (*self.new, *self.changed)]


def plan_import(connection: Connection, delivery: Delivery) -> Plan:
    """Compare a delivery with what the desk holds of its source; writes nothing."""
    known = _known_records(connection, delivery.source)
    plan = Plan()
    for incident in delivery.incidents:
        extra = extra_text(incident)
        hashed = content_hash(incident, extra)
        record = known.get(incident.number)
        if record is None:
            plan.new.append(Told(incident, hashed, extra))
        elif record.content_hash == hashed:
            plan.unchanged += 1
        else:
            plan.changed.append(Told(incident, hashed, extra, record.incident_id))
    return plan


def _known_records(connection: Connection, source: str) -> dict[str, KnownRecord]:
    columns = imported_record.c
    rows = connection.execute(
        select(columns.source_number, columns.incident_id, columns.content_hash).where(columns.source == source)
    )
    return {number: KnownRecord(incident_id, hashed) for number, incident_id, hashed in rows}


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[Sequence[T]]:
    """The items in stretches of at most `size`."""
    iterator = iter(items)
    while batch := list(islice(iterator, size)):
        yield batch
