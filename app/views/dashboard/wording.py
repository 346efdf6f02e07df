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
    Section.TEAM: tr("Open by assignment group"),
    Section.WORKLOAD: tr("Workload"),
    Section.STRETCH: tr("In the stretch"),
    Section.OPENED: tr("Opened"),
    Section.RESOLVED: tr("Resolved"),
    Section.RESPONSE_BY_WEEK: tr("First response in time"),
    Section.RESOLUTION_BY_WEEK: tr("Resolved in time"),
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
    if figure.unit is Unit.COUNT:
        return ""
    if figure.value is None:
        return tr("None ended yet")
    on = tr("of {of}", of=number(figure.of or 0))
    if figure.before is None:
        return on
    return tr("{on}, {before} before", on=on, before=value_words(figure._replace(value=figure.before, of=None)))


def spoken(figure: Figure) -> str:
    """The figure as a screen reader says it, with what it counts."""
    value = tr("none") if figure.value is None else value_words(figure)
    note = note_words(figure)
    said = f"{PARTS[figure.section]}, {figure.label}: {value}"
    return f"{said}, {note}. {figure.counts}" if note else f"{said}. {figure.counts}"


def tip(figure: Figure) -> str:
    """What the figure counts, and the filter that finds its rows."""
    return f"{figure.counts}.\n{figure.filter_text}"
