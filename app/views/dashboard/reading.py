"""What was read last of the two parts of the dashboard: for which group and stretch, and what went wrong since."""

from datetime import datetime
from typing import Final

from app.domain.wording import tr
from app.services.dashboard.dto import Figures, Wanted
from app.views.dashboard.board import of_another_words, stale_words, stretch_words
from app.views.toolkit.formats import Formats

NOW: Final = "now"
STRETCH: Final = "stretch"
PARTS: Final = (NOW, STRETCH)


class Reading:
    """`wanted` is what is chosen; what still belongs to another group or stretch says so, and is told apart."""

    def __init__(self) -> None:
        self.wanted = Wanted()
        self.wrong: dict[str, str] = {}
        self._found: dict[str, tuple[Wanted, Figures]] = {}

    def put(self, part: str, wanted: Wanted, found: Figures) -> None:
        """A part was read."""
        self._found[part] = (wanted, found)

    def of_what_is_chosen(self) -> list[Figures]:
        """The parts that belong to what is chosen."""
        return [self._found[part][1] for part in PARTS if part in self._found and not self._is_of_another(part)]

    def old_words(self, formats: Formats, now: datetime) -> list[str]:
        """For each part what its figures have to say of themselves; empty where they are what was asked for."""
        return [self._old_words(part, formats, now) for part in PARTS]

    def about(self, formats: Formats, now: datetime) -> str:
        """The group, and where both parts belong to what is chosen, from when to when they are."""
        group, chosen = self.wanted.group or tr("All groups"), self.of_what_is_chosen()
        if len(chosen) < len(PARTS):
            return group
        return f"{group} · {stretch_words(chosen[1]._replace(at=chosen[0].at), formats, now)}"

    def _is_of_another(self, part: str) -> bool:
        shown = self._found[part][0]
        return shown.group != self.wanted.group or (part == STRETCH and shown.days != self.wanted.days)

    def _old_words(self, part: str, formats: Formats, now: datetime) -> str:
        if part in self._found and self._is_of_another(part):
            shown = self._found[part][0]
            return of_another_words(shown.group or tr("All groups"), shown.days if part == STRETCH else 0)
        known = self._found[part][1] if part in self._found else None
        return stale_words(known, formats, now) if self.wrong.get(part) else ""
