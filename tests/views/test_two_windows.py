"""Two real windows on one PostgreSQL, each with a login of its own: what one person does, the other sees live."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy.engine import URL

from app.bootstrap import make_live, open_session
from app.domain.actor import Actor
from app.domain.presence import Doing
from app.infra.database import allow_sql_on_this_thread, forbid_sql_on_this_thread
from app.infra.lanes import Lanes
from app.services.incidents.dto import FieldEdit, IncidentRef
from app.services.session import Session
from app.views.incident.collision import Choice
from app.views.incident.page import IncidentPage
from app.views.main_window import MainWindow, Parts
from app.views.pages import Location
from app.views.queue import fresh
from app.views.toolkit.background import Background
from app.views.toolkit.state import WindowState
from app.views.toolkit.theme import Theme
from app.views.widgets.choice_popup import Option
from tests.support.crew import Crew
from tests.support.own_logins import OwnLoginsDesk
from tests.support.postgres import PostgresServer
from tests.support.wire import Wire, wire_to

pytestmark = pytest.mark.parametrize("crew", ["postgresql"], indirect=True)

PATIENCE = 20_000
CTRL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Seat:
    """A window with somebody in front of it; `readings` counts how often the whole list was read."""

    window: MainWindow
    session: Session
    qtbot: QtBot
    readings: list[object] = field(default_factory=list)

    def open(self, ref: IncidentRef) -> IncidentPage:
        """Open an incident."""
        self.window.go(Location("incident", ref.id))
        page = self.window.page
        assert isinstance(page, IncidentPage)
        self.qtbot.waitUntil(lambda: page.detail is not None and page.detail.id == ref.id, timeout=PATIENCE)
        return page

    def row_says(self, ref: IncidentRef, **fields: object) -> bool:
        """Whether the row in the list has these values."""
        row = self.window.queue.table.row_of(ref.id)
        return row is not None and all(getattr(row, name) == value for name, value in fields.items())

    def sees(self, ref: IncidentRef) -> dict[str, Doing]:
        """Who is at an incident, as the list has it."""
        here = self.window.queue.table.wording.people.get(ref.id, ())
        return {each.name: each.doing for each in here}


@contextmanager
def seat(crew: Crew, actor: Actor, theme: Theme, folder: Path, qtbot: QtBot, port: int) -> Iterator[Seat]:
    """A program of its own: lanes, connections, the thread that listens, and the window."""
    session = open_session(_address(crew, actor, port), clock=crew.clock)
    assert session.actor.person_id == actor.person_id
    background = Background(Lanes())
    state = WindowState(folder / "window.json", background)
    window = MainWindow(Parts(background, state, theme, crew.clock, drafts_folder=folder / "drafts"))
    made = Seat(window, session, qtbot)
    window.queue.answered.connect(made.readings.append)
    window.show()
    with qtbot.waitSignal(window.queue.answered, timeout=PATIENCE):
        window.desk_opened(session, "Harbour Logistics", "Shared database", is_demo=False)
    live = window.context.live = make_live(session)
    live.start()
    try:
        yield made
    finally:
        live.stop()
        window.close()
        window.deleteLater()
        qtbot.waitUntil(lambda: not background.busy, timeout=PATIENCE)
        background.close()
        session.desk.close()


def _address(crew: Crew, actor: Actor, port: int) -> str:
    assert isinstance(crew.desk, OwnLoginsDesk)
    url: URL = crew.desk.logins.store_of(actor).database.url
    return url.set(port=port).render_as_string(hide_password=False)


@pytest.fixture
def wire(postgres_server: PostgresServer) -> Iterator[Wire]:
    with wire_to(postgres_server.port) as made:
        yield made


@pytest.fixture
def seats(
    crew: Crew, theme: Theme, tmp_path: Path, qtbot: QtBot, postgres_server: PostgresServer, wire: Wire
) -> Iterator[tuple[Seat, Seat]]:
    """The agent at the service desk, and the engineer, whose window reaches the server through the cable."""
    with ExitStack() as stack:
        near = seat(crew, crew.agent, theme, tmp_path / "one", qtbot, postgres_server.port)
        far = seat(crew, crew.engineer, theme, tmp_path / "two", qtbot, wire.port)
        forbid_sql_on_this_thread()
        stack.callback(allow_sql_on_this_thread)
        allow_sql_on_this_thread()
        made = stack.enter_context(near), stack.enter_context(far)
        forbid_sql_on_this_thread()
        yield made


@pytest.fixture
def logged(crew: Crew) -> IncidentRef:
    return crew.log()


@pytest.fixture
def scanners(crew: Crew) -> list[IncidentRef]:
    return [crew.log(short_description="Scanner offline") for _ in range(3)]


def test_what_one_does_the_other_sees(logged: IncidentRef, seats: tuple[Seat, Seat], qtbot: QtBot) -> None:
    one, two = seats
    readings = len(two.readings)
    page = one.open(logged)
    one.window.context.actions.run("incident.take")
    one.window.context.actions.run("incident.edit_summary")
    qtbot.waitUntil(lambda: page.header.title.editing)
    page.header.title.field.selectAll()
    QTest.keyClicks(page.header.title.field, "Two printers jam")
    QTest.keyClick(page.header.title.field, Qt.Key.Key_Return)
    mine = one.session.actor.name
    qtbot.waitUntil(
        lambda: two.row_says(logged, short_description="Two printers jam", assignee_name=mine), timeout=PATIENCE
    )
    assert len(two.readings) == readings, "the row changed in place; the list was not read again"
    theirs = two.open(logged)
    QTest.keyClicks(theirs.writing.composer.edit, "half a sent")
    page.writing.write("reply")
    QTest.keyClicks(page.writing.composer.edit, "We are on it.")
    page.writing.composer.send(resolve=False)
    qtbot.waitUntil(lambda: not theirs.notices.remote.isHidden(), timeout=PATIENCE)
    assert theirs.notices.remote.text() == f"{mine} wrote a message. Your draft is kept."
    assert theirs.writing.composer.text() == "half a sent"


def test_each_sees_the_other_come_type_and_go(logged: IncidentRef, seats: tuple[Seat, Seat], qtbot: QtBot) -> None:
    one, two = seats
    theirs, me = two.open(logged), one.session.actor.name
    page = one.open(logged)
    QTest.keyClicks(page.writing.composer.edit, "Dear")
    qtbot.waitUntil(lambda: theirs.writing.composer.send_button.text() == "Send anyway", timeout=PATIENCE)
    assert theirs.writing.company.pill.accessibleName() == f"{me} is typing"
    assert theirs.header.colleagues.accessibleName() == f"{me} is typing"
    assert two.sees(logged) == {me: Doing.TYPING}, "the list has its chip"
    one.window.go(Location("queue"))
    qtbot.waitUntil(theirs.header.colleagues.isHidden, timeout=PATIENCE)
    assert theirs.writing.composer.send_button.text() != "Send anyway"
    # Which of two windows the system has in front is not for a test to say; that somebody is there is.
    qtbot.waitUntil(lambda: two.session.actor.name in one.sees(logged), timeout=PATIENCE)


def test_two_at_one_summary_and_at_two_properties(
    crew: Crew, logged: IncidentRef, seats: tuple[Seat, Seat], qtbot: QtBot
) -> None:
    one, two = seats
    page, theirs = one.open(logged), two.open(logged)
    for seat_, text in ((two, "All printers jam"), (one, "The printer has no paper")):
        seat_.window.context.actions.run("incident.edit_summary")
        shown = seat_.window.page
        assert isinstance(shown, IncidentPage)
        shown.header.title.field.setText(text)
    page.properties.fields["channel"].chosen.emit(Option("portal", "Portal"))
    QTest.keyClick(theirs.header.title.field, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: page.header.title.label.text().strip("\u2068\u2069") == "All printers jam", timeout=PATIENCE
    )
    qtbot.waitUntil(lambda: theirs.properties.fields["channel"].text() == "Portal", timeout=PATIENCE)
    assert page.header.title.field.text() == "The printer has no paper", "what is typed stays"
    QTest.keyClick(page.header.title.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.notices.conflict.isHidden(), timeout=PATIENCE)
    panel = page.notices.conflict
    assert panel.accessibleName().startswith(f"{two.session.actor.name} changed Short description")
    panel.choose("short_description", Choice.BOTH)
    panel.take_focus()
    QTest.keyClick(panel, Qt.Key.Key_Return, CTRL)
    both = "All printers jam / The printer has no paper"
    qtbot.waitUntil(lambda: theirs.header.title.label.text().strip("\u2068\u2069") == both, timeout=PATIENCE)
    allow_sql_on_this_thread()
    now = crew.see(logged)
    assert (now.short_description, now.channel) == (both, "portal")


def test_who_was_away_catches_up_row_by_row(
    crew: Crew,
    scanners: list[IncidentRef],
    seats: tuple[Seat, Seat],
    wire: Wire,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(fresh, "_NUMBERS_MS", 600_000)
    # The people and groups of this desk were made seconds ago, and the last seconds before a break are told once more.
    monkeypatch.setattr(fresh, "_ORDER_MS", 600_000)
    two = seats[1]
    wire.refuse()
    qtbot.waitUntil(lambda: two.window.link.is_away, timeout=PATIENCE)
    allow_sql_on_this_thread()
    for each in scanners:
        crew.desk.incidents.edit(crew.agent, each.id, {"short_description": FieldEdit("Scanner offline", "Mended")})
    forbid_sql_on_this_thread()
    readings = len(two.readings)
    wire.mend()
    qtbot.waitUntil(lambda: all(two.row_says(each, short_description="Mended") for each in scanners), timeout=PATIENCE)
    assert not two.window.link.is_away
    assert len(two.readings) == readings, "only the rows that changed were read"


def test_a_window_has_three_connections_at_most(
    crew: Crew, logged: IncidentRef, seats: tuple[Seat, Seat], postgres_server: PostgresServer, qtbot: QtBot
) -> None:
    """Two for questions and saves, which come and go, and one that listens."""
    one = seats[0]
    assert isinstance(crew.desk, OwnLoginsDesk)
    counted = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND usename = %s"
    url = one.session.desk.store.database.url
    crew.desk.logins.close()
    for _ in range(5):
        one.open(logged)
        one.window.context.actions.run("incident.reply")
        one.window.go(Location("queue"))
        one.window.queue.reload()
        for number in range(20):
            one.window.context.background.read(lambda: one.session.desk.queue.counts(one.session.actor), _nothing)
            del number
        [(connections,)] = postgres_server.execute(counted, url.database or "", url.username or "")
        assert 1 <= int(str(connections)) <= 3
        qtbot.waitUntil(lambda: not one.window.context.background.busy, timeout=PATIENCE)


def _nothing(_answer: object) -> None:
    """What is asked here is of no interest."""
