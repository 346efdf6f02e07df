"""A search in the words of each database: what FTS5 takes behind MATCH, and the text of a tsquery.

Every run is quoted, so nothing that people type is taken for an operator.
"""

from collections.abc import Sequence

from app.domain.search.words import Phrase, Term

EMPTY = ""
"""Stands for no condition at all, on both databases."""


def fts5_all(terms: Sequence[Term]) -> str:
    """Documents in which every term is."""
    return " AND ".join(f"({_fts5_any(term)})" for term in terms)


def fts5_titled(term: Term, titles: Sequence[str]) -> str:
    """Documents in whose titles, which are these columns, the term is."""
    return f"{{{' '.join(titles)}}} : ({_fts5_any(term)})"


def fts5_some(terms: Sequence[Term]) -> str:
    """Documents in which at least one of the terms is."""
    return " OR ".join(f"({_fts5_any(term)})" for term in terms)


def _fts5_any(term: Term) -> str:
    return " OR ".join(map(_fts5_phrase, term.phrases))


def _fts5_phrase(phrase: Phrase) -> str:
    # FTS5 cuts what stands in quotes as it cut the text, and takes it for a phrase.
    quoted = " ".join(phrase.runs).replace('"', '""')
    return f'"{quoted}"*' if phrase.is_open else f'"{quoted}"'


def tsquery_all(terms: Sequence[Term]) -> str:
    """Documents in which every term is."""
    return " & ".join(f"({_tsquery_any(term)})" for term in terms)


def tsquery_titled(term: Term) -> str:
    """Documents in whose titles the term is."""
    return _tsquery_any(term, "A")


def tsquery_some(terms: Sequence[Term]) -> str:
    """Documents in which at least one of the terms is."""
    return " | ".join(f"({_tsquery_any(term)})" for term in terms)


def _tsquery_any(term: Term, weights: str = "") -> str:
    return " | ".join(_tsquery_phrase(phrase, weights) for phrase in term.phrases)


def _tsquery_phrase(phrase: Phrase, weights: str) -> str:
    of = f":{weights}" if weights else ""
    *whole, last = map(_lexeme, phrase.runs)
    whole = [f"{run}{of}" for run in whole]
    return " <-> ".join([*whole, f"{last}:*{weights}" if phrase.is_open else f"{last}{of}"])


def _lexeme(run: str) -> str:
    doubled = run.replace("\\", "\\\\").replace("'", "''")
    return f"'{doubled}'"
