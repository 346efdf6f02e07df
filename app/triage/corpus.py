"""Many texts at once as sparse matrices, one for each block: what learning and searching start from.

Stretches of letters are taken from the distinct words and multiplied with how often each text has them. Counting them
text by text, as scikit-learn's vectorizers do, takes ten times as long, and most of the time of learning.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from app.triage.lexicon import HEAD, Block, Lexicon
from app.triage.words import stretches, words

Matrix = Any
"""A sparse matrix of scipy by rows, one for each text."""

_MOST_TERMS = {"words": 40_000, "head": 20_000, "letters": 60_000}
_SEEN_AT_LEAST = 2
_MOST_WORDS = 400
_WORDS_IN_ALL, _FEWEST_WORDS = 8_000_000, 40
_SPELLED_IN_ALL, _FEWEST_SPELLED = 800_000, 12
"""Bounds of memory: of how many words of all texts together something is kept, and at least of how many of each."""


class _Tally(NamedTuple):
    """The distinct words, and how often each text has them: in all, among its first, among those that are spelled."""

    distinct: list[str]
    all: Matrix
    head: Matrix
    spelled: Matrix


def learn_lexicon(texts: Sequence[str]) -> tuple[Lexicon, dict[str, Matrix]]:
    """The words that count in these texts, and what each text comes to."""
    most = _bounded(_WORDS_IN_ALL // max(1, len(texts)), _FEWEST_WORDS)
    most_spelled = _bounded(_SPELLED_IN_ALL // max(1, len(texts)), _FEWEST_SPELLED)
    tally = _tally(texts, most, most_spelled)
    counted: dict[str, tuple[list[str], Matrix]] = {
        "words": (tally.distinct, tally.all),
        "head": (tally.distinct, tally.head),
        "letters": _spelled(tally, None),
    }
    blocks, matrices = {}, {}
    for name, (terms, counts) in counted.items():
        seen_in = np.bincount(counts.indices, minlength=len(terms))
        kept = _worth_knowing(seen_in, _MOST_TERMS[name])
        telling = np.log((1 + len(texts)) / (1 + seen_in[kept])) + 1
        blocks[name] = Block({terms[index]: number for number, index in enumerate(kept)}, telling.astype(np.float32))
        matrices[name] = weighed(counts[:, kept], blocks[name])
    return Lexicon(blocks, most, most_spelled), matrices


def matrices_of(lexicon: Lexicon, texts: Sequence[str]) -> dict[str, Matrix]:
    """What each text comes to in each block of a lexicon."""
    tally = _tally(texts, lexicon.most_words, lexicon.most_spelled)
    found = {}
    for name, block in lexicon.blocks.items():
        if name == "letters":
            counts = _spelled(tally, block)[1]
        else:
            counts = (tally.head if name == "head" else tally.all) @ _translation(tally.distinct, block)
        found[name] = weighed(counts, block)
    return found


def weighed(counts: Matrix, block: Block) -> Matrix:
    """Rows of counts as rows of weights of length one, as `Block.vector` gives them."""
    rows = sparse.csr_matrix(counts, dtype=np.float32)
    rows.sum_duplicates()
    rows.data = (1 + np.log(rows.data)) * block.telling[rows.indices]
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    rows.data /= np.repeat(np.where(lengths > 0, lengths, 1), np.diff(rows.indptr)).astype(np.float32)
    return rows


def _bounded(affordable: int, fewest: int) -> int:
    return max(fewest, min(_MOST_WORDS, affordable))


def _worth_knowing(seen_in: NDArray[np.int64], most: int) -> NDArray[np.int64]:
    kept = np.flatnonzero(seen_in >= _SEEN_AT_LEAST)
    if len(kept) > most:
        often = np.argsort(-seen_in[kept], kind="stable")[:most]
        kept = np.sort(kept[often])
    return kept


def _tally(texts: Sequence[str], most: int, most_spelled: int) -> _Tally:
    numbers: dict[str, int] = {}
    found, ends = [], []
    for text in texts:
        found.append([numbers.setdefault(word, len(numbers)) for word in words(text, most)])
        ends.append(len(found[-1]))
    lengths = np.array(ends, np.int64)
    flat = np.fromiter((number for each in found for number in each), np.int32, int(lengths.sum()))
    starts = np.concatenate([[0], np.cumsum(lengths)])
    at = np.arange(len(flat)) - np.repeat(starts[:-1], lengths)
    rows = np.repeat(np.arange(len(texts), dtype=np.int32), lengths)
    shape = (len(texts), len(numbers))
    head, spelled = (_count(rows[at < bound], flat[at < bound], shape) for bound in (HEAD, most_spelled))
    return _Tally(list(numbers), _count(rows, flat, shape), head, spelled)


def _count(rows: NDArray[np.int32], columns: NDArray[np.int32], shape: tuple[int, int]) -> Matrix:
    # Making rows of pairs adds up the pairs that stand there twice.
    return sparse.csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=shape)


def _spelled(tally: _Tally, block: Block | None) -> tuple[list[str], Matrix]:
    """The stretches of letters and how often each text has them; those of a block only, where one is given."""
    numbers: dict[str, int] = {} if block is None else block.numbers
    pairs = list(_pairs(tally.distinct, numbers, grow=block is None))
    flat = np.array(pairs, np.int32).reshape(-1, 2)
    spelling = _count(flat[:, 0], flat[:, 1], (len(tally.distinct), len(numbers)))
    return list(numbers), sparse.csr_matrix(tally.spelled @ spelling)


def _pairs(distinct: list[str], numbers: dict[str, int], *, grow: bool) -> Iterator[tuple[int, int]]:
    for row, word in enumerate(distinct):
        for part in stretches(word):
            number = numbers.setdefault(part, len(numbers)) if grow else numbers.get(part)
            if number is not None:
                yield row, number


def _translation(distinct: list[str], block: Block) -> Matrix:
    """The matrix that takes counts of these words to counts of the block's terms."""
    pairs = [(row, number) for row, word in enumerate(distinct) if (number := block.numbers.get(word)) is not None]
    flat = np.array(pairs, np.int32).reshape(-1, 2)
    return _count(flat[:, 0], flat[:, 1], (len(distinct), len(block.numbers)))
