"""Learns from as many made-up incidents as it is told, in a program of its own; prints what that took as JSON."""

import json
import random
import sys
import time
from datetime import UTC, datetime, timedelta

from app.services.suggestions.dto import FIELDS, Lesson
from app.triage.desk_lessons import learn_from
from app.triage.storing import from_bytes
from benchmarks.harness import percentile
from benchmarks.search import made_text, peculiar_word

_CLASSES = (60, 12, 9)
"""Services, groups and categories."""
_ASKED = 500


def lessons(count: int) -> list[Lesson]:
    """Texts of words as common as in real ones, with some that tell what each is about, though not always."""
    chance = random.Random(7)
    begun = datetime(2025, 1, 1, tzinfo=UTC)
    found = []
    for number in range(count):
        service = min(chance.randrange(_CLASSES[0]), chance.randrange(_CLASSES[0]))
        told = [peculiar_word(service, chance.randrange(12)) for _ in range(chance.randrange(4))]
        kinds = (service, service % _CLASSES[1], service % _CLASSES[2])
        values = tuple(f"{field}{kind}" for field, kind in zip(FIELDS, kinds, strict=True))
        text = f"{made_text(number, 5)} {' '.join(told)}\n{made_text(number + 1, 35)}"
        found.append(Lesson(begun + timedelta(minutes=number), text, values))
    return found


def run(count: int) -> dict[str, float]:
    """Seconds of the processor, MB of memory at the most, and milliseconds for one text at the 95th percentile."""
    taught = lessons(count)
    begun = time.process_time()
    outcome = learn_from(taught, None)
    seconds = time.process_time() - begun
    assert outcome.content is not None
    model = from_bytes(outcome.content)
    asked = []
    for lesson in taught[:_ASKED]:
        at = time.process_time()
        vectors = model.lexicon.vectors(lesson.text)
        for classifier in model.classifiers.values():
            classifier.probabilities(vectors)
        asked.append(time.process_time() - at)
    return {"seconds": seconds, "mb": _most_mb(), "asked": percentile(asked, 0.95)}


def _most_mb() -> float:
    import resource  # not on Windows

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    print(json.dumps(run(int(sys.argv[1]))))
