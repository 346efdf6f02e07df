"""A call whose twin was resolved yesterday: logged, resolved as then, and closed, in under 25 keys (issue 6)."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.domain.lifecycle import Step
from app.domain.vocabulary import State
from app.infra.bus import Bus
from app.infra.clock import SystemClock
from app.infra.database import Database
from app.infra.unit_of_work import Store
from app.services.demo.company import found_company, seed
from app.services.desk import make_desk
from app.services.incidents.dto import NewIncident
from app.views.incident.page import IncidentPage
from app.views.tour import Tour
from tests.journeys.conftest import program_on
from tests.journeys.keyboard import Hands
from tests.support.clock import FrozenClock

HELPED = "Signed the client in anew and chose the gateway of the new building."


@pytest.fixture
def walk(database_url: str, qapp: QApplication, tmp_path: Path) -> Iterator[Tour]:
    """The program on a desk where a call like the one that comes was resolved yesterday."""
    clock = FrozenClock(SystemClock().now() - timedelta(days=1))
    desk = make_desk(Store(Database(database_url), clock, Bus()))
    lead = found_company(desk, seed()).lead
    caller = desk.people.search(lead, "nadia")[0]
    new = NewIncident(desk.new_id(), "The VPN is down since the move", caller.id, "No tunnel.")
    ref = desk.incidents.create(lead, new)
    clock.advance(minutes=20)
    step = Step(State.RESOLVED, resolution_code="solution_provided", resolution_notes=HELPED)
    desk.incidents.step(lead, ref.id, step)
    desk.close()
    with program_on(database_url, tmp_path, qapp, (1440, 900)) as tour:
        yield tour


def test_from_the_call_to_its_end_by_what_helped_its_twin(walk: Tour) -> None:
    hands = Hands(walk)
    hands.press("Ctrl+N")
    hands.type("na")
    hands.press("Return")
    hands.type("vpn down")
    hands.press("Ctrl+Shift+Return")
    page = walk.program.window.page
    assert isinstance(page, IncidentPage)
    walk.wait(page.suggesting.block.isVisible)
    hands.press("Shift+R", "Ctrl+Return")
    # The caller is still on the phone and says that it works.
    hands.press("S", "C", "Ctrl+Return")
    desk, actor = walk.session.desk, walk.session.actor
    found = walk.ask(partial(desk.incident.detail, actor, walk.newest("").id))
    assert (found.short_description, found.state) == ("vpn down", "closed")
    assert (found.resolution_code, found.resolution_notes) == ("solution_provided", HELPED)
    assert hands.count < 25
