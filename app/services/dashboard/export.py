"""The figures of the dashboard as a file that a spreadsheet opens: the same values as in the window."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from app.domain.errors import Unavailable
from app.domain.wording import tr
from app.services.dashboard.dto import Figure, Figures
from app.services.exporting.formats import CsvWriter

NAMES: Final = (
    "section", "figure", "value", "unit", "of", "before", "goal", "counts", "filter", "first_day", "last_day", "as_of",
)  # fmt: skip
"""The columns of the file."""


def write_figures(path: Path, parts: Iterable[Figures]) -> int:
    """Write figures that were read to a CSV file that is there whole or not at all; returns how many."""
    unfinished, written = path.with_name(f".{path.name}.unfinished"), 0
    try:
        writer = CsvWriter(unfinished, NAMES)
        try:
            for part in parts:
                writer.write(_cells(part, each) for each in part.figures)
                written += len(part.figures)
        finally:
            writer.close()
        unfinished.replace(path)
    except OSError as error:
        raise Unavailable(
            tr("Nothing was exported to {into}: {why}.", into=path, why=error.strerror or error)
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)
    return written


def _cells(part: Figures, each: Figure) -> tuple[Any, ...]:
    return (
        each.section.value, each.label, each.value, each.unit.value, each.of, each.before,
        each.goal, each.counts, each.filter_text, part.first_day, part.last_day, part.at,
    )  # fmt: skip
