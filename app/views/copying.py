"""Copying the numbers of incidents: the same again adds the short description, and a third time the link."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtGui import QGuiApplication

from app.domain.numbers import incident_link, incident_number
from app.domain.wording import trn
from app.views.context import ViewContext


class Copied(NamedTuple):
    """An incident whose number is copied."""

    id: str
    number: int
    short_description: str


class NumberCopier:
    """Remembers what was copied last, so that the same once more says more of it."""

    def __init__(self, context: ViewContext) -> None:
        self._context = context
        self._last: tuple[str, ...] = ()
        self._times = 0

    def copy(self, incidents: Sequence[Copied]) -> None:
        """Copy one line for each incident."""
        if not incidents:
            return
        ids = tuple(each.id for each in incidents)
        self._times = self._times % 3 + 1 if ids == self._last else 1
        self._last = ids
        lines = [self._line(each) for each in incidents]
        QGuiApplication.clipboard().setText("\n".join(lines))
        said = trn("Copied {line}", "Copied {n} numbers", len(lines), line=lines[0])
        self._context.toasts.show(said, icon="copy", shown_ms=3_000)

    def _line(self, incident: Copied) -> str:
        parts = incident_number(incident.number), incident.short_description, incident_link(incident.number)
        return " ".join(parts[: self._times])
