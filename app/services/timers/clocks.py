"""Firing the thresholds of clocks: each key once, with everything that follows from it in the same transaction.

Which thresholds have been reached is computed from the facts, by whoever looks and however late. The row of
`sla_firing` decides: what has one was fired, what has none is fired now. The incidents are locked, so no fact comes in
between; the primary key stands behind that and would undo the whole transaction.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import bindparam, select, update

from app.domain.escalation.rules import TriggerKind
from app.domain.events import IncidentChanged
from app.domain.instants import micros, moment
from app.domain.sla.firing import LATE, Firing, firings_of, firings_since, next_check
from app.domain.sla.fold import PAUSED, RUNNING, Fold, fold
from app.domain.sla.ledger import Kind, Ledger
from app.domain.sla.policy import CLOCKS
from app.domain.vocabulary import EntryKind, Visibility
from app.infra.prepared import PreparedInsert
from app.infra.unit_of_work import Work
from app.models.clocks import incident_clocks, sla_firing
from app.models.incident import incident, journal_entry
from app.models.types import Id
from app.services.escalation.book import load_book
from app.services.escalation.effects import on_firings
from app.services.sla.books import DESK, Rules, load_rules
from app.services.sla.facts import Facts, ledger_of, load_facts
from app.services.sla.figures import NEXT_LOOK, stored
from app.services.sla.keep import keep_facts
from app.services.sla.looks import is_clock_quiet
from app.services.timers.dto import Handled
from app.services.timers.wording import fired_words

_INSERT_FIRING = PreparedInsert(sla_firing.insert(), sla_firing.c.keys())
_INSERT_ENTRY = PreparedInsert(journal_entry.insert(), journal_entry.c.keys())
_DECIDED = PreparedInsert(
    update(incident_clocks).where(incident_clocks.c.incident_id == bindparam("subject", "", type_=Id)),
    ["checked_until", NEXT_LOOK],
)

_KIND, _VISIBILITY = EntryKind.SLA.value, Visibility.INTERNAL.value
_PLACES = {clock: place for place, clock in enumerate(CLOCKS)}

Key = tuple[str, str, int, int, str]


class Look(NamedTuple):
    """What was found out about one incident: what fires now, until when all is decided, when to look again.

    Instants are microseconds. `has_moved` says that a policy came into force by the passing of time alone, so that the
    cache is old.
    """

    facts: Facts
    state: Fold
    fires: list[Firing]
    decided: int
    following: int | None
    has_moved: bool


def fire_clocks(work: Work, incident_ids: Sequence[str]) -> Handled:
    """Fire what these incidents, which are locked, have reached by the work's time, and set their next look."""
    found = load_facts(work.connection, incident_ids)
    rules = {each: load_rules(work.connection, each) for each in {facts.subject.policy_set for facts in found}}
    known = _known_keys(work, [facts.subject.id for facts in found])
    now = micros(work.now)
    looks = [look_at(facts, rules[facts.subject.policy_set], now, known[facts.subject.id]) for facts in found]
    told = {look.facts.subject.id: [each for each in look.fires if is_told(look, each)] for look in looks}
    late = _write(work, looks, told, now)
    _keep(work, looks, rules)
    # Only now: what rules change about an incident is a fact after everything that was decided about it.
    _tell(work, looks, told)
    return Handled(sum(len(each.fires) for each in looks), late)


def look_at(facts: Facts, rules: Rules, now: int, known: Collection[Key] = ()) -> Look:
    """What an incident has reached by the instant `now` and not fired, as a function of its facts."""
    ledger = ledger_of(facts, rules)
    state = fold(ledger, rules.timelines, now)
    before = facts.created - 1 if facts.subject.checked_until is None else micros(facts.subject.checked_until)
    fires = [firing for firing in _reached(state, before, now) if firing.key(facts.subject.id) not in known]
    fires.sort(key=lambda firing: firing.at)
    decided = max(now, before)
    has_moved = any(entry.kind is Kind.POLICY and before < entry.at <= now for entry in ledger.entries)
    return Look(facts, state, fires, decided, _following(facts, ledger, rules, state, now, decided), has_moved)


def _reached(state: Fold, decided: int, until: int) -> list[Firing]:
    """What was reached up to `until`, of the clocks that facts moved after `decided` all that was ever reached."""
    found: list[Firing] = []
    for index in range(len(CLOCKS)):
        straight = firings_since(state, index, decided, until)
        if straight is not None:
            found += straight
        elif state.promises is not None or not is_clock_quiet(state, index, decided, until):
            found += firings_of(state, index, until)
    return found


def _following(facts: Facts, ledger: Ledger, rules: Rules, state: Fold, now: int, decided: int) -> int | None:
    """The first instant after `decided` at which something happens by itself.

    Where the clock was set back, facts may be newer than now; they count from where they stand.
    """
    seen = max(decided, facts.changes[-1].at, facts.entries[-1].at)
    if seen > now:
        state = fold(ledger, rules.timelines, seen)
        waiting = [firing.at for firing in _reached(state, decided, seen) if firing.at > decided]
        if waiting:
            return min(waiting)
    ahead = next((entry.at for entry in ledger.entries if entry.at > seen), None)
    following = next_check(state, seen)
    return min([each for each in (ahead, following) if each is not None], default=None)


def _known_keys(work: Work, incident_ids: list[str]) -> Mapping[str, set[Key]]:
    table = sla_firing.c
    columns = (table.incident_id, table.clock, table.cycle, table.target, table.threshold)
    found: dict[str, set[Key]] = defaultdict(set)
    for row in work.connection.execute(select(*columns).where(table.incident_id.in_(incident_ids))):
        found[row[0]].add((row[0], row[1], row[2], row[3], row[4]))
    return found


def _write(work: Work, looks: Sequence[Look], told: Mapping[str, list[Firing]], now: int) -> int:
    """Write the firings and one entry of the journal for each instant; returns how many were late."""
    entries: list[dict[str, Any]] = []
    rows: list[dict[str, Any]] = []
    for look in looks:
        for at, together in groupby(look.fires, key=lambda firing: firing.at):
            firings = list(together)
            is_late = now - at > LATE
            entry_id = None
            # What came in with an import has a journal of its own, which clocks of the desk do not write into.
            if look.facts.subject.policy_set == DESK:
                entries.append(_entry(work, look, firings, now - at if is_late else None))
                entry_id = entries[-1]["id"]
            for firing in firings:
                known = told[look.facts.subject.id]
                rows.append(_row(work, look, firing, entry_id, is_late=is_late, is_told=firing in known))
    if entries:
        _INSERT_ENTRY.run(work.connection, entries)
    if rows:
        _INSERT_FIRING.run(work.connection, rows)
    return sum(row["is_late"] for row in rows)


def _entry(work: Work, look: Look, firings: Sequence[Firing], late: int | None) -> dict[str, Any]:
    return {
        "id": work.new_id(),
        "incident_id": look.facts.subject.id,
        "occurred_at": moment(firings[0].at),
        "recorded_at": work.now,
        "author_id": work.actor.author_id,
        "by_desk": True,
        "kind": _KIND,
        "visibility": _VISIBILITY,
        "body": fired_words(firings, late),
        "source": None,
    }


def _row(
    work: Work, look: Look, firing: Firing, entry_id: str | None, *, is_late: bool, is_told: bool
) -> dict[str, Any]:
    incident_id, clock, cycle, target, threshold = firing.key(look.facts.subject.id)
    return {
        "incident_id": incident_id,
        "clock": clock,
        "cycle": cycle,
        "target": target,
        "threshold": threshold,
        "reached_at": moment(firing.at),
        "fired_at": work.now,
        "fired_by": work.worker,
        "is_late": is_late,
        "is_told": is_told,
        "entry_id": entry_id,
    }


def is_told(look: Look, firing: Firing) -> bool:
    """Whether a firing still concerns anybody: its clock goes on, in the same cycle and under the same target.

    What is found after the clock has stopped is written for the statistics and told to nobody (clock research 3.7).
    """
    if look.facts.subject.policy_set != DESK:
        return False
    index = _PLACES[firing.clock]
    phase, cycle, target, *_ = look.state.marks[index][-1][1]
    in_force = {target, look.state.promise_of(index)}
    return phase in {RUNNING, PAUSED} and cycle == firing.cycle and firing.target in in_force


def _keep(work: Work, looks: Sequence[Look], rules: Mapping[str, Rules]) -> None:
    """Write until when all is decided and when to look next; nothing else of the cache has changed by a firing."""
    moved = [look for look in looks if look.has_moved]
    if moved:
        keep_facts(work, [look.facts for look in moved], rules)
    _DECIDED.run(
        work.connection,
        [
            {"subject": look.facts.subject.id, "checked_until": moment(look.decided), NEXT_LOOK: stored(look.following)}
            for look in looks
        ],
    )


def _tell(work: Work, looks: Sequence[Look], told: Mapping[str, list[Firing]]) -> None:
    """Let the rules of escalation follow, and everybody's window see it."""
    work.events += [IncidentChanged(None, look.facts.subject.id, ("clocks",)) for look in looks if look.fires]
    wanted = [incident_id for incident_id, firings in told.items() if firings]
    if not wanted or not load_book(work.connection).set_off_by(TriggerKind.CLOCK):
        return
    statement = select(incident).where(incident.c.id.in_(wanted)).order_by(incident.c.id)
    for row in work.connection.execute(statement).all():
        on_firings(work, row, told[row.id])
