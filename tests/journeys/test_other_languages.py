"""The window in other languages: said before its views are read, with nothing cut, also from right to left."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from app.domain.wording import spoken
from app.views.toolkit.tongue import speak_language
from tests.arch.source import ROOT

_IN_GERMAN = """
from app.views.toolkit.tongue import speak_language
speak_language("de")
from app.domain.vocabulary import State
from app.domain.wording import in_english, inside, trn
from app.views.action_catalogue import CATALOGUE
print(CATALOGUE[0].text, trn("{n} incident", "{n} incidents", 1), trn("{n} incident", "{n} incidents", 1234), sep="|")
with in_english():
    kept = State.IN_PROGRESS.label
print(State.IN_PROGRESS.label, inside(State.IN_PROGRESS.label), kept, sep="|")
"""


def test_german_is_spoken_by_what_is_read_afterwards_and_never_stored() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", _IN_GERMAN], cwd=ROOT, capture_output=True, encoding="utf-8", check=True, timeout=120
    )
    assert ran.stdout.splitlines() == [
        "Neuer Incident|1 Incident|1.234 Incidents",
        "In Arbeit|In Arbeit|In progress",
    ]


def test_english_needs_no_catalog(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.views.toolkit.tongue.resource_path", None)
    speak_language("en")
    assert spoken() is None


@pytest.mark.parametrize("language", ["longer", "mirrored"])
def test_nothing_is_cut_and_nothing_stays_english(language: str, tmp_path: Path) -> None:
    """In the whole tour at 1366x768; what a mark cuts itself is told whole by its tool tip."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.words.fit", language, str(tmp_path)],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False, timeout=390,
    )  # fmt: skip
    assert ran.stdout, ran.stderr
    faults = json.loads(ran.stdout)
    assert not faults, "python -m tests.words.fit LANGUAGE FOLDER leaves pictures of where"
