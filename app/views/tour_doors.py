"""The part of the tour around the desk: the first start, connecting, a server that is away, signing in, a mistake.

The demo desk has no server. The outcomes of a test that succeeds are played, and so is the loss of the server: what
knows of the way to it is told what it would find out, and everything that follows is the window's own doing.
"""

from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from app.domain.errors import Away
from app.domain.events import LinkChanged
from app.domain.wording import tr
from app.infra.link import Link
from app.infra.server_address import Proof, ServerAddress
from app.services.joining.dto import Mark, Outcome, Step
from app.services.session import Session
from app.views.connect.page import ConnectPage
from app.views.error_window import ErrorWindow, details_of
from app.views.first_run.page import FirstRun
from app.views.tour_sheets import show_more_doors, show_set_up

if TYPE_CHECKING:
    from app.services.desk import Desk
    from app.views.tour import Tour

_SERVER: Final = ServerAddress("desk-db.harbour.example", "servicedesk", "priya", 5432, Proof.FILE, "office-ca.crt")
_CLOSED: Final = ServerAddress("127.0.0.1", "servicedesk", "priya", 1, Proof.NONE, "")
"""Nobody listens at port 1, so the test fails here as it does at a server that is stopped."""
_TYPED: Final = "a picture of a password"
_OUTCOMES: Final = (
    Outcome(Step.NAME, Mark.PASSED, "10.20.0.17"),
    Outcome(Step.PORT, Mark.PASSED, "10.20.0.17, port 5432 is open"),
    Outcome(
        Step.PROOF,
        Mark.WARNING,
        "TLSv1.3, certificate good until 2026-12-14",
        tr("The certificate ends soon. Tell whoever runs the server to renew it."),
    ),
    Outcome(Step.SIGN_IN, Mark.PASSED, "Signed in as priya"),
    Outcome(Step.SCHEMA, Mark.PASSED, "PostgreSQL 15.18, a desk of this version"),
    Outcome(Step.RIGHTS, Mark.PASSED, "May read, write"),
    Outcome(Step.CLOCK, Mark.PASSED, tr("Both clocks agree")),
)
_SILENT: Final = "The server does not answer."
_ROOT: Final = Path(__file__).parents[2]
_TICK_MS: Final = 1_100
"""By then the status bar tells of the next attempt."""
_CTRL: Final = Qt.KeyboardModifier.ControlModifier


class _CutLink(Link):
    """The way to a server that does not answer, however often it is tried."""

    def admit(self) -> None:
        """Try, in vain."""
        if self.rest_left == 0:
            self.lost(Away(_SILENT))
        raise Away(_SILENT)


def show_doors(tour: "Tour") -> None:
    """Pictures of everything around the desk; it is on a server and away when this is over."""
    _start_first(tour)
    _make_a_mistake(tour)
    _connect(tour)
    show_more_doors(tour)
    _sign_in(tour)
    _lose_server(tour)


def _start_first(tour: "Tour") -> None:
    window = tour.program.window
    page = FirstRun("/home/priya/.local/share/mainstay")
    window.show_instead(page)
    tour.settle()
    tour.picture("first_run")
    window.show_desk()
    page.deleteLater()


def _make_a_mistake(tour: "Tour") -> None:
    rows: dict[str, int] = {}
    try:
        rows.pop("INC-000301")
    except KeyError as error:
        # Not where the pictures happen to be made.
        details = details_of(KeyError, error, error.__traceback__).replace(str(_ROOT), "/opt/mainstay")
        window = ErrorWindow(error, details, Path("/home/priya/.local/state/mainstay/log/mainstay.log"))
    window.show()
    tour.picture("error", of=window)
    window.close()
    tour.program.frame.activateWindow()


def _connect(tour: "Tour") -> None:
    joining = tour.program.doors.joining
    joining.ask()
    page = joining.page
    if isinstance(page, ConnectPage):
        page.show_address(_SERVER, _TYPED)
        page.steps.begin()
        for outcome in _OUTCOMES:
            page.show_outcome(outcome)
        page.test_ended()
        tour.picture("connect")
        show_set_up(tour, page)
        page.show_address(_CLOSED, _TYPED)
        page.begin_test()
        tour.wait(lambda: not page.is_testing)
        tour.picture("connect_failed")
        page.leave()
    tour.settle()


def _sign_in(tour: "Tour") -> None:
    session, program = tour.session, tour.program

    def given() -> bool:
        session.desk.gate.give(session.actor, session.actor.person_id, _TYPED)
        return True

    tour.ask(given)
    # Without a screen the window is not always the active one any more after a test that has failed.
    program.frame.activateWindow()
    tour.settle()
    program.doors.gate.watch(session)
    program.doors.gate.lock()
    tour.settle()
    tour.picture("sign_in")
    tour.type(_TYPED)
    tour.key(Qt.Key.Key_Return)
    tour.wait(lambda: program.doors.gate.page is None)
    program.doors.gate.leave()


def _on_server(desk: "Desk") -> "Desk":
    """The demo desk, looked at as a window looks at a desk on a server."""
    # Imported here, because it brings the library of the database along.
    from app.services.desk import Desk

    class DeskOnServer(Desk):
        __slots__ = ()

        @property
        def link(self) -> Link | None:
            return self.store.database.link

    return DeskOnServer(**{field.name: getattr(desk, field.name) for field in fields(Desk)})


def _lose_server(tour: "Tour") -> None:
    session, program = tour.session, tour.program
    database, bus = session.desk.store.database, session.desk.bus
    desk = _on_server(session.desk)
    whole, cut = database.link, _CutLink()
    cut.listen(lambda state: bus.publish((LinkChanged(None, *state),)))
    program.url = _SERVER.url
    program.show_desk(Session(desk, session.actor))
    tour.visit("queue", "is:open")
    database.link = cut
    try:
        tour.act("list.refresh")
        tour.wait(lambda: program.window.link.is_away)
        tour.rest(_TICK_MS)
        tour.picture("away")
        _write_down(tour, "jonas weber", "Label printer at Dock 3 prints blank labels", "written_down")
        _write_down(tour, "anna schmidt", "VPN asks for the password again and again")
        tour.act("window.outbox")
        tour.picture("outbox")
        tour.key(Qt.Key.Key_Escape)
    finally:
        # What closes the desk has to reach it.
        database.link = whole


def _write_down(tour: "Tour", caller: str, summary: str, name: str = "") -> None:
    tour.act("incident.new")
    tour.type(caller)
    tour.key(Qt.Key.Key_Tab)
    tour.type(summary)
    if name:
        tour.picture(name)
    tour.key(Qt.Key.Key_Return, _CTRL)
    tour.settle()
