"""The window says that the server is away, what still works, and when it is back; it keeps asking by itself."""

import threading

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.errors import Away, SignInRefused
from app.domain.events import LinkChanged
from app.infra.link import Link
from app.views.incident.page import IncidentPage
from app.views.main_window import MainWindow
from app.views.queue import fresh
from app.views.shell.link_watch import PULSE_AFTER, SILENCE_MOST
from tests.support.fake_desk import FakeDesk
from tests.views.desks import Stage
from tests.views.window import MakeWindow


class Watch:
    """A stopwatch that the test turns."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def fake(watch: Watch) -> FakeDesk:
    """A desk on a server."""
    return FakeDesk(link=Link(watch, lambda _least, most: most))


def let_pass(window: MainWindow, fake: FakeDesk, watch: Watch, seconds: float) -> None:
    """Let the seconds pass by which the watch asks, and wait for what it asked."""
    watch.now += seconds
    window.link.tick()
    settle(window)


def settle(window: MainWindow) -> None:
    while window.context.background.busy:
        QTest.qWait(1)
    QTest.qWait(1)


def play_away(window: MainWindow, fake: FakeDesk, watch: Watch, error: Away | None = None) -> None:
    fake.trouble = error or Away("The server does not answer.")
    fake.queue.trouble = fake.trouble
    let_pass(window, fake, watch, PULSE_AFTER)
    assert window.link.is_away


def test_an_idle_server_is_asked_seldom(make_window: MakeWindow, fake: FakeDesk, watch: Watch) -> None:
    window = make_window(fake)
    for _ in range(60):
        let_pass(window, fake, watch, 1)
    assert 10 <= fake.pulses <= 60 / PULSE_AFTER
    assert not window.link.is_away


def test_a_desk_in_a_file_is_not_asked(make_window: MakeWindow, watch: Watch) -> None:
    fake = FakeDesk()
    window = make_window(fake)
    window.link.tick()
    settle(window)
    assert fake.pulses == 0
    assert not window.link._timer.isActive()


def test_a_loss_is_said_with_what_can_and_cannot_be_done(make_window: MakeWindow, fake: FakeDesk, watch: Watch) -> None:
    window = make_window(fake)
    rows = window.queue.table.rowCount()
    play_away(window, fake, watch)
    strip = window.link._strip
    assert strip.isVisible()
    assert strip.text().startswith("The desk is away since 12:28. The server does not answer.")
    assert "go on reading" in strip.text()
    assert "everything else has to wait" in strip.text()
    window.link.tick()
    assert window.status.state.text() == "Away, next try in 1 s"
    assert window.queue.table.rowCount() == rows
    assert not window.queue.strip.isVisible()


def test_the_pauses_grow_and_the_window_comes_back_by_itself(
    make_window: MakeWindow, fake: FakeDesk, watch: Watch, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fresh, "_NUMBERS_MS", 50)
    window = make_window(fake)
    play_away(window, fake, watch)
    asked = fake.pulses
    for _ in range(60):
        let_pass(window, fake, watch, 1)
    assert 5 <= fake.pulses - asked <= 10
    fake.trouble = fake.queue.trouble = None
    for _ in range(15):
        let_pass(window, fake, watch, 1)
    assert not window.link.is_away
    assert not window.link._strip.isVisible()
    qtbot.waitUntil(lambda: window.status.state.text().startswith("Up to date"))


def test_nobody_need_wait_for_the_next_attempt(make_window: MakeWindow, fake: FakeDesk, watch: Watch) -> None:
    window = make_window(fake)
    play_away(window, fake, watch)
    fake.trouble = fake.queue.trouble = None
    window.link.try_now()
    settle(window)
    assert not window.link.is_away


def test_a_question_that_hangs_where_nothing_ends_it_is_taken_for_lost(
    make_window: MakeWindow, fake: FakeDesk, watch: Watch, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(fake)
    answer = threading.Event()
    monkeypatch.setattr(fake, "pulse", answer.wait)
    watch.now += PULSE_AFTER
    window.link.tick()
    for _ in range(int(SILENCE_MOST)):
        window.link.tick()
    QTest.qWait(1)
    assert window.link.is_away
    answer.set()
    settle(window)
    assert window.link.is_away, "a late answer was taken"


def test_a_refused_password_offers_to_sign_in(make_window: MakeWindow, fake: FakeDesk, watch: Watch) -> None:
    window = make_window(fake)
    play_away(window, fake, watch, SignInRefused("The server does not accept this person and password."))
    assert [button.text() for button in window.link._strip._buttons] == ["Sign in", "Try now"]


def test_the_incident_on_the_screen_stays_readable(on_stage: Stage) -> None:
    incident = on_stage.desk.log("Printer jams")
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(incident)
    on_stage.settle()
    QTest.keyClicks(page.writing.composer.edit, "We are on it")

    def away(*_asked: object) -> object:
        raise Away("The server does not answer.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(on_stage.context.desk.incident), "detail", away)
        page.open(incident)
        on_stage.settle()
    assert page.title() == "INC-000001"
    assert page.header.title.label.isVisible()
    assert page.writing.composer.text() == "We are on it"
    on_stage.desk.say(incident, "Turned it off and on", public=False)
    page.hear(LinkChanged(None, is_away=False))
    on_stage.settle()
    assert page.detail is not None
    assert "Turned it off and on" in [entry.body for entry in page.detail.journal]
