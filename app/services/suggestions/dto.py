"""What goes in and out of learning."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from app.domain.level_hints import LevelHint
from app.domain.risk import Risk
from app.domain.wording import number, tr

FIELDS = ("service_id", "group_id", "category_id")
"""What is suggested, by the names of the columns of an incident; all hold ids of the catalogue."""

FILLING = "suggestion_filling"
"""The key of the setting that says from how sure on each field is filled in (0 to 1)."""

LEVELS = ("impact", "urgency")
"""What is hinted at beside it, counted from incidents like one and not learned."""

LEAST = 200
"""Resolved incidents from which on there is something to be learned."""

Figures = Mapping[str, Mapping[str, float]]
"""By field: `tested` unseen incidents, `top1` and `top3` hit rates, `majority`, and `calibration_error` (0 to 1)."""


class Offered(NamedTuple):
    """What somebody was shown for a field: identifiers with how sure each was, the likeliest first; by which version,
    and the incidents that were shown with it.

    Of `LEVELS` the values are levels as text, by no version, and `stood` is the level that stood beside the hint.
    """

    field: str
    values: tuple[tuple[str, float], ...]
    model: int
    evidence: tuple[str, ...] = ()
    stood: str | None = None


class AlikeQuery(NamedTuple):
    """A text that others are to be like; `incident_id` is the incident it belongs to, which never finds itself."""

    title: str
    text: str = ""
    caller_id: str | None = None
    service_id: str | None = None
    incident_id: str | None = None


class Alike(NamedTuple):
    """An incident like another one: how like, 0 to 1, by which shared words, and what resolved it; times in UTC.

    `values` are its fields in the order of `FIELDS`; impact and urgency are 0 where they are not told.
    """

    id: str
    number: int
    short_description: str
    state: str
    likeness: float
    words: tuple[str, ...]
    same_service: bool
    same_caller: bool
    caller_name: str
    reported_at: datetime
    resolved_at: datetime | None
    resolution_code: str | None
    resolution_notes: str
    values: tuple[str | None, ...]
    impact: int = 0
    urgency: int = 0
    priority: int = 0

    def reasons(self) -> str:
        """Why it is shown, for people: "printer, jams, floor · same service · same requester"."""
        parts = [", ".join(self.words[:4])]
        parts += [tr("same service")] * self.same_service + [tr("same requester")] * self.same_caller
        return " · ".join(parts)


class Ended(NamedTuple):
    """A resolved incident like another one, and what it ended with, in the order of `FIELDS`."""

    id: str
    number: int
    values: tuple[str | None, ...]


class AlikeFound(NamedTuple):
    """Open incidents that may be the same, and resolved ones that tell what helped; each the likest first.

    `ended` are more of the resolved ones, for what stands behind a suggestion.
    """

    open: tuple[Alike, ...] = ()
    resolved: tuple[Alike, ...] = ()
    hints: tuple[LevelHint, ...] = ()
    ended: tuple[Ended, ...] = ()

    def behind(self, field: str, value: str) -> tuple[Ended, ...]:
        """The likest resolved ones that ended with this value, at most three."""
        return ended_with(self.ended, field, value)


_BEHIND = 3


def ended_with(ended: Sequence[Ended], field: str, value: str) -> tuple[Ended, ...]:
    """Those that ended with this value of a field, at most three; the likest stay in front."""
    place = FIELDS.index(field)
    return tuple(each for each in ended if each.values[place] == value)[:_BEHIND]


class AtRisk(NamedTuple):
    """An open incident that may miss its resolution target, due at `due_at`, as counted at `reckoned_at` (UTC)."""

    id: str
    number: int
    short_description: str
    due_at: datetime
    risk: Risk
    reckoned_at: datetime


class KnownRisks(NamedTuple):
    """From how many resolved incidents risks are counted, and when one was counted last (UTC); None before that."""

    resolved: int
    reckoned_at: datetime | None

    def sentence(self) -> str:
        """Why nothing is said of an incident, for people; empty where enough is known."""
        if self.resolved >= LEAST:
            return ""
        return tr(
            "Risks are not known yet: {resolved} of the {least} resolved incidents that are needed are there.",
            resolved=number(self.resolved),
            least=LEAST,
        )


class Waiting(NamedTuple):
    """A new incident that a rule may fill something in of: its version, and its text as what was learned reads it."""

    id: str
    version: int
    text: str


class Filled(NamedTuple):
    """How often a rule filled a field in, how many of these are resolved, how many of those ended with what it filled
    in, and how sure it was on average (0 to 1).
    """

    field: str
    filled: int
    judged: int
    kept: int
    sure: float


class ToFill(NamedTuple):
    """What a rule may fill in: from how sure on by field, the number of the version that advises, and what waits."""

    thresholds: Mapping[str, float]
    model: int
    waiting: tuple[Waiting, ...]


class Lesson(NamedTuple):
    """A resolved incident, as learning sees it; the values stand in the order of `FIELDS`, None where there is none."""

    resolved_at: datetime
    text: str
    values: tuple[str | None, ...]


class Learned(NamedTuple):
    """What was learned: its number, when (UTC), from how many incidents, how good it was on unseen ones, and itself."""

    number: int
    learned_at: datetime
    incidents: int
    figures: Figures
    content: bytes


class Version(NamedTuple):
    """A version of what was learned, without itself; `copy_of` is the one that it is again.

    `incidents` are those there were to learn from when it came about.
    """

    number: int
    learned_at: datetime
    incidents: int
    figures: Figures
    copy_of: int | None

    @property
    def has_stayed(self) -> bool:
        """Whether it is the one before again because what was learned then was worse; nobody went back to it."""
        return self.copy_of == self.number - 1


_MORE = 1.1
_OLD = timedelta(days=30)


class Standing(NamedTuple):
    """How much there is to learn from, at most what one learning reads, and what was learned last."""

    resolved: int
    number: int
    learned_from: int
    learned_at: datetime | None
    figures: Figures
    ever_learned_from: int = 0
    """From how many any version was: going back to an older one is no reason to learn at once what it lacks."""
    copy_of: int | None = None

    def is_worth_learning(self, now: datetime) -> bool:
        """Whether there is enough, and a tenth more than last time; or a month has passed, because desks change."""
        if self.resolved < LEAST:
            return False
        return (
            self.learned_at is None
            or self.resolved >= _MORE * max(self.learned_from, self.ever_learned_from)
            or now - self.learned_at >= _OLD
        )

    def sentence(self) -> str:
        """What the desk knows, for people."""
        if self.copy_of is not None:
            return tr("Version {number}, which is version {copy_of} again.", number=self.number, copy_of=self.copy_of)
        if self.number:
            return tr(
                "Version {number}, learned from {learned_from} resolved incidents.",
                number=self.number,
                learned_from=number(self.learned_from),
            )
        if self.resolved >= LEAST:
            return tr("Nothing was learned yet.")
        return tr(
            "The desk does not know yet: it has {resolved} of the {least} resolved incidents that it needs.",
            resolved=number(self.resolved),
            least=LEAST,
        )


class BurstSeen(NamedTuple):
    """A burst as it is shown: `kind` is service, site or word, `name` which one; `key` is what answers go by."""

    key: str
    kind: str
    name: str
    incident_ids: tuple[str, ...]
    usual: float
    chance: float
    since: datetime
