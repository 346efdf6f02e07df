"""Breaking text into lines; the time it takes grows with the length of the text, no faster."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from app.reports import bidi
from app.reports.fonts import metrics
from app.reports.styles import TextStyle
from app.reports.text import Fragment, Run, fragments, paragraphs

# Scripts without spaces: a line may break between any two of these characters.
_IDEOGRAPHS = "\u2e80-\u2fff\u3040-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7a3\uf900-\ufaff"
# But closing signs stay with the character before them.
_CLOSING = "\u3001-\u3003\u3009\u300b\u300d\u300f\u3011\uff01\uff09\uff0c\uff0e\uff1a\uff1b\uff1f"
_WORDS = re.compile(f" +|[{_IDEOGRAPHS}][{_CLOSING}]*|[^ {_IDEOGRAPHS}]+")
_IDEOGRAPH = re.compile(f"[{_IDEOGRAPHS}]")
_BREAK_AFTER = frozenset("-/\\_.,;:&?=)]}|")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line in drawing order; `from_right` when its paragraph runs right to left."""

    fragments: tuple[Fragment, ...]
    width: float
    from_right: bool


@dataclass(slots=True)
class _Word:
    fragments: list[Fragment]
    width: float
    space: Fragment | None = None


def break_lines(runs: Sequence[Run], style: TextStyle, width: float) -> list[Line]:
    """The lines of `runs` at most `width` points wide.

    A line break in the text starts a new line, an empty line is kept. A word that is wider than a whole line
    is broken, after a sign such as a slash where there is one.
    """
    lines: list[Line] = []
    for paragraph in paragraphs(runs):
        whole = "".join(run.text for run in paragraph)
        mixed = bidi.has_right_to_left(whole)
        base = bidi.base_level(whole) if mixed else 0
        words = _words(fragments(paragraph, style, base, mixed=mixed), style.size)
        lines += [_finish(row, base) for row in _fill(words, style, width)]
    return lines


@lru_cache(maxsize=300)
def few_lines(text: str, style: TextStyle, width: float, most: int) -> tuple[tuple[Line, ...], bool]:
    """`text` without its line breaks on at most `most` lines, and whether an ellipsis replaces its end."""
    flat = " ".join(text[: 500 * most].split())
    lines = break_lines([Run(flat)], style, width)
    if len(lines) <= most and len(text) <= 500 * most:
        return tuple(lines), False
    low, high = 0, len(flat)
    while low < high:
        middle = (low + high + 1) // 2
        if len(break_lines([Run(flat[:middle].rstrip() + "…")], style, width)) <= most:
            low = middle
        else:
            high = middle - 1
    return tuple(break_lines([Run(flat[:low].rstrip() + "…")], style, width)), True


def one_line(text: str, style: TextStyle, width: float) -> Line:
    """`text` on one line, cut with an ellipsis where it is wider than `width` points."""
    return few_lines(text, style, width, 1)[0][0]


def _words(stretches: Iterable[Fragment], size: float) -> Iterator[_Word]:
    """Unbreakable stretches with the space behind them."""
    word = _Word([], 0.0)
    for fragment in stretches:
        text, face, colour, boxed, level, width = fragment
        dense = boxed or (word.fragments and word.fragments[-1].boxed) or _IDEOGRAPH.match(text)
        if word.fragments and dense and (boxed or text[0].isalnum()):
            yield word
            word = _Word([], 0.0)
        if boxed:
            word.fragments.append(fragment)
            word.width += width
            continue
        measure = metrics(face).width
        for match in _WORDS.finditer(text):
            part = match.group()
            wide = measure(part, size)
            if part[0] == " ":
                word.space = Fragment(part, face, colour, False, level, wide)
                yield word
                word = _Word([], 0.0)
                continue
            if word.fragments and match.start():
                yield word
                word = _Word([], 0.0)
            word.fragments.append(Fragment(part, face, colour, False, level, wide))
            word.width += wide
    yield word


def _fill(words: Iterable[_Word], style: TextStyle, width: float) -> Iterator[list[Fragment]]:
    row: list[Fragment] = []
    used = 0.0
    for word in words:
        if row and used + word.width > width and word.fragments:
            yield row
            row, used = [], 0.0
        if word.width > width:
            *full, last = _break_word(word, style, width)
            yield from full
            row, used = last, sum(fragment.width for fragment in last)
        else:
            row.extend(word.fragments)
            used += word.width
        if word.space is not None:
            row.append(word.space)
            used += word.space.width
    yield row


def _break_word(word: _Word, style: TextStyle, width: float) -> Iterator[list[Fragment]]:
    row: list[Fragment] = []
    room = width
    for fragment in word.fragments:
        if fragment.boxed:
            if row and fragment.width > room:
                yield row
                row, room = [], width
            row.append(fragment)
            room -= fragment.width
            continue
        text = fragment.text
        widths = metrics(fragment.face).widths
        ends = list(accumulate(widths[letter] * style.size for letter in text))
        start = 0
        while start < len(text):
            before = ends[start - 1] if start else 0.0
            end = bisect_right(ends, before + room + 1e-6)
            if end == start and row:
                yield row
                row, room = [], width
                continue
            end = _good_break(text, start, max(end, start + 1))
            part = ends[end - 1] - before
            row.append(fragment._replace(text=text[start:end], width=part))
            room -= part
            start = end
            if start < len(text):
                yield row
                row, room = [], width
    yield row


def _good_break(text: str, start: int, end: int) -> int:
    """A place at or shortly before `end` where the word may be broken with the least harm."""
    if end >= len(text):
        return len(text)
    for index in range(end - 1, max(start, end - 1 - (end - start) // 3), -1):
        if text[index] in _BREAK_AFTER:
            return index + 1
    while end > start + 1 and unicodedata.combining(text[end]):
        end -= 1
    return end


def _finish(row: list[Fragment], base: int) -> Line:
    while row and not row[-1].boxed and row[-1].text.isspace():
        row.pop()
    if base or any(fragment.level for fragment in row):
        row = _visual_order(row)
    merged: list[Fragment] = []
    index = 0
    while index < len(row):
        first = row[index]
        end = index + 1
        while end < len(row) and _same_look(first, row[end]):
            end += 1
        if end - index > 1:
            alike = row[index:end]
            text = "".join(fragment.text for fragment in alike)
            first = first._replace(text=text, width=sum(fragment.width for fragment in alike))
        merged.append(first)
        index = end
    return Line(tuple(merged), sum(fragment.width for fragment in merged), base == 1)


def _same_look(one: Fragment, other: Fragment) -> bool:
    return one.face is other.face and one.colour == other.colour and not (one.boxed or other.boxed)


def _visual_order(row: list[Fragment]) -> list[Fragment]:
    """Rule L2: from the highest level down, every stretch of at least that level is turned round."""
    row = [part._replace(text=bidi.reverse(part.text)) if part.level % 2 and not part.boxed else part for part in row]
    for level in range(max(part.level for part in row) if row else 0, 0, -1):
        index = 0
        while index < len(row):
            end = index
            while end < len(row) and row[end].level >= level:
                end += 1
            row[index:end] = reversed(row[index:end])
            index = end + 1
    return row
