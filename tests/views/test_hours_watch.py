"""The status bar says whether the desk is open, and until when."""

from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.services.sla.dto import OpeningHours
from app.views.pages import Location
from tests.support.fake_desk import NOW, FakeDesk
from tests.views.window import MakeWindow


@pytest.mark.parametrize(
    ("is_open", "after", "said"),
    [
        (True, timedelta(hours=2), "Open until "),
        (False, timedelta(days=1), "Closed until tomorrow "),
        (True, None, "Always open"),
        (False, None, "Closed"),
    ],
)
def test_it_says_whether_the_desk_is_open(
    make_window: MakeWindow, *, is_open: bool, after: timedelta | None, said: str
) -> None:
    window = make_window(FakeDesk())
    changes = None if after is None else NOW + after
    window.hours.show(OpeningHours("Office hours", NOW, is_open, changes))
    item = window.status.hours
    assert item.isVisible()
    assert item.text() == said + ("" if changes is None else window.context.formats.time(changes))
    assert item.accessibleName() == f"{item.text()}. Calendar: Office hours"
    assert window.hours._timer.interval() <= 5 * 60_000


def test_it_is_asked_again_when_that_changes(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    window.hours.show(OpeningHours("Office hours", NOW, True, NOW + timedelta(seconds=30)))
    assert window.hours._timer.interval() == 31_000


def test_a_click_leads_to_the_calendars_and_a_narrow_window_does_without(
    make_window: MakeWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, went = make_window(FakeDesk()), list[Location]()
    monkeypatch.setattr(window.context, "go", went.append)
    window.hours.show(OpeningHours("Office hours", NOW, True, NOW + timedelta(hours=2)))
    window.status.hours.click()
    assert went == [Location("settings", "calendars")]
    window.resize(800, 600)
    qtbot.waitUntil(lambda: not window.status.hours.isVisible())
    window.resize(1366, 696)
    qtbot.waitUntil(window.status.hours.isVisible)


def test_a_desk_without_a_calendar_says_nothing(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk())
    window.hours.ask()
    window.hours.show(None)
    assert not window.status.hours.isVisible()
