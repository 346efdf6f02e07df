"""How long a desk keeps what: the rule of each kind, when a change of it begins to hold, and what it reaches back to.

Without a rule everything is kept for ever. A rule that takes more than before never begins at once: people get a week
in which they can take it back. One that takes less holds from the moment at which it is set.
"""

import calendar
from datetime import datetime, timedelta
from typing import Any, Final, NamedTuple

from app.domain.errors import BadInput
from app.domain.vocabulary import Word
from app.domain.wording import tr, trn


class RetentionKind(Word):
    """What a rule can be set for."""

    FILES = "files"
    NOTIFICATIONS = "notifications"

    @property
    def key(self) -> str:
        """Under which key the settings of the desk keep its rule."""
        return f"retention_{self.value}"

    @property
    def label(self) -> str:
        """What the settings and the history call it."""
        return tr("Files of ended incidents") if self is RetentionKind.FILES else tr("Notifications")


NOTICE: Final = timedelta(days=7)
"""How long a rule that takes more waits before it begins, and how long what is let go of is still held."""
MOST_MONTHS: Final = 1200
QUIET_FROM, QUIET_TO = timedelta(days=40), timedelta(days=5)
"""A run takes something only where the desk has also looked so long ago: a clock that is a year wrong has not."""
LOOK_EVERY: Final = timedelta(hours=20)
"""A run that takes nothing leaves its record once in this time."""


class Rule(NamedTuple):
    """For how many months something is kept after its incident has ended; None: for ever.

    Until `begins_at` (UTC) what was set before holds on: `before` months, or for ever.
    """

    months: int | None = None
    begins_at: datetime | None = None
    before: int | None = None

    def months_at(self, now: datetime) -> int | None:
        """What holds at a moment."""
        return self.before if self.waits_at(now) else self.months

    def waits_at(self, now: datetime) -> bool:
        """Whether what was set has still to begin."""
        return self.begins_at is not None and now < self.begins_at

    @property
    def is_set(self) -> bool:
        """Whether anything is ever taken by it."""
        return self.months is not None or self.before is not None


def changed(rule: Rule, months: int | None, now: datetime) -> Rule:
    """The rule after somebody chose other months; `BadInput` for a number that makes no sense."""
    if months is not None and not 1 <= months <= MOST_MONTHS:
        raise BadInput(tr("Choose 1 to {most} months, or for ever.", most=MOST_MONTHS), "months")
    held = rule.months_at(now)
    if months is None or (held is not None and months >= held):
        return Rule(months)
    if rule.waits_at(now) and rule.months == months:
        return rule
    return Rule(months, now + NOTICE, held)


def cutoff(now: datetime, months: int) -> datetime:
    """What ended before this moment is taken: the same day so many months earlier, or the last of that month."""
    total = now.year * 12 + now.month - 1 - months
    year, month = divmod(total, 12)
    year = max(year, 1970)
    return now.replace(year=year, month=month + 1, day=min(now.day, calendar.monthrange(year, month + 1)[1]))


def rule_of(stored: Any) -> Rule:
    """The rule that a stored value means; what cannot be read keeps everything."""
    if not isinstance(stored, dict):
        return Rule()
    try:
        begins = stored.get("begins_at")
        return Rule(
            _months(stored.get("months")), None if begins is None else datetime.fromisoformat(begins),
            _months(stored.get("before")),
        )  # fmt: skip
    except (TypeError, ValueError):
        return Rule()


def as_data(rule: Rule) -> dict[str, Any]:
    """The rule as the settings of the desk keep it."""
    begins = None if rule.begins_at is None else rule.begins_at.isoformat()
    return {"months": rule.months, "begins_at": begins, "before": rule.before}


def _months(value: Any) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MOST_MONTHS:
        raise ValueError(value)
    return value


def months_words(months: int | None) -> str:
    """`for ever`, `6 months`, `3 years`."""
    if months is None:
        return tr("for ever")
    if months % 12 == 0:
        return trn("{n} year", "{n} years", months // 12)
    return trn("{n} month", "{n} months", months)
