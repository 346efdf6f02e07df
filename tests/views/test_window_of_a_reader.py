"""The window of somebody who only reads: all is there to be read, and nothing is offered that others do."""

from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.actor import Actor
from app.domain.permissions import ROLE_PERMISSIONS, Permission
from app.domain.vocabulary import Role
from app.services.people.dto import NewPerson
from app.services.problems.dto import NewProblem
from app.views.action_catalogue import ENTRANCES
from app.views.closed_page import ClosedPage
from app.views.escalations.page import EscalationsPage
from app.views.incident.page import IncidentPage
from app.views.pages import Location
from app.views.problems.page import ProblemsPage
from app.views.queue.columns import Column
from app.views.queue.row_menu import row_menu
from app.views.settings_page.keys.section import KeysSection
from app.views.toolkit.background import Background
from app.views.toolkit.theme import Theme
from app.views.triage.page import TriagePage
from tests.support.fake_desk import ME, FakeDesk
from tests.views.desks import SmallDesk, Stage, stage
from tests.views.window import MakeWindow

RITA = Actor("rita", "Rita Voss", Role.READER)
RUI = Actor("rui", "Rui Costa", Role.REQUESTER)
MAY = ROLE_PERMISSIONS[Role.READER]


@pytest.fixture
def reading(desk: SmallDesk, background: Background, theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[Stage]:
    """The parts of the window with a reader at it."""
    new_id = desk.session.desk.new_id()
    desk.session.desk.people_admin.add_person(desk.me, NewPerson(new_id, RITA.name, role=Role.READER))
    incident = desk.log()
    desk.say(incident, "Only for the desk", public=False)
    desk.session = desk.session._replace(actor=Actor(new_id, RITA.name, Role.READER))
    with stage(desk, background, tmp_path / "drafts", qtbot) as made:
        made.incident = incident  # type: ignore[attr-defined]  # for these tests alone
        yield made


def offered(widget: QWidget) -> list[str]:
    """The buttons that are shown and can be pressed, by what they say."""
    buttons = [each for each in widget.findChildren(QAbstractButton) if each.isVisible() and each.isEnabled()]
    return [each.text() or each.accessibleName() for each in buttons]


def written_in(widget: QWidget) -> list[QWidget]:
    """Where something could be typed."""
    kinds = QLineEdit | QTextEdit | QPlainTextEdit
    fields = [each for each in widget.findChildren(QWidget) if isinstance(each, kinds) and each.isVisible()]
    return [each for each in fields if each.isEnabled() and not each.isReadOnly()]


def test_every_action_that_is_offered_is_one_that_a_reader_may(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk(), actor=RITA)
    actions = window.context.actions
    offers = list(actions.offers())
    assert [each.spec.id for each in offers if each.spec.permission not in {None, *MAY}] == []
    assert {"incident.follow", "list.export", "list.save_view", "go.escalations", "go.dashboard", "go.settings"} <= {
        each.spec.id for each in offers
    }
    assert not actions.is_theirs("incident.take")
    assert not actions.action("incident.take").isVisible()
    assert not actions.run("incident.take")


def test_who_works_at_the_desk_still_sees_in_grey_what_others_do(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk(), actor=RUI)
    assert window.context.actions.is_theirs("incident.take")
    assert "incident.take" in {each.spec.id for each in window.context.actions.offers()}


def test_the_queue_offers_no_change(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk(), actor=RITA)
    assert "New incident" not in offered(window.sidebar)
    window.context.actions.run("list.mark")
    assert offered(window.queue.head) == ["Copy numbers (Ctrl Shift C)", "Clear the selection (Esc)"]
    row = window.queue.current_row()
    assert row is not None
    menu = row_menu(window.queue, row, Column.PRIORITY)
    shown = [each.text().rstrip("…") for each in menu.actions() if each.isVisible() and each.text()]
    assert shown[:2] == ["Open", "Open in a window of its own"]
    assert {"Follow, or no longer", "Copy the number"} <= set(shown)
    assert not {"Assign to me", "Assign", "Reply to the caller", "Escalate", "Change the status"} & set(shown)
    menu.deleteLater()


def test_an_incident_is_read_with_its_notes_and_nothing_is_written(reading: Stage) -> None:
    page = reading.show(IncidentPage(reading.context))
    page.open(reading.incident)  # type: ignore[attr-defined]  # of the fixture
    reading.settle()
    assert page.detail is not None
    assert "Only for the desk" in {item.body for item in page.detail.journal}
    assert page.writing.isHidden()
    assert page.writing.composer.edit not in page.panes()
    assert page.header.action_buttons() == []
    assert written_in(page) == []
    assert not page.properties.fields["assignee_id"].isEnabled()
    assert page.properties.checklist.isHidden()
    bottom = page.timeline.mapTo(page, page.timeline.rect().bottomLeft()).y()
    assert page.height() - bottom < 8, "no empty place where others write"


def test_whoever_works_there_writes_where_they_did(on_stage: Stage) -> None:
    page = on_stage.show(IncidentPage(on_stage.context))
    page.open(on_stage.desk.log())
    on_stage.settle()
    assert page.writing.isVisible()
    assert page.properties.checklist.isVisible()
    assert page.header.action_buttons()


def test_a_problem_is_read(reading: Stage) -> None:
    desk = reading.desk
    made = desk.session.desk.problem_work.open(desk.dana, desk.session.desk.new_id(), NewProblem("Paper jams"))
    page = reading.show(ProblemsPage(reading.context))
    page.open("")
    reading.settle()
    assert "New problem" not in offered(page)
    page.open(made.ref.id)
    reading.settle()
    assert written_in(page) == []
    assert not {"Link", "Add note"} & set(offered(page))


def test_settings_show_what_a_reader_may_read() -> None:
    from app.views.settings_page.registry import SECTIONS

    shown = {each.key for each in SECTIONS if each.permission in MAY}
    assert {"calendars", "policies", "rules", "appearance", "keys", "desk"} <= shown
    assert not {"people", "teams", "macros", "templates", "log", "quality"} & shown
    assert Permission.AUDIT_READ not in MAY


@pytest.mark.parametrize(
    ("actor", "page"),
    [
        (RITA, "triage"),
        (RITA, "handover"),
        (RUI, "dashboard"),
        (RUI, "escalations"),
        (RUI, "reviews"),
        (RUI, "problems"),
    ],
)
def test_a_page_that_is_for_others_says_so_and_nothing_else(make_window: MakeWindow, actor: Actor, page: str) -> None:
    window = make_window(FakeDesk(), actor=actor)
    window.go(Location(page, "of a link"))
    closed = window.page
    assert isinstance(closed, ClosedPage)
    name = ENTRANCES[page].text
    assert closed.title() == name
    assert closed.told.title() == f"“{name}” is not for the role {actor.role.label.lower()}"
    assert offered(closed) == ["Open the queue"]
    assert not [each for each in closed.findChildren(QWidget) if each.isVisible() and not each.isEnabled()]
    window.page.findChildren(QAbstractButton)[0].click()
    assert window.page is window.queue


def test_a_page_is_closed_to_one_and_open_to_who_signs_in_after_them(make_window: MakeWindow) -> None:
    window = make_window(FakeDesk(), actor=RUI)
    window.go(Location("triage"))
    assert isinstance(window.page, ClosedPage)
    desk = FakeDesk()
    desk.suggestions = SimpleNamespace(names=lambda _actor: {})  # type: ignore[assignment]  # what triage asks of it
    window.desk_opened(desk.as_session(), "Harbour Logistics", "This computer", is_demo=False)
    window.go(Location("triage"))
    assert isinstance(window.page, TriagePage)


@pytest.mark.parametrize(("actor", "works"), [(RITA, False), (RUI, False), (ME, True)])
def test_only_who_works_at_the_desk_has_work(make_window: MakeWindow, actor: Actor, works: bool) -> None:
    window = make_window(FakeDesk(), actor=actor)
    assert ("My open work" in [each.split(",")[0] for each in offered(window.sidebar)]) is works
    segments = window.queue.head.segments
    assert [each.rpartition(" ")[0] or each for each in spoken(segments)] == (
        ["All", "Mine", "Unassigned", "Waiting"] if works else ["All", "Unassigned", "Waiting"]
    )
    shown = [each.geometry() for each in segments.findChildren(QAbstractButton) if each.isVisible()]
    assert segments.width() == sum(each.width() for each in shown) + 2 * (len(shown) - 1) + 6, "no gap is left"


def spoken(widget: QWidget) -> list[str]:
    """The names of the buttons that are shown."""
    return [each.accessibleName() for each in widget.findChildren(QAbstractButton) if each.isVisible()]


def test_a_reader_is_asked_of_no_escalations_for_them(reading: Stage) -> None:
    page = reading.show(EscalationsPage(reading.context))
    page.open("")
    reading.settle()
    assert page.board.whose.isHidden()
    assert page.board.parts.isVisible()


def test_the_list_of_keys_has_only_what_a_reader_may(reading: Stage) -> None:
    reading.context.actions.set_actor(reading.context.actor)
    section = reading.show(KeysSection(reading.context, reading.window))
    section.open("")
    listed = {entry.key for entry in section.list.entries}
    assert {"incident.follow", "go.queue"} <= listed
    assert not {"incident.new", "incident.reply", "go.mine", "go.triage"} & listed


def test_a_requester_finds_where_their_password_is_changed() -> None:
    from app.views.settings_page.registry import SECTIONS

    theirs = ROLE_PERMISSIONS[Role.REQUESTER]
    assert [each.key for each in SECTIONS if each.permission in theirs] == ["desk", "appearance", "keys"]
