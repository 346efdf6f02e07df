"""Keeping the clocks of an incident: the cache that lists show and sort by, and the instant of the next look.

Both are written in the transaction of the fact that moved them. The cache is a fold over the journal as of the last
fact, so that it can be recomputed and compared at any time; what a running clock has used since follows from its due
instant.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, delete

from app.domain.instants import micros, moment
from app.domain.sla.display import Face
from app.domain.sla.firing import Firing, firings_of, next_check
from app.domain.sla.fold import RUNNING, Fold, Mark, fold
from app.domain.sla.ledger import Kind, Ledger
from app.domain.sla.policy import CLOCKS
from app.domain.sla.pressing import faces, most_pressing
from app.domain.sla.thresholds import needed
from app.domain.vocabulary import OPEN_STATES, State
from app.infra.prepared import PreparedInsert
from app.infra.unit_of_work import Work
from app.infra.upsert import upsert_into
from app.models.clocks import incident_clocks
from app.models.timers import timer
from app.services.sla.books import IMPORTED, Rules, load_rules
from app.services.sla.facts import Facts, Subject, facts_at_hand, ledger_of, load_facts
from app.services.sla.stamp import Watch

ENGINE = "1"
"""The version of the engine that made a row; a release that counts differently raises it and recounts."""

CLOCKS_TIMER, HOLD_TIMER = "clocks", "hold"
_INSTANT = timedelta(microseconds=1)
COLUMNS = tuple(column.key for column in incident_clocks.c)


class Kept(NamedTuple):
    """What is to be written for one incident: its row of the cache, and when to look again, if ever."""

    subject: Subject
    row: dict[str, Any]
    next_check: datetime | None
    is_on_hold: bool


def keep_clocks(work: Work, incident_ids: Iterable[str], *, decided_until: datetime | None = None) -> None:
    """Recompute and write the clocks of these incidents and the timers that watch them, in the caller's transaction.

    Whoever has fired everything up to an instant gives it as `decided_until`; from then on no fact may lie before it.
    """
    found: list[Facts] = []
    others: list[str] = []
    for incident_id in incident_ids:
        facts = facts_at_hand(work, incident_id)
        if facts is None:
            others.append(incident_id)
        else:
            found.append(facts)
    if others:
        found += load_facts(work.connection, others)
    keep_facts(work, found, decided_until=decided_until)


def keep_facts(
    work: Work,
    found: Sequence[Facts],
    rules: Mapping[str, Rules] | None = None,
    *,
    decided_until: datetime | None = None,
) -> None:
    """The same for facts that were read already; `rules` by set, for a transaction that has published new ones."""
    kept = []
    for facts in found:
        policy_set = facts.subject.policy_set
        if rules is None:
            seen: Watch | None = work.looked_up.get(f"watch {facts.subject.id}")
            own = load_rules(work.connection, policy_set, None if seen is None else seen.stamp)
        else:
            own = rules[policy_set]
        kept.append(kept_of(facts, own, micros(work.now), decided_until))
    if kept:
        _write(work, kept)
    for facts in found:
        # What was known of the timers is old now; whoever keeps the same clocks again has to look.
        for known in ("incident", "watch", "new"):
            work.looked_up.pop(f"{known} {facts.subject.id}", None)


def kept_of(facts: Facts, rules: Rules, now: int, decided_until: datetime | None = None) -> Kept:
    """What the cache and the timers of an incident hold at the instant `now`; a function of the facts."""
    ledger = ledger_of(facts, rules)
    now = max(now, facts.created)
    state = fold(ledger, rules.timelines, now)
    decided = decided_until or facts.subject.checked_until or facts.subject.reported_at - _INSTANT
    row = _row(facts, rules, state, decided)
    is_history = rules.policy_set == IMPORTED and facts.state not in OPEN_STATES
    look = None if is_history else _next_look(ledger, state, micros(decided), now)
    return Kept(facts.subject, row, _moment(look), facts.state == State.ON_HOLD)


def _next_look(ledger: Ledger, state: Fold, decided: int, now: int) -> int | None:
    """The first instant after `decided` at which something fires, or a book that is to come changes the policy."""
    if not is_quiet(state, decided, now):
        waiting = [firing.at for firing in undecided(state, decided, now)]
        if waiting:
            return min(waiting)
    ahead = [entry.at for entry in ledger.entries if entry.at > now]
    following = next_check(state, now)
    return min([*ahead[:1], *(() if following is None else (following,))], default=None)


def undecided(state: Fold, decided: int, now: int) -> list[Firing]:
    """What has been reached after `decided`, up to and with `now`: nobody has looked at it yet."""
    found = [firing for index in range(len(CLOCKS)) for firing in firings_of(state, index, now)]
    return [firing for firing in found if firing.at > decided]


def is_quiet(state: Fold, decided: int, now: int) -> bool:
    """Whether plain arithmetic shows that nothing was reached after `decided`; False where it takes a closer look.

    Nearly every save is of this kind, and the walk through all firings costs as much as the rest of the clocks.
    """
    return state.promises is None and all(is_clock_quiet(state, index, decided, now) for index in range(len(CLOCKS)))


def is_clock_quiet(state: Fold, index: int, decided: int, now: int) -> bool:
    """The same for one clock, given by its index in `CLOCKS`, where no date was promised by hand."""
    marks = state.marks[index]
    if not marks:
        return True
    begin = state.begins[index]
    _, _, target, _, terms, _ = marks[-1][1]
    # What was decided is settled under whatever target it had; the last mark before says how much was used by then.
    first = next((place for place in range(len(marks) - 1, begin - 1, -1) if marks[place][0] <= decided), None)
    if target is None or (first is None and begin):
        return len(marks) == 1
    for mark in marks[begin if first is None else first :]:
        if mark[1][2] != target or mark[1][4] is not terms or mark[2] is Kind.ABSORBED:
            return False
    before = None if first is None else _elapsed(marks[first], decided)
    used = _elapsed(marks[-1], now)
    return not any(
        (before is None or before < need) and need <= used
        for need in (needed(threshold, target) for threshold in terms.thresholds[index])
    )


def _elapsed(mark: Mark, at: int) -> int:
    """The elapsed time of a cycle at an instant after a mark and before the next one."""
    _, stand, _, elapsed, work = mark
    return elapsed + stand[3].worked(at) - work if stand[0] is RUNNING else elapsed


def _row(facts: Facts, rules: Rules, state: Fold, decided: datetime) -> dict[str, Any]:
    shown = faces(state, state.at)
    pressing = most_pressing(shown)
    policy = state.policy
    calendar_id = rules.calendar_of(state.timeline)
    version = state.timeline.version_at(state.at)
    row: dict[str, Any] = {
        "incident_id": facts.subject.id,
        "policy_set": rules.policy_set,
        "policy_id": None if policy is None else policy.policy_id,
        "policy_version": None if policy is None else policy.version,
        "calendar_id": calendar_id or None,
        "calendar_version": rules.calendars[calendar_id][version].number if calendar_id else None,
        "engine": ENGINE,
        "last_entry_id": facts.last_entry_id,
        "checked_until": decided,
        "clock": pressing.clock or None,
        "phase": pressing.phase,
        "pause_reason": pressing.reason or None,
        "soon_at": _moment(pressing.soon),
        "hot_at": _moment(pressing.hot),
        "due_at": _moment(pressing.due),
        "breach_at": _moment(pressing.breach),
    }
    for index, face in enumerate(shown):
        row |= _one(face, state, index)
    return row


def _one(face: Face, state: Fold, index: int) -> dict[str, Any]:
    name = face.clock
    marks = state.marks[index]
    return {
        f"{name}_phase": face.phase,
        f"{name}_cycle": marks[-1][1][1] if marks else 0,
        f"{name}_elapsed": face.elapsed,
        f"{name}_target": face.target,
        f"{name}_due_at": _moment(face.due),
        f"{name}_stopped_at": _moment(face.stopped),
        f"{name}_breached": face.breached,
    }


_LATEST = micros(datetime.fromisoformat("2199-12-31T00:00:00+00:00"))


def _moment(instant: int | None) -> datetime | None:
    """The instant as it is stored; what lies beyond every date that a desk keeps is never reached."""
    return None if instant is None or not 0 <= instant < _LATEST else moment(instant)


def _write(work: Work, kept: Sequence[Kept]) -> None:
    connection = work.connection
    statement = _UPSERT.get(connection.dialect.name) or _prepare(connection)
    statement.clocks.run(connection, [each.row for each in kept])
    due: list[tuple[str, str, datetime | None]] = []
    for each in kept:
        subject = each.subject
        if each.next_check != subject.clocks_timer:
            due.append((CLOCKS_TIMER, subject.id, each.next_check))
        wanted = subject.hold_until if each.is_on_hold else None
        # A reminder whose time has come is left to whoever fires it; putting it back would remind twice.
        if wanted != subject.hold_timer and (wanted is None or wanted > work.now):
            due.append((HOLD_TIMER, subject.id, wanted))
    set_timers(work, due)


def set_timers(work: Work, due: Sequence[tuple[str, str, datetime | None]]) -> None:
    """Set the next instant of timers, given as (kind, subject, instant); None takes a timer away."""
    connection = work.connection
    statement = _UPSERT.get(connection.dialect.name) or _prepare(connection)
    rows = [{"kind": kind, "subject_id": subject, "due_at": at} for kind, subject, at in due if at is not None]
    if rows:
        statement.timers.run(connection, rows)
    gone = [{"kind": kind, "subject_id": subject} for kind, subject, at in due if at is None]
    if gone:
        statement.no_timers.run(connection, gone)


class _Statements(NamedTuple):
    """What is written at every save, compiled once for each kind of database."""

    clocks: PreparedInsert
    timers: PreparedInsert
    no_timers: PreparedInsert


_UPSERT: dict[str, _Statements] = {}


def _prepare(connection: Connection) -> _Statements:
    clocks = upsert_into(connection, incident_clocks)
    clocks = clocks.on_conflict_do_update(
        index_elements=["incident_id"],
        set_={name: clocks.excluded[name] for name in COLUMNS if name != "incident_id"},
    )
    timers = upsert_into(connection, timer)
    timers = timers.on_conflict_do_update(
        index_elements=["kind", "subject_id"], set_={"due_at": timers.excluded.due_at}
    )
    gone = delete(timer).where(
        timer.c.kind == bindparam("kind", "", type_=timer.c.kind.type),
        timer.c.subject_id == bindparam("subject_id", "", type_=timer.c.subject_id.type),
    )
    found = _UPSERT[connection.dialect.name] = _Statements(
        PreparedInsert(clocks, COLUMNS),
        PreparedInsert(timers, ("kind", "subject_id", "due_at")),
        PreparedInsert(gone, ()),
    )
    return found
