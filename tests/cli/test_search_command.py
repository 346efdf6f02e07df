"""`main.py search` finds what the window finds, says how, and looks after the index."""

import json

import pytest

import main
from app.domain.knowledge import ArticleKind
from app.services.knowledge.dto import ArticleFacts, ArticleText
from app.services.problems.dto import NewProblem
from tests.support.clock import FrozenClock
from tests.views.desks import SmallDesk, small_desk


@pytest.fixture
def desk(sqlite_database_url: str, clock: FrozenClock) -> SmallDesk:
    found = small_desk(sqlite_database_url, clock)
    incident_id = found.log("Fuser unit squeals", description="At the dock.")
    found.say(incident_id, "Ordered a bearing", public=False)
    services = found.session.desk
    services.problem_work.open(found.me, services.new_id(), NewProblem("Sessions drop"))
    facts = ArticleFacts(ArticleKind.KNOWN_ERROR, problem_ref="PRB-000001")
    services.knowledge_work.create(found.me, services.new_id(), ArticleText("Zinkner drops"), facts)
    found.session.desk.close()
    return found


def run(url: str, *arguments: str) -> int:
    return main.main(["--database", url, "search", *arguments])


@pytest.mark.usefixtures("desk")
def test_hits_are_printed(sqlite_database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(sqlite_database_url, "squeal") == 0
    said = capsys.readouterr().out
    assert "incident: 1" in said
    assert "INC-000001  Fuser unit squeals  new" in said


@pytest.mark.usefixtures("desk")
def test_an_article_says_the_problem_that_it_is_about(
    sqlite_database_url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(sqlite_database_url, "zinkner") == 0
    assert "KB-000001  Zinkner drops  draft, about PRB-000001, new" in capsys.readouterr().out


@pytest.mark.usefixtures("desk")
def test_a_second_try_is_said(sqlite_database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(sqlite_database_url, "bearnig") == 0
    said = capsys.readouterr().out
    assert "'bearing' for 'bearnig'" in said
    assert "Internal note: Ordered a bearing" in said


@pytest.mark.usefixtures("desk")
def test_nothing_found_is_said(sqlite_database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(sqlite_database_url, "hovercraft") == 1
    assert capsys.readouterr().out == "Nothing was found.\n"


@pytest.mark.usefixtures("desk")
def test_hits_as_json(sqlite_database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(sqlite_database_url, "fuser", "--json") == 0
    (group,) = json.loads(capsys.readouterr().out)["groups"]
    assert (group["kind"], group["count"], group["hits"][0]["number"]) == ("incident", 1, 1)


@pytest.mark.usefixtures("desk")
def test_the_index_is_checked_and_made_anew(sqlite_database_url: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(sqlite_database_url, "--check") == 0
    assert run(sqlite_database_url, "--rebuild") == 0
    assert run(sqlite_database_url, "--check") == 0
    assert capsys.readouterr().out.count("says what the data says") == 2
