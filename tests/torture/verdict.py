"""The verdict: what fired against what the facts say, and whether anything else was harmed."""

from collections import Counter
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection, func, select

from app.domain.instants import micros
from app.domain.sla.firing import firings
from app.domain.vocabulary import EntryKind
from app.infra.link import LONG
from app.models.clocks import incident_clocks, sla_firing
from app.models.incident import incident, journal_change, journal_entry
from app.models.timers import notification
from app.services.sla.books import DESK, load_rules
from app.services.sla.facts import load_ledgers
from tests.torture.actors import SKEWED, Place

Key = tuple[str, str, int, int, str]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Counts; all but the first four have to be 0."""

    milestones: int
    facts: int
    late: int
    notifications: int
    missed: int
    invented: int
    twice: int
    early: int
    wrong_time: int
    without_entry: int
    entries_without_firing: int
    told_twice: int
    saves_lost: int
    fired_by_a_wrong_clock: int
    left_due: int
    errors: int

    @property
    def problems(self) -> dict[str, int]:
        """What should be 0 and is not."""
        harmless = {"milestones", "facts", "late", "notifications"}
        return {name: count for name, count in asdict(self).items() if name not in harmless and count}


def judge(place: Place, highest: datetime) -> Verdict:
    """Compare everything; `highest` is the latest instant that the clock ever showed, at which it stands now."""
    with place.desk() as (desk, _), desk.store.reading(LONG) as connection:
        ids = list(connection.execute(select(incident.c.id)).scalars())
        rules = load_rules(connection, DESK)
        until = micros(highest)
        expected: dict[Key, int] = {}
        instants: Counter[tuple[str, int]] = Counter()
        for incident_id, ledger in load_ledgers(connection, ids, rules).items():
            found = firings(ledger, rules.timelines, until)
            expected |= {firing.key(incident_id): firing.at for firing in found}
            instants.update({(incident_id, firing.at): 1 for firing in found})
        table = sla_firing.c
        rows = connection.execute(select(sla_firing)).all()
        fired = {(row.incident_id, row.clock, row.cycle, row.target, row.threshold): row for row in rows}
        entries = _entries(connection)
        told = connection.execute(
            select(func.count()).select_from(notification).group_by(notification.c.dedupe_key, notification.c.person_id)
        ).scalars()
        journal = connection.execute(select(func.count()).where(journal_entry.c.kind != EntryKind.SLA.value))
        return Verdict(
            milestones=len(expected),
            facts=journal.scalar_one(),
            late=connection.execute(select(func.count()).where(table.is_late)).scalar_one(),
            notifications=connection.execute(select(func.count()).select_from(notification)).scalar_one(),
            missed=len(expected.keys() - fired.keys()),
            invented=len(fired.keys() - expected.keys()),
            twice=sum(count - 1 for count in entries.values()),
            early=sum(not row.reached_at <= row.fired_at <= highest for row in rows),
            wrong_time=sum(micros(fired[key].reached_at) != expected[key] for key in expected.keys() & fired.keys()),
            without_entry=len(instants.keys() - entries.keys()) + sum(row.entry_id is None for row in rows),
            entries_without_firing=len(entries.keys() - instants.keys()),
            told_twice=sum(count - 1 for count in told),
            saves_lost=_saves_lost(connection),
            fired_by_a_wrong_clock=sum(row.fired_by == SKEWED for row in rows),
            left_due=connection.execute(
                select(func.count()).where(incident_clocks.c.next_look_at <= highest)
            ).scalar_one(),
            errors=sum(log.read_text(encoding="utf-8").count("Traceback") for log in _logs(place.folder)),
        )


def _logs(folder: Path) -> list[Path]:
    return sorted(folder.glob("errors-*.log"))


def _entries(connection: Connection) -> Counter[tuple[str, int]]:
    """How many entries about firings there are for each incident and instant."""
    entry = journal_entry.c
    rows = connection.execute(select(entry.incident_id, entry.occurred_at).where(entry.kind == EntryKind.SLA.value))
    return Counter((incident_id, micros(at)) for incident_id, at in rows)


def _saves_lost(connection: Connection) -> int:
    """Fields of incidents that are not what the last entry of the journal made them."""
    fields = ("state", "hold_reason", "priority")
    statement = (
        select(journal_change.c.incident_id, journal_change.c.field, journal_change.c.new_value)
        .join(journal_entry, journal_entry.c.id == journal_change.c.entry_id)
        .where(journal_change.c.field.in_(fields))
        .order_by(journal_entry.c.recorded_at, journal_entry.c.id)
    )
    last = {(incident_id, field): value for incident_id, field, value in connection.execute(statement)}
    columns = [incident.c[field] for field in fields]
    now = {
        (row.id, field): None if getattr(row, field) is None else str(getattr(row, field))
        for row in connection.execute(select(incident.c.id, *columns))
        for field in fields
    }
    return sum(now[key] != value for key, value in last.items())
