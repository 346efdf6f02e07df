"""What the settings are told of how long things are kept: plain values."""

from datetime import datetime
from typing import NamedTuple

from app.domain.retention import RetentionKind, Rule
from app.services.catalogue.dto import PastChange


class Amount(NamedTuple):
    """So many things, their bytes, and when the oldest was added (UTC); None where there is none."""

    number: int
    size: int
    oldest: datetime | None


class Standing(NamedTuple):
    """A kind: what there is of it, its rule, who set that, and what the rule would take now if it held."""

    kind: RetentionKind
    there: Amount
    rule: Rule
    rule_by: str | None
    due: Amount


class Run(NamedTuple):
    """What was taken on a day (UTC midnight) by a rule of so many months; bytes for files."""

    day: datetime
    kind: RetentionKind
    taken: int
    size: int


class HeldIncident(NamedTuple):
    """An incident that no rule takes anything of: since when (UTC), by whom and why."""

    incident_id: str
    number: int
    reason: str
    held_at: datetime
    held_by: str | None


class Overview(NamedTuple):
    """Everything that the page shows; `held_by_itself` counts incidents that are major ones or have a review."""

    kinds: tuple[Standing, ...]
    held: tuple[HeldIncident, ...]
    held_by_itself: int
    runs: tuple[Run, ...]
    looked_at: datetime | None
    history: tuple[PastChange, ...]
