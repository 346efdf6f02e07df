"""What the desk suggests for a text that is being typed. Needs numpy, and no database once what was learned is read."""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from app.domain.actor import Actor
from app.services.desk import Desk
from app.triage.storing import Model, from_bytes

_SHOWN = 3
_WORTH_SAYING = 0.05


class Advice(NamedTuple):
    """A value for a field, and how often such a suggestion is right (0 to 1)."""

    value_id: str
    name: str
    confidence: float


class Adviser:
    """What was learned, with the names of today."""

    def __init__(self, number: int, model: Model, names: Mapping[str, Mapping[str, str]]) -> None:
        self.number = number
        self._model = model
        self._names = names

    def advise(self, text: str) -> dict[str, tuple[Advice, ...]]:
        """The likeliest values by field, at most three, the likeliest first; none for a text without a known word."""
        vectors = self._model.lexicon.vectors(text)
        if not any(len(vector.terms) for vector in vectors.values()):
            return {}
        found = {}
        for field, classifier in self._model.classifiers.items():
            chances, names = classifier.probabilities(vectors), self._names[field]
            best = [(classifier.classes[at], float(chances[at])) for at in np.argsort(-chances)[:_SHOWN]]
            # What was retired since it was learned is not suggested, and nothing takes its share.
            found[field] = tuple(
                Advice(value, names[value], share) for value, share in best if value in names and share > _WORTH_SAYING
            )
        return found


def adviser_of(desk: Desk, actor: Actor) -> Adviser | None:
    """What was learned last at this desk, read from its database; None before anything was."""
    learned = desk.suggestions.newest(actor)
    if learned is None:
        return None
    return Adviser(learned.number, from_bytes(learned.content), desk.suggestions.names(actor))
