"""A desk of many incidents with their journals, the same for every run."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Table

from app.domain.priority import SERVICENOW_3X3
from app.domain.vocabulary import EntryKind, State, Visibility
from app.infra.clock import SystemClock
from app.infra.database import Database
from app.infra.fulltext.keeping import fill_index
from app.infra.ids import IdMaker
from app.infra.link import LONG
from app.infra.migrate import upgrade
from app.infra.settings import sqlite_url
from app.models.clocks import incident_clocks
from app.models.incident import incident, journal_change, journal_entry, number_counter
from app.models.indexed import ENTRY, INCIDENT
from app.models.people import assignment_group, group_member, person, site

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
_WORDS = [
    "printer",
    "vpn",
    "laptop",
    "mail",
    "outlook",
    "password",
    "monitor",
    "scanner",
    "teams",
    "audio",
    "wireless",
    "dock",
    "invoice",
    "export",
    "login",
    "screen",
    "keyboard",
    "battery",
    "update",
    "share",
    "folder",
    "certificate",
    "backup",
    "phone",
    "headset",
    "label",
    "badge",
]
_STATES = [State.NEW] * 4 + [State.IN_PROGRESS] * 4 + [State.ON_HOLD] * 2
_ENDED = [State.CLOSED] * 9 + [State.RESOLVED]


RECENT = 20_000
"""Among how many of the newest incidents the open ones are. A desk ends its work in about the order in which it comes:
of the log in ../shared/data/servicenow_log, with about 100 incidents a day, 99 in 100 were resolved within 166 days."""


def filled_desk(folder: Path, incidents: int, open_ones: int | None = None) -> str:
    """The URL of a SQLite desk with that many incidents, each with three journal entries; one in ten is open.

    Where it is said how many are open, they are among the newest, and the past has no audit trail, which would take an
    hour to hash for a million.
    """
    path = folder / f"desk_{incidents}{'' if open_ones is None else f'_{open_ones}_open'}.sqlite"
    url = sqlite_url(path)
    # A file that is kept from an earlier run may be of an earlier schema.
    upgrade(url)
    with closing(sqlite3.connect(path)) as kept:
        is_empty = kept.execute("SELECT count(*) FROM number_counter").fetchone() == (0,)
    if is_empty:
        # It appears under its name only when it is full, so that an interrupted run is not measured the next time.
        unfinished = path.with_suffix(".unfinished")
        path.rename(unfinished)
        database = Database(sqlite_url(unfinished), durable=False)
        if open_ones is None:
            fill(database, incidents, 0.1)
        else:
            with _indexed_afterwards(database):
                recent = min(incidents, max(RECENT, 2 * open_ones))
                fill(database, incidents, open_ones / recent, recent)
        unfinished.rename(path)
    return url


@contextmanager
def _indexed_afterwards(database: Database) -> Iterator[None]:
    """Whatever is made of a row that is written is left away meanwhile; words and indexes are made in one go."""
    named = ", ".join(f"'{table.name}'" for table in (incident, incident_clocks, journal_entry, journal_change))
    wanted = f"SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND tbl_name IN ({named})"
    with database.writing() as connection:
        found = connection.exec_driver_sql(f"{wanted} AND type IN ('trigger', 'index')").all()
        for kind, name, _sql in found:
            connection.exec_driver_sql(f"DROP {kind} {name}")
    yield
    with database.writing() as connection:
        fill_index(connection, (INCIDENT, ENTRY))
        for _kind, _name, sql in found:
            connection.exec_driver_sql(sql)
        connection.exec_driver_sql("ANALYZE")
    database.close()


def fill(database: Database, count: int, open_share: float, recent: int | None = None) -> None:
    """Fill an empty desk, and let it gather what it needs to know for its plans.

    `open_share` of the `recent` incidents with the highest numbers are open, of all where nothing else is said.
    """
    first_recent = 0 if recent is None else count - recent + 1
    chance = random.Random(count)
    new_id = IdMaker(SystemClock()).new
    with database.writing() as connection:
        if connection.dialect.name != "sqlite":
            connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
        people = [
            {"id": new_id(), "name": f"Person {number:03d} {chance.choice(_WORDS).title()}"} for number in range(500)
        ]
        agents = people[:12]
        groups = [{"id": new_id(), "name": name} for name in ("Service Desk", "Network", "Workplace", "Business apps")]
        sites = [{"id": new_id(), "name": name} for name in ("Rotterdam", "Hamburg", "Gdansk")]
        connection.execute(site.insert(), sites)
        connection.execute(person.insert(), people)
        connection.execute(assignment_group.insert(), groups)
        members = [{"group_id": g["id"], "person_id": a["id"], "joined_at": NOW} for g in groups for a in agents]
        connection.execute(group_member.insert(), members)
    for begin in range(0, count, 5000):
        rows = [
            _incident(chance, new_id(), number, people, groups, sites, open_share if number >= first_recent else 0)
            for number in range(begin + 1, min(begin + 5000, count) + 1)
        ]
        entries, changes = _journals(new_id, rows)
        with database.writing() as connection:
            for table, found in (
                (incident, rows),
                (incident_clocks, [_clocks(row) for row in rows]),
                (journal_entry, entries),
                (journal_change, changes),
            ):
                _put(connection, table, found)
    with database.writing(LONG) as connection:
        connection.execute(number_counter.insert(), {"name": "incident", "last": count})
        connection.exec_driver_sql("ANALYZE")
    database.close()


def _put(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    """Many rows at once; on PostgreSQL as they come from a dump, without the triggers that guard single ones."""
    if connection.dialect.name == "sqlite":
        connection.execute(table.insert(), rows)
        return
    names = sorted({name for row in rows for name in row})
    driver: Any = connection.connection.dbapi_connection
    connection.exec_driver_sql("SET LOCAL session_replication_role = replica")
    with driver.cursor() as cursor, cursor.copy(f"COPY {table.name} ({', '.join(names)}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row([row.get(name) for name in names])


def _incident(
    chance: random.Random,
    incident_id: str,
    number: int,
    people: list[dict[str, Any]],
    groups: list[dict[str, Any]],
    sites: list[dict[str, Any]],
    open_share: float,
) -> dict[str, Any]:
    state = chance.choice(_STATES if chance.random() < open_share else _ENDED)
    impact, urgency = chance.choice((1, 2, 2, 3, 3, 3)), chance.choice((1, 2, 2, 3, 3, 3))
    priority = SERVICENOW_3X3.priority(impact, urgency)
    reported = NOW - timedelta(minutes=chance.randrange(2_000_000))
    ended = state in {State.RESOLVED, State.CLOSED}
    return {
        "id": incident_id,
        "number": number,
        "short_description": " ".join(chance.choices(_WORDS, k=6)),
        "description": " ".join(chance.choices(_WORDS, k=60)),
        "caller_id": chance.choice(people)["id"],
        "opened_by_id": chance.choice(people[:12])["id"],
        "reported_at": reported,
        "created_at": reported,
        "updated_at": reported + timedelta(minutes=chance.randrange(5000)),
        "channel": "phone",
        "impact": impact,
        "urgency": urgency,
        "computed_priority": priority,
        "priority": priority,
        "state": state.value,
        "hold_reason": "awaiting_caller" if state is State.ON_HOLD else None,
        "hold_until": NOW + timedelta(days=2) if state is State.ON_HOLD else None,
        "group_id": chance.choice(groups)["id"],
        "assignee_id": chance.choice(people[:12])["id"] if chance.random() < 0.8 else None,
        "site_id": chance.choice(sites)["id"],
        "resolved_at": reported + timedelta(hours=4) if ended else None,
        "resolution_code": "solution_provided" if ended else None,
    }


def _clocks(row: dict[str, Any]) -> dict[str, Any]:
    """The clocks of an incident: open ones are due around now, most of them today, those on hold are paused."""
    number, state = row["number"], row["state"]
    spent, target = number * 7919 % 400 * 60_000_000, 480 * 60_000_000
    due = NOW + timedelta(seconds=number * 7919 % 90_000 - 4_000)
    found = {
        "incident_id": row["id"],
        "policy_set": "desk",
        "engine": "1",
        "checked_until": NOW,
        "clock": "resolution",
        "phase": {"on_hold": "paused", "closed": "stopped", "resolved": "stopped"}.get(state, "running"),
        "resolution_elapsed": spent,
        "resolution_target": target,
        "resolution_breached": number % 9 == 0,
        "due_at": None,
        "breach_at": None,
        "soon_at": None,
        "hot_at": None,
    }
    if found["phase"] == "running":
        minutes = {"due_at": 0, "soon_at": -120, "hot_at": -48}
        found |= {name: due + timedelta(minutes=shift) for name, shift in minutes.items()}
        found["breach_at"] = due + timedelta(microseconds=1)
    return found


def _journals(new_id: Any, rows: list[dict[str, Any]]) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    entries, changes = [], []
    for row in rows:
        kinds = ((EntryKind.LOGGED, "public"), (EntryKind.WORK_NOTE, "internal"), (EntryKind.REPLY, "public"))
        for minutes, (kind, visibility) in enumerate(kinds):
            entry_id = new_id()
            entries.append(
                {
                    "id": entry_id,
                    "incident_id": row["id"],
                    "occurred_at": row["reported_at"] + timedelta(minutes=minutes * 7),
                    "recorded_at": row["reported_at"] + timedelta(minutes=minutes * 7),
                    "author_id": row["opened_by_id"],
                    "by_desk": True,
                    "kind": kind.value,
                    "visibility": Visibility(visibility).value,
                    "body": "Looked at it together with the caller; the usual steps did not help yet. " * 2,
                }
            )
            if kind is EntryKind.LOGGED:
                changes += [
                    {"incident_id": row["id"], "entry_id": entry_id, "field": "state", "new_value": "new"},
                    {"incident_id": row["id"], "entry_id": entry_id, "field": "group_id", "new_value": row["group_id"]},
                ]
    return entries, changes
