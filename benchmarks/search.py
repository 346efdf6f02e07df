"""Searching 100,000 incidents: the best fifty with snippets, against bare queries of the same index.

Promised is twice what the index itself takes for the same question: the words in all their forms, as `printing` finds
`printed`. The best fifty of each index are ranked and have snippets by the database's own means, and come with what
names a hit, as a list of keys tells nobody anything. Beside it stands, only shown, what it takes for the words as they
were typed, which finds less.
Seconds are those of processors, here and on the server, so that whatever else the machine does weighs on neither.

The index of the file is that of a desk at work: two calls and two notes a minute are saved one by one, after each
minute the timers join what these left in it, and those of the minute at hand nobody has joined yet. The bare query
reads the same one.
"""

import random
import re
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

import psycopg

from app.domain.actor import Actor
from app.domain.search.words import parse_words
from app.domain.vocabulary import Role
from app.infra.bus import Bus
from app.infra.clock import SystemClock
from app.infra.database import Database
from app.infra.fulltext.keeping import fill_index
from app.infra.fulltext.match import fts5_all, tsquery_all
from app.infra.link import LONG
from app.infra.migrate import upgrade
from app.infra.settings import sqlite_url
from app.infra.unit_of_work import Store
from app.models.indexed import INDEXED
from app.services.desk import Desk, make_desk
from app.services.incidents.dto import NewIncident, Post
from app.services.search.dto import Kind, SearchQuery
from app.services.search.joining import join_parts
from benchmarks.fill import fill, filled_desk
from benchmarks.harness import Clock, Result, compare, spent_with
from tests.support import postgres

_WORDS, _PROMISED, _RUNS = 20_000, 2.0, 60
_MINUTES, _CALLS_A_MINUTE = 40, 2
_INCIDENTS_ONLY = frozenset({Kind.INCIDENT})
_Case = tuple[str | None, str | None]
_NO_CASE: _Case = (None, None)
_BESIDE = ", beside"

# How often words of the made-up language stand in the texts follows Zipf, as in every real one.
_QUERIES = {
    "two words, some hundred hits": "{60} {90} ",
    "a rare word": "{1643} ",
    "two common words": "{2} {5} ",
    "a beginning while typing": "{170}",
    "a phrase": '"{1} {4}"',
}


def run(folder: Path, incidents: int = 100_000) -> list[Result]:
    """Both databases; `folder` keeps the filled file between runs, a server is filled anew."""
    results = _on_file(folder, incidents)
    server = postgres.start({"shared_buffers": "512MB"})
    try:
        return results + _on_server(server, incidents)
    finally:
        server.stop()


@lru_cache(maxsize=1)
def _texts(seed: int) -> list[str]:
    """Many words in a row, of which texts are cut."""
    chance = random.Random(seed)
    weights = [1 / (rank + 2) for rank in range(_WORDS)]
    total = 0.0
    cumulated = [total := total + weight for weight in weights]
    words = chance.choices(range(_WORDS), cum_weights=cumulated, k=100_000)
    return list(map(_word, words))


def _word(number: int) -> str:
    """A word of letters for each number: two to five syllables, no two alike."""
    syllables = []
    number += 80
    while number:
        number, place = divmod(number, 80)
        syllables.append("bdfgklmnprstvzhj"[place // 5] + "aeiou"[place % 5])
    return "".join(syllables)


def _compared(
    where: str, name: str, thing: Any, floors: tuple[Any, Any], clocks: tuple[Clock, Clock]
) -> Iterator[Result]:
    """Against the bare query of the same forms, and of the words as they were typed."""
    for how, floor, promised in (("", floors[0], _PROMISED), (", as typed", floors[1], None)):
        yield compare(f"search over bare {where}{how}: {name}", thing, floor, promised, runs=_RUNS, clocks=clocks)


def _queries() -> list[tuple[str, str]]:
    return [(name, _query(pattern)) for name, pattern in _QUERIES.items()]


def _query(pattern: str) -> str:
    return re.sub(r"\{(\d+)\}", lambda found: _word(int(found[1])), pattern)


def _text(words: list[str], number: int, length: int) -> str:
    begin = number * 7919 % (len(words) - length)
    return " ".join(words[begin : begin + length])


def made_text(number: int, length: int) -> str:
    """So many words in the order of the texts of the filled desk, whose words are as common as in real ones."""
    return _text(_texts(1), number, length)


def peculiar_word(about: int, number: int) -> str:
    """A word that only texts about this have."""
    return _word(_WORDS + about * 100 + number)


def filled_file(folder: Path, incidents: int) -> tuple[Desk, Actor]:
    """A desk in a file whose texts are made of such words, and somebody who works there."""
    path = _path(folder, incidents)
    if not path.exists():
        shutil.copyfile(filled_desk(folder, incidents).removeprefix("sqlite:///"), path)
        with closing(sqlite3.connect(path)) as connection:
            _rewrite_file(connection)
    upgrade(sqlite_url(path))  # It may be kept from an earlier run, of an earlier schema.
    return _desk(sqlite_url(path))


def filled_server(server: postgres.PostgresServer, incidents: int) -> tuple[Desk, Actor]:
    """The same on a server."""
    url = server.url(server.create())
    upgrade(url)
    fill(Database(url), incidents, 0.1)
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as bare:
        _rewrite_server(bare)
        database = Database(url)
        with database.writing(LONG) as connection:
            fill_index(connection, INDEXED)
        database.close()
        bare.execute("VACUUM ANALYZE")
    return _desk(url)


def _path(folder: Path, incidents: int) -> Path:
    return folder / f"search_{incidents}.sqlite"


def _on_file(folder: Path, incidents: int) -> list[Result]:
    desk, actor = filled_file(folder, incidents)
    _work_a_while(desk, actor)
    path = _path(folder, incidents)
    with closing(sqlite3.connect(path)) as bare, _without_triggers(bare):
        for statement in _MUCH_ALIKE:
            bare.execute(statement)
    case = _case(desk)
    with closing(sqlite3.connect(path)) as bare:
        bare.execute("PRAGMA mmap_size=2147418112")
        bare.execute("PRAGMA cache_size=-16384")
        clocks = (time.thread_time, time.thread_time)
        results: list[Result] = []
        for name, text in _queries():
            wanted = fts5_all(parse_words(text).terms)
            floors = _bare_file(bare, wanted), _bare_file(bare, " AND ".join(_terms(text)))
            for how, about in (("", _NO_CASE), (_BESIDE, case)):
                results += _compared("FTS5", f"{name}{how}", _find(desk, actor, text, about), floors, clocks)
    desk.close()
    return results


def _work_a_while(desk: Desk, actor: Actor) -> None:
    """Save as people do, and keep the index as the timers do; the last minute is not over yet."""
    for minute in range(_MINUTES):
        while join_parts(desk.store, lambda: True, lambda: None):
            pass
        for number in range(minute * _CALLS_A_MINUTE, (minute + 1) * _CALLS_A_MINUTE):
            title, description = made_text(number, 6), made_text(number + 1, 60)
            new = NewIncident(desk.new_id(), title, actor.person_id, description)
            ref = desk.incidents.create(actor, new)
            desk.incidents.post(actor, ref.id, Post(desk.new_id(), made_text(number + 2, 25), public=False))


def _rewrite_file(connection: sqlite3.Connection) -> None:
    """Give every incident and entry other words, past the triggers that record and guard; then index them."""
    words = _texts(1)
    connection.create_function("text_of", 2, lambda number, length: _text(words, number, length), deterministic=True)
    with _without_triggers(connection):
        connection.execute(
            "UPDATE incident SET short_description = text_of(number, 6), description = text_of(number + 1, 60)"
        )
        connection.execute("UPDATE journal_entry SET body = text_of(rowid + 7, 25) WHERE kind <> 'logged'")
        connection.execute("INSERT INTO search_incident (search_incident) VALUES ('rebuild')")
        connection.execute("INSERT INTO search_journal_entry (search_journal_entry) VALUES ('delete-all')")
        connection.execute(
            "INSERT INTO search_journal_entry (rowid, body)"
            " SELECT rowid, body FROM journal_entry WHERE kind <> 'logged'"
        )


@contextmanager
def _without_triggers(connection: sqlite3.Connection) -> Iterator[None]:
    """Write past what records, guards and indexes; all of it is done or nothing."""
    kept = connection.execute(
        "SELECT name, sql FROM sqlite_master"
        " WHERE type = 'trigger' AND tbl_name IN ('incident', 'journal_entry', 'service')"
    ).fetchall()
    for name, _sql in kept:
        connection.execute(f"DROP TRIGGER {name}")
    yield
    for _name, sql in kept:
        connection.execute(sql)
    connection.commit()


_MUCH_ALIKE = (
    "INSERT INTO service (id, name) SELECT id, name FROM person ORDER BY id LIMIT 1 ON CONFLICT DO NOTHING",
    "UPDATE incident SET service_id = (SELECT id FROM service ORDER BY id LIMIT 1) WHERE number % 3 = 0",
    "UPDATE incident SET caller_id = (SELECT id FROM person ORDER BY id LIMIT 1) WHERE number % 50 = 0",
)
"""One service has a third of the incidents, and one caller, such as a watching program, two thousand of them."""


def _case(desk: Desk) -> _Case:
    """The incident on the screen is of that caller and that service."""
    with desk.store.reading() as connection:
        found = connection.exec_driver_sql(
            "SELECT caller_id, service_id FROM incident WHERE service_id IS NOT NULL"
            " GROUP BY caller_id, service_id ORDER BY count(*) DESC LIMIT 1"
        ).one()
    caller, service = (str(each).replace("-", "") for each in found)
    return caller, service


def _desk(url: str) -> tuple[Desk, Actor]:
    desk = make_desk(Store(Database(url), SystemClock(), Bus()))
    with desk.store.reading() as connection:
        member = connection.exec_driver_sql("SELECT person_id, group_id FROM group_member LIMIT 1").one()
    return desk, Actor(str(member[0]).replace("-", ""), "Bench", Role.ADMIN)


def _find(desk: Desk, actor: Actor, text: str, case: _Case) -> Any:
    asked = SearchQuery(text, 50, _INCIDENTS_ONLY, *case)
    assert desk.search.find(actor, asked).groups, f"nothing has {text}"
    return lambda: desk.search.find(actor, asked)


def _terms(text: str) -> list[str]:
    if '"' in text:
        return [text]
    words = text.split()
    return [f'"{word}"' for word in words] if text.endswith(" ") else [f'"{words[0]}"*']


_FILE_FLOOR = (
    "SELECT {columns}, found.snippet FROM"
    " (SELECT rowid AS key, snippet({index}, -1, '[', ']', '…', 24) AS snippet FROM {index}"
    " WHERE {index} MATCH ? ORDER BY rank LIMIT 50) AS found JOIN {table} ON {table}.{key} = found.key"
)
_FILE_INDEXES = (
    {"index": "search_incident", "table": "incident", "key": "number",
     "columns": "id, number, short_description, state, priority, caller_id, updated_at"},
    {"index": "search_journal_entry", "table": "journal_entry", "key": "rowid", "columns": "id, incident_id, kind"},
)  # fmt: skip


def _bare_file(bare: sqlite3.Connection, match: str) -> Any:
    """What FTS5 offers for it: the best fifty of each index with its own ranks and snippets, and what names a hit."""
    statements = [_FILE_FLOOR.format(**each) for each in _FILE_INDEXES]
    return lambda: [bare.execute(statement, (match,)).fetchall() for statement in statements]


def _on_server(server: postgres.PostgresServer, incidents: int) -> list[Result]:
    desk, actor = filled_server(server, incidents)
    url = desk.store.database.url.render_as_string(hide_password=False)
    case = _case(desk)
    with desk.store.reading() as connection:
        serving = connection.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as bare:
        clocks = spent_with(serving), spent_with(bare.info.backend_pid)
        results: list[Result] = []
        for name, text in _queries():
            wanted = tsquery_all(parse_words(text).terms)
            floors = _bare_server(bare, wanted), _bare_server(bare, _bare_words(text))
            for how, about in (("", _NO_CASE), (_BESIDE, case)):
                results += _compared("GIN", f"{name}{how}", _find(desk, actor, text, about), floors, clocks)
        desk.close()
    return results


def _rewrite_server(bare: "psycopg.Connection[Any]") -> None:
    words = _texts(1)
    bare.execute("SET session_replication_role = replica")
    bare.execute("CREATE TEMP TABLE made (number bigint PRIMARY KEY, title text, description text, note text)")
    count = bare.execute("SELECT count(*) FROM incident").fetchone()
    assert count is not None
    with bare.cursor() as cursor, cursor.copy("COPY made FROM STDIN") as copy:
        for number in range(1, int(count[0]) + 1):
            copy.write_row(
                (number, _text(words, number, 6), _text(words, number + 1, 60), _text(words, 3 * number + 7, 25))
            )
    bare.execute(
        "UPDATE incident SET short_description = made.title, description = made.description FROM made"
        " WHERE made.number = incident.number"
    )
    bare.execute(
        "UPDATE journal_entry SET body = made.note FROM incident JOIN made ON made.number = incident.number"
        " WHERE incident.id = journal_entry.incident_id AND journal_entry.kind <> 'logged'"
    )
    for statement in _MUCH_ALIKE:
        bare.execute(statement)
    bare.execute("SET session_replication_role = DEFAULT")


_SERVER_FLOOR = (
    "SELECT found.subject_id, ts_headline('simple', coalesce({text}, ''), %(wanted)s::tsquery) FROM"
    " (SELECT subject_id, ts_rank(words, %(wanted)s::tsquery) AS rank FROM desk.search_document"
    " WHERE {kind} AND words @@ %(wanted)s::tsquery ORDER BY rank DESC LIMIT 50) AS found"
    " JOIN {table} ON {table}.id = found.subject_id ORDER BY found.rank DESC"
)


def _bare_words(text: str) -> str:
    wanted = " & ".join(_terms(text)).replace('"*', "':*").replace('"', "'")
    if " " in text.strip() and "&" not in wanted:
        wanted = wanted.strip("'").replace(" ", "' <-> '").join("''")
    return wanted


def _bare_server(bare: "psycopg.Connection[Any]", wanted: str) -> Any:
    """What PostgreSQL offers for it: the best fifty of each index, with its own ranks and headlines."""
    statements = [
        _SERVER_FLOOR.format(table="incident", kind="kind <> 'entry'", text="short_description || ' ' || description"),
        _SERVER_FLOOR.format(table="journal_entry", kind="kind = 'entry'", text="body"),
    ]
    return lambda: [bare.execute(statement, {"wanted": wanted}).fetchall() for statement in statements]
