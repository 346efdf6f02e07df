"""Keeping what was learned."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Row, func, insert, select

from app.domain.bursts import BurstAnswer
from app.domain.errors import NotFound, Refused
from app.domain.permissions import Permission
from app.domain.wording import tr
from app.infra.unit_of_work import Store, Work
from app.models.suggestion import suggestion_model
from app.services.access import ensure_visible
from app.services.command import command
from app.services.suggestions.bursts import answer_burst
from app.services.suggestions.dto import BurstSeen, Figures, Offered
from app.services.suggestions.filling import set_rule
from app.services.suggestions.recording import record_passed_over


class SuggestionCommands:
    """What changes suggestions."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.INCIDENT_WORK)
    def keep(self, work: Work, incidents: int, figures: Figures, content: bytes, instead_of: int | None = None) -> int:
        """Keep what was learned as the newest, and return its number; the ones before stay.

        `instead_of` is the version that held when the learning began, 0 for none; raises Refused where another holds
        by now, against which nothing was tried.
        """
        if instead_of is not None:
            _ensure_holds(work, instead_of)
        return _add(work, incidents, figures, content)

    @command(Permission.INCIDENT_WORK)
    def stay(self, work: Work, number: int, incidents: int) -> int:
        """Have the version that holds stay, because what was learned anew from so many incidents was worse.

        It becomes a new version that is the same, so that nobody learns again before there is more to learn from;
        returns its number. Raises Refused where another version holds by now.
        """
        _ensure_holds(work, number)
        old = _version(work, number)
        return _add(work, incidents, old.figures, old.content, copy_of=number)

    @command(Permission.INCIDENT_WORK)
    def pass_over(self, work: Work, incident_id: str, shown: tuple[Offered, ...]) -> None:
        """Write down that suggestions for empty fields were left alone by whoever saved something else beside them."""
        ensure_visible(work.connection, work.actor, incident_id)
        record_passed_over(work, incident_id, shown)

    @command(Permission.INCIDENT_WORK)
    def answer_burst(self, work: Work, seen: BurstSeen, answer: BurstAnswer) -> None:
        """Keep what the person made of a burst, so that it is not shown to them again."""
        answer_burst(work, seen, answer)

    @command(Permission.SUGGESTION_REVIEW)
    def set_filling(self, work: Work, thresholds: Mapping[str, float]) -> None:
        """Have fields filled in by themselves from so sure on (0 to 1); one that is not named is left to people."""
        set_rule(work, thresholds)

    @command(Permission.SUGGESTION_REVIEW)
    def go_back(self, work: Work, number: int) -> int:
        """Have an older version hold again, as a new one that is the same; returns its number."""
        old = _version(work, number)
        if number == _newest(work):
            raise Refused(tr("Version {number} holds already.", number=number))
        return _add(work, old.incidents, old.figures, old.content, copy_of=number)


def _newest(work: Work) -> int:
    """The number of the version that holds, 0 before anything was learned."""
    return work.connection.execute(select(func.max(suggestion_model.c.number))).scalar_one() or 0


def _version(work: Work, number: int) -> Row[Any]:
    found = work.connection.execute(select(suggestion_model).where(suggestion_model.c.number == number)).first()
    if found is None:
        raise NotFound(tr("There is no version {number} of what was learned.", number=number))
    return found


def _ensure_holds(work: Work, number: int) -> None:
    newest = _newest(work)
    if newest != number:
        raise Refused(tr("Another program has learned meanwhile; version {number} holds.", number=newest))


def _add(work: Work, incidents: int, figures: Figures, content: bytes, copy_of: int | None = None) -> int:
    number = _newest(work) + 1
    values = {
        "number": number, "learned_at": work.now, "incidents": incidents, "figures": figures, "content": content,
        "copy_of": copy_of,
    }  # fmt: skip
    work.connection.execute(insert(suggestion_model), values)
    return number
