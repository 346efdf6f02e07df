"""Searches that found nothing are counted by words and day, without who, and stand among the gaps of knowledge."""

from datetime import date

import pytest
from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError

from app.domain.actor import Actor
from app.domain.errors import DeskError, NotAllowed
from app.domain.knowledge import Audience
from app.domain.search.unfound import KEPT_DAYS
from app.services.knowledge.dto import Unfound
from tests.services.knowledge_desk import published
from tests.support.crew import Crew
from tests.support.own_logins import OwnLoginsDesk


def look(crew: Crew, text: str, times: int = 1, by: Actor | None = None) -> None:
    for _ in range(times):
        crew.desk.search_admin.count_unfound(by or crew.agent, text)


def gaps(crew: Crew, days: int = 30) -> list[tuple[str, int]]:
    found = crew.desk.knowledge.figures(crew.supervisor, days).unfound
    return [(each.words, each.searches) for each in found]


def test_the_most_frequent_stand_first_and_single_ones_do_not_stand(crew: Crew) -> None:
    look(crew, "badge reader", 2)
    look(crew, "Shared  Mailbox", by=crew.requester)
    look(crew, '"shared mailbox" -outlook')
    look(crew, "shared mailbox", by=crew.engineer)
    look(crew, "once only")
    look(crew, "jonas@harbour.example", 3)
    today = crew.clock.now().date()
    assert crew.desk.knowledge.figures(crew.supervisor).unfound == (
        Unfound("shared mailbox", 3, today),
        Unfound("badge reader", 2, today),
    )


def test_what_an_article_says_by_now_is_no_gap_any_more(crew: Crew) -> None:
    look(crew, "paper jam", 2)
    look(crew, "badge reader", 2)
    assert gaps(crew) == [("badge reader", 2), ("paper jam", 2)]
    published(crew, "Clear a paper jam", audience=Audience.EVERYONE)
    assert gaps(crew) == [("badge reader", 2)]


def test_counts_are_of_a_time_and_are_forgotten(crew: Crew) -> None:
    with crew.desk.store.database.writing() as connection:
        for day, times in ((date(2020, 1, 1), 9), (crew.clock.now().date(), 2)):
            values = {"day": day, "times": times}
            connection.execute(sql("INSERT INTO unfound_search VALUES ('badge reader', :day, :times)"), values)
    assert gaps(crew) == [("badge reader", 2)]
    assert gaps(crew, 10_000) == [("badge reader", 11)]
    look(crew, "badge reader")
    assert gaps(crew, 10_000) == [("badge reader", 3)], f"older than {KEPT_DAYS} days"


def test_only_who_writes_articles_reads_them(crew: Crew) -> None:
    look(crew, "badge reader", 2, by=crew.requester)
    with pytest.raises(NotAllowed):
        crew.desk.knowledge.figures(crew.requester)
    assert crew.desk.knowledge.figures(crew.agent).unfound[0].searches == 2


@pytest.mark.parametrize("crew", ["postgresql"], indirect=True)
def test_a_login_counts_by_the_function_alone(crew: Crew) -> None:
    desk = crew.desk
    assert isinstance(desk, OwnLoginsDesk)
    look(crew, "badge reader", 2, by=crew.requester)

    def run(actor: Actor, statement: str) -> int:
        with desk.logins.store_of(actor).database.writing() as connection:
            return len(connection.execute(sql(statement)).all())

    assert run(crew.agent, "SELECT words, day, times FROM unfound_search") == 1
    for actor, statement in (
        (crew.requester, "SELECT words FROM unfound_search"),
        (crew.agent, "INSERT INTO unfound_search VALUES ('x', current_date, 1) RETURNING 1"),
        (crew.supervisor, "UPDATE unfound_search SET times = 9 RETURNING 1"),
        (crew.admin, "DELETE FROM unfound_search RETURNING 1"),
    ):
        with pytest.raises((DBAPIError, DeskError)):
            run(actor, statement)
    assert gaps(crew) == [("badge reader", 2)]
