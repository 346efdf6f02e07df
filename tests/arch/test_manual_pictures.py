"""The manual shows the pictures that the tour takes, all of them and no others."""

import re

from app.views.tour_pictures import manual_files
from tests.arch.source import ROOT

_PICTURES = ROOT / "docs/pictures"
_SHOWN = re.compile(r"(?<=pictures/)[\w.-]+\.(?:png|pdf)")
_MOST_BYTES = 15_000_000


def _shown() -> set[str]:
    pages = [*ROOT.glob("docs/**/*.md"), *ROOT.glob("*.md")]
    return {name for page in pages for name in _SHOWN.findall(page.read_text(encoding="utf-8"))}


def _kept() -> set[str]:
    return {path.name for path in _PICTURES.iterdir()}


def test_every_picture_is_made_by_the_command() -> None:
    assert _kept() == manual_files(), "run `make pictures` after changing the list of the tour"


def test_the_manual_shows_every_picture_and_misses_none() -> None:
    assert _shown() == _kept()


def test_the_pictures_stay_small() -> None:
    assert sum(path.stat().st_size for path in _PICTURES.iterdir()) < _MOST_BYTES
