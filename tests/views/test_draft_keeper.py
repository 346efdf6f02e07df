"""Drafts on their way to the disk."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.errors import DeskError
from app.infra.drafts import Draft, DraftStore
from app.views.toolkit import draft_keeper
from app.views.toolkit.background import Background
from app.views.toolkit.draft_keeper import DraftKeeper
from tests.support.clock import FrozenClock


@pytest.fixture
def keeper(background: Background, tmp_path: Path, clock: FrozenClock) -> DraftKeeper:
    return DraftKeeper(background, DraftStore(tmp_path, "sqlite:///desk"), "dana", clock)


def test_typing_on_does_not_put_the_saving_off(
    keeper: DraftKeeper, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The promise counts from the first key that is not saved, not from the last."""
    assert draft_keeper.REST_MS <= 2_000
    starts: list[int] = []
    start = keeper._timer.start

    def counted(milliseconds: int) -> None:
        starts.append(milliseconds)
        start(milliseconds)

    monkeypatch.setattr(keeper._timer, "start", counted)
    with qtbot.waitSignal(keeper.saved) as saved:
        for length in range(1, 20):
            keeper.keep("incident:1:reply", {"text": "x" * length})
    assert starts == [draft_keeper.REST_MS]
    assert saved.args is not None
    assert saved.args[0] == "incident:1:reply"


def test_what_waits_is_found_again_when_it_is_asked_for(keeper: DraftKeeper, qtbot: QtBot, clock: FrozenClock) -> None:
    found: list[Draft | None] = []
    keeper.keep("incident:1:reply", {"text": "Hello"})
    with qtbot.waitSignal(keeper._background.idle):
        keeper.load("incident:1:reply", found.append)
    assert found[0] is not None
    assert found[0].fields == {"text": "Hello"}
    assert found[0].saved_at == clock.now()


def test_a_discarded_draft_is_gone_even_if_it_waited(keeper: DraftKeeper, qtbot: QtBot) -> None:
    every: list[list[Draft]] = []
    keeper.keep("new:1", {"summary": "x"})
    keeper.keep("new:2", {"summary": "y"})
    with qtbot.waitSignal(keeper._background.idle):
        keeper.discard("new:1")
        keeper.load_all(every.append)
    assert [draft.key for draft in every[0]] == ["new:2"]


def test_a_full_disk_is_told_in_words(
    keeper: DraftKeeper, qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_self: DraftStore, _draft: Draft) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(DraftStore, "save", full)
    told: list[DeskError] = []
    background.failed.connect(told.append)
    with qtbot.waitSignal(background.idle):
        keeper.keep("new:1", {"summary": "x"})
        keeper.flush()
    assert "No space left on device" in str(told[0])


def test_what_could_not_be_written_is_written_when_the_folder_is_there_again(
    keeper: DraftKeeper, qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def gone(_self: DraftStore, _draft: Draft) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(draft_keeper, "AGAIN_MS", 1)
    told: list[DeskError] = []
    background.failed.connect(told.append)
    with monkeypatch.context() as unmounted:
        unmounted.setattr(DraftStore, "save", gone)
        for length in (1, 2):
            with qtbot.waitSignal(background.idle):
                keeper.keep("new:1", {"summary": "x" * length})
                keeper.flush()
    with qtbot.waitSignal(keeper.saved):
        pass
    assert len(told) == 1, "it is said once, not with every key"
    kept = DraftStore(tmp_path, "sqlite:///desk").load("new:1", "dana")
    assert kept is not None
    assert kept.fields == {"summary": "xx"}


def test_a_folder_that_cannot_be_read_is_told_and_the_editor_opens_all_the_same(
    keeper: DraftKeeper, qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_arguments: object) -> None:
        raise OSError(5, "Input/output error")

    for name in ("load", "all", "discard"):
        monkeypatch.setattr(DraftStore, name, gone)
    told: list[DeskError] = []
    background.failed.connect(told.append)
    found: list[object] = []
    with qtbot.waitSignal(background.idle):
        keeper.load("new:1", found.append)
        keeper.load_all(found.append)
        keeper.discard("new:1")
    assert found == [None, []]
    assert ["Input/output error" in str(each) for each in told] == [True] * 3


def test_what_was_discarded_does_not_come_back_because_it_could_not_be_written(
    keeper: DraftKeeper, qtbot: QtBot, background: Background, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def gone(_self: DraftStore, _draft: Draft) -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as unmounted:
        unmounted.setattr(DraftStore, "save", gone)
        with qtbot.waitSignal(background.idle):
            keeper.keep("new:1", {"summary": "sent"})
            keeper.flush()
            keeper.discard("new:1")
    with qtbot.waitSignal(keeper.saved):
        keeper.keep("new:2", {"summary": "y"})
        keeper.flush()
    assert [draft.key for draft in DraftStore(tmp_path, "sqlite:///desk").all("dana")] == ["new:2"]
