"""How good the suggestions are: figures with their counts, the way back, and the same numbers in a file."""

import csv
from pathlib import Path

import pytest

from app.domain.lifecycle import Step
from app.domain.vocabulary import State
from app.services.suggestions.dto import Offered
from app.views.settings_page.quality.section import QualitySection
from app.views.widgets.labels import Label
from tests.views.desks import Stage

FIGURES = {"group_id": {"tested": 84.0, "top1": 0.81, "top3": 0.95, "majority": 0.3, "calibration_error": 0.04}}


def opened(stage: Stage) -> QualitySection:
    section = stage.show(QualitySection(stage.context))
    section.open("")
    stage.settle()
    return section


def with_history(stage: Stage, shown: int = 6) -> None:
    """Suggestions of the network for calls that ended there, but one that ended at the front desk."""
    desk = stage.desk
    services = desk.session.desk
    services.suggestion_work.keep(desk.me, 420, FIGURES, b"one")
    for place in range(shown):
        offer = Offered("group_id", ((desk.network, 0.9), (desk.service_desk, 0.05)), 1)
        group = desk.network if place else desk.service_desk
        known = desk.log(f"Call {place}", group_id=group, assignee_id=desk.me.person_id, shown=(offer,))
        desk.clock.advance(minutes=5)
        step = Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes="Done.")
        services.incidents.step(desk.me, known, step)


def texts(section: QualitySection) -> list[str]:
    return [label.text() for label in section.findChildren(Label) if label.isVisible()]


def test_a_new_desk_says_that_it_does_not_know_yet(on_stage: Stage) -> None:
    section = opened(on_stage)
    assert section.frame.stack.currentWidget() is section.frame.empty
    assert "does not know yet: it has 0 of the 200" in " ".join(texts(section))
    assert not section.export.isEnabled()


def test_before_anybody_saw_a_suggestion_a_sentence_stands_for_the_figures(on_stage: Stage) -> None:
    on_stage.desk.session.desk.suggestion_work.keep(on_stage.desk.me, 420, FIGURES, b"one")
    section = opened(on_stage)
    on_stage.wait_for(lambda: "Nobody has saved an incident beside a suggestion yet." in texts(section))
    assert "0 of 0" not in texts(section)


def test_figures_stand_with_their_counts(on_stage: Stage) -> None:
    with_history(on_stage)
    section = opened(on_stage)
    on_stage.wait_for(lambda: "83 %" in texts(section))
    said = texts(section)
    assert said.count("5 of 6") == 6, "first right and accepted, of all, of the field and of the month"
    assert "6 of 6" in said
    assert "80 % to 100 % sure" in said
    assert "83 % right" in said


def test_few_are_counted_and_no_share_is_told(on_stage: Stage) -> None:
    with_history(on_stage, 3)
    section = opened(on_stage)
    on_stage.wait_for(lambda: "2 of 3" in texts(section))
    said = texts(section)
    assert not any(text.endswith("%") for text in said)


def test_an_older_version_holds_again(on_stage: Stage) -> None:
    desk = on_stage.desk
    services = desk.session.desk
    services.suggestion_work.keep(desk.me, 220, FIGURES, b"one")
    services.suggestion_work.keep(desk.me, 300, FIGURES, b"two")
    section = opened(on_stage)
    assert len(section.back) == 1
    section.back[0].click()
    on_stage.settle()
    newest = services.suggestions.newest(desk.me)
    assert newest is not None
    assert (newest.number, newest.content) == (3, b"one")
    on_stage.wait_for(lambda: any("went back to version 1" in text for text in texts(section)))
    assert services.suggestions.standing(desk.me).ever_learned_from == 300


def test_the_file_has_the_same_numbers(on_stage: Stage, tmp_path: Path) -> None:
    with_history(on_stage)
    section = opened(on_stage)
    month = section.figures[-1].month
    section.save(tmp_path / "figures.csv")
    on_stage.settle()
    with (tmp_path / "figures.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [(row["field"], row["month"]) for row in rows] == [
        ("all", "all"), ("group_id", "all"), ("all", month), ("group_id", month),
    ]  # fmt: skip
    assert {key: rows[0][key] for key in ("shown", "accepted", "changed", "judged", "first_right")} == {
        "shown": "6", "accepted": "5", "changed": "1", "judged": "6", "first_right": "0.8333",
    }  # fmt: skip


def test_a_rule_is_chosen_and_taken_back(on_stage: Stage) -> None:
    with_history(on_stage)
    section = opened(on_stage)
    services = on_stage.desk.session.desk
    assert section.filling is not None
    assert services.suggestions.filling(on_stage.desk.me) == {}
    choice = section.filling.choices["group_id"]
    choice.setCurrentIndex(choice.findData(0.95))
    choice.activated.emit(choice.currentIndex())
    on_stage.settle()
    assert services.suggestions.filling(on_stage.desk.me) == {"group_id": 0.95}
    assert section.filling.choices["group_id"].currentText() == "From 95 % sure"
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    assert services.suggestions.filling(on_stage.desk.me) == {}
    told = [line.what for line in services.settings.history(on_stage.desk.me, ["suggestion_filling"])]
    assert told == [
        "Assignment group: from 95 % sure → never",
        "Assignment group: never → from 95 % sure",
    ]


def test_without_enough_to_learn_from_nothing_can_be_learned(on_stage: Stage) -> None:
    with_history(on_stage)
    assert not opened(on_stage).learn.isEnabled()


def test_what_stayed_because_it_was_better_is_told(on_stage: Stage) -> None:
    work, me = on_stage.desk.session.desk.suggestion_work, on_stage.desk.me
    work.keep(me, 420, FIGURES, b"one")
    work.stay(me, 1, 480)
    section = opened(on_stage)
    on_stage.wait_for(lambda: any("learned anew and worse: version 1 stays" in text for text in texts(section)))
    assert "Version 2, which is version 1 again." in texts(section)


def test_a_desk_that_is_still_being_opened_says_so(on_stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page may stand before the window is ready to learn, and is not painted anew then."""
    monkeypatch.setattr("app.views.settings_page.quality.section.LEAST", 0)
    with_history(on_stage)
    section = opened(on_stage)
    section.learn.click()
    assert "Try again in a moment" in section.frame.strip.text()
