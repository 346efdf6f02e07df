"""Keeping what was learned."""

from collections.abc import Mapping

from sqlalchemy import func, insert, select

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
    def keep(self, work: Work, incidents: int, figures: Figures, content: bytes) -> int:
        """Keep what was learned as the newest, and return its number; the ones before stay."""
        return _add(work, incidents, figures, content)

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
        table = suggestion_model.c
        old = work.connection.execute(select(suggestion_model).where(table.number == number)).first()
        if old is None:
            raise NotFound(tr("There is no version {number} of what was learned.", number=number))
        if number == work.connection.execute(select(func.max(table.number))).scalar_one():
            raise Refused(tr("Version {number} holds already.", number=number))
        return _add(work, old.incidents, old.figures, old.content, copy_of=number)


def _add(work: Work, incidents: int, figures: Figures, content: bytes, copy_of: int | None = None) -> int:
    last = work.connection.execute(select(func.max(suggestion_model.c.number))).scalar_one()
    number = (last or 0) + 1
    values = {
        "number": number, "learned_at": work.now, "incidents": incidents, "figures": figures, "content": content,
        "copy_of": copy_of,
    }  # fmt: skip
    work.connection.execute(insert(suggestion_model), values)
    return number
