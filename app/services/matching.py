"""Finding a typed word in a stored text without minding upper and lower case, on both databases alike."""

from sqlalchemy import ColumnElement, func, or_

from app.domain.text import clean_line

_QUOTED = str.maketrans({sign: f"\\{sign}" for sign in "\\%_"})


def holds_word(column: ColumnElement[str], typed: str) -> ColumnElement[bool]:
    """Whether the text holds what was typed, in any case."""
    lowered = func.lower(column)
    return _any([lowered.contains(word, autoescape=True) for word in _spellings(typed)])


def patterns_of(typed: str) -> list[str]:
    """The same for `lower(column) LIKE ANY (patterns)`, with a backslash before what LIKE would take for a sign."""
    return [f"%{word.translate(_QUOTED)}%" for word in _spellings(typed)]


def begins_with(column: ColumnElement[str], typed: str) -> ColumnElement[bool]:
    """Whether the text begins with what was typed, in any case."""
    lowered = func.lower(column)
    return _any([lowered.startswith(word, autoescape=True) for word in _spellings(typed)])


def holds_word_start(column: ColumnElement[str], typed: str) -> ColumnElement[bool]:
    """Whether a later word of the text begins with what was typed, in any case."""
    lowered = func.lower(column)
    return _any([lowered.contains(f" {word}", autoescape=True) for word in _spellings(typed)])


def _any(found: list[ColumnElement[bool]]) -> ColumnElement[bool]:
    return found[0] if len(found) == 1 else or_(*found)


def _spellings(typed: str) -> list[str]:
    # SQLite's lower() knows A to Z only: "ÉVA" stays "Éva". So a word with other letters is looked for as it would be
    # left there too, with a capital at its start or throughout. Plain words need one comparison, as the indexes expect.
    word = clean_line(typed).lower()
    capitals = "".join(letter if letter.isascii() else letter.upper() for letter in word)
    start = word[:1] if word[:1].isascii() else word[:1].upper()
    return list(dict.fromkeys((word, start + word[1:], capitals)))
