"""Which way round a file writes its dates, found from the whole file and never guessed.

`3/2/2016` may be the third of February or the second of March. A row whose first number is above 12 proves day first,
one whose second number is above 12 proves month first. A file whose rows prove both, or that mixes ways of writing,
was damaged by some program on its way (a spreadsheet in another language does this) and is refused; a file where no
row decides needs the person's word.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from datetime import time as clock_time
from enum import StrEnum

from app.domain.imports import Fault, UnreadableFile
from app.domain.moments import EARLIEST, END, can_be_kept


class DateOrder(StrEnum):
    """The three ways in which exports write a date."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"
    ISO = "iso"


_DATE = re.compile(
    r"(\d{4}|\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{1,2})"
    r"(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?([AaPp])\.?[Mm]\.?)?)?"
    r" ?(Z|UTC|[+-]\d{2}:?\d{2})?"
)


FirstOf = Callable[[Collection[str]], tuple[int, str]]
"""Given some texts of a file, the first line that holds one of them, and which."""


class DateReader:
    """Reads dates of one order; remembers every text, because the same minute stands in many cells."""

    def __init__(self, order: DateOrder | None, zone: tzinfo = UTC) -> None:
        self.order = order
        self._zone = zone
        self._known: dict[str, datetime] = {}
        self._undated: set[str] = set()
        # A year has few days and a day few minutes, so most texts are put together from parts that were read before.
        self._days: dict[str, date] = {}
        self._clocks: dict[str, clock_time] = {}

    @property
    def known(self) -> Mapping[str, datetime]:
        """Every text that was read and is a date."""
        return self._known

    def read(self, text: str) -> datetime | None:
        """The moment in UTC, or None for a text that is no date of this order, or one from outside 1970 to 2199."""
        found = self._known.get(text)
        return self._learn(text) if found is None and text not in self._undated else found

    def read_all(self, texts: Collection[str]) -> set[str]:
        """Read many texts at once; those that are no dates come back."""
        known, learn = self._known, self._learn
        for text in texts:
            if text not in known:
                learn(text)
        return self._undated.intersection(texts)

    def _learn(self, text: str) -> datetime | None:
        moment = self._put_together(text)
        if moment is None:
            self._undated.add(text)
        else:
            self._known[text] = moment
        return moment

    def _put_together(self, text: str) -> datetime | None:
        day, _space, clock = text.partition(" ")
        known_day, known_clock = self._days.get(day), self._clocks.get(clock)
        if known_day is None or known_clock is None:
            return self._parse(text)
        at = datetime.combine(known_day, known_clock)
        return at if known_clock.tzinfo is UTC else at.astimezone(UTC)

    def _parse(self, text: str) -> datetime | None:
        match = _DATE.fullmatch(text.strip())
        if match is None or self.order is None:
            return None
        a, _mark, b, c, hour, minute, second, half, offset = match.groups()
        if (len(a) == 4) != (self.order is DateOrder.ISO) or (len(a) != 4 and len(c) != 4):
            return None
        if self.order is DateOrder.ISO:
            year, month, day = a, b, c
        else:
            year, month, day = (c, b, a) if self.order is DateOrder.DAY_FIRST else (c, a, b)
        zone = self._zone if offset is None else _zone_of(offset)
        try:
            hours = int(hour or 0) if half is None else _hour(int(hour), half)
            at = datetime(int(year), int(month), int(day), hours, int(minute or 0), int(second or 0), tzinfo=zone)
            moment = at.astimezone(UTC)
        except (ValueError, OverflowError):
            return None
        if not can_be_kept(moment):
            return None
        written_day, _space, written_clock = text.partition(" ")
        # Parts are remembered only where they are just the day and just the rest, and where no zone can lead out of
        # the years that are kept: then any two of them make a date again.
        if match.end(4) == len(written_day) and EARLIEST.year < at.year < END.year - 1:
            self._days[written_day], self._clocks[written_clock] = at.date(), at.timetz()
        return moment


def _zone_of(offset: str) -> tzinfo:
    if offset in {"Z", "UTC"}:
        return UTC
    sign = -1 if offset[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(offset[1:3]), minutes=int(offset[-2:])))


def _hour(hour: int, half: str) -> int:
    if not 1 <= hour <= 12:
        raise ValueError(f"{hour} is no hour of a twelve-hour clock")
    return hour % 12 + (12 if half in "Pp" else 0)


def decide_dates(
    texts: Iterable[str],
    first_of: FirstOf,
    wanted: DateOrder | None = None,
    zone: tzinfo = UTC,
) -> DateReader:
    """A reader for the dates of a file, from every date text in it; `first_of` finds the first line of any of them.

    `wanted` is the person's word. It settles a file whose rows prove several orders or none, but it is refused where
    every row that decides proves another order. Raises `UnreadableFile` where nothing settles the order.
    """
    evidence = _Evidence(first_of)
    evidence.add_all(texts)
    return DateReader(evidence.order() if wanted is None else evidence.agree(wanted), zone)


class _Evidence:
    """What the dates of a file prove about their order."""

    def __init__(self, first_of: FirstOf) -> None:
        self._first = first_of
        self._proofs: dict[DateOrder, list[str]] = {}
        self._undecided: list[str] = []
        self._pointless: list[str] = []
        self._days: dict[str, list[str]] = {}
        self._clocks: set[str] = set()

    def add_all(self, texts: Iterable[str]) -> None:
        """Weigh texts; one that is put together from a day and a time that were seen proves what its day proves."""
        days, clocks = self._days, self._clocks
        for text in texts:
            day, _space, clock = text.partition(" ")
            if day in days and clock in clocks:
                days[day].append(text)
            else:
                self._add(text)

    def _add(self, text: str) -> None:
        """Weigh one text; what is no date at all proves nothing and is rejected later, row by row."""
        match = _DATE.fullmatch(text.strip())
        if match is None:
            return
        alike = self._alike(match)
        alike.append(text)
        day, _space, clock = text.partition(" ")
        if match.end(4) == len(day):
            self._days[day] = alike
            self._clocks.add(clock)

    def _alike(self, match: re.Match[str]) -> list[str]:
        """The texts that prove the same as this one, or that decide as little."""
        if len(match[1]) == 4:
            return self._proofs.setdefault(DateOrder.ISO, [])
        first, second = int(match[1]), int(match[3])
        if len(match[4]) != 4 or (first > 12 and second > 12):
            return self._pointless
        if first <= 12 and second <= 12:
            return self._undecided
        return self._proofs.setdefault(DateOrder.DAY_FIRST if first > 12 else DateOrder.MONTH_FIRST, [])

    def agree(self, wanted: DateOrder) -> DateOrder:
        """The person's word, unless all that is proved is something else."""
        if self._proofs and wanted not in self._proofs:
            (line, text), order = min((self._first(texts), order) for order, texts in self._proofs.items())
            reason = f"The date {text} is not written {wanted.value}; the file looks {order.value}."
            raise UnreadableFile((Fault(line, reason),))
        return wanted

    def order(self) -> DateOrder | None:
        """The only order that is possible; None for a file without dates."""
        mixed = DateOrder.ISO in self._proofs and self._undecided
        if len(self._proofs) > 1 or mixed:
            raise UnreadableFile(self._contradiction())
        if not self._proofs and self._undecided:
            line, text = self._first(self._undecided)
            reason = (
                f"No date in the file tells whether {text} puts the day or the month first."
                " Say --dates day-first or --dates month-first."
            )
            raise UnreadableFile((Fault(line, reason),))
        return next(iter(self._proofs), None)

    def _contradiction(self) -> tuple[Fault, ...]:
        found = [(*self._first(texts), order.value) for order, texts in self._proofs.items()]
        if len(found) == 1:
            found.append((*self._first(self._undecided), "day-first or month-first"))
        advice = "Export the file again; or say --dates, and the rows that are written otherwise are rejected."
        return tuple(
            Fault(line, f"The dates of the file contradict each other: {text} is written {order}. {advice}")
            for line, text, order in sorted(found)
        )
