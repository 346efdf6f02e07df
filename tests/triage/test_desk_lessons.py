import io
import json
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from app.domain.errors import Refused
from app.services.suggestions.dto import Learned, Lesson
from app.triage.advice import Adviser
from app.triage.desk_lessons import Outcome, learn_from
from app.triage.learning import _parts
from app.triage.pooling import pool
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


def test_how_far_it_is_is_told_after_each_member() -> None:
    told: list[float] = []
    learn_from(lessons(260), None, told.append)
    leaps = [after - before for before, after in pairwise([0.0, *told])]
    assert told[-1] == pytest.approx(1.0)
    assert min(leaps) >= -1e-9
    assert max(leaps) < 0.15
    assert sum(told) / len(told) == pytest.approx(0.5, abs=0.1), "and neither end has most of the steps"


def test_how_far_it_is_is_told_while_members_are_pooled(monkeypatch: pytest.MonkeyPatch) -> None:
    """With many classes that takes as long as several members, and the bar stood still meanwhile."""
    told: list[float] = []
    within: list[tuple[float, float, int]] = []

    def pooled(*given: Any) -> Any:
        begun, count = told[-1], len(told)
        found = pool(*given)
        within.append((begun, told[-1], len(told) - count))
        return found

    monkeypatch.setattr("app.triage.learning.pool", pooled)
    learn_from(lessons(260), None, told.append)
    assert len(within) == 4, "two fields, in the trial and in what is kept"
    for begun, ended, times in within:
        assert ended > begun
        assert times >= 5
    assert told == sorted(told)


def test_a_large_desk_is_learned_whole_and_tried_in_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.triage.learning._CHOSEN_ON", 120)
    monkeypatch.setattr("app.triage.desk_lessons._TRIED_ON", 30)
    found = learn_from([*lessons(390), Lesson(BEGAN, "Kettle whistles\nKettle", ("Kitchen", None, None))], None)
    assert found.figures["service_id"]["tested"] == 30
    assert 0.7 < found.figures["service_id"]["top1"] <= 1
    assert found.content is not None
    assert "Kitchen" in from_bytes(found.content).classifiers["service_id"].classes, "all of it is learned at the end"


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


SAID = {
    "Remote access": ("The VPN drops", "Tunnel closes at home", "The VPN asks twice", "No VPN in the hotel"),
    "Printing": ("Printer prints blanks", "Printer eats paper", "Toner of the printer is low", "Printer is silent"),
}


def repeated(count: int) -> list[Lesson]:
    """What forms and monitors write: few texts, again and again, with a description for each class but one."""
    found = []
    for row in range(count):
        label = ("Remote access", "Printing", "Billing")[row % 3]
        said = SAID.get(label, tuple(f"Bill {number} stops at the tariff" for number in range(9)))
        summary = said[row // 3 % len(said)]
        described = {"Remote access": "Seen at the gateway.", "Printing": "Seen on floor two."}.get(label, "")
        found.append(Lesson(BEGAN + timedelta(hours=row), f"{summary}\n{described}", (label, None, None)))
    return found


def test_a_summary_alone_is_not_taken_for_the_class_without_descriptions() -> None:
    outcome = learn_from(repeated(300), None)
    model = from_bytes(learned(outcome, BEGAN).content)
    adviser = Adviser(1, model, {"service_id": {name: name for name in (*SAID, "Billing")}})
    for asked, wanted in (("the VPN drops after two minutes", "Remote access"), ("the printer jams", "Printing")):
        assert adviser.advise(asked)["service_id"][0].name == wanted


def test_texts_with_the_same_words_are_held_out_together() -> None:
    numbers = np.array([0, 0, 1, 1, 0, 1, 0, 1, 2, 2])
    alike = np.array([0, 0, 2, 2, 4, 5, 0, 2, 8, 8])
    parts = _parts(numbers, alike, 2, 1)
    assert all(parts[row] == parts[first] for row, first in enumerate(alike))
    assert set(parts[numbers < 2]) == {0, 1}
    assert set(parts[numbers == 2]) == {-1}, "what came in one text only cannot be foretold"


def test_where_each_class_has_one_text_only_how_often_each_came_is_known() -> None:
    said = {"Printing": "printer", "Mail": "mail", "Network": "network"}
    often = ["Printing"] * 2 + ["Mail", "Network"]
    found = [
        Lesson(BEGAN + timedelta(hours=row), said[often[row % 4]], (often[row % 4], None, None)) for row in range(240)
    ]
    model = from_bytes(learned(learn_from(found, None), BEGAN).content)
    chances = Adviser(1, model, {"service_id": {name: name for name in said}}).advise("network mail")["service_id"]
    assert (chances[0].name, round(chances[0].confidence, 2)) == ("Printing", 0.5)


def test_what_is_read_back_answers_as_what_was_stored(outcome: Outcome) -> None:
    model = from_bytes(learned(outcome, BEGAN).content)
    model.classifiers["service_id"] = model.classifiers["service_id"]._replace(doubt=0.2)
    again = from_bytes(to_bytes(model))
    for text in ("printer jams", "vpn and wifi", "nothing known"):
        for field, classifier in model.classifiers.items():
            now, then = (
                each.probabilities(each_model.lexicon.vectors(text))
                for each, each_model in ((classifier, model), (again.classifiers[field], again))
            )
            assert np.allclose(now, then, atol=1e-3)


def test_what_was_learned_before_there_were_doubts_answers_without_them(outcome: Outcome) -> None:
    model = from_bytes(learned(outcome, BEGAN).content)
    with np.load(io.BytesIO(to_bytes(model))) as found:
        arrays = {name: array for name, array in found.items() if not name.endswith(".often")}
    about = json.loads(bytes(arrays["about"]))
    for told in about["fields"].values():
        del told["doubt"]
    target = io.BytesIO()
    np.savez(target, allow_pickle=False, **(arrays | {"about": np.frombuffer(json.dumps(about).encode(), np.uint8)}))
    old = from_bytes(target.getvalue()).classifiers["service_id"]
    assert old.doubt == 0
    assert old.probabilities(model.lexicon.vectors("printer jams")).sum() == pytest.approx(1, abs=1e-5)


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


def test_what_cannot_be_read_any_more_is_learned_again(outcome: Outcome) -> None:
    known = learned(outcome, BEGAN + timedelta(hours=100))._replace(content=b"spoilt")
    assert learn_from(lessons(300), known).content
