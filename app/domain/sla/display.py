"""How a clock looks at an instant: one of eight states, with colour, icon, text and the words a screen reader says.

One function for the queue, the preview, the incident and the documents, so that they cannot disagree. It reads a
`Face`, which is what the database keeps of a clock, and goes on by itself as time passes. Nothing heavy is imported:
the first picture of the window is painted with it. Rules and formats: the desktop research, part 2.13.

Time left is the time on the wall until the due instant, rounded up to the unit shown, and time over is rounded down:
a whole minute is never missing that a person still has, and no breach is claimed before it happened.
"""

from enum import StrEnum
from typing import NamedTuple, Protocol

from app.domain.instants import HOUR, MINUTE, SECOND
from app.domain.vocabulary import HoldReason, hold_reason_label
from app.domain.wording import figures, inside, marked, sentence_case, tr, trn

_DAY_MINUTES = 24 * 60
_TEN_MINUTES = 10 * MINUTE


class Level(StrEnum):
    """The eight states of a clock that is shown."""

    ON_TRACK = "on_track"
    SOON = "soon"
    HOT = "hot"
    BREACHED = "breached"
    PAUSED = "paused"
    MET = "met"
    MISSED = "missed"
    NONE = "none"


class Hours(Protocol):
    """The opening hours that a clock counts by; `app.domain.timeline.Timeline` is one."""

    def is_open(self, instant: int) -> bool:
        """Whether the desk is open at the instant (microseconds)."""
        ...

    def elapsed(self, start: int, end: int) -> int:
        """Opening time in [start, end), in microseconds."""
        ...


class Face(NamedTuple):
    """What is known of one clock without asking its facts again; instants and durations are microseconds.

    `phase` is one of none, running, paused, stopped, void. `elapsed` is the opening time used when the face was made,
    at a pause or at the end. `due` is the due instant, also a past one of a paused clock. `soon` and `hot` are the
    instants from which it presses, `breach` the first instant at which it is breached; they stand as if nothing more
    happened. `reason` is why it is paused. `promised` tells that the due instant was set by hand: no calendar and no
    pause moves it. `breached` is the outcome of a clock that has stopped.
    """

    clock: str = ""
    phase: str = "none"
    reason: str = ""
    elapsed: int = 0
    target: int | None = None
    due: int | None = None
    soon: int | None = None
    hot: int | None = None
    breach: int | None = None
    stopped: int | None = None
    breached: bool | None = None
    promised: bool = False
    calendar_id: str = ""


NO_FACE = Face()
"""An incident that nothing is promised for."""


class Look(NamedTuple):
    """What the states look like: the ink, whether it stands on its tint, and the icon."""

    tone: str
    filled: bool
    icon: str


LOOKS = {
    Level.ON_TRACK: Look("text2", filled=False, icon="ring"),
    Level.SOON: Look("amber", filled=True, icon="clock"),
    Level.HOT: Look("orange", filled=True, icon="timer"),
    Level.BREACHED: Look("red", filled=True, icon="octagon-alert"),
    Level.PAUSED: Look("violet", filled=False, icon="pause"),
    Level.MET: Look("green", filled=False, icon="check"),
    Level.MISSED: Look("red", filled=False, icon="triangle-alert"),
    Level.NONE: Look("text3", filled=False, icon="minus"),
}
"""The icon "ring" is no picture: it is painted with the share of the target that is used."""

LEVEL_LABELS = {
    Level.ON_TRACK: marked("On track"),
    Level.SOON: marked("Due soon"),
    Level.HOT: marked("Due very soon"),
    Level.BREACHED: marked("Breached"),
    Level.PAUSED: marked("Paused"),
    Level.MET: marked("Met"),
    Level.MISSED: marked("Missed"),
    Level.NONE: marked("No target"),
}


class Standing(NamedTuple):
    """How a clock stands: its state, a short text, the same as it is spoken, and the share of the target used.

    `used` is in thousandths, None where it is not known; `by_seconds` tells that the text changes within a minute.
    """

    level: Level
    text: str
    spoken: str
    icon_name: str
    tone: str
    filled: bool
    used: int | None = None
    by_seconds: bool = False


def level_at(face: Face, now: int, hours: Hours | None = None) -> Level:
    """The state of a clock at an instant; without `hours` it counts as open.

    A breach stays one while it is paused. A clock that runs while its calendar is closed stands still, and is paused.
    """
    if face.phase in {"none", "void"} or (face.target is None and not face.promised):
        return Level.NONE
    if face.phase == "stopped":
        return Level.MISSED if face.breached else Level.MET
    if face.breach is not None and now >= face.breach:
        return Level.BREACHED
    if not face.promised and (face.phase == "paused" or (hours is not None and not hours.is_open(now))):
        return Level.PAUSED
    if face.hot is not None and now >= face.hot:
        return Level.HOT
    return Level.SOON if face.soon is not None and now >= face.soon else Level.ON_TRACK


def standing(face: Face, now: int, hours: Hours | None = None, *, exact: bool = False) -> Standing:
    """How a clock looks at the instant `now` by the opening hours it counts by.

    `exact` shows seconds in the last ten minutes, for the incident itself.
    """
    level = level_at(face, now, hours)
    text, spoken = _WORDS[level](face, now, hours, exact)
    look = LOOKS[level]
    left = None if face.due is None or face.phase != "running" else face.due - now
    by_seconds = left is not None and abs(left) < _TEN_MINUTES
    return Standing(level, text, spoken, look.icon, look.tone, look.filled, used_share(face, now, hours), by_seconds)


def used_share(face: Face, now: int, hours: Hours | None = None) -> int | None:
    """Thousandths of the target that are used up, rounded down; None without a target or where it cannot be known."""
    left = opening_left(face, now, hours)
    if left is None or face.target is None:
        return None
    return max(0, 1000 * (face.target - left) // face.target)


def opening_left(face: Face, now: int, hours: Hours | None = None) -> int | None:
    """Opening time left of the target (microseconds), negative when exceeded; None where it cannot be known.

    Until a running clock is due it is what its calendar has open between now and the due instant.
    """
    if face.target is None:
        return None
    if face.phase != "running" or face.due is None:
        return face.target - face.elapsed
    if hours is None:
        return None
    return hours.elapsed(now, face.due) if now <= face.due else -hours.elapsed(face.due, now)


def _counting(face: Face, now: int, _hours: Hours | None, exact: bool) -> tuple[str, str]:
    left = _left(face, now)
    return time_left(left, exact=exact), tr(
        "{face} due in {spoken_time}", face=_name(face), spoken_time=spoken_time(left, up=True)
    )


def _soon(face: Face, now: int, _hours: Hours | None, exact: bool) -> tuple[str, str]:
    left = _left(face, now)
    return tr("{time_left} left", time_left=time_left(left, exact=exact)), tr(
        "{face} due in {spoken_time}, warning", face=_name(face), spoken_time=spoken_time(left, up=True)
    )


def _hot(face: Face, now: int, _hours: Hours | None, exact: bool) -> tuple[str, str]:
    left = _left(face, now)
    return tr("{time_left} left", time_left=time_left(left, exact=exact)), tr(
        "{face} due in {spoken_time}, urgent", face=_name(face), spoken_time=spoken_time(left, up=True)
    )


def _breached(face: Face, now: int, _hours: Hours | None, exact: bool) -> tuple[str, str]:
    over = max(0, now - face.due) if face.due is not None else max(0, face.elapsed - (face.target or 0))
    if over < MINUTE and not exact:
        return tr("Just over"), tr("{face} breached just now", face=_name(face))
    # The minus belongs to the figures, before which it stands in every language.
    shown = figures(("" if exact else "\N{MINUS SIGN}") + time_over(over, exact=exact))
    return tr("{time_over} over", time_over=shown), tr(
        "{face} breached {spoken_time} ago", face=_name(face), spoken_time=spoken_time(over)
    )


def paused_words(face: Face, now: int, hours: Hours | None) -> str:
    """Why a clock stands still and how much is left of it, without its name."""
    why, left = sentence_case(_why_paused(face)), opening_left(face, now, hours)
    return (
        why
        if left is None
        else tr("{why}, {spoken_time} of opening time left", why=why, spoken_time=spoken_time(left, up=True))
    )


def _paused(face: Face, now: int, hours: Hours | None, exact: bool) -> tuple[str, str]:
    left = opening_left(face, now, hours)
    why = _why_paused(face)
    if left is None:
        return tr("Paused"), tr("{face} paused, {why}", face=_name(face), why=why)
    shown = opening_time(left, up=True)
    text = tr("Paused, {shown} left", shown=shown) if exact else tr("Paused {shown}", shown=shown)
    return text, tr(
        "{face} paused, {why}, {spoken_time} of opening time left",
        face=_name(face),
        why=why,
        spoken_time=spoken_time(left, up=True),
    )


def _met(face: Face, _now: int, _hours: Hours | None, _exact: bool) -> tuple[str, str]:
    if face.promised:
        return tr("Met"), tr("{face} met", face=_name(face))
    return tr("Met in {length}", length=_length(face.elapsed)), tr(
        "{face} met in {spoken_time}", face=_name(face), spoken_time=spoken_time(face.elapsed)
    )


def _missed(face: Face, _now: int, _hours: Hours | None, _exact: bool) -> tuple[str, str]:
    over = max(0, (face.stopped or 0) - (face.due or 0)) if face.promised else face.elapsed - (face.target or 0)
    return tr("Missed by {length}", length=_length(over)), tr(
        "{face} missed by {spoken_time}", face=_name(face), spoken_time=spoken_time(over)
    )


def _none(_face: Face, _now: int, _hours: Hours | None, _exact: bool) -> tuple[str, str]:
    return "\N{EN DASH}", tr("no target")


_WORDS = {
    Level.ON_TRACK: _counting,
    Level.SOON: _soon,
    Level.HOT: _hot,
    Level.BREACHED: _breached,
    Level.PAUSED: _paused,
    Level.MET: _met,
    Level.MISSED: _missed,
    Level.NONE: _none,
}

_NAMES = {
    "response": marked("first response"),
    "resolution": marked("resolution"),
    "update": marked("next update"),
}
CLOCK_LABELS = {
    "response": marked("First response"),
    "resolution": marked("Resolution"),
    "update": marked("Next update"),
}
"""What people call the clocks."""


_HOLDS = frozenset(HoldReason)


def _name(face: Face) -> str:
    return tr(_NAMES.get(face.clock, "clock"))


def _left(face: Face, now: int) -> int:
    return 0 if face.due is None else max(0, face.due - now)


def _why_paused(face: Face) -> str:
    if face.phase != "paused":
        return tr("outside opening hours")
    if face.reason in _HOLDS:
        return inside(hold_reason_label(face.reason))
    known = {"resolved": tr("resolved"), "unstated": tr("on hold"), "": tr("on hold")}
    return known.get(face.reason) or face.reason.replace("_", " ")


def time_left(left: int, *, exact: bool = False) -> str:
    """`2 d 4 h` from a day, `3 h 05 m` from an hour, else `0:41`; rounded up. `exact`: `9:32` below ten minutes."""
    if exact and left < _TEN_MINUTES:
        seconds = -(-left // SECOND)
        if seconds < 600:
            return f"{seconds // 60}:{seconds % 60:02d}"
    return _clock_text(-(-left // MINUTE))


def time_over(over: int, *, exact: bool = False) -> str:
    """The same of a time that has passed; rounded down."""
    if exact and over < _TEN_MINUTES:
        seconds = over // SECOND
        return f"{seconds // 60}:{seconds % 60:02d}"
    return _clock_text(over // MINUTE)


def _clock_text(minutes: int) -> str:
    if minutes >= _DAY_MINUTES:
        return figures(f"{minutes // _DAY_MINUTES} d {minutes % _DAY_MINUTES // 60} h")
    return figures(f"{minutes // 60} h {minutes % 60:02d} m") if minutes >= 60 else f"0:{minutes:02d}"


def target_length(duration: int) -> str:
    """A length as a target is written: `15 min`, `4 h`, `1 h 30 m`."""
    minutes = duration // MINUTE
    if minutes < 60:
        return tr("{minutes} min", minutes=minutes)
    return figures(f"{minutes // 60} h") if minutes % 60 == 0 else opening_time(duration)


def opening_time(duration: int, *, up: bool = False) -> str:
    """A length of opening time, `28 h 05 m` or `0:41`: never in days, which mean three working days to some."""
    minutes = -(-duration // MINUTE) if up else duration // MINUTE
    return figures(f"{minutes // 60} h {minutes % 60:02d} m") if minutes >= 60 else f"0:{max(0, minutes):02d}"


def _length(duration: int) -> str:
    """A length of opening time in a sentence: `56 min`, `3 h 05 m`, `111 h`; rounded down."""
    if duration < MINUTE:
        return tr("under 1 min")
    if duration >= 100 * HOUR:
        return figures(f"{duration // HOUR} h")
    return tr("{duration} min", duration=duration // MINUTE) if duration < HOUR else opening_time(duration)


def spoken_time(duration: int, *, up: bool = False) -> str:
    """A length of time in words: `1 hour 46 minutes`, `2 days 4 hours`; below a minute in seconds."""
    if 0 < duration < MINUTE:
        return trn("{n} second", "{n} seconds", -(-duration // SECOND) if up else duration // SECOND)
    minutes = max(0, -(-duration // MINUTE) if up else duration // MINUTE)
    days, hours = divmod(minutes // 60, 24) if minutes >= _DAY_MINUTES else (0, minutes // 60)
    parts = (
        trn("{n} day", "{n} days", days) if days else "",
        trn("{n} hour", "{n} hours", hours) if hours else "",
        trn("{n} minute", "{n} minutes", minutes % 60) if minutes % 60 and not days else "",
    )
    return " ".join(part for part in parts if part) or trn("{n} minute", "{n} minutes", 0)
