"""Filling in what is suggested, where a rule of the desk says so: what runs the timers calls it now and then."""

import logging

from app.domain.actor import PROGRAM
from app.domain.errors import DeskError
from app.infra.unit_of_work import Store
from app.services.suggestions.dto import AlikeQuery, Offered, ToFill, Waiting
from app.services.suggestions.filling import fill_in
from app.services.suggestions.queries import SuggestionQueries
from app.triage.advice import Adviser
from app.triage.storing import from_bytes

_log = logging.getLogger(__name__)


class Filler:
    """Looks at what waits; what was looked at is left alone until it, the rule or what was learned has changed."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._suggestions = SuggestionQueries(store)
        self._adviser: Adviser | None = None
        self._tried: dict[str, int] = {}
        self._of: object = None

    def fill(self) -> int:
        """Fill in what is sure enough; how many incidents something was filled in of. Nothing without a rule."""
        due = self._suggestions.to_fill(PROGRAM)
        if not due.waiting or not due.model:
            return 0
        if self._of != (due.model, due.thresholds):
            self._of, self._tried = (due.model, due.thresholds), {}
        waiting = [each for each in due.waiting if self._tried.get(each.id) != each.version]
        adviser = self._read(due.model) if waiting else None
        filled = 0
        if adviser is not None:
            filled = sum(bool(self._fill_one(each, _sure(adviser, each.text, due))) for each in waiting)
        self._tried = {each.id: each.version for each in due.waiting}
        return filled

    def _fill_one(self, waiting: Waiting, sure: list[Offered]) -> tuple[str, ...]:
        if not sure:
            return ()
        title, _, text = waiting.text.partition("\n")
        try:
            asked = AlikeQuery(title, text, incident_id=waiting.id)
            behind = self._suggestions.ended_so(PROGRAM, asked, {each.field: each.values[0][0] for each in sure})
            told = [each._replace(evidence=tuple(behind[each.field])) for each in sure]
            return fill_in(self._store, waiting.id, told)
        except DeskError as error:
            _log.warning("What is suggested could not be filled in: %s", error)
            return ()

    def _read(self, number: int) -> Adviser | None:
        if self._adviser is None or self._adviser.number != number:
            learned = self._suggestions.newest(PROGRAM)
            names = self._suggestions.names(PROGRAM)
            self._adviser = None if learned is None else Adviser(learned.number, from_bytes(learned.content), names)
        return self._adviser


def _sure(adviser: Adviser, text: str, due: ToFill) -> list[Offered]:
    advised = adviser.advise(text)
    return [
        Offered(field, tuple((each.value_id, each.confidence) for each in advised[field]), adviser.number)
        for field, least in due.thresholds.items()
        if advised.get(field) and advised[field][0].confidence >= least
    ]
