"""Reading what somebody looks for: `toner "paper jam" -scanner srv-db-07`. Never raises, whatever it is given.

Words side by side all have to be there. Quotes keep words together, a leading minus takes them out, and the last word
may still be being typed, so it is the beginning of one.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from app.domain.search.apart import written_apart
from app.domain.search.folding import runs_of
from app.domain.search.forms import Language, forms_of
from app.domain.search.typos import near_misses
from app.domain.text import clean_text

MOST_SIGNS = 10_000
MOST_TERMS = 24
_MOST_RUNS = 24
_LONGEST_RUN = 200

_PIECE = re.compile(r'(?P<minus>(?<!\S)-)?(?:"(?P<quoted>[^"]*)(?P<closed>"?)|(?P<plain>[^\s"]+))')
_LETTERS_DIGITS = re.compile(r"^([^\W\d_]+)(\d+)$")
_HEXADECIMAL = re.compile(r"^(0x)?(?=.*[0-9])([0-9a-f]{8})$")


class Phrase(NamedTuple):
    """Runs that follow each other; the last one may be the beginning of a longer one."""

    runs: tuple[str, ...]
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One thing that was asked for, as it was typed, and the phrases of which one has to be there."""

    typed: str
    phrases: tuple[Phrase, ...]

    def as_typed(self) -> "Term":
        """The same without its other forms and spellings."""
        return Term(self.typed, self.phrases[:1])

    def near(self) -> tuple[Phrase, ...]:
        """What it may have been meant for: words one slip away, or the same identifier in other pieces.

        None for what was quoted, for addresses and dates, and for short words and numbers.
        """
        runs, is_open = self.phrases[0]
        if any(map(str.isspace, self.typed)) or ("." in self.typed and "".join(runs).isdigit()):
            return ()
        words = tuple(Phrase((word,)) for word in near_misses(runs[0])) if len(runs) == 1 else ()
        return words or tuple(Phrase(pieces, is_open) for pieces in written_apart(runs))

    def stands_in(self, text: str) -> bool:
        """Whether a text has it, as an index of the text would find it."""
        runs = runs_of(text)
        return any(_follows(phrase, runs, at) for phrase in self.phrases for at in range(len(runs)))

    def taken_for(self, phrases: Sequence[Phrase]) -> "Term":
        """The same, asking for one of these; without any it stays as it is."""
        return Term(self.typed, tuple(phrases)) if phrases else self


def _follows(phrase: Phrase, runs: Sequence[str], at: int) -> bool:
    *whole, last = phrase.runs
    end = at + len(whole)
    if end >= len(runs) or list(runs[at:end]) != whole:
        return False
    return runs[end].startswith(last) if phrase.is_open else runs[end] == last


def just(phrase: Phrase) -> Term:
    """The term that asks for a phrase as it is, folded already, and for no other form of it."""
    return Term(" ".join(phrase.runs), (phrase,))


@dataclass(frozen=True, slots=True)
class Wanted:
    """All of `terms` and none of `unwanted`."""

    terms: tuple[Term, ...] = ()
    unwanted: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to look for; taking out of nothing finds nothing."""
        return bool(self.terms)

    def taken_for(self, meant: Mapping[str, Sequence[Phrase]]) -> "Wanted":
        """The same, with each of these, as it was typed, taken for any of what it may have meant."""
        terms = tuple(term.taken_for(meant.get(term.typed, ())) for term in self.terms)
        return Wanted(terms, self.unwanted)


def parse_words(text: str, languages: Iterable[Language] = tuple(Language)) -> Wanted:
    """Read a search."""
    known = tuple(languages)
    text = clean_text(text[:MOST_SIGNS])
    terms: list[Term] = []
    unwanted: list[Term] = []
    for piece in _PIECE.finditer(text):
        target = unwanted if piece["minus"] else terms
        words = piece["plain"] if piece["quoted"] is None else piece["quoted"]
        if piece["plain"] is not None and not piece["minus"] and words.startswith("-"):
            words = words.lstrip("-")
        is_open = piece.end() == len(text) and not piece["closed"]
        term = _term(words, known, is_open=is_open, is_quoted=piece["plain"] is None)
        if term is not None and len(target) < MOST_TERMS:
            target.append(term)
    return Wanted(tuple(terms), tuple(unwanted))


def word_term(text: str, languages: Iterable[Language] = tuple(Language)) -> Term | None:
    """A single word, as the beginning of one, or several as a phrase; None where there is no letter and no digit."""
    text = clean_text(text[:MOST_SIGNS]).strip()
    is_phrase = any(map(str.isspace, text))
    return _term(text, tuple(languages), is_open=not is_phrase, is_quoted=is_phrase)


@lru_cache(maxsize=256)
def _term(words: str, languages: tuple[Language, ...], *, is_open: bool, is_quoted: bool) -> Term | None:
    runs = tuple(runs_of(words)[:_MOST_RUNS])
    if not runs:
        return None
    if len(runs[-1]) > _LONGEST_RUN:
        # No server takes words of thousands of letters; a beginning that long finds the same.
        is_open, runs = True, (*runs[:-1], runs[-1][:_LONGEST_RUN])
    first = Phrase(runs, is_open)
    if is_quoted or len(runs) > 1:
        return Term(words.strip(), tuple(dict.fromkeys((first, *_joined(runs, is_open=is_open, is_quoted=is_quoted)))))
    others = (Phrase((form,)) for form in forms_of(runs[0], languages)[1:])
    spellings = (Phrase((spelling,), is_open) for spelling in _umlauts(words, runs[0], languages))
    return Term(words.strip(), tuple(dict.fromkeys((first, *spellings, *_parted(runs[0], is_open=is_open), *others))))


def _joined(runs: tuple[str, ...], *, is_open: bool, is_quoted: bool) -> Iterator[Phrase]:
    """`CD-4012` is also written `CD4012`."""
    if not is_quoted and len(runs) == 2 and _LETTERS_DIGITS.match("".join(runs)):
        yield Phrase(("".join(runs),), is_open)


def _parted(run: str, *, is_open: bool) -> Iterator[Phrase]:
    """`CD4012` is also written `CD-4012`, and the number of an error `80070005` or `0x80070005`."""
    parts = _LETTERS_DIGITS.match(run)
    if parts:
        yield Phrase((parts[1], parts[2]), is_open)
    code = _HEXADECIMAL.match(run)
    if code:
        yield Phrase((code[2] if code[1] else f"0x{run}",))


_WRITTEN_OUT: dict[str, str | int | None] = {"ä": "ae", "ö": "oe", "ü": "ue"}


def _umlauts(typed: str, run: str, languages: tuple[Language, ...]) -> Iterator[str]:
    """`Müller` is also written `Mueller`, `Straße` is stored with its sharp s where nothing folds it."""
    if "ss" in run:
        yield run.replace("ss", "ß")
    if Language.GERMAN not in languages:
        return
    lowered = typed.lower()
    out = lowered.translate(str.maketrans(_WRITTEN_OUT))
    if out != lowered:
        yield from runs_of(out)[:1]
    plain = run
    for sign in ("ae", "oe", "ue"):
        plain = plain.replace(sign, sign[0])
    if plain != run:
        yield plain
