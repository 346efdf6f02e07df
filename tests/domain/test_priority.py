"""Priority matrices are data; a faulty one is refused with the cell that is wrong."""

import itertools
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import BadInput
from app.domain.priority import BUILT_IN, GLPI_5X5, SERVICENOW_3X3, PriorityMatrix, matrix_from_data, matrix_to_data

# The example of the JSM documentation as product research 3.3 gives it; Highest is 1.
JSM = {
    "name": "JSM example",
    "impact": ["Extensive", "Significant", "Moderate", "Minor"],
    "urgency": ["Critical", "High", "Medium", "Low", "Lowest"],
    "priority": ["Highest", "High", "Medium", "Low", "Lowest"],
    "cells": [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5], [2, 3, 4, 4, 5], [3, 4, 5, 4, 5]],
}


def data(**changed: Any) -> dict[str, Any]:
    """The default matrix as data, with keys replaced."""
    return matrix_to_data(SERVICENOW_3X3) | changed


def test_the_default_is_the_base_matrix_of_servicenow() -> None:
    found = {
        (impact, urgency): SERVICENOW_3X3.priority(impact, urgency) for impact in (1, 2, 3) for urgency in (1, 2, 3)
    }
    expected = dict(zip(itertools.product((1, 2, 3), repeat=2), (1, 2, 3, 2, 3, 4, 3, 4, 5), strict=True))
    assert found == expected
    assert [SERVICENOW_3X3.priority_label(level) for level in range(1, 6)] == [
        "Critical", "High", "Moderate", "Low", "Planning",
    ]  # fmt: skip


def test_the_five_by_five_is_that_of_glpi_turned_round() -> None:
    # GLPI counts upwards to the worst: 1 is very low for impact and urgency, and 5 is the highest priority.
    glpi = [[1, 1, 2, 2, 2], [1, 2, 2, 3, 3], [2, 2, 3, 4, 4], [2, 3, 4, 4, 5], [2, 3, 4, 5, 5]]
    turned = [[6 - glpi[4 - impact][4 - urgency] for urgency in range(5)] for impact in range(5)]
    assert [list(row) for row in GLPI_5X5.cells] == turned


@pytest.mark.parametrize("matrix", BUILT_IN, ids=lambda matrix: matrix.name)
def test_built_in_matrices_survive_being_stored(matrix: PriorityMatrix) -> None:
    assert matrix_from_data(matrix_to_data(matrix)) == matrix


def test_the_example_of_jsm_is_refused_by_its_cell() -> None:
    with pytest.raises(BadInput, match=r"Impact 4, urgency 4: priority 4 is more pressing than priority 5") as refusal:
        matrix_from_data(JSM)
    assert refusal.value.field == "cells"


@pytest.mark.parametrize(
    ("cells", "cell"),
    [
        ([[2, 1, 3], [2, 3, 4], [3, 4, 5]], "Impact 1, urgency 2"),
        ([[1, 2, 3], [1, 1, 4], [3, 4, 5]], "Impact 2, urgency 2"),
        ([[1, 2, 3], [2, 3, 4], [3, 4, 3]], "Impact 3, urgency 3"),
        ([[2, 2, 3], [1, 3, 4], [3, 4, 5]], "Impact 2, urgency 1"),
    ],
)
def test_a_cell_that_gets_better_as_things_get_worse_is_named(cells: list[list[int]], cell: str) -> None:
    with pytest.raises(BadInput, match=cell):
        matrix_from_data(data(cells=cells))


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"cells": None}, "no cells"),
        ({"cells": "123"}, "no cells"),
        ({"cells": [1, 2, 3]}, "no cells"),
        ({"cells": []}, "0 rows for 3"),
        ({"cells": [[1, 2, 3]]}, "1 rows for 3"),
        ({"cells": [[1, 2, 3], [2, 3], [3, 4, 5]]}, "Impact 2 has 2 cells"),
        ({"cells": [[1, 2, 3], [2, 3, 4], [3, 4, 6]]}, "Impact 3, urgency 3: priority 6"),
        ({"cells": [[0, 2, 3], [2, 3, 4], [3, 4, 5]]}, "Impact 1, urgency 1: priority 0"),
        ({"cells": [[True, 2, 3], [2, 3, 4], [3, 4, 5]]}, "Impact 1, urgency 1: True"),
        ({"cells": [[1, 2.0, 3], [2, 3, 4], [3, 4, 5]]}, "Impact 1, urgency 2: 2.0"),
        ({"cells": [[1, "2", 3], [2, 3, 4], [3, 4, 5]]}, "Impact 1, urgency 2: '2'"),
        ({"impact": []}, "no impact labels"),
        ({"urgency": None}, "no urgency labels"),
        ({"priority": "High"}, "no priority labels"),
    ],
)
def test_a_faulty_matrix_is_refused(changed: dict[str, Any], said: str) -> None:
    with pytest.raises(BadInput, match=said):
        matrix_from_data(data(**changed))


@pytest.mark.parametrize("nonsense", [None, 3, "ServiceNow", [], [[1]]])
def test_what_is_no_table_at_all_is_refused(nonsense: object) -> None:
    with pytest.raises(BadInput):
        matrix_from_data(nonsense)


def test_more_levels_than_the_database_holds_are_refused() -> None:
    ten = [str(level) for level in range(1, 11)]
    cells = [[min(5, 1 + max(row, column) // 2) for column in range(10)] for row in range(10)]
    with pytest.raises(BadInput, match="at most 9"):
        matrix_from_data(data(impact=ten, urgency=ten, cells=cells))


@pytest.mark.parametrize(("impact", "urgency"), [(0, 1), (1, 0), (4, 1), (1, 4), (-1, 1)])
def test_a_level_outside_the_scale_is_refused(impact: int, urgency: int) -> None:
    with pytest.raises(BadInput, match="choose 1 to 3"):
        SERVICENOW_3X3.priority(impact, urgency)


def test_a_priority_from_outside_the_scale_is_shown_as_it_is() -> None:
    assert [SERVICENOW_3X3.priority_label(level) for level in (0, 6, 9)] == ["0", "6", "9"]


@given(st.integers(1, 9), st.integers(1, 9), st.data())
def test_a_matrix_is_taken_exactly_when_it_is_monotone(rows: int, columns: int, draw: st.DataObject) -> None:
    level = st.integers(1, 3)
    row = st.lists(level, min_size=columns, max_size=columns)
    cells = draw.draw(st.lists(row, min_size=rows, max_size=rows))
    flat = itertools.product(range(rows), range(columns))
    monotone = all(
        cells[one][other] <= cells[lower][right]
        for one, other in flat
        for lower in range(one, rows)
        for right in range(other, columns)
    )
    given_data = data(impact=["i"] * rows, urgency=["u"] * columns, priority=["1", "2", "3"], cells=cells)
    if monotone:
        assert matrix_from_data(given_data).cells == tuple(map(tuple, cells))
    else:
        with pytest.raises(BadInput, match="more pressing"):
            matrix_from_data(given_data)
