"""Keeping the clocks of an incident: the cache that lists show and sort by, and the instant of the next look.

Both are written in the transaction of the fact that moved them. The cache is a fold over the journal as of the last
fact, so that it can be recomputed and compared at any time; what a running clock has used since follows from its due
instant.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection

from app.domain.instants import micros
from app.domain.sla.attach import Choice
from app.domain.sla.display import Face
from app.domain.sla.fold import Fold, fold
from app.domain.sla.ledger import Ledger
from app.domain.sla.pressing import faces
from app.domain.vocabulary import OPEN_STATES, State
from app.infra.prepared import PreparedInsert
from app.infra.unit_of_work import Work
from app.infra.upsert import upsert_into
from app.models.clocks import incident_clocks
from app.services.sla.beginning import begin_clocks
from app.services.sla.books import IMPORTED, Rules, load_rules
from app.services.sla.courses import Course, can_go_on, grown, remember
from app.services.sla.facts import Facts, Subject, facts_at_hand, ledger_and_choice, load_facts
from app.services.sla.figures import COLUMNS, NEXT_LOOK, row_of, rules_of, stored
from app.services.sla.going_on import keep_by_course
from app.services.sla.looks import last_change, look_at
from app.services.sla.stamp import held
from app.services.sla.timers import set_hold_timer

_INSTANT = timedelta(microseconds=1)
_FEW = 8


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
    wanted = list(incident_ids)
    # The facts of many are read, and their clocks written, some hundred at a time, which takes fewer journeys to a
    # server; for a few, going on from what this program knows is quicker.
    at_hand = len(wanted) <= _FEW
    goes_on = at_hand and decided_until is None
    for incident_id in wanted:
        if goes_on and (keep_by_course(work, incident_id) or begin_clocks(work, incident_id)):
            continue
        facts = facts_at_hand(work, incident_id) if at_hand else None
        if facts is None:
            others.append(incident_id)
        else:
            found.append(facts)
    if others:
        found += load_facts(work.connection, others)
    if found:
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
            known = held(work, facts.subject.id)
            seen = None if known is None else known.watch
            own = load_rules(work.connection, policy_set, None if seen is None else seen.stamp)
        else:
            own = rules[policy_set]
        kept.append(_kept_and_remembered(work, facts, own, decided_until))
    if kept:
        _write(work, kept)
    for each in kept:
        known = held(work, each.subject.id)
        if known is not None:
            known.grow_old()


def kept_of(facts: Facts, rules: Rules, now: int, decided_until: datetime | None = None) -> Kept:
    """What the cache and the timers of an incident hold at the instant `now`; a function of the facts."""
    return _fold_all(facts, rules, now, decided_until)[0]


def _kept_and_remembered(work: Work, facts: Facts, rules: Rules, decided_until: datetime | None) -> Kept:
    now, incident_id = micros(work.now), facts.subject.id
    kept, ledger, choice, state, shown = _fold_all(facts, rules, now, decided_until)
    known = held(work, incident_id)
    journal = None if known is None else known.journal
    if journal is not None and can_go_on(facts, rules, state, now) and ledger.entries[-1].at <= now:
        by = rules_of(state, rules, last_change(state))
        journal = grown(journal, work.written.get(incident_id, ()))
        course = Course(journal, rules, choice, state, facts.place, by, shown, kept.next_check)
        remember(work, incident_id, course)
    return kept


def _fold_all(
    facts: Facts, rules: Rules, now: int, decided_until: datetime | None
) -> tuple[Kept, Ledger, Choice, Fold, tuple[Face, ...]]:
    ledger, choice = ledger_and_choice(facts, rules)
    now = max(now, facts.created)
    state = fold(ledger, rules.timelines, now)
    decided = decided_until or facts.subject.checked_until or facts.subject.reported_at - _INSTANT
    at = last_change(state)
    shown = faces(state, at)
    figures = row_of(state, rules, shown, at, facts.last_told(at))
    row = {"incident_id": facts.subject.id, **figures, "checked_until": decided}
    is_history = rules.policy_set == IMPORTED and facts.place.state not in OPEN_STATES
    look = None if is_history else _next_look(ledger, state, micros(decided), now)
    kept = Kept(facts.subject, row, stored(look), facts.place.state == State.ON_HOLD)
    return kept, ledger, choice, state, shown


def _next_look(ledger: Ledger, state: Fold, decided: int, now: int) -> int | None:
    """The first instant after `decided` at which something fires, or a book that is to come changes the policy."""
    looked = look_at(state, decided, now)
    ahead = next((entry.at for entry in ledger.entries if entry.at > now), None)
    if looked is None or ahead is None or looked <= now:
        return ahead if looked is None else looked
    return min(looked, ahead)


def _write(work: Work, kept: Sequence[Kept]) -> None:
    connection = work.connection
    _upsert(connection).run(connection, [{**each.row, NEXT_LOOK: each.next_check} for each in kept])
    for each in kept:
        subject = each.subject
        hold = subject.hold_until if each.is_on_hold else None
        set_hold_timer(work, subject.id, subject.hold_timer, hold)


_UPSERT: dict[str, PreparedInsert] = {}


def _upsert(connection: Connection) -> PreparedInsert:
    """What brings whole rows in, prepared once for each kind of database."""
    found = _UPSERT.get(connection.dialect.name)
    if found is None:
        clocks = upsert_into(connection, incident_clocks)
        clocks = clocks.on_conflict_do_update(
            index_elements=["incident_id"],
            set_={name: clocks.excluded[name] for name in (*COLUMNS, NEXT_LOOK) if name != "incident_id"},
        )
        found = _UPSERT[connection.dialect.name] = PreparedInsert(clocks, (*COLUMNS, NEXT_LOOK))
    return found
