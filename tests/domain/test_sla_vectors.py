"""The clocks against the vectors of the clock research, or any file of that schema: `SLA_VECTORS=FILE pytest ...`.

Durations and instants are compared exactly. A vector is skipped only by a tag that docs/sla-decisions.md lists under
"Decided otherwise".
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.support import sla_vectors

DECISIONS = Path(__file__).parents[2] / "docs" / "sla-decisions.md"


def load() -> list[dict[str, Any]]:
    if not sla_vectors.VECTORS.is_file():
        return []
    found: list[dict[str, Any]] = json.loads(sla_vectors.VECTORS.read_text(encoding="utf-8"))["vectors"]
    return found


def decided_otherwise() -> set[str]:
    """The tags in the list under the heading "Decided otherwise" of the decisions."""
    text = DECISIONS.read_text(encoding="utf-8")
    section = re.search(r"^## Decided otherwise$(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return set(re.findall(r"^- `([a-z-]+)`", section.group(1), re.MULTILINE)) if section else set()


LOADED = load()
OTHERWISE = decided_otherwise()


@pytest.mark.parametrize("vector", LOADED, ids=[vector["id"] for vector in LOADED])
def test_the_engine_answers_as_the_vector_says(vector: dict[str, Any]) -> None:
    for tag in OTHERWISE.intersection(vector.get("tags", ())):
        pytest.skip(f"decided otherwise: {tag}")
    lines = sla_vectors.timelines(vector)
    for question in vector["ask"]:
        case = sla_vectors.read(vector, lines, question.get("percents"))
        found, wanted = sla_vectors.answer(case, question), sla_vectors.expected(question)
        assert found == wanted, question


def test_there_are_vectors() -> None:
    if not LOADED:
        pytest.skip(f"no vectors at {sla_vectors.VECTORS}; name a file in SLA_VECTORS")
    assert all(vector["ask"] for vector in LOADED)
