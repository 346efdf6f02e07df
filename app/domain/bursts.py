"""Bursts: more incidents of one kind within an hour than the same hours of past weeks let expect.

Of each service, each site and each word of the summaries, with its other forms, it is counted how many came in the
last hour, and how many in the same hour of each past week. From the past follows how likely every number is (a Gamma
distribution of the rate, Poisson within the hour). What is all but impossible by chance is a burst. Nothing is learned
and nothing is hidden: the counts are the reason.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import timedelta
from math import exp, lgamma, log
from typing import Final, NamedTuple

from app.domain.search.folding import runs_of
from app.domain.search.forms import Language, forms_of
from app.domain.search.little_words import LITTLE_WORDS
from app.domain.vocabulary import Word

SPAN: Final = timedelta(hours=1)
WEEKS: Final = 8
FEWEST_WEEKS: Final = 4
"""A desk that is younger than this does not know what is usual."""
LEAST: Final = 5
"""Fewer incidents are no burst, however unusual."""
CHANCE: Final = 1e-5
"""Hundreds of services, sites and words are looked at many times a day; less rare things would happen every week."""
_SHORTEST: Final = 3
_PRIOR: Final = 0.5
_SAME: Final = 0.6
"""Two bursts that share so much of the smaller one are the same."""


class Report(NamedTuple):
    """An incident, as a burst is made of it."""

    id: str
    number: int
    title: str
    service_id: str | None
    site_id: str | None


class BurstAnswer(Word):
    """What somebody made of a burst that was shown to them."""

    LATER = "later"
    MAJOR = "major"
    PROBLEM = "problem"


class Burst(NamedTuple):
    """`kind` is service, site or word, `value` which one. `usual` came in such an hour of past weeks on average;
    `chance` is how likely so many would be if nothing was the matter.
    """

    kind: str
    value: str
    reports: tuple[Report, ...]
    usual: float
    chance: float


def chance_of(seen: int, past: Sequence[int]) -> float:
    """How likely `seen` or more are, after these counts in as many hours of the past."""
    shape, rate = _PRIOR + sum(past), float(len(past))
    below = 0.0
    for count in range(seen):
        below += exp(
            lgamma(shape + count) - lgamma(shape) - lgamma(count + 1)
            + shape * log(rate / (rate + 1)) - count * log(rate + 1)
        )  # fmt: skip
    return max(0.0, 1.0 - below)


def find_bursts(
    now: Sequence[Report], past: Sequence[Sequence[Report]], languages: Sequence[Language] = ()
) -> tuple[Burst, ...]:
    """The bursts of the last hour, the least likely first, each incident in the first of those that share it.

    Words of these languages are gathered with their other forms.
    """
    if len(past) < FEWEST_WEEKS:
        return ()
    found = []
    for kind, values_of in {**_KINDS, "word": _clusters(now, languages)}.items():
        before = [_counted(week, values_of) for week in past]
        for value, reports in _gathered(now, values_of).items():
            counts = [week.get(value, 0) for week in before]
            chance = chance_of(len(reports), counts) if len(reports) >= LEAST else 1.0
            if chance < CHANCE:
                found.append(Burst(kind, value, tuple(reports), sum(counts) / len(counts), chance))
    found.sort(key=lambda each: (each.chance, -len(each.reports), each.kind, each.value))
    kept: list[Burst] = []
    for each in found:
        if not any(_is_same(each, other) for other in kept):
            kept.append(each)
    return tuple(kept)


def _clusters(now: Sequence[Report], languages: Sequence[Language]) -> Callable[[Report], Iterable[str]]:
    """The words of a report, each by the shortest of its forms that came in now: "printer" for "printers" too."""
    name_of: dict[str, str] = {}
    for word in sorted({word for report in now for word in _words(report)}, key=lambda each: (len(each), each)):
        forms = forms_of(word, languages)
        name = next((name_of[form] for form in forms if form in name_of), word)
        for form in forms:
            name_of.setdefault(form, name)
    return lambda report: {name_of[word] for word in _words(report) if word in name_of}


def _words(report: Report) -> Iterable[str]:
    # Three letters are enough: what fails is as often called VPN, SAP or ERP as anything longer.
    runs = (run for run in runs_of(report.title) if len(run) >= _SHORTEST and not run.isdigit())
    return {run for run in runs if run not in LITTLE_WORDS}


_KINDS: Final[Mapping[str, Callable[[Report], Iterable[str]]]] = {
    "service": lambda report: filter(None, [report.service_id]),
    "site": lambda report: filter(None, [report.site_id]),
}


def _gathered(reports: Sequence[Report], values_of: Callable[[Report], Iterable[str]]) -> dict[str, list[Report]]:
    found: dict[str, list[Report]] = {}
    for report in reports:
        for value in values_of(report):
            found.setdefault(value, []).append(report)
    return found


def _counted(reports: Sequence[Report], values_of: Callable[[Report], Iterable[str]]) -> dict[str, int]:
    return {value: len(some) for value, some in _gathered(reports, values_of).items()}


def _is_same(one: Burst, other: Burst) -> bool:
    ids, theirs = {report.id for report in one.reports}, {report.id for report in other.reports}
    return len(ids & theirs) >= _SAME * min(len(ids), len(theirs))
