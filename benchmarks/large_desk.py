"""A copy of a filled desk that somebody may work at: a file, or a database of a server of its own.

The originals are kept in a folder between runs of the same schema. Nobody at the server has a login of their own, so
its row security is not asked; what that costs is measured by `benchmarks.rights`.
"""

import shutil
import tempfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import psycopg

from app.infra.database import Database
from app.infra.migrate import upgrade
from app.infra.settings import sqlite_file, sqlite_url
from benchmarks.fill import RECENT, fill, filled_desk
from tests.support import postgres
from tests.torture.colleagues import ROOT

SQLITE: Final = "SQLite"
POSTGRESQL: Final = "PostgreSQL"
BOTH: Final = (SQLITE, POSTGRESQL)

_SETTINGS: Final = {"shared_buffers": "1GB", "max_wal_size": "8GB", "random_page_cost": "1.1", "jit": "off"}
"""Memory as a server of this size has; autovacuum is off, so that it falls into no measurement."""

_BIG: Final = ("incident", "journal_entry", "journal_change", "incident_clocks", "desk.search_document")

_WORDS: Final = """
    INSERT INTO desk.search_document (kind, subject_id, incident_id, is_internal, at, words)
    SELECT 'incident', id, id, false, reported_at,
           setweight(to_tsvector('pg_catalog.simple', short_description), 'A')
           || setweight(to_tsvector('pg_catalog.simple', description), 'D') FROM incident;
    WITH read AS MATERIALIZED (
        SELECT body, desk.words_of('', body) AS words FROM (SELECT DISTINCT body FROM journal_entry) AS texts)
    INSERT INTO desk.search_document (kind, subject_id, incident_id, is_internal, at, words)
    SELECT 'entry', e.id, e.incident_id, e.visibility <> 'public', e.occurred_at, read.words
      FROM journal_entry e JOIN read ON read.body = e.body WHERE e.kind <> 'logged';
"""
"""What desk.renew_search() does, which takes half an hour: the texts of these incidents are words of small letters with
nothing to fold, and those of the journals are all the same."""


@contextmanager
def large_desk(folder: Path, kind: str, incidents: int, open_ones: int) -> Iterator[str]:
    """The address of a copy, which is gone afterwards."""
    make = {SQLITE: _copied_file, POSTGRESQL: _copied_database}[kind]
    with make(folder, incidents, open_ones) as url:
        yield url


@contextmanager
def _copied_file(folder: Path, incidents: int, open_ones: int) -> Iterator[str]:
    edition = folder / f"edition_{_edition()}"
    edition.mkdir(exist_ok=True)
    kept = sqlite_file(filled_desk(edition, incidents, open_ones))
    if kept is None:
        raise ValueError("The filled desk is a file.")
    with tempfile.TemporaryDirectory(dir=folder, prefix="desk-") as temporary:
        copy = Path(temporary) / "desk.sqlite"
        shutil.copyfile(kept, copy)
        yield sqlite_url(copy)


@contextmanager
def _copied_database(folder: Path, incidents: int, open_ones: int) -> Iterator[str]:
    place = (folder / f"seat_{incidents}_{open_ones}_{_edition()}").resolve()
    # Where root measures, the server is somebody else's, who has to find the way to its data.
    folder.chmod(folder.stat().st_mode | 0o011)
    filled = place / "filled"
    if not filled.exists():
        shutil.rmtree(place, ignore_errors=True)  # a run that was interrupted left half of it
    server = postgres.start(_SETTINGS, kept=place)
    try:
        if not filled.exists():
            server.execute("CREATE DATABASE desk")
            _fill(server.url("desk"), incidents, open_ones)
            server.execute("VACUUM ANALYZE", database="desk")
            filled.touch()
        # One that an interrupted run left.
        server.drop("seat")
        server.execute("CREATE DATABASE seat TEMPLATE desk STRATEGY FILE_COPY")
        yield server.url("seat")
        server.drop("seat")
    finally:
        server.stop()


def _fill(url: str, incidents: int, open_ones: int) -> None:
    upgrade(url)
    recent = min(incidents, max(RECENT, 2 * open_ones))
    with (
        psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection,
        indexed_afterwards(connection),
    ):
        fill(Database(url), incidents, open_ones / recent, recent)
        connection.execute(_WORDS)


@contextmanager
def indexed_afterwards(connection: "psycopg.Connection[Any]") -> Iterator[None]:
    """Rows are written without indexes meanwhile, which are made afterwards in a tenth of the time."""
    indexes = connection.execute(
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index"
        " WHERE indrelid = ANY(%s::regclass[]) AND NOT indisunique",
        (list(_BIG),),
    ).fetchall()
    for name, _made in indexes:
        connection.execute(f"DROP INDEX {name}".encode())
    yield
    connection.execute("SET maintenance_work_mem = '512MB'")
    for _name, made in indexes:
        connection.execute(made.encode())


def _edition() -> str:
    """What the chain of migrations comes to: a desk that is kept belongs to one, also where another came into it."""
    names = sorted(path.name for path in (ROOT / "migrations" / "versions").glob("*.py"))
    return f"{zlib.crc32(' '.join(names).encode()):08x}"
