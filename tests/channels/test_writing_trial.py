"""Trying a server that helps to write, step by step."""

import json

import pytest

from app.channels.writing_help.trial import Trial, TrialStep, Tried
from app.channels.writing_help.way import Patience, Way
from app.domain.writing_help.server import parse_server
from app.services.joining.dto import Mark
from tests.support.writing_server import Act, Answering, serving, usual


def tried(act: Act, model: str = "small", key: str = "k") -> list[Tried]:
    told: list[Tried] = []
    with serving(act) as server:
        Trial(Way(parse_server(server.address), model, key), Patience(2.0, 0.5, 0.5)).run(told.append)
    return told


def marks(told: list[Tried]) -> list[tuple[TrialStep, Mark]]:
    return [(each.step, each.mark) for each in told]


def test_a_good_server_passes_all_steps_and_names_its_models() -> None:
    told = tried(usual(("yes",)))
    assert marks(told) == [(step, Mark.PASSED) for step in TrialStep]
    assert told[1].models == ("large", "small")
    assert "on this computer" in told[0].found
    assert "“yes”" in told[3].found


def test_nothing_of_the_desk_is_sent() -> None:
    with serving(usual()) as server:
        Trial(Way(parse_server(server.address), "small"), Patience(2.0, 2.0, 2.0)).run(lambda _tried: None)
        asked = [body for _path, _headers, body in server.asked if body]
    assert [each["messages"][0]["content"] for each in asked] == ["Answer with the one word: yes"]


def test_a_wrong_key_ends_it() -> None:
    told = tried(lambda answering: answering.say(401, b'{"error": "no"}'))
    assert marks(told) == [(TrialStep.REACH, Mark.PASSED), (TrialStep.KEY, Mark.FAILED)]


def test_a_server_that_names_no_models_may_still_write() -> None:
    def act(answering: Answering) -> None:
        if answering.path.endswith("/models"):
            answering.say(404, b"")
        else:
            usual()(answering)

    assert [mark for _step, mark in marks(tried(act))] == [Mark.PASSED, Mark.WARNING, Mark.SKIPPED, Mark.PASSED]


def test_a_model_that_is_not_named_is_a_warning_and_none_a_failure() -> None:
    assert marks(tried(usual(), "other"))[2] == (TrialStep.MODEL, Mark.WARNING)
    assert marks(tried(usual(), ""))[-1] == (TrialStep.MODEL, Mark.FAILED)


def test_a_server_that_does_not_write_fails_the_last_step() -> None:
    def act(answering: Answering) -> None:
        if answering.path.endswith("/models"):
            answering.say(200, json.dumps({"data": [{"id": "small"}]}).encode())
        else:
            answering.say(500, b"")

    assert marks(tried(act))[-1] == (TrialStep.ANSWER, Mark.FAILED)


@pytest.mark.parametrize("address", ["http://127.0.0.1:1/v1"])
def test_a_server_that_is_not_there_fails_the_first_step(address: str) -> None:
    told: list[Tried] = []
    Trial(Way(parse_server(address), "small"), Patience(1.0, 1.0, 1.0)).run(told.append)
    assert marks(told) == [(TrialStep.REACH, Mark.FAILED)]


def test_a_trial_that_was_cut_tells_nothing_more() -> None:
    told: list[Tried] = []
    with serving(usual()) as server:
        trial = Trial(Way(parse_server(server.address), "small"))

        def tell(outcome: Tried) -> None:
            told.append(outcome)
            trial.cut()

        assert not trial.run(tell)
    assert [each.step for each in told] == [TrialStep.REACH]
