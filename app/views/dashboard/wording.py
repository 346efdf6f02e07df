"""Figures in words: as they are painted, and as they are spoken."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from app.domain.wording import number, percent, tr
from app.services.dashboard.dto import Figure, Section, Unit
from app.views.toolkit.formats import duration

FEW: Final = 5
"""A share of fewer than this is told as it is counted: one of two is not half of a desk."""

PARTS: Final[Mapping[Section, str]] = {
    Section.NOW: tr("Now"),
    Section.PRIORITY: tr("Open by priority"),
    Section.AGE: tr("Open by age"),
    Section.DUE: tr("Due in the next hours"),
    Section.TEAM: tr("Open by assignment group"),
    Section.BACKLOG: tr("Backlog by group"),
    Section.WORKLOAD: tr("Workload"),
    Section.STRETCH: tr("In the stretch"),
    Section.OPENED: tr("Opened"),
    Section.RESOLVED: tr("Resolved"),
    Section.OPEN_BY_DAY: tr("Open at the end of the day"),
    Section.BREACHED_BY_DAY: tr("Breached at the end of the day"),
    Section.RESPONSE_BY_WEEK: tr("First response in time"),
    Section.RESOLUTION_BY_WEEK: tr("Resolved in time"),
    Section.ARRIVALS: tr("Arrivals by hour"),
}


def value_words(figure: Figure) -> str:
    """The figure as it stands in its place."""
    if figure.value is None:
        return "–"
    if figure.unit is Unit.SHARE:
        if figure.of is not None and figure.of < FEW:
            return tr("{met} of {of}", met=number(round(figure.value * figure.of)), of=number(figure.of))
        return percent(figure.value)
    if figure.unit is Unit.HOURS:
        return duration(timedelta(hours=figure.value))
    return number(int(figure.value))


def note_words(figure: Figure) -> str:
    """What stands below a large figure: on how many it stands, and how it was before."""
    if figure.section is Section.BACKLOG:
        return f"P{figure.key}"
    if figure.unit in {Unit.COUNT, Unit.AMONG}:
        return ""
    if figure.value is None:
        return tr("None ended yet")
    before = None if figure.before is None else value_words(figure._replace(value=figure.before, of=None))
    if _tells_of(figure):
        return "" if before is None else tr("{before} before", before=before)
    on = tr("of {of}", of=number(figure.of or 0))
    return on if before is None else tr("{on}, {before} before", on=on, before=before)


def _tells_of(figure: Figure) -> bool:
    """Whether the figure says itself on how many it stands: `1 of 2`."""
    return figure.unit is Unit.SHARE and figure.of is not None and figure.of < FEW


def spoken(figure: Figure) -> str:
    """The figure as a screen reader says it, with what it counts."""
    value = tr("none") if figure.value is None else value_words(figure)
    note = note_words(figure)
    said = f"{PARTS[figure.section]}, {figure.label}: {value}"
    return f"{said}, {note}. {figure.counts}" if note else f"{said}. {figure.counts}"


def tip(figure: Figure) -> str:
    """What the figure counts, and the filter that finds its rows."""
    return f"{figure.counts}.\n{figure.filter_text}"
