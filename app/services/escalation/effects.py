"""What follows when thresholds of a clock have fired; called by whoever fires them, in the same transaction."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row

from app.domain.escalation.rules import TriggerKind
from app.domain.escalation.sentence import duration_words, reached_words
from app.domain.instants import DAY, MINUTE, micros
from app.domain.sla.firing import LATE, Firing
from app.domain.wording import in_english
from app.infra.unit_of_work import Work
from app.services.escalation.book import load_book
from app.services.escalation.case import Case, traits_of
from app.services.escalation.runs import Occasion, start_run

_REMEMBERED = 7 * DAY


def on_firings(work: Work, incident: Row[Any], firings: Sequence[Firing]) -> None:
    """Do what the rules in force say about thresholds that have just fired for an incident, whose row is locked.

    `firings` are those to be told, in their order; when several fall together, each person gets one notification, that
    of the last one that concerns them. Each firing sets a rule off at most once, however often this is called. What was
    reached more than a week ago is history, such as that of an import, and sets nothing off any more.
    """
    firings = [firing for firing in firings if micros(work.now) - firing.at <= _REMEMBERED]
    book = load_book(work.connection)
    rules = [rule for rule in book.set_off_by(TriggerKind.CLOCK) if _listens(rule.trigger.clock, firings)]
    if not rules:
        return
    case = Case(work, incident)
    for rank, firing in enumerate(firings):
        for rule in rules:
            same = (rule.trigger.clock, rule.trigger.threshold) == (firing.clock, firing.threshold)
            if same and rule.matches(traits_of(case.row)):
                start_run(case, book, rule, _occasion(work, firing, rank))
    case.telling.send()


def _listens(clock: object, firings: Sequence[Firing]) -> bool:
    return any(firing.clock is clock for firing in firings)


@in_english()
def _occasion(work: Work, firing: Firing, rank: int) -> Occasion:
    words = reached_words(firing.clock, firing.threshold)
    late = micros(work.now) - firing.at
    if late > LATE:
        words += f" {duration_words(late - late % MINUTE)} ago"
    key = f"{firing.clock.value}:{firing.cycle}:{firing.target}:{firing.threshold.key}"
    return Occasion(key, words, firing.clock.value, firing.cycle, rank)
