"""Connecting to a team's desk from the window: the form, the test of it, the password, and coming back to it."""

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.errors import SignInRefused
from app.infra.link import Link
from app.infra.server_address import Proof, ServerAddress
from app.services.joining import steps
from app.services.joining.dto import Mark, Outcome, Step
from app.views.connect.joining import Joining, Wanted
from app.views.connect.page import ConnectPage
from app.views.connect.sign_in import SignInPage
from app.views.pages import Location
from app.views.settings_page.desk.section import DeskSection
from app.views.toolkit.background import Background
from app.views.toolkit.theme import Theme
from tests.support.fake_desk import FakeDesk
from tests.views.window import MakeWindow

GOOD = tuple(Outcome(step, Mark.PASSED, f"{step.label} is fine") for step in Step)
HERE = ServerAddress("127.0.0.1", "desk", "ada", 5433, Proof.NONE)


@pytest.fixture
def joining(background: Background, theme: Theme, qtbot: QtBot, tmp_path: Path) -> Iterator[Joining]:
    """What runs the pages, with a window of its own to show them in."""
    stage = QWidget()
    qtbot.addWidget(stage)
    stage.resize(1366, 696)
    stage.show()

    def show(page: QWidget) -> None:
        page.setParent(stage)
        page.resize(stage.size())
        page.show()

    made = Joining(background, background, show, tmp_path / "config")
    yield made
    made.close()


def settle(joining: Joining, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not joining._background.busy)
    qtbot.wait(1)


def page_of(joining: Joining) -> ConnectPage:
    assert isinstance(joining.page, ConnectPage)
    return joining.page


def play(monkeypatch: pytest.MonkeyPatch, *outcomes: Outcome) -> list[str]:
    """Have the test of a connection end like this; the addresses that were tried."""
    tried: list[str] = []

    def try_out(url: str, tell: Callable[[Outcome], None], canceled: Callable[[], bool]) -> None:
        tried.append(url)
        for outcome in outcomes:
            if not canceled():
                tell(outcome)

    monkeypatch.setattr(steps, "try_out", try_out)
    return tried


def test_connect_becomes_possible_when_the_test_has_succeeded(
    joining: Joining, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tried = play(monkeypatch, *GOOD)
    joining.ask()
    page = page_of(joining)
    page.form.show_address(HERE, "Qx7")
    assert not page.connect_button.isEnabled()
    page.begin_test()
    settle(joining, qtbot)
    assert tried == ["postgresql+psycopg://ada:Qx7@127.0.0.1:5433/desk?sslmode=disable"]
    assert page.steps.outcomes() == GOOD
    assert page.connect_button.isEnabled()
    page.form.host.set_text("localhost")
    assert not page.connect_button.isEnabled(), "another address was not tested"
    assert page.steps.outcomes() == ()


def test_a_step_that_fails_is_shown_with_its_hint(
    joining: Joining, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed = Outcome(Step.PORT, Mark.FAILED, "Nothing listens", "Is PostgreSQL running there?")
    play(monkeypatch, GOOD[0], failed)
    joining.ask()
    page = page_of(joining)
    page.form.show_address(HERE)
    QTest.keyClick(page.form.database.line, Qt.Key.Key_Return)
    settle(joining, qtbot)
    name = page.steps.rows[Step.PORT].accessibleName()
    assert name == "Port. Failed. Nothing listens. Is PostgreSQL running there?"
    assert page.steps.rows[Step.PROOF].accessibleName() == "Encryption and certificate. Not tried yet"
    assert not page.connect_button.isEnabled()
    page.copy.click()
    assert "Is PostgreSQL running there?" in QGuiApplication.clipboard().text()
    assert page.test.isEnabled()


def test_what_is_missing_is_said_at_its_field(joining: Joining, qtbot: QtBot) -> None:
    joining.ask()
    page = page_of(joining)
    page.form.show_address(ServerAddress("db.example", "desk", ""))
    page.begin_test()
    settle(joining, qtbot)
    assert page.form.person.problem() == "Say as whom you sign in."
    assert not page.is_testing
    QTest.keyClicks(page.form.person.line, "ada")
    assert page.form.person.problem() == ""
    page.begin_test()
    settle(joining, qtbot)
    assert "certificate of your office's authority" in page.form.ca_file.problem()


def test_a_test_under_way_can_be_ended_and_its_late_answers_are_dropped(
    joining: Joining, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    goes_on, tells = threading.Event(), []

    def try_out(_url: str, tell: Callable[[Outcome], None], canceled: Callable[[], bool]) -> None:
        tell(GOOD[0])
        goes_on.wait(10)
        tells.append(canceled())
        tell(GOOD[1])

    monkeypatch.setattr(steps, "try_out", try_out)
    joining.ask()
    page = page_of(joining)
    page.form.show_address(HERE)
    page.begin_test()
    qtbot.waitUntil(lambda: page.steps.outcomes() == GOOD[:1])
    assert page.stop.isVisible()
    page.stop.click()
    assert page.test.isEnabled()
    goes_on.set()
    settle(joining, qtbot)
    assert tells == [True]
    assert page.steps.outcomes() == GOOD[:1]


def test_an_address_that_is_pasted_comes_apart(joining: Joining, qtbot: QtBot) -> None:
    joining.ask()
    page = page_of(joining)
    QGuiApplication.clipboard().setText(
        "postgresql://ada:p%40ss@db.example:5433/desk?sslmode=verify-full&sslrootcert=/ca"
    )
    page.form.whole.line.paste()
    settle(joining, qtbot)
    assert page.form.address() == ServerAddress("db.example", "desk", "ada", 5433, Proof.FILE, "/ca")
    assert page.form.password.text() == "p@ss"
    assert page.form.whole.text() == "", "a password stays nowhere in the open"


def test_an_address_that_proves_nothing_is_refused_with_the_reason(joining: Joining, qtbot: QtBot) -> None:
    joining.ask()
    page = page_of(joining)
    page.form.whole.set_text("postgresql://ada@db.example/desk?sslmode=require")
    settle(joining, qtbot)
    assert "does not prove which server answers" in page.form.whole.problem()


def test_a_server_on_this_computer_need_prove_nothing(joining: Joining) -> None:
    joining.ask()
    form = page_of(joining).form
    assert form.ca_file.isVisibleTo(form)
    QTest.keyClicks(form.host.line, "localhost")
    assert form.address().proof is Proof.NONE
    assert not form.ca_file.isVisibleTo(form)
    QTest.keyClicks(form.host.line, ".example")
    assert form.address().proof is Proof.FILE


def test_without_a_keyring_the_page_says_that_it_will_ask(
    joining: Joining, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", NoKeyring())  # type: ignore[no-untyped-call]  # keyring leaves it untyped
    joining.ask()
    settle(joining, qtbot)
    keep = page_of(joining).form.keep
    assert not keep.wanted()
    assert keep.without.isVisible()


def test_the_keyboard_goes_through_the_page_as_it_is_read(joining: Joining) -> None:
    joining.ask()
    page = page_of(joining)
    assert QApplication.focusWidget() in {None, page.form.host.line}
    QTest.keyClick(page.form.host.line, Qt.Key.Key_Escape)
    assert joining.page is None


def test_signing_in_asks_for_the_password_only(joining: Joining, qtbot: QtBot) -> None:
    wanted: list[Wanted] = []
    joining.open_wanted.connect(wanted.append)
    joining.sign_in(HERE.url, "The password may have expired.")
    settle(joining, qtbot)
    page = joining.page
    assert isinstance(page, SignInPage)
    assert page.strip.text() == "The password may have expired."
    assert not page.back.isVisible()
    QTest.keyClicks(page.password.line, "Qx7")
    QTest.keyClick(page.password.line, Qt.Key.Key_Return)
    settle(joining, qtbot)
    assert [(item.url, item.password, item.keep) for item in wanted] == [(HERE.url, "Qx7", True)]
    page.show_problem("Still not.")
    assert page.button.isEnabled()
    page.change.click()
    settle(joining, qtbot)
    assert page_of(joining).form.address() == HERE


def test_a_lost_desk_is_entered_again_with_another_password(joining: Joining, qtbot: QtBot) -> None:
    given: list[str] = []

    def again(password: str) -> None:
        given.append(password)
        if password != "right":
            raise SignInRefused("Not this one.")

    left: list[None] = []
    joining.left.connect(lambda: left.append(None))
    joining.sign_in(HERE.url, "The password may have expired.", again)
    settle(joining, qtbot)
    page = joining.page
    assert isinstance(page, SignInPage)
    for password in ("wrong", "right"):
        page.password.set_text(password)
        page.button.click()
        settle(joining, qtbot)
        assert (joining.page is None) == (password == "right")
    assert given == ["wrong", "right"]
    assert left == [None]


def test_a_bug_while_a_desk_is_set_up_ends_it(joining: Joining, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: shown.append(kind))
    monkeypatch.setattr("app.services.server.setup.set_up", lambda *_asked, **_more: 1 // 0)
    joining.ask()
    page = page_of(joining)
    page.show_address(HERE, "")
    page.begin_set_up()
    page.set_up.plan.person.set_text("Ada")
    page.set_up.begin_button.click()
    assert page.set_up.parts.isVisible()
    settle(joining, qtbot)
    assert shown == [ZeroDivisionError]
    assert not page.set_up.is_running
    assert "as it was before" in page.set_up.strip.text()
    assert page.set_up.plan.isVisible()
    assert page.set_up.plan.person.text() == "Ada", "it can be tried again with what was typed"
    page.set_up.back.click()
    assert page.form.isEnabled()
    left: list[bool] = []
    joining.left.connect(lambda: left.append(True))
    page.leave()
    assert left == [True], "nobody is kept on the page"


def test_the_settings_lead_to_another_desk(make_window: MakeWindow, qtbot: QtBot) -> None:
    fake = FakeDesk(link=Link())
    window = make_window(fake)
    window.go(Location("settings", "desk"))
    section = window.page.findChild(DeskSection)
    assert isinstance(section, DeskSection)
    assert section.place.text() == "desk"
    assert section.join.text() == "Change or test the connection"
    with qtbot.waitSignal(window.team_wanted):
        section.join.click()
    with qtbot.waitSignal(window.own_wanted):
        section.own.click()
