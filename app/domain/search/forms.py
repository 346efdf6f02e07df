"""Other forms of a word, in English and German, so that "printing" finds "printed" and "Häuser" finds "Haus".

Words are stored as they are and widened when somebody looks for one. So the languages are a setting that needs no new
index, and both databases find the same. Only endings of inflection are exchanged: cutting words down to a stem that is
then searched as a beginning would make "server" find "service".
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import StrEnum

_LEAST, _MOST = 4, 24
_VOWELS = frozenset("aeiouy")
_NEVER_DOUBLED = frozenset("aeiouhwxy")
_GERMAN_ENDINGS = ("ern", "en", "er", "es", "em", "e", "n", "s")


class Language(StrEnum):
    """A language whose endings are known."""

    ENGLISH = "english"
    GERMAN = "german"


def languages_of(text: str) -> tuple[Language, ...]:
    """The languages that a setting names; words that name none are passed over."""
    named = text.replace(",", " ").lower().split()
    return tuple(language for language in Language if language.value in named)


def forms_of(word: str, languages: Iterable[Language]) -> tuple[str, ...]:
    """The folded word first, then its other forms; short words and those of other letters or with digits have none."""
    found = dict.fromkeys((word,))
    if _LEAST <= len(word) <= _MOST and word.isalpha() and word.isascii():
        for language in languages:
            found |= dict.fromkeys(_MAKERS[language](word))
    return tuple(found)


def _english(word: str) -> Iterator[str]:
    for base in dict.fromkeys(_english_bases(word)):
        yield base
        yield from _english_inflected(base)


def _english_bases(word: str) -> Iterator[str]:
    yield word
    if word.endswith("ies"):
        yield f"{word[:-3]}y"
    elif word.endswith(("ches", "shes", "sses", "xes", "zes")):
        yield word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        yield word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and not _VOWELS.isdisjoint(rest):
            yield rest
            yield f"{rest}e"
            if rest[-1] == rest[-2] and rest[-1] not in "ls":
                yield rest[:-1]
            if ending == "ed" and rest.endswith("i"):
                yield f"{rest[:-1]}y"


def _english_inflected(base: str) -> Iterator[str]:
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        yield from (f"{base[:-1]}ies", f"{base[:-1]}ied", f"{base}ing")
    elif base.endswith("e"):
        yield from (f"{base}s", f"{base}d", f"{base[:-1]}ing")
    elif base.endswith(("ch", "sh", "ss", "x", "z")):
        yield from (f"{base}es", f"{base}ed", f"{base}ing")
    elif not base.endswith(("ing", "ed", "s")):
        last = f"{base}{base[-1]}" if base[-2] in _VOWELS and base[-1] not in _NEVER_DOUBLED else base
        yield from (f"{base}s", f"{base}ed", f"{base}ing", f"{last}ed", f"{last}ing")


def _german(word: str) -> Iterator[str]:
    stems = [word, *(word.removesuffix(ending) for ending in _GERMAN_ENDINGS if word.endswith(ending))]
    for stem in dict.fromkeys(stems):
        if len(stem) >= _LEAST:
            yield stem
            # What ends with an e takes the rest of an ending only: "rote" is also "roter", and no "roteer".
            yield from dict.fromkeys(stem + ending.removeprefix("e" * stem.endswith("e")) for ending in _GERMAN_ENDINGS)


_MAKERS: Mapping[Language, Callable[[str], Iterator[str]]] = {Language.ENGLISH: _english, Language.GERMAN: _german}
