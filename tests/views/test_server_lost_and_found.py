"""A whole window on a real PostgreSQL whose cable is cut and mended: the short form of `make torture`'s lost links."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from sqlalchemy.engine import make_url

from app.bootstrap import open_session
from app.infra import unit_of_work
from app.infra.database import allow_sql_on_this_thread, forbid_sql_on_this_thread
from app.views.incident.page import IncidentPage
from app.views.main_window import MainWindow, Parts
from app.views.pages import Location
from app.views.shell import link_watch
from app.views.toolkit.background import Background
from app.views.toolkit.state import WindowState
from app.views.toolkit.theme import Theme
from tests.support.clock import FrozenClock
from tests.support.postgres import PostgresServer
from tests.support.wire import Wire, wire_to
from tests.views.desks import SmallDesk, small_desk


@pytest.fixture
def wire(postgres_server: PostgresServer) -> Iterator[Wire]:
    with wire_to(postgres_server.port) as made:
        yield made


@pytest.fixture
def far_desk(postgresql_database_url: str, wire: Wire, clock: FrozenClock) -> Iterator[SmallDesk]:
    """A desk whose server is reached through the cable."""
    made = small_desk(postgresql_database_url, clock)
    made.session.desk.close()
    url = make_url(postgresql_database_url).set(port=wire.port).render_as_string()
    made.session = open_session(url, clock=clock)
    yield made
    made.session.desk.close()


@pytest.fixture
def window(
    far_desk: SmallDesk, background: Background, theme: Theme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> Iterator[MainWindow]:  # fmt: skip
    """A window that asks its server often and waits for it briefly."""
    monkeypatch.setattr(link_watch, "TICK_MS", 50)
    monkeypatch.setattr(link_watch, "PULSE_AFTER", 0.2)
    monkeypatch.setattr(unit_of_work, "_PULSE_PATIENCE", 0.4)
    parts = Parts(background, WindowState(tmp_path / "w.json", background), theme, far_desk.clock,
                  drafts_folder=tmp_path / "drafts")  # fmt: skip
    made = MainWindow(parts)
    qtbot.addWidget(made)
    made.link._timer.setInterval(50)
    made.show()
    with qtbot.waitSignal(made.queue.answered):
        made.desk_opened(far_desk.session, "Harbour Logistics", "Shared database", is_demo=False)
    yield made
    made.close()
    qtbot.waitUntil(lambda: not background.busy)


def test_a_cut_cable_is_shown_and_mended_without_losing_a_word(
    window: MainWindow, far_desk: SmallDesk, wire: Wire, qtbot: QtBot
) -> None:
    incident = far_desk.log("Printer jams")
    forbid_sql_on_this_thread()
    window.go(Location("incident", incident))
    page = window.page
    assert isinstance(page, IncidentPage)
    qtbot.waitUntil(lambda: page.detail is not None)

    wire.cut()
    qtbot.waitUntil(lambda: window.link.is_away, timeout=15_000)
    QTest.keyClicks(page.writing.composer.edit, "We are on it")
    page.writing.composer.send(resolve=False)
    qtbot.waitUntil(lambda: "does not answer" in page.writing.composer.problem(), timeout=15_000)
    assert page.writing.composer.text() == "We are on it"
    assert page.header.title.label.text() == "Printer jams"

    wire.mend()
    qtbot.waitUntil(lambda: not window.link.is_away, timeout=30_000)
    page.writing.composer.send(resolve=False)
    qtbot.waitUntil(lambda: page.writing.composer.text() == "", timeout=15_000)
    allow_sql_on_this_thread()
    bodies = [entry.body for entry in far_desk.read(incident).journal]
    assert bodies.count("We are on it") == 1


def test_a_restarted_server_is_not_even_noticed(
    window: MainWindow, far_desk: SmallDesk, postgres_server: PostgresServer, qtbot: QtBot
) -> None:
    """All connections end at once; the next questions are answered over new ones, and nobody is told of a loss."""
    told: list[str] = []
    window.link.came_back.connect(lambda: told.append("back"))
    name = far_desk.session.desk.store.database.url.database or ""
    postgres_server.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", name)
    window.queue.reload()
    with qtbot.waitSignal(window.queue.answered, timeout=15_000):
        window.queue.reload()
    assert not told
    assert not window.link.is_away


def test_the_window_ends_promptly_while_the_server_is_away(
    window: MainWindow, background: Background, wire: Wire, qtbot: QtBot
) -> None:
    wire.cut()
    qtbot.waitUntil(lambda: window.link.is_away, timeout=15_000)
    window.close()
    ended = threading.Thread(target=background.lanes.shutdown)
    ended.start()
    ended.join(15)
    assert not ended.is_alive()
