"""When a window tells of its person and looks at others: at once for news, seldom otherwise, never for nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from sqlalchemy import text

from app.domain.actor import Actor
from app.domain.events import Event, PresenceSeen
from app.domain.presence import Doing
from app.infra.doorbell import Line, open_line
from app.jobs.attendance import BEAT, CALM, LONELY, UNSEEN, Attendance
from app.jobs.live import LiveRunner
from app.services.desk import Desk
from tests.support.crew import Crew
from tests.support.following import Ear, second_program


@dataclass
class Watch:
    """Seconds that only pass when a test says so."""

    now: float = 1000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Seat:
    """A window's attendance with a connection and a watch of its own."""

    attendance: Attendance
    line: Line
    watch: Watch
    rings: list[bool] = field(default_factory=list)

    def turn(self, *, rung: bool = False) -> list[tuple[str, str]] | None:
        """One turn, as the thread that listens takes it when it is time."""
        assert self.attendance.due_in(rung=rung) == 0
        event = self.attendance.turn(self.line, rung=rung)
        return None if event is None else [(each.name, each.doing.value) for each in event.people]


@contextmanager
def seat(crew: Crew, actor: Actor) -> Iterator[Seat]:
    with open_line(crew.desk.store.database) as line:
        watch = Watch()
        yield Seat(Attendance(crew.desk.store, actor, watch), line, watch)


def test_news_are_told_at_once_and_looked_at_when_it_rings(postgresql_crew: Crew) -> None:
    crew = postgresql_crew
    incident = crew.log().id
    with seat(crew, crew.agent) as ada, seat(crew, crew.engineer) as bo:
        assert bo.turn() is None, "nobody is there, as was believed"
        assert ada.attendance.show(incident, Doing.VIEWING)
        ada.turn()
        assert bo.attendance.due_in(rung=False) == LONELY, "whoever comes rings"
        assert bo.attendance.due_in(rung=True) == CALM
        bo.watch.now += CALM
        assert bo.turn(rung=True) == [("Ada Brandt", "viewing")]
        assert not ada.attendance.show(incident, Doing.VIEWING), "the same is no news"
        assert ada.attendance.show(incident, Doing.TYPING)
        ada.turn()
        bo.watch.now += BEAT
        assert bo.turn() == [("Ada Brandt", "typing")]
        bo.watch.now += BEAT
        assert bo.turn() is None, "what is known is not told again"


def test_the_heart_beats_while_somebody_is_there(postgresql_crew: Crew) -> None:
    crew = postgresql_crew
    incident = crew.log().id
    with seat(crew, crew.agent) as ada, seat(crew, crew.engineer) as bo:
        ada.attendance.show(incident, Doing.VIEWING)
        for _ in range(6):
            ada.turn()
            ada.watch.now += BEAT
            crew.clock.advance(seconds=BEAT)
        bo.turn()
        assert bo.attendance._people
        crew.clock.advance(seconds=25)
        bo.watch.now += 25
        assert bo.turn() == [], "it was not heard of for too long"


def test_leaving_is_told_and_ending_too(postgresql_crew: Crew) -> None:
    crew = postgresql_crew
    incident = crew.log().id
    with seat(crew, crew.agent) as ada:
        ada.attendance.show(incident, Doing.VIEWING)
        ada.turn()
        assert rows(ada.line) == 1
        ada.attendance.show(incident, None)
        ada.turn()
        assert rows(ada.line) == 0
        ada.attendance.show(incident, Doing.AWAY)
        ada.turn()
        ada.attendance.end(ada.line)
        assert rows(ada.line) == 0


def test_somebody_with_two_windows_is_at_two_incidents(postgresql_crew: Crew) -> None:
    crew = postgresql_crew
    one, other = crew.log().id, crew.log().id
    with seat(crew, crew.agent) as ada, seat(crew, crew.engineer) as bo:
        ada.attendance.show(one, Doing.VIEWING)
        ada.attendance.show(other, Doing.TYPING)
        ada.turn()
        assert rows(ada.line) == 2
        bo.turn()
        assert {(each.incident_id, each.doing) for each in bo.attendance._people} == {
            (one, Doing.VIEWING),
            (other, Doing.TYPING),
        }
        ada.attendance.show(other, None)
        ada.turn()
        assert rows(ada.line) == 1
        ada.watch.now += BEAT
        ada.turn()
        assert rows(ada.line) == 1, "the one that is left goes on"
        ada.attendance.show(other, Doing.VIEWING)
        ada.turn()
        ada.attendance.end(ada.line)
        assert rows(ada.line) == 0


def rows(line: Line) -> int:
    return int(line.connection.execute(text("SELECT count(*) FROM presence")).scalar_one())


def test_a_window_that_nobody_looks_at_seldom_asks(postgresql_crew: Crew) -> None:
    with seat(postgresql_crew, postgresql_crew.agent) as ada:
        ada.turn()
        ada.attendance.look(is_seen=False)
        assert ada.attendance.due_in(rung=True) == UNSEEN
        assert ada.attendance.look(is_seen=True), "whoever comes back sees at once"
        assert not ada.attendance.look(is_seen=True)
        assert ada.attendance.due_in(rung=True) == CALM


def test_a_cut_line_forgets_everybody(postgresql_crew: Crew) -> None:
    crew = postgresql_crew
    with seat(crew, crew.agent) as ada, seat(crew, crew.engineer) as bo:
        ada.attendance.show(crew.log().id, Doing.VIEWING)
        ada.turn()
        bo.turn()
        assert bo.attendance.lost() == PresenceSeen(None, (), remote=True)
        assert bo.attendance.lost() is None
        assert ada.attendance.lost() is None
        assert ada.attendance.due_in() == 0, "it is told again"


def is_there(incident_id: str, doing: Doing) -> object:
    def fact(heard: list[Event]) -> bool:
        seen = [event for event in heard if isinstance(event, PresenceSeen)]
        return bool(seen) and [(each.incident_id, each.doing) for each in seen[-1].people] == [(incident_id, doing)]

    return fact


@contextmanager
def window(desk: Desk, actor: Actor) -> Iterator[LiveRunner]:
    runner = LiveRunner(desk.store, Attendance(desk.store, actor))
    runner.start()
    try:
        yield runner
    finally:
        runner.stop()


def test_two_windows_see_each_other_through_their_threads(postgresql_crew: Crew) -> None:
    crew = postgresql_crew
    incident = crew.log().id
    with (
        second_program(crew) as other,
        window(crew.desk, crew.agent) as ada,
        window(other, crew.engineer),
    ):
        ear = Ear(other.bus)
        for doing in (Doing.VIEWING, Doing.TYPING, Doing.AWAY):
            ada.show(incident, doing)
            ear.until(is_there(incident, doing))  # type: ignore[arg-type]  # a fact about events
        ada.show(incident, None)
        ear.until(lambda heard: [e.people for e in heard if isinstance(e, PresenceSeen)][-1:] == [()])


@pytest.mark.parametrize("role", ["requester"])
def test_requesters_have_no_attendance(postgresql_crew: Crew, role: str) -> None:
    from app.bootstrap import make_live
    from app.services.session import Session

    crew = postgresql_crew
    found = make_live(Session(crew.desk, getattr(crew, role)))
    assert isinstance(found, LiveRunner)
    assert found._attendance is None
    assert make_live(Session(crew.desk, crew.agent))._attendance is not None  # type: ignore[attr-defined]  # a LiveRunner


def test_a_desk_in_a_file_has_none(sqlite_crew: Crew) -> None:
    from app.bootstrap import make_live
    from app.services.session import Session

    found = make_live(Session(sqlite_crew.desk, sqlite_crew.agent))
    assert isinstance(found, LiveRunner)
    assert found._attendance is None
    found.show("a" * 32, Doing.TYPING)
    found.look(is_seen=True)
