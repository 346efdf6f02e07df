"""Notifications outside of the window: a tray that need not be there, quiet hours by hand, and no storms."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon, QWidget

from app.domain.actor import Actor
from app.infra.settings import LocalSettings
from app.services.notifications.commands import NotificationCommands
from app.services.notifications.dto import NoticeKind, Notification, Pending
from app.views.notifications.ringing import Ringing
from app.views.notifications.tray import DUE_SOON
from app.views.notifications.watch import NoticeWatch
from app.views.pages import Location
from tests.views.desks import Stage


class StandIn(QObject):
    """A tray that remembers what it was asked to show."""

    messageClicked = Signal()
    activated = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.told: list[tuple[str, str]] = []
        self.tip = ""
        self.shown = False
        self.menu: QMenu | None = None

    def setToolTip(self, text: str) -> None:
        self.tip = text

    def setContextMenu(self, menu: QMenu) -> None:
        self.menu = menu

    def showMessage(self, title: str, body: str, _icon: object) -> None:
        self.told.append((title, body))

    def show(self) -> None:
        self.shown = True

    def hide(self) -> None:
        self.shown = False


class Told:
    """A watch whose window is not in front, and the tray it has."""

    def __init__(self, stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
        self.stage, self.icon, self.made = stage, StandIn(), 0
        self.due: list[tuple[Notification, ...]] = []
        monkeypatch.setattr(stage.window, "isActiveWindow", lambda: False)
        monkeypatch.setattr(NotificationCommands, "pending", lambda _self, _actor: self._pending())
        monkeypatch.setattr(NotificationCommands, "claim_due", lambda _self, _actor: self.due.pop(0))
        self.ground = QWidget(stage.window)
        self.ground.show()
        self.watch = NoticeWatch(self.ground, stage.context, self._make)
        stage.settle()

    def _pending(self) -> Pending:
        return Pending(len(self.due), self.stage.desk.clock.now() - self.stage.desk.clock.now() if self.due else None)

    def _make(self, _picture: QIcon, _parent: QObject) -> QSystemTrayIcon | None:
        self.made += 1
        return self.icon  # type: ignore[return-value]  # a stand-in has what is used of it

    def come(self, *kinds: NoticeKind, incident_id: str | None = None) -> None:
        """Let notifications be due together, and have the watch look."""
        now = self.stage.desk.clock.now()
        self.due.append(
            tuple(
                Notification(
                    f"{now}{number}", kind, incident_id, 7, False, f"Told of {kind}", "More", now, now, None, None
                )
                for number, kind in enumerate(kinds)
            )
        )
        self.watch.look()
        self.stage.settle()

    def titles(self) -> list[str]:
        """What the system showed."""
        return [title for title, _body in self.icon.told]


@pytest.fixture
def told(on_stage: Stage, monkeypatch: pytest.MonkeyPatch) -> Iterator[Told]:
    """The watch, ended after the test."""
    made = Told(on_stage, monkeypatch)
    yield made
    made.watch.end()


def test_what_presses_is_shown_by_the_system_and_a_click_opens_it(told: Told) -> None:
    told.come(NoticeKind.ASSIGNED, incident_id="an incident")
    assert told.icon.told == [("Told of assigned", "More")]
    assert told.icon.tip == "Mainstay\n1 unread notification"
    told.icon.messageClicked.emit()
    assert told.stage.went[-1] == Location("incident", "an incident")


def test_nothing_is_told_before_a_page_that_stands_in_place_of_the_desk_and_all_of_it_after(told: Told) -> None:
    told.stage.window.show()
    told.ground.hide()
    told.come(NoticeKind.ASSIGNED, incident_id="an incident")
    assert told.icon.told == [], "the window is locked, and whoever stands there is nobody's guest"
    assert told.stage.context.toasts.text == ""
    assert told.icon.tip == "Mainstay\n1 unread notification"
    told.ground.show()
    told.stage.settle()
    assert told.titles() == ["Told of assigned"]


def test_what_does_not_press_waits_at_the_bell(told: Told) -> None:
    told.come(NoticeKind.FOLLOWED)
    told.come(NoticeKind.HOLD)
    assert told.icon.told == []
    assert told.stage.context.toasts.text == "Told of hold"


def test_nothing_is_shown_by_the_system_while_the_window_is_in_front(
    told: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(told.stage.window, "isActiveWindow", lambda: True)
    told.come(NoticeKind.ASSIGNED)
    assert told.icon.told == []


def test_a_desktop_without_a_tray_tells_in_the_window(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(told.watch.tray, "_make", lambda _icon, _parent: None)
    told.come(NoticeKind.ASSIGNED)
    assert told.icon.told == []
    assert told.stage.context.toasts.text == "Told of assigned"


def test_a_computer_that_is_set_so_has_no_icon(told: Told) -> None:
    told.stage.context.own = lambda: LocalSettings(tray="no")
    told.come(NoticeKind.ASSIGNED)
    assert told.made == 0
    assert told.stage.context.toasts.text == "Told of assigned"


def test_more_than_five_in_a_minute_become_one_and_the_rest_waits(told: Told) -> None:
    for _ in range(5):
        told.come(NoticeKind.ASSIGNED)
    assert told.titles() == ["Told of assigned"] * 5
    told.come(NoticeKind.ASSIGNED, NoticeKind.ASSIGNED)
    assert told.titles()[5:] == ["2 notifications"]
    told.come(NoticeKind.ASSIGNED)
    assert len(told.titles()) == 6
    told.stage.desk.clock.advance(seconds=61)
    told.watch.look()
    told.stage.settle()
    assert told.titles()[6:] == ["Told of assigned"]


def test_what_is_written_while_the_watch_asks_is_told_at_once_too(told: Told, monkeypatch: pytest.MonkeyPatch) -> None:
    looked, goes_on = threading.Event(), threading.Event()

    def slow(_self: NotificationCommands, _actor: Actor) -> Pending:
        found = told._pending()
        looked.set()
        goes_on.wait(10)
        return found

    monkeypatch.setattr(NotificationCommands, "pending", slow)
    told.watch.look()
    assert looked.wait(10)
    goes_on.set()
    told.come(NoticeKind.ASSIGNED)
    assert told.titles() == ["Told of assigned"]


def test_500_at_once_are_one_message(told: Told) -> None:
    told.come(*[NoticeKind.ASSIGNED] * 500)
    assert told.titles() == ["500 notifications"]


def test_four_at_once_are_one_message(told: Told) -> None:
    told.come(*[NoticeKind.ASSIGNED] * 4)
    assert told.titles() == ["4 notifications"]


def test_nothing_disturbs_for_an_hour(told: Told) -> None:
    told.stage.context.actions.run("window.quiet")
    assert "Nothing is shown until" in told.stage.context.toasts.text
    told.come(NoticeKind.ESCALATION)
    assert told.icon.told == []
    assert told.icon.tip == "Mainstay\n1 unread notification\nDo not disturb"
    told.stage.desk.clock.advance(minutes=61)
    told.watch.look()
    told.stage.settle()
    assert told.titles() == ["Told of escalation"]


def test_disturbing_again_tells_what_waited(told: Told) -> None:
    told.stage.context.actions.run("window.quiet")
    told.come(NoticeKind.ESCALATION)
    told.stage.context.actions.run("window.quiet")
    told.stage.settle()
    assert told.titles() == ["Told of escalation"]


def test_the_menu_leads_to_what_is_due_soon(told: Told) -> None:
    told.come(NoticeKind.ASSIGNED)
    assert told.icon.menu is not None
    entries = {action.text(): action for action in told.icon.menu.actions() if action.text()}
    assert list(entries) == [
        "New incident", "Due within 1 hour", "Notifications", "Do not disturb for 1 hour", "Show the window",
        "Quit",
    ]  # fmt: skip
    entries["Due within 1 hour"].trigger()
    assert told.stage.went[-1] == Location("queue", DUE_SOON)
    entries["Do not disturb for 1 hour"].trigger()
    assert told.watch.is_quiet


def test_the_icon_goes_with_the_desk(told: Told) -> None:
    told.come(NoticeKind.ASSIGNED)
    assert told.icon.shown
    told.watch.end()
    assert not told.icon.shown


@pytest.fixture
def rung(told: Told, monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """One entry for each sound; this computer is set to make them."""
    found: list[bool] = []
    told.watch.ringing = Ringing(told.stage.context, lambda: found.append(True))
    own = told.stage.context.own()._replace(sound="yes")
    monkeypatch.setattr(told.stage.context, "own", lambda: own)
    return found


def test_only_ones_own_of_priority_1_makes_a_sound_and_at_most_one_a_minute(told: Told, rung: list[bool]) -> None:
    desk = told.stage.desk
    mine = desk.log("Scanner offline", impact=1, urgency=1, assignee_id=told.stage.context.actor.person_id)
    others = desk.log("Gate is shut", impact=1, urgency=1)
    lesser = desk.log("No sound in the hall", assignee_id=told.stage.context.actor.person_id)
    for incident_id in (others, lesser, None, "an incident that nobody knows"):
        told.come(NoticeKind.CLOCK, incident_id=incident_id)
    assert rung == []
    desk.clock.advance(minutes=2)
    told.come(NoticeKind.ASSIGNED, NoticeKind.CLOCK, incident_id=mine)
    told.come(NoticeKind.ANSWERED, incident_id=mine)
    assert rung == [True]
    desk.clock.advance(minutes=2)
    told.come(NoticeKind.CLOCK, incident_id=mine)
    assert rung == [True, True]


def test_nothing_is_heard_unless_somebody_asked_for_it(
    told: Told, rung: list[bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = told.stage.desk.log("Scanner offline", impact=1, urgency=1, assignee_id=told.stage.context.actor.person_id)
    silent = LocalSettings()
    assert silent.sound == "no"
    monkeypatch.setattr(told.stage.context, "own", lambda: silent)
    told.come(NoticeKind.CLOCK, incident_id=mine)
    assert rung == []


def test_nothing_is_heard_while_nobody_is_to_be_disturbed(told: Told, rung: list[bool]) -> None:
    mine = told.stage.desk.log("Scanner offline", impact=1, urgency=1, assignee_id=told.stage.context.actor.person_id)
    told.watch.toggle_quiet()
    told.come(NoticeKind.CLOCK, incident_id=mine)
    assert rung == []
