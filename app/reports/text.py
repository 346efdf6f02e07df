"""Text of any kind as stretches that can be drawn: nothing is read as markup and nothing vanishes.

A character the fonts lack, a control character, half a surrogate pair and the formatting characters that turn
the direction of a line become a small framed mark with their code, such as U+1F600.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from app.domain.wording import trn
from app.reports import bidi
from app.reports.fonts import FALLBACKS, Face, metrics
from app.reports.styles import INK2, TextStyle

# Longer texts are cut, visibly: this is about a hundred printed pages of one field.
MOST_CHARACTERS = 500_000

_CODE_SIZE = 0.74  # of the text around the framed mark
_CODE_PADDING = 0.16  # em, left and right of the code inside its frame
_CODE_GAP = 0.08  # em, around the frame

_NAMED = {
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
# They say how neighbours join, break or look, have no shape of their own and cannot make a text lie.
_SHAPELESS = frozenset("\u00ad\u034f\u061c\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f")
_NEWLINES = re.compile("\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")


class Run(NamedTuple):
    """A stretch of text in one look; `face` and `colour` default to those of the paragraph's style."""

    text: str
    face: Face | None = None
    colour: str | None = None


class Fragment(NamedTuple):
    """A stretch of text that is drawn in one go; `width` in points, `boxed` means a framed code.

    `level` is the embedding level of UAX 9: odd ones run from right to left.
    """

    text: str
    face: Face
    colour: str
    boxed: bool
    level: int
    width: float


def paragraphs(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """The runs divided where their texts begin a new line, cleaned of what only confuses."""
    paragraph: list[Run] = []
    for run in runs:
        first, *others = _NEWLINES.split(_clean(run.text))
        paragraph.append(run._replace(text=first))
        for text in others:
            yield paragraph
            paragraph = [run._replace(text=text)]
    yield paragraph


def _clean(text: str) -> str:
    if len(text) > MOST_CHARACTERS:
        note = trn(
            "[{n} more character is not printed. It is in the incident record.]",
            "[{n} more characters are not printed. They are in the incident record.]",
            len(text) - MOST_CHARACTERS,
        )
        text = f"{text[:MOST_CHARACTERS]}\n{note}"
    text = unicodedata.normalize("NFC", text).removeprefix("\ufeff")
    return text.replace("\t", "    ").replace("\u3000", "  ")


def fragments(runs: Iterable[Run], style: TextStyle, base: int, *, mixed: bool) -> Iterator[Fragment]:
    """One paragraph in stretches of one face each.

    `mixed` says that some of it runs right to left, `base` is its own level then.
    """
    for run in runs:
        face = run.face or style.face
        colour = run.colour or style.colour
        text = bidi.shape(run.text, metrics(Face.DEJAVU).characters) if mixed else run.text
        depth = bidi.levels(text, base) if mixed else None
        for piece, piece_face, boxed, start in _by_face(text, face):
            if boxed:
                yield _boxed(piece, style, depth[start] if depth else 0)
                continue
            for part, level in _by_level(piece, start, depth):
                width = metrics(piece_face).width(part, style.size)
                yield Fragment(part, piece_face, colour, False, level, width)


def _by_face(text: str, face: Face) -> Iterator[tuple[str, Face, bool, int]]:
    """Stretches of `text` with the face that holds them: (text or code, face, is a code, where it begins)."""
    if metrics(face).characters >= set(text):
        if text:
            yield text, face, False, 0
        return
    faces = {letter: _face_of(letter, face) for letter in set(text)}
    start = 0
    while start < len(text):
        found = faces[text[start]]
        end = start + 1
        if found is not None:
            while end < len(text) and faces[text[end]] is found:
                end += 1
            yield text[start:end], found, False, start
        elif text[start] not in _SHAPELESS:
            letter = text[start]
            yield _NAMED.get(letter, f"U+{ord(letter):04X}"), Face.MEDIUM, True, start
        start = end


def _face_of(letter: str, face: Face) -> Face | None:
    if letter in _SHAPELESS:
        return None
    if letter in metrics(face).characters:
        return face
    # The tables of the large fallback are read only when the smaller one has failed.
    return next((spare for spare in FALLBACKS if letter in metrics(spare).characters), None)


def _by_level(text: str, start: int, depth: list[int] | None) -> Iterator[tuple[str, int]]:
    if depth is None:
        yield text, 0
        return
    begin = 0
    for index in range(1, len(text) + 1):
        if index == len(text) or depth[start + index] != depth[start + begin]:
            yield text[begin:index], depth[start + begin]
            begin = index


def _boxed(code: str, style: TextStyle, level: int) -> Fragment:
    width = metrics(Face.MEDIUM).width(code, style.size * _CODE_SIZE)
    width += 2 * (_CODE_PADDING + _CODE_GAP) * style.size
    return Fragment(code, Face.MEDIUM, INK2, True, level, width)


def code_box(size: float) -> tuple[float, float, float]:
    """How a framed code is drawn at text size `size`: its letters, the gap beside its frame, its padding."""
    return size * _CODE_SIZE, size * _CODE_GAP, size * _CODE_PADDING
