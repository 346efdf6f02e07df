"""Catalogs as Qt Linguist keeps them: read, brought up to date, written so that a change is a few lines, compiled."""

import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple
from xml.sax.saxutils import escape

import PySide6

from tests.arch.source import ROOT
from tests.words.source import Text

FOLDER = ROOT / "resources" / "translations"
CONTEXT = "Mainstay"


class Entry(NamedTuple):
    """A text and its translation: one form, or as many as the language has for numbers; none where it is missing."""

    source: str
    forms: tuple[str, ...]
    is_counted: bool

    @property
    def is_translated(self) -> bool:
        """Whether every form is there."""
        return bool(self.forms) and all(self.forms)


def path_of(language: str) -> Path:
    """Where the catalog of a language lies."""
    return FOLDER / f"mainstay_{language}.ts"


def read(language: str) -> dict[str, Entry]:
    """The entries of a catalog by their English text; empty where there is no catalog yet."""
    path = path_of(language)
    if not path.exists():
        return {}
    found = {}
    for message in ET.parse(path).getroot().iter("message"):
        source = message.findtext("source") or ""
        translation = message.find("translation")
        forms: tuple[str, ...] = ()
        if translation is not None:
            plural = translation.findall("numerusform")
            forms = tuple(form.text or "" for form in plural) if plural else (translation.text or "",)
        found[source] = Entry(source, forms if any(forms) else (), message.get("numerus") == "yes")
    return found


def renewed(known: Mapping[str, Entry], texts: Iterable[Text]) -> list[Entry]:
    """The catalog of these texts with the translations that are known, and without those that nobody says any more."""
    made = []
    for text in sorted(texts, key=lambda each: (each.source.casefold(), each.source)):
        old = known.get(text.source)
        forms = old.forms if old is not None and old.is_counted == text.is_counted else ()
        made.append(Entry(text.source, forms, text.is_counted))
    return made


def write(language: str, entries: Iterable[Entry], *, forms: int = 2) -> None:
    """Write a catalog; `forms` is how many forms of a counted text the language has."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for entry in entries:
        lines += _message(entry, forms)
    lines += ["</context>", "</TS>", ""]
    path_of(language).write_text("\n".join(lines), encoding="utf-8")


def _message(entry: Entry, forms: int) -> list[str]:
    state = "" if entry.is_translated else ' type="unfinished"'
    opened = '    <message numerus="yes">' if entry.is_counted else "    <message>"
    source = f"        <source>{_shown(entry.source)}</source>"
    if not entry.is_counted:
        text = _shown(entry.forms[0]) if entry.forms else ""
        return [opened, source, f"        <translation{state}>{text}</translation>", "    </message>"]
    given = (*entry.forms, *[""] * forms)[:forms]
    told = [f"            <numerusform>{_shown(form)}</numerusform>" for form in given]
    return [opened, source, f"        <translation{state}>", *told, "        </translation>", "    </message>"]


def _shown(text: str) -> str:
    return escape(text, {'"': "&quot;"})


def compile_to(language: str, target: Path) -> None:
    """Make the file that the program loads, with the compiler that comes with Qt."""
    tool = Path(PySide6.__file__).parent / "lrelease"
    subprocess.run(
        [tool, "-silent", "-removeidentical", "-nounfinished", path_of(language), "-qm", target],
        check=True, capture_output=True,
    )  # fmt: skip
