"""How the values of a review are written into fields and read back; pure, in the reader's zone."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo

from app.domain.errors import BadInput
from app.domain.wording import tr
from app.services.reviews.dto import Value

_MOMENT = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})[ T](\d{1,2}):(\d{2})$")
_DAY = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")


@dataclass(frozen=True, slots=True)
class Codec:
    """From a value to what stands in the field, and back; `read` raises BadInput that says how to write it."""

    show: Callable[[Value], str]
    read: Callable[[str], Value]
    placeholder: str = ""


def _plain(value: Value) -> str:
    return "" if value is None else str(value)


TEXT = Codec(_plain, lambda text: text)
"""Text as it stands."""


def _read_number(text: str) -> Value:
    digits = text.strip().replace(",", "").replace(" ", "")
    if not digits:
        return None
    if not digits.isdecimal():
        raise BadInput(
            tr("{text} is no whole number. Write digits only, or leave the field empty.", text=f"{text.strip()!r}")
        )
    return int(digits)


NUMBER = Codec(_plain, _read_number, "0")
"""A whole number, or nothing."""


def _show_day(value: Value) -> str:
    return value.isoformat() if isinstance(value, date) else ""


def _read_day(text: str) -> Value:
    if not text.strip():
        return None
    match = _DAY.match(text.strip())
    try:
        if match is not None:
            return date(*map(int, match.groups()))
    except ValueError as error:
        raise BadInput(tr("There is no day {text}.", text=text.strip())) from error
    raise BadInput(tr("{text} is no date. Write it like 2026-12-04.", text=f"{text.strip()!r}"))


DAY = Codec(_show_day, _read_day, "YYYY-MM-DD")
"""A day, or nothing."""


def moment_codec(zone: tzinfo | None) -> Codec:
    """Moments to the minute, as the clock of the zone shows them; None means the zone of the computer."""

    def show(value: Value) -> str:
        if not isinstance(value, datetime):
            return ""
        return value.astimezone(UTC).astimezone(zone).strftime("%Y-%m-%d %H:%M")

    def read(text: str) -> Value:
        if not text.strip():
            return None
        match = _MOMENT.match(text.strip())
        try:
            if match is not None:
                year, month, day, hour, minute = map(int, match.groups())
                # A naive moment is read as the computer's own time by astimezone, which is what no zone stands for.
                local = datetime(year, month, day, hour, minute, tzinfo=zone)
                return local.astimezone(UTC)
        except ValueError as error:
            raise BadInput(tr("There is no time {text}.", text=text.strip())) from error
        raise BadInput(tr("{text} is no date with a time. Write it like 2026-12-04 09:30.", text=f"{text.strip()!r}"))

    return Codec(show, read, "YYYY-MM-DD HH:MM")
