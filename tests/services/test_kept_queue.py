"""The kept question gives what the desk gives, only to the same person on the same schema, and can do nothing else."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import Unavailable
from app.domain.vocabulary import Role
from app.infra.plain_read import PlainSelect, read_plainly
from app.infra.settings import sqlite_url
from app.services.incidents.kept_queue import KEPT_DAYS, KeptQueue, from_plain, read_kept, to_plain
from app.services.incidents.queue_dto import GROUP_COLUMNS, QueuePage, QueueQuery, QueueSummary
from app.services.people.dto import NewPerson
from tests.support.clock import FrozenClock
from tests.views.desks import SmallDesk, small_desk


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "desk.sqlite"


@pytest.fixture
def desk(path: Path, clock: FrozenClock) -> Any:
    made = small_desk(sqlite_url(path), clock)
    for number in range(12):
        clock.advance(minutes=1)
        made.log(f"Printer {number} jams", group_id=made.network if number % 3 else None, impact=1 + number % 3)
    yield made
    made.session.desk.close()


def keep(desk: SmallDesk, wanted: QueueQuery) -> KeptQueue:
    kept = desk.session.desk.queue.kept(desk.me, wanted)
    assert kept is not None
    return from_plain(json.loads(json.dumps(to_plain(kept))))


def answer(desk: SmallDesk, path: Path, kept: KeptQueue) -> tuple[QueueSummary, QueuePage] | None:
    now = desk.clock.now()
    day_end = now.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return read_kept(path, kept, now, day_end)


@pytest.mark.parametrize("filter_text", ["is:open", "team:net sla:<4h", "assignee:me", "priority:<=2 is:vip", "is:any"])
@pytest.mark.parametrize("group_by", GROUP_COLUMNS)
def test_the_answer_is_that_of_the_desk(desk: SmallDesk, path: Path, group_by: str, filter_text: str) -> None:
    queue = desk.session.desk.queue
    for sort in ("sla", "caller"):
        wanted = QueueQuery(filter_text, sort=sort, group_by=group_by, limit=7)
        kept = keep(desk, wanted)
        desk.clock.advance(minutes=20)
        assert answer(desk, path, kept) == (queue.summary(desk.me, wanted), queue.page(desk.me, wanted))


def test_hours_are_judged_as_they_are_now(desk: SmallDesk, path: Path) -> None:
    kept = keep(desk, QueueQuery(group_by="sla"))
    assert kept.hours is not None
    assert answer(desk, path, kept) is not None
    night = kept.hours._replace(opens=dict.fromkeys(kept.hours.opens, ()))
    assert answer(desk, path, kept._replace(hours=night)) is None, "other calendars are closed than in the text"
    assert answer(desk, path, kept._replace(hours=kept.hours._replace(versions=99))) is None, "calendars were changed"
    desk.clock.advance(days=KEPT_DAYS)
    assert answer(desk, path, kept) is None, "nobody knows the opening hours any more"


def test_shares_of_a_target_need_the_calendars_and_are_not_asked_again(desk: SmallDesk) -> None:
    assert desk.session.desk.queue.kept(desk.me, QueueQuery("is:open sla:>80%")) is None


def test_words_need_the_index_and_are_not_asked_again(desk: SmallDesk) -> None:
    assert desk.session.desk.queue.kept(desk.me, QueueQuery("is:open printer")) is None


def test_closed_groups_stay_closed(desk: SmallDesk, path: Path) -> None:
    wanted = QueueQuery(collapsed=frozenset({"1", "3"}))
    found = answer(desk, path, keep(desk, wanted))
    assert found is not None
    assert found[1] == desk.session.desk.queue.page(desk.me, wanted)


def test_it_tells_what_is_true_now(desk: SmallDesk, path: Path) -> None:
    kept = keep(desk, QueueQuery())
    before = answer(desk, path, kept)
    new_id = desk.log("Logged since")
    after = answer(desk, path, kept)
    assert before is not None
    assert after is not None
    assert after[0].total == before[0].total + 1
    assert new_id in {row.id for row in after[1].rows}
    assert new_id not in {row.id for row in before[1].rows}


def test_another_schema_or_another_row_is_not_asked(desk: SmallDesk, path: Path) -> None:
    kept = keep(desk, QueueQuery())
    assert answer(desk, path, kept._replace(schema="20200101_0001")) is None
    assert answer(desk, path, kept._replace(columns=kept.columns[:-1])) is None


@pytest.mark.parametrize("fields", [{"role": Role.REQUESTER.value}, {"active": False}])
def test_who_has_another_role_by_now_or_has_left_sees_nothing(
    desk: SmallDesk, path: Path, fields: dict[str, Any]
) -> None:
    kept = keep(desk, QueueQuery())
    assert answer(desk, path, kept) is not None
    desk.session.desk.people_admin.add_person(
        desk.me, NewPerson(desk.session.desk.new_id(), "Another administrator", role=Role.ADMIN)
    )
    with desk.session.desk.store.writing(desk.me) as work:
        from app.models.people import person

        work.connection.execute(person.update().where(person.c.id == desk.me.person_id).values(**fields))
    assert answer(desk, path, kept) is None


@pytest.mark.parametrize(
    "sql",
    [
        "DELETE FROM incident",
        "UPDATE person SET role = 'admin'",
        "ATTACH DATABASE 'other.sqlite' AS other",
        "PRAGMA writable_schema=ON",
        "CREATE TABLE more (id)",
        "SELECT 1; DELETE FROM incident",
        "no SQL at all",
    ],
)
def test_a_damaged_text_does_no_harm(desk: SmallDesk, path: Path, sql: str) -> None:
    kept = keep(desk, QueueQuery())
    with pytest.raises(Unavailable):
        answer(desk, path, kept._replace(page=PlainSelect(sql)))
    found = answer(desk, path, kept)
    assert found is not None
    assert len(found[1].rows) == 12


def test_a_missing_file_is_told_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(Unavailable):
        read_plainly(tmp_path / "nothing.sqlite", lambda ask: ask(PlainSelect("SELECT 1")))
    assert not list(tmp_path.iterdir())


def test_only_a_file_can_be_asked_without_a_server(postgresql_database_url: str, clock: FrozenClock) -> None:
    made = small_desk(postgresql_database_url, clock)
    assert made.session.desk.queue.kept(made.me, QueueQuery()) is None
    made.session.desk.close()
