"""Words come out in English where nothing else is known, with their values and the right number."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QTranslator

from app.domain.wording import inside, marked, number, percent, sentence_case, speak, tr, trn
from app.views.toolkit.tongue import CONTEXT, Tongue


class Backwards(QTranslator):
    """Answers with the text read backwards, and with the number behind it where there is one."""

    def translate(self, context: str, text: str, disambiguation: str | None = None, n: int = -1) -> str:
        return f"{text[::-1]}/{n}" if context == CONTEXT and "{" not in text else ""


@pytest.fixture
def backwards() -> Iterator[None]:
    translator = Backwards()
    speak(Tongue(translator, QLocale("de_DE")))
    yield
    speak(None)


def test_a_text_is_shown_as_written_with_its_values() -> None:
    assert tr("Assign to {person}", person="Ada {x}") == "Assign to Ada {x}"
    assert tr("100 % {of} it") == "100 % {of} it"


@pytest.mark.parametrize(("count", "shown"), [(0, "0 incidents"), (1, "1 incident"), (2345, "2,345 incidents")])
def test_english_chooses_its_form_by_the_number(count: int, shown: str) -> None:
    assert trn("{n} incident", "{n} incidents", count) == shown


def test_english_writes_numbers_and_labels_its_own_way() -> None:
    assert (number(12345), percent(0.756), inside("First response")) == ("12,345", "76 %", "first response")
    assert (marked("Open"), sentence_case("on hold by Ada")) == ("Open", "On hold by Ada")


@pytest.mark.usefixtures("backwards")
def test_a_translator_is_asked() -> None:
    assert (tr("Save"), trn("one", "many", 3)) == ("evaS/-1", "ynam/3")
    assert tr("Assign to {person}", person="Ada") == "Assign to Ada", "what nobody translated is shown as written"


@pytest.mark.usefixtures("backwards")
def test_numbers_and_nouns_are_written_as_in_the_country_of_the_reader() -> None:
    assert trn("{n} incident", "{n} incidents", 12345) == "12.345 incidents"
    assert (percent(0.756), inside("Frist")) == ("76 %", "Frist")


def test_a_line_that_begins_with_a_value_runs_from_right_to_left_all_the_same() -> None:
    """Qt asks the first letter, and that of `8 h` made the whole sentence run the wrong way round."""
    speak(Tongue(_Hebrew(), QLocale("he_IL")))
    try:
        assert tr("{used} of {whole} used", used="8 h", whole="9 h").startswith("\N{RIGHT-TO-LEFT MARK}\u20688 h\u2069")
        assert tr("Target: {target}", target="8 h").startswith("א")
    finally:
        speak(None)


class _Hebrew(QTranslator):
    def translate(self, _context: str, text: str, _disambiguation: str | None = None, _n: int = -1) -> str:
        return text if text.startswith("{") else f"א {text}"


SAID_THERE = """
import sys
from datetime import UTC, datetime
from app.views.toolkit.tongue import speak_language
speak_language(sys.argv[1])
from app.domain.wording import tr
from app.views.toolkit.formats import Formats, written
friday = datetime(2026, 11, 27, 15, 4, tzinfo=UTC)
formats = Formats(UTC)
sys.stdout.write("|".join([tr("Save"), written(friday, "dddd MMMM"), formats.time(friday), formats.full(friday)]))
"""


@pytest.mark.parametrize(
    ("choice", "places", "said"),
    [
        ("system", {"LANG": "fr_FR.UTF-8"}, "Save|Friday November|15:04|Friday, 27 November 2026 15:04 UTC"),
        ("en", {"LANG": "fr_FR.UTF-8"}, "Save|Friday November|15:04|Friday, 27 November 2026 15:04 UTC"),
        (
            "system", {"LANG": "en_US.UTF-8", "LC_TIME": "de_DE.UTF-8"},
            "Save|Friday November|15:04|Friday, November 27, 2026 15:04 UTC",
        ),
        ("system", {"LANG": "de_DE.UTF-8", "LC_TIME": "en_US.UTF-8"},
         "Speichern|Freitag November|15:04|Freitag, 27. November 2026 15:04 UTC"),
        ("system", {"LANG": "zh_TW.UTF-8"},
         "Save|Friday November|3:04\u202fPM|Friday, November 27, 2026 3:04\u202fPM UTC"),
        ("de", {"LC_ALL": "C"}, "Speichern|Freitag November|15:04|Freitag, 27. November 2026 15:04 UTC"),
    ],
)  # fmt: skip
def test_days_have_their_names_in_the_language_of_the_words(choice: str, places: dict[str, str], said: str) -> None:
    """A program of its own, because a language is chosen once; *10 more than on Freitag* stood in an English window."""
    kept = {name: value for name, value in os.environ.items() if name[:3] not in {"LAN", "LC_"}}
    found = subprocess.run(
        [sys.executable, "-c", SAID_THERE, choice], env=kept | places, capture_output=True, text=True, check=True
    )
    assert found.stdout == said
