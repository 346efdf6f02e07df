"""Learning from a desk's own resolved incidents: how good it is on unseen ones, and whether it got better."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from app.domain.errors import Refused
from app.services.suggestions.dto import FIELDS, LEAST, Figures, Learned, Lesson
from app.triage.corpus import Matrix, learn_lexicon
from app.triage.learning import Step, blocks_for, effort, learn
from app.triage.storing import Model, from_bytes, to_bytes
from app.triage.trial import calibration_error

_HELD_BACK = 0.2
_COMPARED_AT_LEAST = 30
_WORSE_BY = 0.02
_SEED = 42
_TRIAL = 0.45
"""How much of the work the trial is: it has a fifth less to learn from than what is kept."""
_TRIED_ON = 2_000
"""So many of the newer lessons are tried at most."""


class Outcome(NamedTuple):
    """What came of learning: the bytes to keep, None where what there is was better; and how good both were."""

    content: bytes | None
    figures: Figures
    before: dict[str, float]
    """By field, how much more often what there was hits, on incidents that neither had seen; where compared."""


def learn_from(lessons: Sequence[Lesson], known: Learned | None, step: Step = lambda _: None) -> Outcome:
    """Learn; `lessons` are in the order in which they were resolved.

    The newest fifth is held back first, as what comes next is to be foretold from what came before; that gives the
    figures, at a large desk by a part of it. What was learned earlier stays where it does better on what was
    resolved since; it was learned from all there was, so the trial is too. Then all lessons are used.
    """
    if len(lessons) < LEAST:
        raise ValueError(len(lessons))
    border = int(len(lessons) * (1 - _HELD_BACK))
    newer = _spread(lessons[border:], _TRIED_ON)
    trial = _model(lessons[:border], lambda share: step(share * _TRIAL))
    figures = _tried(trial, newer)
    before = _ahead(known, trial, newer)
    if before and np.mean(list(before.values())) > _WORSE_BY:
        return Outcome(None, figures, before)
    return Outcome(to_bytes(_model(lessons, lambda share: step(_TRIAL + share * (1 - _TRIAL)))), figures, before)


def _spread(lessons: Sequence[Lesson], most: int) -> Sequence[Lesson]:
    """As many of the lessons, at even distances."""
    return [lessons[at * len(lessons) // most] for at in range(most)] if len(lessons) > most else lessons


def _model(lessons: Sequence[Lesson], step: Step) -> Model:
    rows_of, labels_of = {}, {}
    for position, field in enumerate(FIELDS):
        rows = [row for row, lesson in enumerate(lessons) if lesson.values[position] is not None]
        if len(rows) >= LEAST // 2:
            rows_of[field], labels_of[field] = rows, [str(lessons[row].values[position]) for row in rows]
    wanted = frozenset[str]().union(*(blocks_for(len(each), len(set(each))) for each in labels_of.values()))
    lexicon, matrices = learn_lexicon(
        [_as_asked(lesson.text, whole=row % 2 == 0) for row, lesson in enumerate(lessons)], wanted
    )
    tasks: dict[str, tuple[dict[str, Matrix], list[str]]] = {
        field: ({name: matrix[rows] for name, matrix in matrices.items()}, labels_of[field])
        for field, rows in rows_of.items()
    }
    efforts = {field: effort(*task) for field, task in tasks.items()}
    classifiers, whole, behind = {}, sum(efforts.values()) or 1.0, 0.0
    for field, (chosen, labels) in tasks.items():

        def done(share: float, before: float = behind, here: float = efforts[field]) -> None:
            step((before + share * here) / whole)

        classifiers[field] = learn(chosen, labels, _SEED, done)
        behind += efforts[field]
    return Model(lexicon, classifiers)


def _as_asked(text: str, *, whole: bool) -> str:
    """What is known of an incident: at first its summary alone, which is the first line, and later all of it.

    Half of the lessons are taught by their summaries. Where all have descriptions, and often the same ones, their
    absence was taken for a mark of the few classes without, and foretold those with certainty for every call.
    """
    return text if whole else text.partition("\n")[0]


def _tried(model: Model, lessons: Sequence[Lesson]) -> dict[str, dict[str, float]]:
    """The figures by field; a field that was not learned or has nothing to be tried on has none."""
    figures = {}
    for position, field in enumerate(FIELDS):
        tried = [lesson for lesson in lessons if lesson.values[position] is not None]
        if field not in model.classifiers or not tried:
            continue
        classifier = model.classifiers[field]
        chances = np.array([classifier.probabilities(model.lexicon.vectors(lesson.text)) for lesson in tried])
        known = {name: number for number, name in enumerate(classifier.classes)}
        right = np.array([known.get(str(lesson.values[position]), -1) for lesson in tried])
        hit = chances.argmax(axis=1) == right
        figures[field] = {
            "tested": len(tried),
            "top1": float(hit.mean()),
            "top3": float((np.argsort(-chances, axis=1)[:, :3] == right[:, None]).any(axis=1).mean()),
            "majority": float(np.bincount(right[right >= 0], minlength=1).max() / len(tried)),
            "calibration_error": calibration_error(chances.max(axis=1), hit),
        }
    return figures


def _ahead(known: Learned | None, trial: Model, newer: Sequence[Lesson]) -> dict[str, float]:
    """By how much what there was hits more often than the trial, on what was resolved after it was learned."""
    if known is None:
        return {}
    unseen = [lesson for lesson in newer if lesson.resolved_at > known.learned_at]
    if len(unseen) < _COMPARED_AT_LEAST:
        return {}
    try:
        then = _tried(from_bytes(known.content), unseen)
    except Refused:
        return {}  # What cannot be read any more is no better than anything.
    now = _tried(trial, unseen)
    return {field: then[field]["top1"] - now[field]["top1"] for field in then.keys() & now.keys()}
