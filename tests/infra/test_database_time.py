"""What time it is at a desk: the server's where there is one, and never before a time that was shown already."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import insert

from app.domain.actor import PROGRAM
from app.infra.bus import Bus
from app.infra.clock import SystemClock
from app.infra.database import Database
from app.infra.database_time import DatabaseTime, Question, compared
from app.infra.unit_of_work import Store
from app.models.timers import heartbeat
from tests.support.clock import FrozenClock


def signed(database: Database, at: datetime) -> None:
    with database.writing() as connection:
        values = {"worker_id": "1" * 32, "worker": "PC-1", "program": "window", "started_at": at, "last_tick_at": at}
        connection.execute(insert(heartbeat), values)


def test_an_injected_clock_is_in_charge_of_both_databases(database_url: str, clock: FrozenClock) -> None:
    database = Database(database_url)
    with Store(database, clock, Bus()).writing(PROGRAM) as work:
        assert work.now == clock.now()
    database.close()


def test_the_server_tells_the_time_whatever_this_computer_believes(postgresql_database_url: str) -> None:
    database = Database(postgresql_database_url)
    time = DatabaseTime(SystemClock())
    wrong = FrozenClock(datetime(1999, 1, 1, tzinfo=UTC))
    before = SystemClock().now() - timedelta(minutes=1)
    with Store(database, wrong, Bus(), time).writing(PROGRAM) as work:
        assert before < work.now
        assert compared(wrong, time, work.connection, Question())[2].ahead < timedelta(days=-365 * 20)
        assert abs(compared(SystemClock(), time, work.connection, Question())[2].ahead) < timedelta(minutes=1)
    database.close()


def test_the_time_never_goes_back(database_url: str, clock: FrozenClock) -> None:
    database = Database(database_url)
    seen = clock.now()
    signed(database, seen)
    store = Store(database, clock, Bus())
    clock.set(seen - timedelta(hours=1))
    with store.writing(PROGRAM) as work:
        assert work.now == seen
        assert store.time.read(work.connection).went_back == timedelta(hours=1)
    clock.set(seen - timedelta(seconds=4))
    with store.writing(PROGRAM) as work:
        assert work.now == seen, "a small correction moves nothing either"
        assert not store.time.read(work.connection).went_back, "but nobody is told of it"
    clock.set(seen + timedelta(seconds=1))
    with store.writing(PROGRAM) as work:
        assert work.now == clock.now()
    database.close()


class JumpingClock(FrozenClock):
    """Goes on by half an hour each time it is looked at, as a computer does that falls asleep in between."""

    def now(self) -> datetime:
        now = super().now()
        self.advance(minutes=30)
        return now


def test_a_measure_during_which_time_jumped_says_that_it_may_be_wrong(database_url: str) -> None:
    database, clock = Database(database_url), JumpingClock()
    with database.reading() as connection:
        time = DatabaseTime(FrozenClock(clock.now() + timedelta(minutes=14)))
        offset = compared(clock, time, connection, Question())[2]
    assert offset == (timedelta(minutes=31), timedelta(minutes=15))
    database.close()
