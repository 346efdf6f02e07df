"""Sorting, grouping and filtering by clocks: what the database decides is what the window would paint, row by row."""

import itertools
import random
import re
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

from app.domain.calendar import Calendar, Span
from app.domain.instants import HOUR, MINUTE, micros, moment
from app.domain.sla.display import NO_FACE, Face, Level, level_at, opening_left
from app.infra import database
from app.models.clocks import calendar, calendar_version, incident_clocks
from app.services.incidents import queue_opening
from app.services.incidents.queue import prepared_opening
from app.services.incidents.queue_dto import QueuePage, QueueQuery, QueueRow, QueueSummary
from app.services.incidents.queue_heads import HEADS
from app.services.incidents.queue_shares import Ground
from app.services.sla.books import load_rules
from app.services.sla.definitions import calendar_to_data
from tests.support.crew import Crew

# 2026-11-24 is a Tuesday. The office is closed at night, so that the same faces are judged open and closed.
NOON = datetime.fromisoformat("2026-11-24T12:00:00+00:00")
NIGHT = datetime.fromisoformat("2026-11-24T21:00:00+00:00")
READER = timezone(timedelta(hours=1))
DAY_ENDS = datetime.fromisoformat("2026-11-24T23:00:00+00:00")
OFFICE = "0" * 31 + "1"


@pytest.fixture
def pressed(crew: Crew) -> Crew:
    """Sixty incidents whose clocks stand in every way that can be, some without any."""
    chance = random.Random(4)
    with crew.desk.store.database.writing() as connection:
        connection.execute(calendar.insert(), {"id": OFFICE, "name": "Nine to five"})
        hours = calendar_to_data(Calendar("UTC", ((Span(9 * 3600, 17 * 3600),),) * 5 + ((),) * 2))
        made = {"calendar_id": OFFICE, "number": 1, "created_at": NOON, "effective_from": NOON - timedelta(days=900)}
        connection.execute(calendar_version.insert(), made | {"definition": hours})
    ids = [crew.log().id for _ in range(60)]
    with crew.desk.store.database.writing() as connection:
        connection.execute(incident_clocks.delete())
        for incident_id in ids[6:]:
            connection.execute(incident_clocks.insert(), _row(incident_id, _any_face(chance)))
    return crew


def _any_face(chance: random.Random) -> Face:
    clock = chance.choice(("response", "resolution", "update"))
    phase = chance.choice(("running",) * 8 + ("paused",) * 4 + ("stopped", "stopped", "none", "void"))
    if phase in {"none", "void"}:
        return NO_FACE
    promised = chance.random() < 0.15
    elapsed, target = chance.randrange(10 * HOUR), None if promised else chance.randrange(HOUR, 9 * HOUR)
    edges = (0, 1, -1, HOUR, HOUR + 1, 11 * HOUR, 11 * HOUR - 1, 9 * HOUR, 2 * HOUR, 3 * HOUR)
    due = micros(NOON) + chance.choice((*edges, chance.randrange(-30 * HOUR, 60 * HOUR)))
    calendar_id = chance.choice((OFFICE, ""))
    if phase == "stopped":
        ended = Face(clock, phase, "", elapsed, target, stopped=due, breached=chance.random() < 0.5)
        return ended._replace(due=due - HOUR if promised else None, promised=promised, calendar_id=calendar_id)
    late = 1 if calendar_id == "" or promised else chance.choice((1, 16 * HOUR))
    over = phase == "running" or promised or chance.random() < 0.3
    return Face(
        clock, phase, "awaiting_caller" if phase == "paused" else "", elapsed, target,
        due if over else None, due - HOUR, due - 30 * MINUTE, due + late if over else None, promised=promised,
        calendar_id=calendar_id,
    )  # fmt: skip


def _row(incident_id: str, face: Face) -> dict[str, Any]:
    def at(instant: int | None) -> datetime | None:
        return None if instant is None else moment(instant)

    row = {
        "incident_id": incident_id, "policy_set": "desk", "engine": "test", "checked_until": NOON,
        "calendar_id": face.calendar_id or None, "clock": face.clock or None, "phase": face.phase,
        "pause_reason": face.reason or None, "soon_at": at(face.soon), "hot_at": at(face.hot), "due_at": at(face.due),
        "breach_at": at(face.breach),
    }  # fmt: skip
    own = {"elapsed": face.elapsed, "target": face.target, "stopped_at": at(face.stopped), "breached": face.breached}
    return row | ({f"{face.clock}_{name}": value for name, value in own.items()} if face.clock else {})


def paged(crew: Crew, wanted: QueueQuery, size: int = 13) -> list[QueueRow]:
    rows: list[QueueRow] = []
    for offset in itertools.count(0, size):
        page = crew.desk.queue.page(crew.agent, wanted._replace(offset=offset, limit=size))
        rows += page.rows
        if len(page.rows) < size:
            return rows
    raise AssertionError


def levels(crew: Crew, at: datetime) -> Callable[[QueueRow], Level]:
    with crew.desk.store.reading() as connection:
        timelines = load_rules(connection).timelines
    return lambda row: level_at(row.sla, micros(at), timelines[row.sla.calendar_id])


def head_of(row: QueueRow, level: Level, at: datetime) -> str:
    by_level = {head.level: head.key for head in HEADS if head.level is not None}
    if level in by_level:
        return by_level[level]
    due = row.sla.due or 0
    if due <= micros(at) + HOUR:
        return "hour"
    return "today" if due < micros(DAY_ENDS) else "later"


# All of these incidents are open; that only such are asked for has their clocks joined in another way.
EVERY = ["is:any", "is:open"]


@pytest.mark.parametrize("every", EVERY)
@pytest.mark.parametrize("at", [NOON, NIGHT])
def test_heads_hold_what_the_rows_under_them_show(pressed: Crew, at: datetime, every: str) -> None:
    wanted = QueueQuery(every, "sla", False, "sla", at=at, zone=READER)
    rows, level = paged(pressed, wanted), levels(pressed, at)
    assert len(rows) == 60
    keys = [head_of(row, level(row), at) for row in rows]
    groups = pressed.desk.queue.summary(pressed.agent, wanted).groups
    assert [(group.key, group.incidents) for group in groups] == [
        (key, len(list(found))) for key, found in itertools.groupby(keys)
    ]
    order = [head.key for head in HEADS]
    assert [group.key for group in groups] == sorted((group.key for group in groups), key=order.index)
    closed = frozenset({"paused", "breached", "of another grouping"})
    left = paged(pressed, wanted._replace(collapsed=closed))
    assert [row.id for row in left] == [row.id for row, key in zip(rows, keys, strict=True) if key not in closed]


@pytest.mark.parametrize("every", EVERY)
@pytest.mark.parametrize("group_by", ["none", "sla", "priority"])
@pytest.mark.parametrize("descending", [False, True])
def test_rows_stand_by_time_left(pressed: Crew, group_by: str, descending: bool, every: str) -> None:
    wanted = QueueQuery(every, "sla", descending, group_by, at=NOON, zone=READER)
    level, sign = levels(pressed, NOON), -1 if descending else 1
    heads = [head.key for head in HEADS]

    def key(row: QueueRow) -> tuple[Any, ...]:
        face = row.sla
        due = None if face.phase == "stopped" else face.due
        paused = face.phase == "paused" and face.target is not None
        left = (face.target or 0) - face.elapsed if paused else None
        group = {"none": 0, "sla": heads.index(head_of(row, level(row), NOON)), "priority": row.priority}[group_by]
        return group, due is None, sign * (due or 0), left is None, sign * (left or 0), -row.number

    rows = paged(pressed, wanted)
    assert len(rows) == 60
    assert rows == sorted(rows, key=key)


@pytest.mark.parametrize("at", [NOON, NIGHT])
@pytest.mark.parametrize("value", [level.value for level in Level])
def test_a_state_finds_the_rows_that_show_it(pressed: Crew, value: str, at: datetime) -> None:
    level = levels(pressed, at)
    everything = paged(pressed, QueueQuery("is:any", at=at))
    expected = {row.id for row in everything if level(row).value == value}
    assert {row.id for row in paged(pressed, QueueQuery(f"sla:{value}", at=at))} == expected
    assert {row.id for row in paged(pressed, QueueQuery(f"-sla:{value}", at=at))} == {
        row.id for row in everything
    } - expected
    if value == "breached":
        assert {row.id for row in paged(pressed, QueueQuery("is:breached", at=at))} == expected


@pytest.mark.parametrize(
    ("term", "least", "most"),
    [
        ("<1h", None, HOUR),
        ("<0", None, 0),
        (">=2h", 2 * HOUR, None),
        ("1h..3h", HOUR, 3 * HOUR + 1),
        (">1d", 24 * HOUR + 1, None),
    ],
)
def test_a_length_finds_the_rows_with_that_much_left(
    pressed: Crew, term: str, least: int | None, most: int | None
) -> None:
    def fits(row: QueueRow) -> bool:
        face = row.sla
        if face.phase not in {"running", "paused"}:
            return False
        left = (face.target or 0) - face.elapsed if face.due is None else face.due - micros(NOON)
        return (least is None or left >= least) and (most is None or left < most)

    expected = {row.id for row in paged(pressed, QueueQuery("is:any", at=NOON)) if fits(row)}
    assert {row.id for row in paged(pressed, QueueQuery(f"is:any sla:{term}", at=NOON))} == expected
    both = {row.id for row in paged(pressed, QueueQuery(f"is:any sla:{term},met", at=NOON))}
    assert expected <= both


@pytest.mark.parametrize("at", [NOON, NIGHT])
@pytest.mark.parametrize(
    ("term", "least", "most"),
    [
        (">80%", (80, 1), None),
        (">=50%", (50, 0), None),
        ("<25%", None, (25, 0)),
        ("<=100%", None, (100, 1)),
        (">100%", (100, 1), None),
        (">250%", (250, 1), None),
        ("40%..75%", (40, 0), (75, 1)),
    ],
)
def test_a_share_finds_the_rows_that_have_used_so_much(
    pressed: Crew, term: str, least: tuple[int, int] | None, most: tuple[int, int] | None, at: datetime
) -> None:
    with pressed.desk.store.reading() as connection:
        timelines = load_rules(connection).timelines

    def has_used(face: Face, bound: tuple[int, int]) -> bool:
        left = opening_left(face, micros(at), timelines[face.calendar_id])
        return left is not None and 100 * ((face.target or 0) - left) >= bound[0] * (face.target or 0) + bound[1]

    def fits(face: Face) -> bool:
        if face.phase not in {"running", "paused"} or face.target is None:
            return False
        return (least is None or has_used(face, least)) and not (most is not None and has_used(face, most))

    everything = paged(pressed, QueueQuery("is:any", at=at))
    expected = {row.id for row in everything if fits(row.sla)}
    assert expected or term == ">250%"
    assert {row.id for row in paged(pressed, QueueQuery(f"sla:{term}", at=at))} == expected
    assert {row.id for row in paged(pressed, QueueQuery(f"-sla:{term}", at=at))} == {
        row.id for row in everything
    } - expected
    summary = pressed.desk.queue.summary(pressed.agent, QueueQuery(f"sla:{term}", group_by="sla", at=at))
    assert summary.total == len(expected)
    fresh = pressed.desk.queue.fresh(pressed.agent, QueueQuery(f"sla:{term}", at=at), [row.id for row in everything])
    assert {row.row.id for row in fresh if row.is_found} == expected


def test_the_numbers_of_the_status_bar_are_those_of_the_heads(pressed: Crew) -> None:
    pressed.clock.set(NOON)
    summary = pressed.desk.queue.summary(pressed.agent, QueueQuery(group_by="sla", at=NOON))
    heads = {group.key: group.incidents for group in summary.groups}
    counts = pressed.desk.queue.counts(pressed.agent)
    assert (counts.breached, counts.due_soon) == (heads["breached"], heads["hour"])


def test_numbers_that_only_time_has_changed_are_those_counted_anew(pressed: Crew) -> None:
    pressed.clock.set(NOON)
    pressed.desk.incidents.snooze_many(pressed.agent, (pressed.log().id,), NIGHT)
    before = pressed.desk.queue.counts(pressed.agent)
    pressed.clock.set(NIGHT)
    after = pressed.desk.queue.timed_counts(pressed.agent, before)
    assert after == pressed.desk.queue.counts(pressed.agent)
    assert (after.breached, after.triage) > (before.breached, before.triage)


def test_a_row_has_the_clock_of_the_first_response_whichever_presses_most(pressed: Crew) -> None:
    missed = {"response_phase": "stopped", "response_elapsed": 2 * HOUR, "response_target": HOUR}
    others = incident_clocks.c.clock != "response"
    with pressed.desk.store.database.writing() as connection:
        connection.execute(incident_clocks.update().where(others).values(**missed, response_breached=True))
    rows = paged(pressed, QueueQuery("is:any", at=NOON))
    assert {row.sla.clock for row in rows} == {"", "response", "resolution", "update"}
    for row in rows:
        if row.sla.clock in {"", "response"}:
            assert row.response == row.sla
        else:
            shown = row.response.clock, row.response.elapsed, row.response.target
            assert (*shown, level_at(row.response, micros(NOON))) == ("response", 2 * HOUR, HOUR, Level.MISSED)


def test_without_an_instant_it_is_now(pressed: Crew) -> None:
    pressed.clock.set(NOON)
    given = pressed.desk.queue.page(pressed.agent, QueueQuery(group_by="sla", sort="sla", at=NOON)).rows
    assert pressed.desk.queue.page(pressed.agent, QueueQuery(group_by="sla", sort="sla")).rows == given


@pytest.mark.parametrize("collapsed", [frozenset(), frozenset({"breached", "paused"})])
@pytest.mark.parametrize(("sort", "descending"), [("sla", False), ("sla", True), ("caller", True), ("number", False)])
def test_heads_and_rows_together_are_those_asked_for_one_by_one(
    pressed: Crew, sort: str, descending: bool, collapsed: frozenset[str]
) -> None:
    for at, text in itertools.product((NOON, NIGHT), ("is:open", "priority:1,2", "sla:breached is:open", "sla:<4h")):
        wanted = QueueQuery(text, sort, descending, "sla", collapsed, limit=20, at=at, zone=READER)
        for offset in (0, 20, 2000):
            asked = wanted._replace(offset=offset)
            found = pressed.desk.queue.opening(pressed.agent, asked)
            one_by_one = pressed.desk.queue.summary(pressed.agent, asked), pressed.desk.queue.page(pressed.agent, asked)
            assert found == one_by_one


@pytest.mark.parametrize("group_by", ["none", "sla", "priority", "group"])
@pytest.mark.parametrize("collapsed", [frozenset(), frozenset({"breached", "paused"})])
def test_which_rows_there_are_is_told_without_reading_them(
    pressed: Crew, group_by: str, collapsed: frozenset[str]
) -> None:
    wanted = QueueQuery("is:open", "sla", False, group_by, collapsed, offset=7, limit=30, at=NOON, zone=READER)
    rows = pressed.desk.queue.page(pressed.agent, wanted).rows
    assert pressed.desk.queue.ids(pressed.agent, wanted) == tuple(row.id for row in rows)
    assert pressed.desk.queue.ids(pressed.neighbour, wanted) == ()


TERMS = [*(level.value for level in Level), "<1h", "<0", ">=2h", "1h..3h", ">80%", "<=100%", "40%..75%", "<1h,met"]


@pytest.mark.parametrize("at", [NOON, NIGHT])
@pytest.mark.parametrize("sign", ["", "-"])
def test_a_term_finds_the_same_under_heads_of_clocks_as_without(pressed: Crew, sign: str, at: datetime) -> None:
    for term, every in itertools.product(TERMS, EVERY):
        text = f"{every} {sign}sla:{term}"
        found = {row.id for row in paged(pressed, QueueQuery(text, "number", True, "none", at=at, zone=READER))}
        under = QueueQuery(text, "sla", False, "sla", at=at, zone=READER)
        summary, page = pressed.desk.queue.opening(pressed.agent, under)
        assert {row.id for row in page.rows} == found, text
        assert {row.id for row in paged(pressed, under)} == found, text
        assert summary.total == len(found), text


@pytest.mark.parametrize("collapsed", [frozenset(), frozenset({"breached"})])
@pytest.mark.parametrize("at", [NOON, NIGHT])
def test_rows_that_are_looked_for_by_when_they_are_due_are_those_of_the_list(
    pressed: Crew, at: datetime, collapsed: frozenset[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queue_opening, "_FEW", 1)
    wanted = QueueQuery("is:open", "sla", False, "sla", collapsed, at=at, zone=READER)
    ends = set()
    for text, offset, limit in itertools.product(("is:open", "is:open -sla:none"), range(8), (1, 2, 5)):
        asked = wanted._replace(filter_text=text, offset=offset, limit=limit)
        found = pressed.desk.queue.opening(pressed.agent, asked)
        summary = pressed.desk.queue.summary(pressed.agent, asked)
        assert found == (summary, pressed.desk.queue.page(pressed.agent, asked))
        ends.add(queue_opening.due_by(summary, asked))
    assert len(ends - {None}) > 0


def test_an_index_of_a_server_holds_all_that_heads_and_order_are_made_of(pressed: Crew) -> None:
    if pressed.desk.store.database.is_sqlite:
        pytest.skip("A file looks up the clocks of each incident.")
    wanted = QueueQuery("is:open", "sla", False, "sla", at=NOON, zone=READER)
    with pressed.desk.store.reading() as connection:
        sql = prepared_opening(pressed.agent, wanted, Ground(frozenset({"0" * 32}))).sql(connection.dialect)
        of_index = "SELECT attname FROM pg_attribute WHERE attrelid = 'ix_incident_clocks_going'::regclass"
        held = set(connection.exec_driver_sql(of_index).scalars())
    asked = set(re.findall(r"incident_clocks\.(\w+)", sql.partition("counted AS")[0]))
    assert {"phase", "due_at", "calendar_id"} < asked
    assert asked <= held, "else every row of the clocks is looked at"


def test_where_nothing_is_found_the_list_is_gone_through_once(pressed: Crew, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr(database, "watchers", [lambda sql, _arguments: asked.append(sql)])
    nothing = QueueQuery("is:open priority:1 priority:2", "sla", False, "sla", at=NOON, zone=READER)
    assert pressed.desk.queue.opening(pressed.agent, nothing) == (QueueSummary(0), QueuePage(0, ()))
    assert sum("incident_clocks" in sql for sql in asked) == 1


def test_with_all_heads_collapsed_they_are_still_counted(pressed: Crew) -> None:
    every = QueueQuery("is:open", "sla", False, "sla", frozenset(head.key for head in HEADS), at=NOON, zone=READER)
    summary, page = pressed.desk.queue.opening(pressed.agent, every)
    assert page.rows == ()
    assert summary.total == sum(group.incidents for group in summary.groups) > 0
