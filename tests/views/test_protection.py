"""An administrator is told what the database lacks to protect the desk, and how to mend it; others are told nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import open_session
from app.domain.actor import Actor
from app.domain.vocabulary import Role
from app.infra.clock import SystemClock
from app.services.joining.password import with_password
from app.services.server.dto import Part, Wanted
from app.services.server.setup import set_up
from app.services.session import Session
from app.views.pages import Location
from app.views.settings_page.desk.section import DeskSection
from app.views.settings_page.page import SettingsPage
from app.views.shell.protection_watch import ProtectionWatch
from app.views.toolkit.background import Background
from app.views.toolkit.theme import Theme
from app.views.widgets.strips import InfoStrip
from tests.support.fake_desk import FakeDesk
from tests.support.postgres import PostgresServer
from tests.support.tls_server import PASSWORD, TlsServer, start
from tests.views.desks import SmallDesk, Stage, stage
from tests.views.window import MakeWindow


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TlsServer]:
    """A server with TLS, and a desk on it that was just set up."""
    made = start(tmp_path_factory.mktemp("authorities"))
    made.server.execute("CREATE DATABASE guarded")
    set_up(made.server.url("guarded"), Wanted("guarded", "Ruth Root", "ruth"))
    made.server.execute(f"ALTER ROLE guarded_u_ruth PASSWORD '{PASSWORD}'")
    made.server.execute("UPDATE desk.account SET must_change = false", database="guarded")
    yield made
    made.stop()


@pytest.fixture
def there(tls: TlsServer, background: Background, theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    """The window of its administrator; what a test takes away is given back after it."""
    address = f"postgresql://guarded_u_ruth@localhost:{tls.server.port}/guarded?sslrootcert={tls.office.file}"
    with on_server(with_password(address, PASSWORD), background, tmp_path, qtbot) as found:
        yield found
    set_up(tls.server.url("guarded"))


@contextmanager
def on_server(address: str, background: Background, folder: Path, qtbot: QtBot) -> Iterator[Stage]:
    """A window at a desk on a server, which judges times by itself."""
    session, clock = open_session(address), SystemClock()
    me = session.actor
    desk = SmallDesk(session, clock, me, me, "", "", "", "", "", "")  # type: ignore[arg-type]  # another clock
    with stage(desk, background, folder / "drafts", qtbot) as found:
        yield found
    session.desk.close()


def behind(tls: TlsServer, statement: str) -> None:
    """Do something to the database that the program does not do."""
    tls.server.execute(statement, database="guarded")


def look(at: Stage) -> tuple[ProtectionWatch, InfoStrip]:
    """A watch that has looked."""
    watch = ProtectionWatch(at.context, at.window)
    at.window.layout().addWidget(watch.strip)  # type: ignore[union-attr]  # the stage gives the window a layout
    watch.begin()
    if watch._timer.isActive():
        watch.ask()
    watch.stop()
    at.settle()
    return watch, watch.strip


def test_a_desk_that_is_set_up_as_it_should_be_says_nothing(there: Stage) -> None:
    there.window.show()
    watch, strip = look(there)
    assert strip.isHidden()
    assert not watch._timer.isActive()


def test_what_is_missing_is_said_to_administrators_with_the_way_to_mend_it(there: Stage, tls: TlsServer) -> None:
    there.window.show()
    behind(tls, "ALTER TABLE incident DISABLE ROW LEVEL SECURITY")
    behind(tls, "ALTER ROLE guarded_u_ruth CONNECTION LIMIT -1")
    _watch, strip = look(there)
    assert strip.text() == "The database does not protect this desk as it should. Missing: who sees which rows."
    strip._buttons[0].click()
    assert there.went == [Location("settings", "desk/protection")]
    page = there.show(SettingsPage(there.context))
    page.open(there.went[0].argument)
    there.settle()
    section = page.section
    assert isinstance(section, DeskSection)
    assert "2 are missing" in section.protection.summary.text()
    told = [line.accessibleName() for line in section.protection.lines]
    assert told[0].startswith(
        "missing: Who sees which rows: incident is under no row security. Run main.py server init"
    )
    assert told[1].startswith("missing: A login cannot take every place: guarded_u_ruth has no limit")


def test_what_is_missing_is_mended_in_the_window(there: Stage, tls: TlsServer) -> None:
    there.window.show()
    tls.add_person("gina")
    tls.server.execute("ALTER ROLE gina SUPERUSER")
    behind(tls, "DROP POLICY seen ON incident")
    behind(tls, "CREATE OR REPLACE FUNCTION desk.sees(incident_id uuid) RETURNS boolean LANGUAGE sql AS 'SELECT true'")
    behind(tls, "DROP TRIGGER demand_journal ON incident")
    behind(tls, "GRANT UPDATE ON person TO guarded_agent")
    page = there.show(SettingsPage(there.context))
    page.open("desk/protection")
    there.settle()
    assert isinstance(page.section, DeskSection)
    card = page.section.protection
    assert "4 are missing" in card.summary.text()
    assert card.mend.isVisible()
    card.mend.click()
    mending = card.mending
    assert mending.isVisible()
    for login, password, said in (
        ("gina", "wrong", "does not accept"),
        ("guarded_u_ruth", PASSWORD, "lacks the right to make roles"),
    ):
        mending.login.set_text(login)
        mending.password.set_text(password)
        mending.button.click()
        assert mending.cancel.isVisible()
        there.settle()
        assert said in mending.strip.text()
        assert "4 are missing" in card.summary.text()
    mending.login.set_text("gina")
    mending.password.set_text(PASSWORD)
    mending.button.click()
    there.settle()
    assert mending.strip.text() == "The database was put to rights."
    assert mending.password.text() == "", "the password is used once"
    assert "the policy seen of incident" in mending.parts.rows[Part.PUT_BACK].found()
    there.settle()
    assert "nothing is missing" in card.summary.text()
    assert not card.mend.isVisible()


def test_others_are_told_nothing(there: Stage, tls: TlsServer) -> None:
    there.window.show()
    behind(tls, "ALTER TABLE incident DISABLE ROW LEVEL SECURITY")
    session = there.desk.session
    there.context.session = Session(session.desk, Actor(session.actor.person_id, "Sam", Role.SUPERVISOR))
    _watch, strip = look(there)
    assert strip.isHidden()
    page = there.show(SettingsPage(there.context))
    page.open("desk")
    there.settle()
    assert isinstance(page.section, DeskSection)
    assert page.section.protection.isHidden()


def test_a_database_that_was_never_set_up_is_open_to_everybody(
    postgres_server: PostgresServer, background: Background, theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    name = postgres_server.create()
    with on_server(postgres_server.url(name), background, tmp_path, qtbot) as there:
        there.window.show()
        _watch, strip = look(there)
        assert "open to everybody who can connect" in strip.text()
    postgres_server.drop(name)


def test_a_desk_in_a_file_is_not_asked(make_window: MakeWindow, on_stage: Stage) -> None:
    window = make_window(FakeDesk())
    assert not window.protection._timer.isActive()
    on_stage.window.show()
    _watch, strip = look(on_stage)
    assert strip.isHidden()
