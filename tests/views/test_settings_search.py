"""The search in the settings: languages, and the index that is made anew with its progress."""

import pytest

from app.services.search.dto import SearchQuery
from app.services.session import Session
from app.views.long_jobs.jobs import JobState
from app.views.settings_page.finding.section import SearchSection
from app.views.settings_page.page import SettingsPage
from tests.views.desks import Stage


@pytest.fixture
def search(on_stage: Stage) -> SearchSection:
    return show(on_stage)


def show(stage: Stage) -> SearchSection:
    """The section on a stage."""
    page = stage.show(SettingsPage(stage.context))
    page.open("search")
    stage.settle()
    assert isinstance(page.section, SearchSection)
    return page.section


def finds(stage: Stage, words: str) -> int:
    """How much the search finds for these words."""
    return stage.desk.session.desk.search.find(stage.desk.me, SearchQuery(words)).count


def tick(section: SearchSection, name: str) -> None:
    """Click on a language."""
    next(box for box in section.boxes.values() if box.text() == name).click()


def test_a_language_that_is_not_ticked_is_not_known_at_once_and_can_be_taken_back(
    on_stage: Stage, search: SearchSection
) -> None:
    on_stage.desk.log("Scanner printed twice")
    assert [box.isChecked() for box in search.boxes.values()] == [True, True]
    assert finds(on_stage, "printing ") == 1
    tick(search, "English")
    on_stage.settle()
    assert finds(on_stage, "printing ") == 0
    assert search.note.isHidden()
    assert search.history._changes[0].what == "Languages of the search: set"
    tick(search, "German")
    on_stage.settle()
    assert not search.note.isHidden()
    on_stage.context.actions.run("window.undo")
    on_stage.settle()
    assert [box.isChecked() for box in search.boxes.values()] == [False, True]


def test_the_index_is_made_anew_and_says_from_how_much(on_stage: Stage, search: SearchSection) -> None:
    on_stage.desk.log("Scanner printed twice")
    search.renew.click()
    on_stage.settle()
    assert search.result.text().startswith("The index was made anew from ")
    assert search.renew.isEnabled()
    assert search.stop.isHidden()
    assert finds(on_stage, "scanner") == 1


def test_one_that_is_stopped_leaves_the_index_as_it_was(
    on_stage: Stage, search: SearchSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_stage.desk.log("Scanner printed twice")

    def stop_at_once(_connection: object, _indexed: object, progress: object) -> int:
        # As the window does it, which looks after nothing else while it waits here.
        on_stage.context.jobs.jobs[0].state = JobState.STOPPING
        progress(1, 2)  # type: ignore[operator]  # tells how far it is
        raise AssertionError("it goes on")

    monkeypatch.setattr("app.services.search.commands.fill_index", stop_at_once)
    search.renew.click()
    on_stage.settle()
    assert on_stage.context.jobs.jobs[0].state is JobState.STOPPED
    assert search.result.text() == "Stopped. The index is as it was."
    assert finds(on_stage, "scanner") == 1


def test_who_is_no_administrator_reads_and_changes_nothing(on_stage: Stage) -> None:
    on_stage.context.session = Session(on_stage.desk.session.desk, on_stage.desk.dana)
    search = show(on_stage)
    assert not any(box.isEnabled() for box in search.boxes.values())
    assert not search.renew.isEnabled()
    assert "administrators change them" in search.frame.strip.text()
