"""Learning from labelled texts. Needs scikit-learn, so it runs in a command or in a program of its own.

How sure the members may be is found on texts they did not learn from: in turn each part of the texts is held out.
Shares of members are chosen on these scores alone, so that a text to be predicted later has no part in anything.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import ExtraTreesClassifier

from app.triage.classifier import FOREST_BLOCK, Classifier, Grove, Linear, forest_scores
from app.triage.corpus import Matrix
from app.triage.forest import planted
from app.triage.lexicon import Floats
from app.triage.planes import planes
from app.triage.pooling import pool

Numbers = NDArray[np.int64]
Matrices = dict[str, Matrix]
Step = Callable[[float], None]
"""Told how much is done, from 0 to 1; may raise to end the learning."""

_WORTH_KEEPING = 0.03
_PHRASES_UP_TO = 20_000
"""Texts of which words side by side are looked at: they are twice the numbers, and of many texts words tell enough."""
_CHOSEN_ON = 20_000
"""Texts on which shares and confidence are chosen at most: a few numbers, which more texts would hardly change."""


class Plan(NamedTuple):
    """What is tried: linear members by block and cost of a mistake, how many trees, and in how many parts."""

    linear: tuple[tuple[str, float], ...]
    trees: tuple[int, ...]
    parts: int
    held_out: int
    """In how many of the parts texts are held out."""


def plan_for(texts: int, classes: int) -> Plan:
    """What can be afforded: much where there is little to learn from, one pass and a holdout where there is a lot."""
    work = texts * classes
    every = (("words", 0.2), ("words", 0.8), ("head", 0.3), ("letters", 0.1))
    if work <= 40_000 and texts <= 8_000:
        return Plan(every, (120,), 4, 4)
    if work <= 400_000 and texts <= _PHRASES_UP_TO:
        # Of many classes few are told by a word alone: on tickets of 77 services two words side by side are right for
        # one or two in a hundred more, and find more of the rare ones.
        return Plan((("phrases", 0.5), ("head", 0.3), ("letters", 0.1)), (), 3, 3)
    if work <= 400_000:
        return Plan(every, (), 3, 3)
    if work <= 1_000_000:
        return Plan((("words", 0.3), ("head", 0.3), ("letters", 0.1)), (), 6, 1)
    return Plan((("words", 0.3), ("head", 0.3)), (), 8, 1)


def blocks_for(texts: int, classes: int) -> frozenset[str]:
    """The blocks that a lexicon needs for learning so many classes from so many texts."""
    return frozenset({"words", *(block for block, _ in plan_for(texts, classes).linear)})


_EASIER: Final = {"letters": 0.4}
"""What a member of a block takes for each of its numbers, where that is not what one of words takes: letters have many,
and few steps lead to a plane among them."""
_OF_A_TREE: Final = 9.0
"""What a tree takes for each number, as a multiple of what a linear member takes for each number and class."""


_OF_POOLING: Final = 30.0
"""What all looks at a score together take, to find how much each member counts, as a multiple of the same."""
_NEARER: Final = 0.05
"""How much of what is left of the pooling a look is taken for: nobody knows how many there will be, from 20 to 100."""


def effort(matrices: Matrices, labels: Sequence[str]) -> float:
    """How much work learning these would be, in a unit of its own: to tell how far several of them are together."""
    texts, classes = len(labels), len(set(labels))
    plan = plan_for(texts, classes)
    tried = _tried_by(plan, matrices)
    members = _folds(plan, texts) * sum(_effort(each, matrices, classes) for each in tried)
    return members + _of_pooling(len(tried), int(min(texts, _CHOSEN_ON) * plan.held_out / plan.parts), classes)


def _of_pooling(members: int, texts: int, classes: int) -> float:
    """How much work it is to find how much each member counts."""
    return members * texts * classes * _OF_POOLING


def _folds(plan: Plan, texts: int) -> float:
    """How often every text is learned from: in turn without each part, and once whole."""
    return 1 + min(1.0, _CHOSEN_ON / texts) * plan.held_out * (1 - 1 / plan.parts)


def learn(matrices: Matrices, labels: Sequence[str], seed: int, step: Step = lambda _: None) -> Classifier:
    """A classifier for labelled texts; `matrices` has the blocks of their lexicon."""
    classes, numbers = np.unique(np.asarray(labels, dtype=object).astype(str), return_inverse=True)
    if len(classes) == 1:
        return Classifier((str(classes[0]),), (), (), np.zeros(1, np.float32))
    often = (np.bincount(numbers) / len(numbers)).astype(np.float32)
    plan = plan_for(len(numbers), len(classes))
    tried = _tried_by(plan, matrices)
    way = _Way(step, effort(matrices, labels))
    some = _some(len(numbers), seed)
    chosen = numbers[some]
    parts = _parts(chosen, _alike(matrices["words"][some]), plan.parts, seed)
    unseen = np.flatnonzero((parts >= 0) & (parts < plan.held_out))
    if not len(unseen) or len(np.unique(parts)) == 1:
        # No class has two texts of which one could foretell the other: what is known is how often each came.
        return Classifier(tuple(map(str, classes)), (), (), np.log(often))
    scores = np.zeros((len(tried), len(chosen), len(classes)), np.float32)
    for part in np.unique(parts[unseen]):  # where there are few distinct texts, not every part has one
        test = parts == part
        for index, wanted in enumerate(tried):
            rows = matrices[wanted.block][some]
            scores[index, test] = _fit(wanted, rows[~test], chosen[~test], len(classes), seed).all(rows[test])
            way.went(_effort(wanted, matrices, len(classes)) * int((~test).sum()) / len(numbers))
    with way.nearing(_of_pooling(len(tried), len(unseen), len(classes))) as looked:
        shares, leanings, doubt = pool(scores[:, unseen], chosen[unseen], often, looked)
    kept = [index for index, share in enumerate(shares) if share >= _WORTH_KEEPING * sum(shares)]
    members = []
    for index in kept:
        members.append(_fit(tried[index], matrices[tried[index].block], numbers, len(classes), seed).member)
        way.went(_effort(tried[index], matrices, len(classes)))
    step(1.0)
    kept_shares = tuple(float(shares[index]) for index in kept)
    return Classifier(tuple(map(str, classes)), tuple(members), kept_shares, leanings, often, doubt)


def _some(count: int, seed: int) -> Numbers | slice:
    """Which texts shares are chosen on: all, or as many as are enough, drawn at random."""
    if count <= _CHOSEN_ON:
        return slice(None)
    drawn: Numbers = np.sort(np.random.default_rng(seed).permutation(count)[:_CHOSEN_ON])
    return drawn


class _Wanted(NamedTuple):
    """A member to be learned: linear with a cost of mistakes, or so many trees."""

    block: str
    cost: float
    trees: int


def _tried_by(plan: Plan, matrices: Matrices) -> list[_Wanted]:
    groves = plan.trees if matrices[FOREST_BLOCK].nnz else ()
    return [*(_Wanted(block, cost, 0) for block, cost in plan.linear), *(_Wanted(FOREST_BLOCK, 0, n) for n in groves)]


def _effort(wanted: _Wanted, matrices: Matrices, classes: int) -> float:
    """How much work one member is, learned from all texts."""
    often = wanted.trees * _OF_A_TREE if wanted.trees else classes * _EASIER.get(wanted.block, 1.0)
    return float(matrices[wanted.block].nnz * often)


class _Way:
    """Tells how far learning is, as members take much more or less time than each other."""

    def __init__(self, step: Step, whole: float) -> None:
        self._step, self._whole, self._done = step, whole, 0.0

    @contextmanager
    def nearing(self, effort: float) -> Iterator[Callable[[], None]]:
        """So much more will be done, in nobody knows how many steps: each that is told of goes a part of the rest."""
        begun, left = self._done, effort

        def stepped() -> None:
            nonlocal left
            left *= 1 - _NEARER
            self._tell(begun + effort - left)

        yield stepped
        self._tell(begun + effort)

    def went(self, effort: float) -> None:
        """So much more is done."""
        self._tell(self._done + effort)

    def _tell(self, done: float) -> None:
        self._done = done
        if self._whole:
            self._step(min(1.0, self._done / self._whole))


def _fit(wanted: _Wanted, rows: Matrix, numbers: Numbers, classes: int, seed: int) -> "_Fitted | Grown":
    if wanted.trees:
        return grown(rows, numbers, classes, wanted.trees, seed)
    return _linear(rows, numbers, wanted.block, wanted.cost, classes)


def _alike(rows: Matrix) -> Numbers:
    """The first row that has the same words as each row."""
    first: dict[bytes, int] = {}
    ends = zip(rows.indptr, rows.indptr[1:], strict=False)
    words = (rows.indices[begin:end].tobytes() for begin, end in ends)
    return np.array([first.setdefault(each, row) for row, each in enumerate(words)], np.int64)


def _parts(numbers: Numbers, alike: Numbers, count: int, seed: int) -> Numbers:
    """The part of each text, with a like share of every class in each; -1 for the only text of its class.

    Texts with the same words are one text and lie in one part. A desk has many that a form or a monitor wrote; held out
    beside their like, they would teach that whoever learns by heart is always right.
    """
    firsts = np.unique(alike)
    kinds = numbers[firsts]
    order = np.random.default_rng(seed).permutation(len(firsts))
    order = order[np.argsort(kinds[order], kind="stable")]
    parts = np.empty(len(firsts), np.int64)
    parts[order] = np.arange(len(firsts)) % count
    alone = np.bincount(kinds)[kinds] == 1
    parts[alone] = -1
    return parts[np.searchsorted(firsts, alike)]


class _Fitted(NamedTuple):
    member: Linear

    def all(self, rows: Matrix) -> Floats:
        scores: Floats = np.asarray(rows @ self.member.weights) + self.member.offsets
        return scores


def _linear(rows: Matrix, numbers: Numbers, block: str, cost: float, classes: int) -> _Fitted:
    """A linear member; a class that is not among the texts gets a score below all others."""
    known = np.unique(numbers)
    weights = np.zeros((rows.shape[1], classes), np.float32)
    offsets = np.full(classes, -2.0, np.float32)
    if len(known) == 1 or rows.nnz == 0:
        offsets[known] = np.log(np.bincount(numbers, minlength=classes)[known] / len(numbers))
        return _Fitted(Linear(block, weights, offsets))
    weights[:, known], offsets[known] = planes(rows, np.searchsorted(known, numbers), len(known), cost)
    return _Fitted(Linear(block, weights, offsets))


def grown(rows: Matrix, numbers: Numbers, classes: int, trees: int, seed: int) -> "Grown":
    """Trees that were grown on these texts."""
    wood = ExtraTreesClassifier(trees, random_state=seed, n_jobs=1).fit(rows, numbers)
    return Grown(wood, classes)


class Grown(NamedTuple):
    """Trees as scikit-learn has them."""

    wood: Any
    classes: int

    def all(self, rows: Matrix) -> Floats:
        """The scores of many texts."""
        votes = np.zeros((rows.shape[0], self.classes), np.float32)
        votes[:, self.wood.classes_] = self.wood.predict_proba(rows)
        return forest_scores(votes)

    @property
    def member(self) -> Grove:
        """The trees as plain arrays."""
        trees = [_as_arrays(each.tree_, self.wood.classes_, self.classes) for each in self.wood.estimators_]
        return Grove(planted(trees), self.wood.n_features_in_)


def _as_arrays(tree: Any, known: Numbers, classes: int) -> tuple[NDArray[Any], ...]:
    values = tree.value[:, 0, :]
    votes = np.zeros((len(values), classes), np.float32)
    votes[:, known] = values / values.sum(axis=1, keepdims=True)
    return tree.feature, tree.threshold.astype(np.float32), tree.children_left, tree.children_right, votes
