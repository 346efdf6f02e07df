"""Every word for people passes here, in English, and comes out in the language that the program speaks.

The English text is the key of its translation, so the source reads as what it shows, and a text that nobody has
translated is shown as it was written. The same words mean the same everywhere: there is one context.

What is said is decided once, before the window is built, because many words are said when their module is read. The
command line says nothing else than English, and so does everything that is stored.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from typing import Protocol


class Language(Protocol):
    """A language other than English; `Tongue` in the views is the one there is."""

    def translated(self, text: str, count: int) -> str:
        """The translation in the form for this number, -1 where there is none; empty where nobody translated it."""
        ...

    def number(self, value: int) -> str:
        """A whole number, as the country of the reader writes it."""
        ...

    def percent(self, share: float) -> str:
        """A share as a whole number of per cent."""
        ...

    def day(self, day: date, pattern: str) -> str:
        """A day by a pattern of Qt, such as `d. MMMM yyyy`, with the names that the language has."""
        ...

    @property
    def tag(self) -> str:
        """The language by its code of BCP 47, such as `de-AT`, for documents."""
        ...

    @property
    def is_right_to_left(self) -> bool:
        """Whether lines run from right to left, so that figures and names in them have to be kept apart."""
        ...

    @property
    def has_large_nouns(self) -> bool:
        """Whether a label keeps its capital in the middle of a sentence."""
        ...


class _Said:
    """What is spoken now; None is English."""

    language: Language | None = None


_is_kept: ContextVar[bool] = ContextVar("is_kept", default=False)


@contextmanager
def in_english() -> Iterator[None]:
    """For what is stored: it says the same to everybody, whoever's window writes it."""
    token = _is_kept.set(True)
    try:
        yield
    finally:
        _is_kept.reset(token)


def _spoken() -> Language | None:
    return _Said.language if _Said.language is None or not _is_kept.get() else None


def speak(language: Language | None) -> None:
    """Say everything from now on in this language; None is English. Said once, before the views are imported."""
    _Said.language = language


def spoken() -> Language | None:
    """The language that is spoken; None is English."""
    return _Said.language


def reader_language() -> Language | None:
    """The language in which something is said here and now; None is English, also where something is stored."""
    return _spoken()


def tr(text: str, /, **values: object) -> str:
    """Give a text in the language of the reader, with `{name}` replaced by the value of that name.

    The text must be a literal, because it is collected from the source; values are put in after it was translated.
    """
    language = _spoken()
    shown = text if language is None else language.translated(text, -1) or text
    return _turned(shown).format(**_apart(values)) if values else shown


def trn(one: str, many: str, count: int, /, **values: object) -> str:
    """Give a text about a number of things: `one` for a single one, `many` otherwise, `{n}` for the number.

    A translation belongs to `many` and has as many forms as its language has, chosen by the number; where there is
    none, English chooses between the two. The number is written as the reader's country writes numbers.
    """
    language = _spoken()
    shown = "" if language is None else language.translated(many, count)
    if not shown:
        shown = one if count == 1 else many
    return _turned(shown).format(n=number(count), **_apart(values))


def _turned(text: str) -> str:
    """A line that begins with a value runs from right to left all the same, where Qt looks for its first letter."""
    language = _spoken()
    begins = language is not None and language.is_right_to_left and text.startswith("{")
    return f"\N{RIGHT-TO-LEFT MARK}{text}" if begins else text


def _apart(values: dict[str, object]) -> dict[str, object]:
    """What is put into a line that runs from right to left keeps its own direction, and turns nothing round."""
    language = _spoken()
    if language is None or not language.is_right_to_left:
        return values
    return {name: f"\N{FIRST STRONG ISOLATE}{value}\N{POP DIRECTIONAL ISOLATE}" for name, value in values.items()}


def figures(text: str) -> str:
    """Figures with their units, such as `2 d 4 h`: read from left to right in every language."""
    language = _spoken()
    if language is None or not language.is_right_to_left:
        return text
    return f"\N{LEFT-TO-RIGHT ISOLATE}{text}\N{POP DIRECTIONAL ISOLATE}"


def quoted(text: str) -> str:
    """A text between the quotation marks of the reader's language."""
    return tr("“{text}”", text=text)


def marked(text: str) -> str:
    """A text that is collected here and said later, by `tr`, where it is shown: for words that are also kept."""
    return text


def marked_count(one: str, many: str) -> tuple[str, str]:
    """The two forms of a counted text, collected here and said later by `trn`."""
    return one, many


def number(value: int) -> str:
    """A whole number with its thousands parted."""
    language = _spoken()
    return f"{value:,}" if language is None else language.number(value)


def percent(share: float) -> str:
    """A share of 1 as per cent: `75 %`."""
    language = _spoken()
    return f"{share * 100:.0f} %" if language is None else language.percent(share)


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_LETTERS = re.compile(r"dddd|MMMM|MMM|yyyy|d")


def day_words(day: date, pattern: str) -> str:
    """A day by a pattern in the letters of Qt (`dddd d MMMM yyyy`), by the reader's locale."""
    language = _spoken()
    if language is not None:
        return language.day(day, pattern)
    month = _MONTHS[day.month - 1]
    said = {"dddd": _DAYS[day.weekday()], "d": str(day.day), "MMMM": month, "MMM": month[:3], "yyyy": str(day.year)}
    return _LETTERS.sub(lambda found: said[found[0]], pattern)


def language_tag() -> str:
    """The language that is spoken, as documents name it: `en-GB`, `de-DE`."""
    language = _spoken()
    return "en-GB" if language is None else language.tag


def sentence_case(text: str) -> str:
    """The text with its first letter large, and the others as they are."""
    return text[:1].upper() + text[1:]


def inside(label: str) -> str:
    """A label in the middle of a sentence: small in English, as it stands where nouns are written large."""
    language = _spoken()
    return label if language is not None and language.has_large_nouns else label.lower()
