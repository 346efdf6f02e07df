"""Many texts at once as sparse matrices, one for each block: what learning and searching start from.

Stretches of letters are taken from the distinct words and multiplied with how often each text has them. Counting them
text by text, as scikit-learn's vectorizers do, takes ten times as long, and most of the time of learning.
"""

from collections.abc import Callable, Collection, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from app.triage.lexicon import BLOCKS, HEAD, Block, Lexicon
from app.triage.words import stretches, words

Matrix = Any
"""A sparse matrix of scipy by rows, one for each text."""

_MOST_TERMS = {"words": 40_000, "phrases": 60_000, "head": 20_000, "letters": 60_000}
_SEEN_AT_LEAST = 2
_MOST_WORDS = 400
_WORDS_IN_ALL, _FEWEST_WORDS = 8_000_000, 40
_SPELLED_IN_ALL, _FEWEST_SPELLED = 800_000, 12
"""Bounds of memory: of how many words of all texts together something is kept, and at least of how many of each."""


class _Tally(NamedTuple):
    """The distinct words, and how often each text has them: in all, among its first, among those that are spelled.

    `flat` are the numbers of all words in a row, `rows` the texts in which they stand.
    """

    distinct: list[str]
    all: Matrix
    head: Matrix
    spelled: Matrix
    flat: NDArray[np.int32]
    rows: NDArray[np.int32]


def learn_lexicon(texts: Sequence[str], wanted: Collection[str] = BLOCKS) -> tuple[Lexicon, dict[str, Matrix]]:
    """The words that count in these texts, and what each text comes to in each of the blocks that are wanted."""
    most = _bounded(_WORDS_IN_ALL // max(1, len(texts)), _FEWEST_WORDS)
    most_spelled = _bounded(_SPELLED_IN_ALL // max(1, len(texts)), _FEWEST_SPELLED)
    tally = _tally(texts, most, most_spelled)
    blocks, matrices = {}, {}
    for name in BLOCKS:
        if name not in wanted:
            continue
        terms, counts = _COUNTED[name](tally)
        seen_in = np.bincount(counts.indices, minlength=len(terms))
        kept = _worth_knowing(seen_in, _MOST_TERMS[name])
        telling = np.log((1 + len(texts)) / (1 + seen_in[kept])) + 1
        blocks[name] = Block({terms[index]: number for number, index in enumerate(kept)}, telling.astype(np.float32))
        matrices[name] = weighed(counts[:, kept], blocks[name])
    return Lexicon(blocks, most, most_spelled), matrices


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
    return _Tally(list(numbers), _count(rows, flat, shape), head, spelled, flat, rows)


def _count(rows: NDArray[np.int32], columns: NDArray[np.int32], shape: tuple[int, int]) -> Matrix:
    # Making rows of pairs adds up the pairs that stand there twice.
    return sparse.csr_matrix((np.ones(len(rows), np.float32), (rows, columns)), shape=shape)


def _phrased(tally: _Tally) -> tuple[list[str], Matrix]:
    """The words and each two side by side, and how often each text has them; pairs of one text alone are left out."""
    width = len(tally.distinct)
    together = tally.rows[:-1] == tally.rows[1:]
    keys = (tally.flat[:-1].astype(np.int64) * width + tally.flat[1:])[together]
    distinct, numbers = np.unique(keys, return_inverse=True)
    counts = _count(tally.rows[:-1][together], numbers.astype(np.int32), (tally.all.shape[0], len(distinct)))
    often = np.flatnonzero(np.bincount(counts.indices, minlength=len(distinct)) >= _SEEN_AT_LEAST)
    names = [f"{tally.distinct[key // width]} {tally.distinct[key % width]}" for key in distinct[often].tolist()]
    return [*tally.distinct, *names], sparse.hstack([tally.all, counts[:, often]], format="csr")


def _spelled(tally: _Tally) -> tuple[list[str], Matrix]:
    """The stretches of letters and how often each text has them."""
    numbers: dict[str, int] = {}
    pairs = [
        (row, numbers.setdefault(part, len(numbers)))
        for row, word in enumerate(tally.distinct)
        for part in stretches(word)
    ]
    flat = np.array(pairs, np.int32).reshape(-1, 2)
    spelling = _count(flat[:, 0], flat[:, 1], (len(tally.distinct), len(numbers)))
    return list(numbers), sparse.csr_matrix(tally.spelled @ spelling)


_COUNTED: Final[dict[str, Callable[[_Tally], tuple[list[str], Matrix]]]] = {
    "words": lambda tally: (tally.distinct, tally.all),
    "phrases": _phrased,
    "head": lambda tally: (tally.distinct, tally.head),
    "letters": _spelled,
}
