"""The line of comparison of a tile: with a goal, a day before, the stretch before, or what of it is nobody's."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Final, NamedTuple

from app.domain.wording import number, percent, tr, trn
from app.services.dashboard.dto import Figure, Figures, Section
from app.views.dashboard.wording import FEW
from app.views.toolkit.formats import written

_SATURDAY: Final = 5
_UNASSIGNED: Final = {"breached": "breached_unassigned", "soon": "soon_unassigned"}
"""How many of a tile's incidents are nobody's."""


class Beside(NamedTuple):
    """An icon, the token of the ink of both, and the words; all empty where there is nothing to compare with."""

    icon: str
    ink: str
    words: str


NOTHING: Final = Beside("", "", "")


def beside(key: str, known: Mapping[str, Figure], stretch: Figures | None) -> Beside:
    """What stands below the large figure of a tile; `stretch` has the days before, once they were read."""
    figure = known[key]
    now = figure.value or 0
    if key in {"response", "resolution"}:
        return _of_goal(figure)
    if key == "unassigned":
        return Beside("", "", tr("of {of} open", of=number(int(known["open"].value or 0))))
    if key in _UNASSIGNED:
        return _of_nobody(now, int(known[_UNASSIGNED[key]].value or 0))
    return NOTHING if stretch is None else _with_before(key, known, stretch)


def _with_before(key: str, known: Mapping[str, Figure], stretch: Figures) -> Beside:
    now, days = known[key].value or 0, (stretch.last_day - stretch.first_day).days + 1
    if key == "open":
        return _of_day(now, _last_working_day(stretch.of(Section.OPEN_BY_DAY)))
    if key == "opened":
        return _of_stretch(now, known[key].before or 0, days)
    if key == "resolved":
        return _of_stretch(now, known["resolved_before"].value or 0, days)
    return NOTHING


def _of_nobody(now: float, nobody: int) -> Beside:
    if not now:
        return NOTHING
    if not nobody:
        return Beside("circle-check", "green", tr("All assigned"))
    return Beside("circle-dashed", "orange", trn("{n} unassigned", "{n} unassigned", nobody))


def _of_day(now: float, then: Figure) -> Beside:
    """How what stands open compares with a day before."""
    more, day = round(now - (then.value or 0)), _weekday(then.key)
    if more > 0:
        return Beside("trending-up", "text2", trn("{n} more than on {day}", "{n} more than on {day}", more, day=day))
    if more < 0:
        words = trn("{n} fewer than on {day}", "{n} fewer than on {day}", -more, day=day)
        return Beside("trending-down", "text2", words)
    return Beside("minus", "text2", tr("As many as on {day}", day=day))


def _of_stretch(now: float, then: float, days: int) -> Beside:
    """How a number of a stretch compares with the stretch of the same length before it."""
    icon = "minus" if now == then else f"trending-{'up' if now > then else 'down'}"
    before = number(int(then))
    words = trn("{before} the day before", "{before} in the {n} days before", days, before=before)
    return Beside(icon, "text2", words)


def _of_goal(figure: Figure) -> Beside:
    """How a share stands beside its goal."""
    if figure.value is None or figure.goal is None or (figure.of or 0) < FEW:
        return NOTHING
    points, goal = round((figure.value - figure.goal) * 100), percent(figure.goal)
    if points < 0:
        words = tr("{points} under the goal of {goal}", points=number(-points), goal=goal)
        return Beside("triangle-alert", "orange", words)
    if points == 0:
        return Beside("circle-check", "green", tr("At the goal of {goal}", goal=goal))
    return Beside("circle-check", "green", tr("{points} over the goal of {goal}", points=number(points), goal=goal))


def _last_working_day(days: Sequence[Figure]) -> Figure:
    """The newest one that is no weekend, because a desk compares its Monday with the Friday before."""
    return next(each for each in reversed(days) if date.fromisoformat(each.key).weekday() < _SATURDAY)


def _weekday(key: str) -> str:
    return written(datetime.combine(date.fromisoformat(key), datetime.min.time()), "dddd")
