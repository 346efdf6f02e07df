"""The span of time that is chosen for the audit log: a preset, a day, or two days that are typed."""

import re
from datetime import date, datetime, timedelta, tzinfo
from typing import Final, NamedTuple

from app.domain.errors import DeskError
from app.domain.midnights import day_of, midnight
from app.domain.special_days import read_day
from app.domain.wording import tr
from app.views.widgets.choice_popup import Option, narrowed

_TO: Final = re.compile(r"\s*(?:\.\.|–|—|\s-\s|\s)\s*")


class Days(NamedTuple):
    """From the beginning of one day to the end of another; None has no end on that side."""

    first: date | None = None
    last: date | None = None

    def bounds(self, zone: tzinfo | None) -> tuple[datetime | None, datetime | None]:
        """The moments in UTC: the first is included, the second is not."""
        since = None if self.first is None else midnight(self.first, zone)
        until = None if self.last is None else midnight(self.last + timedelta(days=1), zone)
        return since, until


def offered(text: str, now: datetime, zone: tzinfo | None) -> list[Option]:
    """The spans that fit what was typed; days that were typed come first."""
    today = day_of(now, zone)
    presets = [
        Option(Days(), tr("Any time")),
        Option(Days(today, today), tr("Today")),
        Option(Days(today - timedelta(days=1), today - timedelta(days=1)), tr("Yesterday")),
        *(Option(Days(today - timedelta(days=count - 1), today), _last(count)) for count in (7, 30, 90, 365)),
    ]
    typed = _typed(text)
    if typed is None:
        hint = tr("type 2026-11-01 or 2026-11-01..2026-11-15")
        return narrowed(presets, text) or [Option(Days(), tr("Any time"), hint)]
    return [Option(typed, said(typed))]


def _last(count: int) -> str:
    return {
        7: tr("Last 7 days"), 30: tr("Last 30 days"), 90: tr("Last 90 days"), 365: tr("Last 365 days"),
    }[count]  # fmt: skip


def said(days: Days) -> str:
    """Days that were typed, as they are shown."""
    first, last = (day.isoformat() if day else "" for day in days)
    return first if first == last else tr("{first} to {last}", first=first, last=last)


def _typed(text: str) -> Days | None:
    pieces = [piece for piece in _TO.split(text.strip(), maxsplit=1) if piece]
    try:
        days = sorted(read_day(piece) for piece in pieces)
    except DeskError:
        return None
    return Days(days[0], days[-1]) if days else None
