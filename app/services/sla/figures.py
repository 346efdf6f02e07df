"""What the cache of an incident's clocks holds: the figures of a fold as they are stored, and how they are written."""

import itertools
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import Connection, bindparam, update

from app.domain.instants import micros, moment
from app.domain.sla.display import Face
from app.domain.sla.fold import RESOLUTION, RESPONSE, Fold
from app.domain.sla.policy import CLOCKS
from app.domain.sla.pressing import most_pressing
from app.infra.prepared import PreparedInsert
from app.models.clocks import incident_clocks
from app.services.sla.books import Rules

ENGINE = "1"
"""The version of the engine that made a row; a release that counts differently raises it and recounts."""

NEXT_LOOK = "next_look_at"
COLUMNS = tuple(column.key for column in incident_clocks.c if column.key != NEXT_LOOK)
"""What the facts give; when to look next depends on what was looked at, too."""

_RULES = ("policy_id", "policy_version", "calendar_id", "calendar_version")
_HEAD = ("last_entry_id", "clock", "phase", "pause_reason", "soon_at", "hot_at", "due_at", "breach_at")
_OF_CLOCK = tuple(
    tuple(
        f"{clock.value}_{what}" for what in ("phase", "cycle", "elapsed", "target", "due_at", "stopped_at", "breached")
    )
    for clock in CLOCKS
)
_INSTANTS = tuple(name for name in (*_HEAD, *itertools.chain(*_OF_CLOCK)) if name.endswith("_at"))
_BEGINNING = (RESPONSE, RESOLUTION)
"""The clocks that run from the creation on."""

_NAMES_OF_NEW = (
    *("incident_id", "policy_set", "engine", "checked_until", NEXT_LOOK),
    *_RULES,
    *_HEAD,
    *(name for index in _BEGINNING for name in _OF_CLOCK[index]),
)
_INSERT_NEW = PreparedInsert(incident_clocks.insert(), _NAMES_OF_NEW)
_LATEST = micros(datetime.fromisoformat("2199-12-31T00:00:00+00:00"))

Values = tuple[Any, ...]


def _within(instant: int | None) -> int | None:
    """The instant as it is written; what lies beyond every date that a desk keeps is never reached."""
    return None if instant is None or not 0 <= instant < _LATEST else instant


def stored(instant: int | None) -> datetime | None:
    """The same as it is read."""
    return None if instant is None or not 0 <= instant < _LATEST else moment(instant)


def rules_of(state: Fold, rules: Rules, at: int) -> Values:
    """By which policy and calendar a fold counts at an instant, and their versions."""
    policy, calendar_id = state.policy, rules.calendar_of(state.timeline)
    number = rules.calendars[calendar_id][state.timeline.version_at(at)].number if calendar_id else None
    if policy is None:
        return None, None, calendar_id or None, number
    return policy.policy_id, policy.version, calendar_id or None, number


def row_of(state: Fold, rules: Rules, shown: Sequence[Face], at: int, last_entry_id: str | None) -> dict[str, Any]:
    """What the cache holds of a fold, without which incident it is and until when its timers are decided.

    With its times as they are read, so that it can be compared with a row that was.
    """
    row: dict[str, Any] = {"policy_set": rules.policy_set, "engine": ENGINE}
    row.update(zip(_RULES, rules_of(state, rules, at), strict=True))
    row.update(zip(_HEAD, _head(shown, last_entry_id), strict=True))
    for index, face in enumerate(shown):
        row.update(zip(_OF_CLOCK[index], _of_clock(state, index, face), strict=True))
    for name in _INSTANTS:
        row[name] = stored(row[name])
    return row


def insert_of_new(
    connection: Connection,
    state: Fold,
    shown: Sequence[Face],
    by: Values,
    head: tuple[str, str, datetime, int | None, str],
) -> None:
    """Insert the row of an incident that was just logged, of which nobody has asked anything yet.

    `head` is its id, the set of its policies, until when its timers are decided, the next look, and its only entry.
    """
    incident_id, policy_set, decided, look, entry_id = head
    values = [incident_id, policy_set, ENGINE, decided, _within(look), *by, *_head(shown, entry_id)]
    for index in _BEGINNING:
        values += _of_clock(state, index, shown[index])
    _INSERT_NEW.run(connection, [dict(zip(_NAMES_OF_NEW, values, strict=True))])


def write_change(
    connection: Connection,
    incident_id: str,
    state: Fold,
    shown: Sequence[Face],
    news: tuple[tuple[int, ...], str | None, int | None, Values],
) -> None:
    """Bring the row of an incident to where some clocks have moved.

    `news` are the indexes of these clocks, the last entry that told a fact, the next look, and what `rules_of` gives,
    or its beginning, as far as it changed.
    """
    moved, last_entry_id, look, by = news
    values = [incident_id, _within(look), *by, *_head(shown, last_entry_id)]
    for index in moved:
        values += _of_clock(state, index, shown[index])
    names, statement = _update_of(moved, len(by))
    statement.run(connection, [dict(zip(names, values, strict=True))])


def _head(shown: Sequence[Face], last_entry_id: str | None) -> Values:
    """The figures that are not of one clock: as of when, and what presses most."""
    each = most_pressing(shown)
    instants = _within(each.soon), _within(each.hot), _within(each.due), _within(each.breach)
    return last_entry_id, each.clock or None, each.phase, each.reason or None, *instants


def _of_clock(state: Fold, index: int, shown: Face) -> Values:
    marks = state.marks[index]
    cycle, elapsed = (marks[-1][1][1], marks[-1][3]) if marks else (0, 0)
    phase = shown.phase
    # Of a clock that goes on its instants tell; they hold as time passes, and an outcome would not.
    breached = shown.breached if phase == "stopped" else None
    return phase, cycle, elapsed, shown.target, _within(shown.due), _within(shown.stopped), breached


@cache
def _update_of(moved: tuple[int, ...], of_rules: int) -> tuple[tuple[str, ...], PreparedInsert]:
    """The update of one incident's figures; there are as many as there are sets of clocks that move together."""
    names = (NEXT_LOOK, *_RULES[:of_rules], *_HEAD, *(name for index in moved for name in _OF_CLOCK[index]))
    wanted = incident_clocks.c.incident_id == bindparam("wanted", "", type_=incident_clocks.c.incident_id.type)
    return ("wanted", *names), PreparedInsert(update(incident_clocks).where(wanted), names)
