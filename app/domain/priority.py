"""Priority from impact and urgency, by a matrix that is data.

Numbers run from 1, the worst, upwards. The default is the base matrix of ServiceNow; the five by five of GLPI is given
as a second one, turned so that 1 is the worst (product research 3.3). A matrix whose priority improves while impact or
urgency gets worse is refused: the JSM documentation prints one such matrix, which shows how easily it happens.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.errors import BadInput
from app.domain.text import clean_line
from app.domain.wording import tr

MOST_LEVELS = 9
"""A scale has at most this many levels; the database and the filter hold one digit."""


@dataclass(frozen=True, slots=True)
class PriorityMatrix:
    """Labels of the three scales and, for each impact (rows) and urgency (columns), the priority number."""

    name: str
    impact_labels: tuple[str, ...]
    urgency_labels: tuple[str, ...]
    priority_labels: tuple[str, ...]
    cells: tuple[tuple[int, ...], ...]

    def __post_init__(self) -> None:
        _check_shape(self)
        _check_monotone(self)

    def priority(self, impact: int, urgency: int) -> int:
        """The priority of an impact and an urgency, both counted from 1; `BadInput` outside the scales."""
        _check_level(impact, self.impact_labels, "impact")
        _check_level(urgency, self.urgency_labels, "urgency")
        return self.cells[impact - 1][urgency - 1]

    def priority_label(self, priority: int) -> str:
        """The word for a priority number, or the bare number where an import brought one outside the scale."""
        inside = 1 <= priority <= len(self.priority_labels)
        return self.priority_labels[priority - 1] if inside else str(priority)


def matrix_from_data(data: object) -> PriorityMatrix:
    """Build a matrix from plain JSON or TOML data; `BadInput` names the key or the cell that is wrong."""
    if not isinstance(data, dict):
        raise BadInput(tr("A priority matrix is a table with name, impact, urgency, priority and cells."))
    rows = data.get("cells")
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise BadInput(tr("The matrix has no cells: give one list of priority numbers for each impact."), "cells")
    for index, row in enumerate(rows, 1):
        for column, cell in enumerate(row, 1):
            if not isinstance(cell, int) or isinstance(cell, bool):
                raise BadInput(
                    tr(
                        "Impact {index}, urgency {column}: {cell} is not a priority number.",
                        index=index,
                        column=column,
                        cell=f"{cell!r}",
                    ),
                    "cells",
                )
    return PriorityMatrix(
        name=clean_line(str(data.get("name", "Own matrix"))),
        impact_labels=_labels(data, "impact"),
        urgency_labels=_labels(data, "urgency"),
        priority_labels=_labels(data, "priority"),
        cells=tuple(tuple(row) for row in rows),
    )


def matrix_to_data(matrix: PriorityMatrix) -> dict[str, object]:
    """The plain data that `matrix_from_data` reads back to an equal matrix."""
    return {
        "name": matrix.name,
        "impact": list(matrix.impact_labels),
        "urgency": list(matrix.urgency_labels),
        "priority": list(matrix.priority_labels),
        "cells": [list(row) for row in matrix.cells],
    }


def _labels(data: dict[object, object], key: str) -> tuple[str, ...]:
    labels = data.get(key)
    if not isinstance(labels, list) or not labels:
        raise BadInput(tr("The matrix has no {key} labels: give them as a list, the worst first.", key=key), key)
    return tuple(clean_line(str(label)) for label in labels)


def _check_level(level: int, labels: tuple[str, ...], what: str) -> None:
    if not 1 <= level <= len(labels):
        raise BadInput(
            tr(
                "{what} {level} is not on the scale: choose 1 to {count}.",
                what=what.capitalize(),
                level=level,
                count=len(labels),
            ),
            what,
        )


def _check_shape(matrix: PriorityMatrix) -> None:
    for key, labels in (
        ("impact", matrix.impact_labels), ("urgency", matrix.urgency_labels), ("priority", matrix.priority_labels)
    ):  # fmt: skip
        if len(labels) > MOST_LEVELS:
            raise BadInput(
                tr(
                    "The matrix has {count} {key} levels, at most {most_levels} are possible.",
                    count=len(labels),
                    key=key,
                    most_levels=MOST_LEVELS,
                ),
                key,
            )
    if len(matrix.cells) != len(matrix.impact_labels):
        raise BadInput(
            tr(
                "The matrix has {count} rows for {count2} impacts; give one row each.",
                count=len(matrix.cells),
                count2=len(matrix.impact_labels),
            ),
            "cells",
        )
    for impact, row in enumerate(matrix.cells, 1):
        _check_row(matrix, impact, row)


def _check_row(matrix: PriorityMatrix, impact: int, row: Sequence[int]) -> None:
    if len(row) != len(matrix.urgency_labels):
        raise BadInput(
            tr(
                "Impact {impact} has {count} cells for {urgencies} urgencies; give one each.",
                impact=impact,
                count=len(row),
                urgencies=len(matrix.urgency_labels),
            ),
            "cells",
        )
    for urgency, cell in enumerate(row, 1):
        if not 1 <= cell <= len(matrix.priority_labels):
            raise BadInput(
                tr(
                    "Impact {impact}, urgency {urgency}: priority {cell} is not among 1 to {count}.",
                    impact=impact,
                    urgency=urgency,
                    cell=cell,
                    count=len(matrix.priority_labels),
                ),
                "cells",
            )


def _check_monotone(matrix: PriorityMatrix) -> None:
    for impact, row in enumerate(matrix.cells, 1):
        for urgency, cell in enumerate(row, 1):
            if urgency > 1 and cell < row[urgency - 2]:
                raise BadInput(_not_monotone(impact, urgency, cell, "urgency", row[urgency - 2]), "cells")
            if impact > 1 and cell < matrix.cells[impact - 2][urgency - 1]:
                worse = matrix.cells[impact - 2][urgency - 1]
                raise BadInput(_not_monotone(impact, urgency, cell, "impact", worse), "cells")


def _not_monotone(impact: int, urgency: int, cell: int, scale: str, worse: int) -> str:
    return (
        f"Impact {impact}, urgency {urgency}: priority {cell} is more pressing than priority {worse} of the"
        f" higher {scale} beside it. Give it {worse} or a larger number."
    )


SERVICENOW_3X3 = PriorityMatrix(
    name="ServiceNow 3x3",
    impact_labels=("High", "Medium", "Low"),
    urgency_labels=("High", "Medium", "Low"),
    priority_labels=("Critical", "High", "Moderate", "Low", "Planning"),
    cells=((1, 2, 3), (2, 3, 4), (3, 4, 5)),
)

GLPI_5X5 = PriorityMatrix(
    name="GLPI 5x5",
    impact_labels=("Very high", "High", "Medium", "Low", "Very low"),
    urgency_labels=("Very high", "High", "Medium", "Low", "Very low"),
    priority_labels=("Very high", "High", "Medium", "Low", "Very low"),
    cells=((1, 1, 2, 3, 4), (1, 2, 2, 3, 4), (2, 2, 3, 4, 4), (3, 3, 4, 4, 5), (4, 4, 4, 5, 5)),
)

BUILT_IN = (SERVICENOW_3X3, GLPI_5X5)
