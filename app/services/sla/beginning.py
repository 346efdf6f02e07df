"""The clocks of an incident that this transaction has logged: there is nothing to read, and two of them begin to run.

It gives the same as reading the journal anew (`app.services.sla.keep`), which the check compares.
"""

from datetime import timedelta

from app.domain.instants import micros
from app.domain.sla.attach import Choice, TraitChange
from app.domain.sla.firing import may_fire_at_change, next_check
from app.domain.sla.fold import RESOLUTION, RESPONSE, Fold, fold
from app.domain.sla.ledger import Entry, Kind, Ledger
from app.domain.sla.policy import Trait
from app.domain.sla.pressing import faces
from app.domain.vocabulary import State
from app.infra.unit_of_work import Work
from app.services.sla.books import load_rules
from app.services.sla.courses import Course, grown, remember
from app.services.sla.figures import insert_of_new, rules_of, stored
from app.services.sla.journal_reader import TRAITS, Place, trait_of
from app.services.sla.looks import look_at
from app.services.sla.stamp import held

_INSTANT = timedelta(microseconds=1)
_NEW = State.NEW.value


def _first_look(state: Fold, created: int, now: int) -> int | None:
    """The first instant at which something fires; an incident that was reported earlier may have reached it already."""
    if created < now or may_fire_at_change(state, RESPONSE) or may_fire_at_change(state, RESOLUTION):
        return look_at(state, created - 1, now)
    return next_check(state, now)


def begin_clocks(work: Work, incident_id: str) -> bool:
    """Write the clocks of an incident that was logged in this transaction; False where its journal has to be read."""
    known = held(work, incident_id)
    if known is None or known.logged is None or known.watch is None:
        return False
    rules = load_rules(work.connection, stamp=known.watch.stamp)
    row, entry_id = known.logged
    begin, now = row["reported_at"], micros(work.now)
    created = micros(begin)
    if rules.may_change_after(created):
        return False
    traits: dict[Trait, str | None] = {}
    for field, trait in TRAITS.items():
        value = row.get(field)
        traits[trait] = trait_of(field, None if value is None else str(value))
    choice = Choice(rules.books, TraitChange(created, traits))
    ledger = Ledger(rules.calendar_id, choice.policy, choice.priority, (Entry(created, Kind.CREATED),))
    state = fold(ledger, rules.timelines, now)
    by, shown = rules_of(state, rules, created), faces(state, created)
    look = _first_look(state, created, now)
    head = incident_id, rules.policy_set, begin - _INSTANT, look, entry_id
    insert_of_new(work.connection, state, shown, by, head)
    if known.journal is not None:
        place = Place(created, _NEW, None)
        journal = grown(known.journal, work.written.get(incident_id, ()))
        remember(work, incident_id, Course(journal, rules, choice, state, place, by, shown, stored(look)))
    known.grow_old()
    return True
