"""A desk that has learned something, without learning."""

import numpy as np

from app.triage.classifier import Classifier, Linear
from app.triage.lexicon import Block, Lexicon
from app.triage.storing import Model, to_bytes
from tests.views.desks import Stage


def teach(stage: Stage) -> None:
    """A desk that knows one word: what has "dock" in it is for the network people and about scanning."""
    desk, me = stage.desk.session.desk, stage.desk.me
    none = Block({}, np.zeros(0, np.float32))
    lexicon = Lexicon({"words": Block({"dock": 0}, np.ones(1, np.float32)), "head": none, "letters": none}, 400, 400)

    def sure(right: str, other: str, weight: float) -> Classifier:
        weights = np.array([[weight, 0]], np.float32)
        return Classifier(
            (right, other), (Linear("words", weights, np.zeros(2, np.float32)),), (1.0,), np.zeros(2, np.float32)
        )

    classifiers = {
        "service_id": sure(stage.desk.wms, "retired", 2.0),
        "group_id": sure(stage.desk.network, stage.desk.service_desk, 1.0),
    }
    desk.suggestion_work.keep(me, 200, {}, to_bytes(Model(lexicon, classifiers)))
