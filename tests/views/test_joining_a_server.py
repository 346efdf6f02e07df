"""Joining a team's desk on a real server from the first page on: signing in, passwords, and setting an empty one up."""

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import Connection

from app.bootstrap import make_context
from app.infra.server_address import Proof, ServerAddress
from app.infra.settings import read_settings
from app.services.joining.dto import Mark
from app.services.server.check import check_at
from app.services.server.dto import Part, Verdict
from app.services.server.dto import Wanted as ServerWanted
from app.services.server.rights import write_rights
from app.services.server.setup import set_up
from app.views.application import Program
from app.views.connect.new_password import NewPasswordPage
from app.views.connect.page import ConnectPage
from app.views.connect.sign_in import SignInPage
from app.views.toolkit.theme import Theme
from tests.support import tls_server
from tests.support.certificates import OPENSSL
from tests.support.tls_server import PASSWORD, TlsServer

pytestmark = pytest.mark.skipif(OPENSSL is None, reason="there is no openssl here to make certificates with")


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TlsServer]:
    made = tls_server.start(tmp_path_factory.mktemp("authorities"))
    made.add_person("ada", "Qx7-planted-secret")
    made.server.execute("CREATE DATABASE desk OWNER ada")
    yield made
    made.stop()


StartProgram = Callable[[], Program]


@pytest.fixture
def start(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> Iterator[StartProgram]:
    """Starts the program as a person does, with the settings of this test's home."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("app.views.error_hook.log_qt_messages", lambda: None)
    programs: list[Program] = []

    def end(program: Program) -> None:
        program.frame.close()
        program.end()
        program.frame.deleteLater()
        program.deleteLater()

    def run() -> Program:
        while programs:
            end(programs.pop())
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        program = Program(make_context(), application)
        programs.append(program)
        program.start()
        return program

    yield run
    for program in programs:
        end(program)


def wait_for_page(program: Program, kind: type, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: isinstance(program.doors.joining.page, kind), timeout=20_000)


def test_a_person_joins_the_desk_of_their_team(
    start: StartProgram, tls: TlsServer, qtbot: QtBot, own_directories: Path, caplog: pytest.LogCaptureFixture
) -> None:
    secret = "Qx7-planted-secret"
    program = start()
    assert program.first_run is not None
    program.first_run.team.click()
    wait_for_page(program, ConnectPage, qtbot)
    page = program.doors.joining.page
    assert isinstance(page, ConnectPage)
    downloads = own_directories / "Downloads"
    downloads.mkdir()
    ca = downloads / "office-ca.crt"
    ca.write_bytes(tls.office.file.read_bytes())
    page.form.show_address(ServerAddress("localhost", "desk", "ada", tls.server.port, Proof.FILE, str(ca)), secret)
    page.form.keep.box.setChecked(True)
    page.begin_test()
    qtbot.waitUntil(page.can_connect, timeout=30_000)
    with qtbot.waitSignal(program.window.queue.answered, timeout=60_000):
        page.connect_button.click()
    qtbot.waitUntil(lambda: not program.background.busy, timeout=20_000)
    assert program.window.status.place.text() == "desk on localhost"
    ca.unlink()

    # The next start needs neither the download nor the password to be typed.
    again = start()
    with qtbot.waitSignal(again.window.queue.answered, timeout=60_000):
        pass
    assert again.session is not None

    # The password has expired: the window asks for the new one, and takes it.
    tls.server.execute("ALTER ROLE ada PASSWORD 'Qx7-planted-secret-2'")
    third = start()
    wait_for_page(third, SignInPage, qtbot)
    sign_in = third.doors.joining.page
    assert isinstance(sign_in, SignInPage)
    assert "may have expired" in sign_in.strip.text()
    sign_in.password.set_text("Qx7-planted-secret-2")
    with qtbot.waitSignal(third.window.queue.answered, timeout=60_000):
        sign_in.button.click()
    qtbot.waitUntil(lambda: not third.background.busy, timeout=20_000)

    settings = read_settings(third.context.paths.config)
    assert "sslmode=verify-full" in settings.database
    found = [path for path in own_directories.rglob("*") if path.is_file() and b"planted-secret" in path.read_bytes()]
    assert not found, "a password lies in a file"
    assert "planted-secret" not in caplog.text
    assert PASSWORD not in settings.database


def test_a_first_password_is_changed_in_the_window(start: StartProgram, tls: TlsServer, qtbot: QtBot) -> None:
    tls.server.execute("CREATE DATABASE team")
    made = set_up(tls.server.url("team"), ServerWanted(prefix="team", person="Ruth Root", login="ruth"))
    assert made.first_password is not None
    assert made.login is not None
    program = start()
    assert program.first_run is not None
    program.first_run.team.click()
    wait_for_page(program, ConnectPage, qtbot)
    page = program.doors.joining.page
    assert isinstance(page, ConnectPage)
    where = ServerAddress("localhost", "team", made.login, tls.server.port, Proof.FILE, str(tls.office.file))
    page.form.show_address(where, made.first_password)
    page.begin_test()
    qtbot.waitUntil(page.can_connect, timeout=30_000)
    page.connect_button.click()
    wait_for_page(program, NewPasswordPage, qtbot)
    choose = program.doors.joining.page
    assert isinstance(choose, NewPasswordPage)
    for password, again, said in (
        ("short", "short", "at least 10 characters"),
        (made.first_password, made.first_password, "the password of before"),
        ("correct horse battery", "correct horse batter", "not the same"),
    ):
        choose.password.set_text(password)
        choose.again.set_text(again)
        choose.button.click()
        qtbot.waitUntil(choose.button.isEnabled, timeout=20_000)
        assert said in choose.password.problem() + choose.again.problem()
    choose.again.set_text("correct horse battery")
    with qtbot.waitSignal(program.window.queue.answered, timeout=60_000):
        choose.button.click()
    assert program.session is not None
    assert program.session.actor.name == "Ruth Root"
    qtbot.waitUntil(lambda: not program.background.busy, timeout=20_000)
    again_started = start()
    with qtbot.waitSignal(again_started.window.queue.answered, timeout=60_000):
        pass


def connect_page(program: Program, qtbot: QtBot) -> ConnectPage:
    """The page that connects, from the first start on."""
    assert program.first_run is not None
    program.first_run.team.click()
    wait_for_page(program, ConnectPage, qtbot)
    page = program.doors.joining.page
    assert isinstance(page, ConnectPage)
    return page


def offered(page: ConnectPage, where: ServerAddress, qtbot: QtBot) -> ConnectPage:
    """The page when the test has led to an empty database."""
    page.form.show_address(where, PASSWORD)
    page.begin_test()
    qtbot.waitUntil(lambda: not page.is_testing, timeout=30_000)
    return page


def address_of(tls: TlsServer, database: str, person: str) -> ServerAddress:
    return ServerAddress("localhost", database, person, tls.server.port, Proof.FILE, str(tls.office.file))


def test_an_empty_database_is_set_up_where_it_was_found(start: StartProgram, tls: TlsServer, qtbot: QtBot) -> None:
    tls.add_person("gina")
    tls.server.execute("ALTER ROLE gina SUPERUSER")
    tls.server.execute("CREATE DATABASE fresh")
    program = start()
    page = offered(connect_page(program, qtbot), address_of(tls, "fresh", "gina"), qtbot)
    assert page.offer.isVisible()
    assert QApplication.focusWidget() in {None, page.set_up_button}
    page.set_up_button.click()
    plan = page.set_up.plan
    assert not page.test_card.isVisible()
    assert not page.form.isEnabled()
    assert "fresh_owner" in plan.made.text()
    plan.person.set_text("Ruth Root")
    assert "fresh_u_ruth_root" in plan.login.accessibleDescription() or "ruth_root" in plan.login.line.placeholderText()
    plan.login.set_text("Ruth!")
    QTest.keyClick(plan.person.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.set_up.is_running, timeout=60_000)
    assert "cannot be a login" in plan.login.problem()
    plan.login.set_text("ruth")
    page.set_up.begin_button.click()
    qtbot.waitUntil(lambda: not page.set_up.is_running, timeout=60_000)
    login, password = page.set_up.result.lines.entry()
    assert login == "fresh_u_ruth"
    passed_over = [part for part, row in page.set_up.parts.rows.items() if row.mark is not Mark.PASSED]
    assert passed_over == [Part.PUT_BACK], "nothing was there that could have been changed"
    page.set_up.result.copy.click()
    assert QGuiApplication.clipboard().text() == f"{login}\n{password}"
    page.set_up.sign_in.click()
    wait_for_page(program, NewPasswordPage, qtbot)
    choose = program.doors.joining.page
    assert isinstance(choose, NewPasswordPage)
    choose.password.set_text("correct horse battery")
    choose.again.set_text("correct horse battery")
    with qtbot.waitSignal(program.window.queue.answered, timeout=60_000):
        choose.button.click()
    assert program.session is not None
    assert program.session.actor.name == "Ruth Root"
    qtbot.waitUntil(lambda: not program.background.busy, timeout=20_000)
    wrong = [each.key for each in check_at(tls.server.url("fresh")) if each.verdict is Verdict.MISSING]
    assert set(wrong) <= {"yourself", "entry", "elsewhere"}


def test_setting_up_that_is_canceled_leaves_the_database_empty(
    start: StartProgram, tls: TlsServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached, goes_on = threading.Event(), threading.Event()

    def slowly(connection: Connection, also: tuple[str, ...]) -> None:
        reached.set()
        goes_on.wait(20)
        write_rights(connection, also)

    monkeypatch.setattr("app.services.server.setup.write_rights", slowly)
    tls.add_person("hugo")
    tls.server.execute("ALTER ROLE hugo SUPERUSER")
    tls.server.execute("CREATE DATABASE canceled")
    program = start()
    page = offered(connect_page(program, qtbot), address_of(tls, "canceled", "hugo"), qtbot)
    page.set_up_button.click()
    page.set_up.begin_button.click()
    qtbot.waitUntil(reached.is_set, timeout=60_000)
    qtbot.waitUntil(lambda: bool(page.set_up.parts.rows[Part.RIGHTS].found()))
    page.leave()
    assert program.doors.joining.page is page, "a desk that is being made is not left behind"
    page.set_up.cancel.click()
    assert not page.set_up.cancel.isEnabled()
    goes_on.set()
    qtbot.waitUntil(lambda: not page.set_up.is_running, timeout=60_000)
    assert "as it was before" in page.set_up.strip.text()
    assert tls.server.execute("SELECT to_regclass('incident')", database="canceled") == [(None,)]
    page.set_up.back.click()
    assert page.test_card.isVisible()
    assert page.form.isEnabled()
    assert page.offer.isVisible()


def test_a_login_without_the_rights_is_offered_nothing_and_told_what_to_ask_for(
    start: StartProgram, tls: TlsServer, qtbot: QtBot
) -> None:
    tls.add_person("ivan")
    tls.server.execute("CREATE DATABASE wanted")
    # As PostgreSQL has it from 15 on by itself.
    tls.server.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC", database="wanted")
    program = start()
    page = offered(connect_page(program, qtbot), address_of(tls, "wanted", "ivan"), qtbot)
    assert not page.offer.isVisible()
    assert not page.connect_button.isEnabled()
    hint = page.steps.outcomes()[-1].hint
    assert "ALTER ROLE ivan CREATEROLE; ALTER DATABASE wanted OWNER TO ivan;" in hint
    statements = hint.partition("to run: ")[2].partition(" Or ")[0]
    for statement in filter(None, statements.split(";")):
        tls.server.execute(statement, database="wanted")
    offered(page, address_of(tls, "wanted", "ivan"), qtbot)
    assert page.offer.isVisible()
    page.set_up_button.click()
    page.set_up.begin_button.click()
    qtbot.waitUntil(lambda: not page.set_up.is_running, timeout=60_000)
    assert page.set_up.result.lines.entry()[0] == "wanted_u_admin"
    assert "Only a superuser" in page.set_up.result.undone.text()
    tls.server.execute("ALTER ROLE ivan NOCREATEROLE")
