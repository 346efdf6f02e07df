from datetime import UTC, datetime, timedelta

import numpy as np
import pytest

from app.domain.errors import Refused
from app.services.suggestions.dto import Learned, Lesson
from app.triage.advice import Adviser
from app.triage.desk_lessons import Outcome, learn_from
from app.triage.storing import from_bytes, to_bytes
from tests.triage.texts import labelled

BEGAN = datetime(2026, 1, 1, tzinfo=UTC)


def lessons(count: int, seed: int = 1) -> list[Lesson]:
    """Resolved incidents, one an hour; the group follows the service, and hardly any has a category."""
    texts, labels = labelled(count, seed)
    return [
        Lesson(BEGAN + timedelta(hours=row), text, (label, f"team {label}", "rare" if row % 50 == 0 else None))
        for row, (text, label) in enumerate(zip(texts, labels, strict=True))
    ]


@pytest.fixture(scope="module")
def outcome() -> Outcome:
    return learn_from(lessons(300), None)


def learned(outcome: Outcome, at: datetime) -> Learned:
    assert outcome.content is not None
    return Learned(1, at, 300, outcome.figures, outcome.content)


def test_figures_are_of_the_newest_fifth_and_say_what_was_learned(outcome: Outcome) -> None:
    assert set(outcome.figures) == {"service_id", "group_id"}
    service = outcome.figures["service_id"]
    assert service["tested"] == 60
    assert 0.8 < service["top1"] < 1
    assert service["top1"] <= service["top3"] == 1
    assert outcome.before == {}


def test_advice_comes_with_names_of_today_and_confidence(outcome: Outcome) -> None:
    model = from_bytes(learned(outcome, BEGAN).content)
    names = {"service_id": {"Mail": "Mail and calendar", "Printing": "Print service"}, "group_id": {}}
    adviser = Adviser(1, model, names)
    first, *_ = adviser.advise("outlook shows no inbox")["service_id"]
    assert (first.value_id, first.name) == ("Mail", "Mail and calendar")
    assert 0.6 < first.confidence <= 1
    assert adviser.advise("outlook shows no inbox")["group_id"] == (), "what has no name today is not suggested"
    assert adviser.advise("zzz qqq") == {}
    assert adviser.advise("") == {}


def test_what_is_read_back_answers_as_what_was_stored(outcome: Outcome) -> None:
    model = from_bytes(learned(outcome, BEGAN).content)
    again = from_bytes(to_bytes(model))
    for text in ("printer jams", "vpn and wifi", "nothing known"):
        for field, classifier in model.classifiers.items():
            now, then = (
                each.probabilities(each_model.lexicon.vectors(text))
                for each, each_model in ((classifier, model), (again.classifiers[field], again))
            )
            assert np.allclose(now, then, atol=1e-3)


@pytest.mark.parametrize("spoilt", [b"", b"PK\x03\x04", b"\x80\x04K\x01.", b"x" * 999])
def test_bytes_that_are_no_model_are_refused(spoilt: bytes) -> None:
    with pytest.raises(Refused, match="cannot be read"):
        from_bytes(spoilt)


def test_a_model_that_lost_a_part_is_refused(outcome: Outcome) -> None:
    content = learned(outcome, BEGAN).content
    for end in (len(content) // 2, len(content) - 30):
        with pytest.raises(Refused):
            from_bytes(content[:end])


def test_what_was_learned_stays_where_it_is_better(outcome: Outcome) -> None:
    """Whoever resolves a day's incidents by drawing lots must not spoil what is known."""
    known = learned(outcome, BEGAN + timedelta(hours=300))
    sound = lessons(300, seed=2)
    spoilt = [
        lesson._replace(values=sound[(row * 7 + 1) % 240].values, resolved_at=BEGAN + timedelta(hours=301 + row))
        if row < 240
        else lesson._replace(resolved_at=BEGAN + timedelta(hours=301 + row))
        for row, lesson in enumerate(sound)
    ]
    worse = learn_from(spoilt, known)
    assert worse.content is None
    assert worse.before["service_id"] > 0.1
    assert learn_from(
        [each._replace(resolved_at=BEGAN + timedelta(hours=301 + row)) for row, each in enumerate(sound)], known
    ).content
