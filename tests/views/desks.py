"""A desk with people and incidents for tests of the window: real services on SQLite, and parts of the window around."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import open_session
from app.domain.actor import Actor
from app.domain.vocabulary import Channel, Role
from app.services.incidents.dto import IncidentDetail, NewIncident, Post
from app.services.people.dto import NewPerson
from app.services.session import Session
from app.views.action_catalogue import CATALOGUE
from app.views.actions import ActionRegistry
from app.views.context import Common, ViewContext
from app.views.pages import Location
from app.views.toolkit.background import Background
from app.views.toolkit.bridge import Bridge
from app.views.toolkit.state import WindowState
from app.views.toolkit.toast import Toasts
from tests.support.clock import FrozenClock

W = TypeVar("W", bound=QWidget)


@dataclass
class SmallDesk:
    """An open desk with an administrator at it, two agents, two groups, a caller, a service and a category."""

    session: Session
    clock: FrozenClock
    dana: Actor
    tomas: Actor
    jonas: str
    network: str
    service_desk: str
    wms: str
    network_category: str
    wireless: str

    @property
    def me(self) -> Actor:
        """Who sits at the window."""
        return self.session.actor

    def log(self, summary: str = "Warehouse scanners offline at Dock 3", **fields: object) -> str:
        """Log an incident of the caller; returns its id."""
        new_id = self.session.desk.new_id()
        values = {"caller_id": self.jonas, "channel": Channel.PHONE, "impact": 2, "urgency": 2} | fields
        self.session.desk.incidents.create(self.me, NewIncident(new_id, summary, **values))  # type: ignore[arg-type]  # values of a test
        return new_id

    def say(self, incident_id: str, body: str, *, public: bool = True, by: Actor | None = None) -> None:
        """Add a message."""
        post = Post(self.session.desk.new_id(), body, public)
        self.session.desk.incidents.post(by or self.me, incident_id, post)

    def read(self, incident_id: str) -> IncidentDetail:
        """The incident as it stands in the database."""
        return self.session.desk.incident.detail(self.me, incident_id)


def small_desk(url: str, clock: FrozenClock) -> SmallDesk:
    """Open the database and put the people in."""
    session = open_session(url, clock=clock)
    desk, admin = session.desk, session.actor

    def person(name: str, role: Role, **more: str) -> str:
        return desk.people_admin.add_person(admin, NewPerson(desk.new_id(), name, role=role, **more))  # type: ignore[arg-type]  # values of a test

    dana = person("Dana Okafor", Role.AGENT, job_title="First line")
    tomas = person("Tomás Rey", Role.AGENT, job_title="Network")
    jonas = person(
        "Jonas Berg", Role.REQUESTER, phone="2210", email="jonas@harbour.example", job_title="Warehouse lead"
    )
    network = desk.people_admin.add_group(admin, "Dock network", 2, (tomas, admin.person_id))
    service_desk = desk.people_admin.add_group(admin, "Front desk", 1, (dana, admin.person_id))
    category = desk.people_admin.add_category(admin, "Dock radio")
    return SmallDesk(
        session,
        clock,
        Actor(dana, "Dana Okafor", Role.AGENT, frozenset({service_desk})),
        Actor(tomas, "Tomás Rey", Role.AGENT, frozenset({network})),
        jonas,
        network,
        service_desk,
        desk.people_admin.add_service(admin, "Warehouse scanning", network),
        category,
        desk.people_admin.add_category(admin, "Scanner link", category),
    )


@dataclass
class Stage:
    """A window without a frame: the context for pages, where they asked to go, and waiting for answers."""

    context: ViewContext
    window: QWidget
    desk: SmallDesk
    went: list[Location]
    qtbot: QtBot
    bridge: Bridge

    def show(self, page: W) -> W:
        """Put a page into the window and make its actions count."""
        self.window.layout().addWidget(page)  # type: ignore[union-attr]  # the stage gives the window a layout
        self.bridge.happened.connect(getattr(page, "hear", lambda _event: None))
        self.context.actions.set_page(page)
        self.window.show()
        self.settle()
        return page

    def settle(self) -> None:
        """Until nothing is awaited any more and what was queued has been done."""
        for _ in range(3):
            if self.context.background.busy:
                self.qtbot.waitUntil(lambda: not self.context.background.busy, timeout=10_000)
            self.qtbot.wait(0)

    def wait_for(self, fact: Callable[[], bool]) -> None:
        """Until something is so."""
        self.qtbot.waitUntil(fact, timeout=10_000)


@contextmanager
def stage(desk: SmallDesk, background: Background, drafts: Path, qtbot: QtBot) -> Iterator[Stage]:
    """Build the parts of the window around a desk, and take them down in order."""
    from PySide6.QtWidgets import QVBoxLayout

    window = QWidget()
    layout = QVBoxLayout(window)
    layout.setContentsMargins(0, 0, 0, 0)
    window.resize(1208, 824)
    went: list[Location] = []
    context = ViewContext(
        Common(
            background,
            WindowState(drafts / "state.json", background),
            desk.clock,
            session=desk.session,
            drafts_folder=drafts,
        ),
        ActionRegistry(CATALOGUE, window),
        Toasts(window),
        went.append,
    )
    context.actions.set_actor(desk.me)
    bridge = Bridge()
    bridge.listen(desk.session.desk.bus)
    made = Stage(context, window, desk, went, qtbot, bridge)
    yield made
    made.settle()
    bridge.close()
    context.drafts.flush()
    window.close()
    window.deleteLater()
