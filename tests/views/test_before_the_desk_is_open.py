"""Who is faster than the desk: every page can be gone to while it is opened, and no action runs that needs it."""

import pytest

from app.views.main_window import MainWindow
from app.views.pages import Location
from tests.views.window import MakeWindow


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    return make_window()


@pytest.mark.parametrize(
    "page", ["triage", "queue", "reviews", "escalations", "problems", "knowledge", "dashboard", "handover", "settings"]
)
def test_a_page_waits_for_the_desk(window: MainWindow, page: str) -> None:
    window.go(Location(page, ""))
    reasons = {offer.reason for offer in window.context.actions.offers() if offer.spec.permission is not None}
    assert reasons <= {"The desk is not open yet", "Not on this page"}
    assert not window.context.actions.offer("window.palette").reason
