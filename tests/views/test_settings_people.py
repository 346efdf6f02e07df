"""People and teams in the settings: added, changed, removed, and on a shared desk let in by logins of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.actor import Actor
from app.domain.vocabulary import Role
from app.infra.clock import SystemClock
from app.services.people.dto import NewPerson, PersonView
from app.services.server.dto import Wanted
from app.services.server.setup import set_up
from app.services.session import Session
from app.views.pages import Location
from app.views.settings_page.page import SettingsPage
from app.views.settings_page.people.section import PeopleSection
from app.views.settings_page.teams.section import TeamsSection
from app.views.toolkit.background import Background
from app.views.toolkit.theme import Theme
from app.views.widgets.choice_popup import ChoicePopup
from tests.support.postgres import PostgresServer
from tests.views.desks import SmallDesk, Stage, small_desk, stage


class People:
    """The section of people on a stage."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.desk, self.me = stage.desk.session.desk, stage.desk.me
        self.page = stage.show(SettingsPage(stage.context))
        self.go("people")
        section = self.page.section
        assert isinstance(section, PeopleSection)
        self.section = section

    def go(self, place: str) -> None:
        """Open a place of the settings, as the window would."""
        self.page.open(place)
        self.stage.settle()

    def follow(self) -> None:
        """Go where the section asked to go."""
        self.stage.settle()
        self.go(self.stage.went[-1].argument)

    def rows(self) -> list[str]:
        """The rows as they are read aloud."""
        return [entry.spoken() for entry in self.section.list.entries]

    def person(self, person_id: str) -> PersonView:
        """Somebody as they are stored."""
        return self.desk.roster.person(self.me, person_id).person

    def answer(self, text: str) -> None:
        """Take a button of the question in the strip."""
        strip = self.section.frame.strip
        next(button for button in strip._buttons if button.text() == text).click()
        self.stage.settle()

    def choose(self, anchor: QWidget, wanted: int | str) -> None:
        """Choose who takes the work, by place or name."""
        popup = anchor.findChild(ChoicePopup)
        assert popup is not None
        assert popup.options()[0] == "Nobody: back to their groups"
        if isinstance(wanted, str):
            QTest.keyClicks(popup.field, wanted)
        QTest.keyClick(popup.field, Qt.Key.Key_Return)
        self.stage.settle()

    def pick(self, field: str, value: str) -> None:
        """Pick from a list of the form."""
        select = self.section.form.fields[field].focusProxy()
        assert select is not None
        index = select.findData(value)  # type: ignore[attr-defined]  # a list to pick from
        assert index >= 0
        select.setCurrentIndex(index)  # type: ignore[attr-defined]  # the same
        select.activated.emit(index)  # type: ignore[attr-defined]  # the same
        self.stage.settle()


@pytest.fixture
def at(on_stage: Stage) -> People:
    return People(on_stage)


def test_the_list_says_what_everybody_may_and_where_they_are(at: People) -> None:
    assert at.rows()[0] == "Dana Okafor, Agent, First line, Front desk"
    assert at.rows()[-1] == "Jonas Berg, Requester, Warehouse lead · jonas@harbour.example"
    at.section.overview.search.setText("front agent")
    assert [entry.title for entry in at.section.list.entries] == ["Dana Okafor"]


def test_somebody_is_added_with_the_keyboard(at: People) -> None:
    at.section.overview.new.click()
    at.follow()
    at.section.focus_start()
    name = at.section.form.fields["name"].focusProxy()
    assert name is not None
    QTest.keyClicks(name, "Ada Quill")
    at.pick("role", Role.SUPERVISOR.value)
    at.section.add.click()
    at.follow()
    assert at.section.title() == "Ada Quill"
    added = at.person(at.stage.went[-1].argument.partition("/")[2])
    assert (added.name, added.role) == ("Ada Quill", Role.SUPERVISOR)
    assert at.section.sign_in.isHidden()
    assert at.stage.context.undo.undo(), "added by mistake"
    at.follow()
    assert not at.person(added.id).active
    assert at.stage.context.toasts.text == "Taken back: Ada Quill is added"


def test_a_name_that_is_missing_is_said_at_its_field(at: People) -> None:
    at.go("people/new")
    at.section.add.click()
    at.stage.settle()
    assert at.section.frame.strip.text() == "A person needs a name."
    assert at.section.add.isEnabled()


def test_a_role_is_changed_and_taken_back(at: People) -> None:
    dana = at.stage.desk.dana.person_id
    at.go(f"people/{dana}")
    at.pick("role", Role.ADMIN.value)
    assert at.person(dana).role is Role.ADMIN
    assert at.stage.context.toasts.undo()
    at.stage.settle()
    assert at.person(dana).role is Role.AGENT


def test_the_last_administrator_cannot_be_made_less(at: People) -> None:
    at.go(f"people/{at.me.person_id}")
    assert at.section.use.isHidden()
    at.pick("role", Role.AGENT.value)
    assert "Somebody has to remain" in at.section.frame.strip.text()
    assert at.person(at.me.person_id).role is Role.ADMIN


def test_groups_are_joined_and_left_as_chips(at: People) -> None:
    dana, network = at.stage.desk.dana.person_id, at.stage.desk.network
    at.go(f"people/{dana}")
    at.section.groups.added.emit(network)
    at.stage.settle()
    assert network in [group.id for group in at.person(dana).groups]
    at.go(f"people/{at.stage.desk.tomas.person_id}")
    # What is taken back is what the toast tells of, whoever is shown by then.
    assert at.stage.context.toasts.undo()
    at.stage.settle()
    assert network not in [group.id for group in at.person(dana).groups]


def test_what_becomes_of_open_work_is_said_before_somebody_leaves_its_group(at: People) -> None:
    dana, desk = at.stage.desk.dana.person_id, at.stage.desk
    (front,) = [group.id for group in at.person(dana).groups]
    incident = desk.log(group_id=front, assignee_id=dana)
    at.go(f"people/{dana}")
    at.section.groups.removed.emit(front)
    at.stage.settle()
    strip = at.section.frame.strip
    assert strip.text().startswith("1 open incident of Dana Okafor becomes unassigned, in the queue of its group: INC-")
    assert front in [group.id for group in at.person(dana).groups]
    at.answer("Take out of the group")
    assert front not in [group.id for group in at.person(dana).groups]
    assert desk.read(incident).assignee_id is None
    assert at.stage.context.toasts.undo()
    at.stage.settle()
    assert front in [group.id for group in at.person(dana).groups]
    assert desk.read(incident).assignee_id == dana
    assert at.stage.context.toasts.text.startswith("Taken back: ")


def test_who_is_removed_keeps_the_open_work_until_it_is_moved(at: People) -> None:
    desk, dana = at.stage.desk, at.stage.desk.dana.person_id
    first = desk.log(group_id=desk.service_desk, assignee_id=dana)
    desk.log(group_id=desk.service_desk, assignee_id=dana)
    at.go(f"people/{dana}")
    assert "INC-000001" in at.section.work.lines.text()
    at.section.use.click()
    assert "2 open incidents stay theirs until moved" in at.section.frame.strip.text()
    at.answer("Keep it")
    assert at.person(dana).active
    at.section.use.click()
    at.answer("Remove from the desk")
    assert not at.person(dana).active
    assert at.section.use.text() == "Put back"
    at.section.work.hand_on.click()
    at.choose(at.section.work.hand_on, 0)
    assert at.section.mover.card.lines() == ["Front desk: 2 incidents become unassigned."]
    assert desk.read(first).assignee_id == dana
    assert at.page.window().focusWidget() is at.section.mover.card.do
    at.section.mover.card.do.click()
    at.stage.settle()
    assert not at.section.mover.card.isVisible()
    assert at.page.window().focusWidget() is at.section.frame.area, "the keyboard stays on the page of the person"
    assert desk.read(first).assignee_id is None
    assert at.section.work.lines.text() == "Nothing open is assigned to them."
    at.go("people")
    assert "Dana Okafor" not in [entry.title for entry in at.section.list.entries]
    at.section.overview.all.setChecked(True)
    assert "Dana Okafor, Removed, First line, Front desk" in at.rows()


def test_somebody_is_removed_with_the_work_given_back_and_all_of_it_is_undone(at: People) -> None:
    desk, dana = at.stage.desk, at.stage.desk.dana.person_id
    first = desk.log(group_id=desk.service_desk, assignee_id=dana)
    at.go(f"people/{dana}")
    assert "1 open incident of theirs: INC-000001" in at.section.uses.text.text()
    at.section.use.click()
    at.answer("Remove, and move the work to…")
    at.choose(at.section.frame, 0)
    assert at.person(dana).active
    assert at.section.mover.card.do.text() == "Remove Dana Okafor and move it"
    at.section.mover.card.do.click()
    at.stage.settle()
    assert not at.person(dana).active
    assert desk.read(first).assignee_id is None
    at.stage.context.actions.run("window.undo")
    at.stage.settle()
    assert at.person(dana).active
    assert desk.read(first).assignee_id == dana
    assert at.stage.context.toasts.text == "Taken back: Dana Okafor is removed"


def test_work_of_a_group_that_the_heir_is_not_in_is_said_before_and_goes_there_by_a_tick(at: People) -> None:
    desk, dana, tomas = at.stage.desk, at.stage.desk.dana.person_id, at.stage.desk.tomas.person_id
    first = desk.log(group_id=desk.service_desk, assignee_id=dana)
    at.go(f"people/{dana}")
    at.section.use.click()
    at.answer("Remove, and move the work to…")
    at.choose(at.section.frame, "Rey")
    card = at.section.mover.card
    said = "Front desk: 1 incident becomes unassigned. Tomás Rey is not in this group."
    assert card.lines() == [said]
    (box,) = card.boxes()
    assert at.page.window().focusWidget() is box
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert card.lines() == ["Front desk: 1 incident goes to Tomás Rey."]
    card.do.click()
    at.stage.settle()
    assert at.stage.context.toasts.text == "Dana Okafor is removed. 1 incident went to Tomás Rey."
    assert desk.read(first).assignee_id == tomas
    at.stage.context.actions.run("window.undo")
    at.stage.settle()
    assert desk.read(first).assignee_id == dana
    assert desk.service_desk not in [group.id for group in at.person(tomas).groups]


def test_work_that_changed_while_one_looked_is_shown_anew_and_nothing_is_done(at: People) -> None:
    desk, dana = at.stage.desk, at.stage.desk.dana.person_id
    first = desk.log(group_id=desk.service_desk, assignee_id=dana)
    at.go(f"people/{dana}")
    at.section.work.hand_on.click()
    at.choose(at.section.work.hand_on, 0)
    desk.log(group_id=desk.service_desk, assignee_id=dana)
    at.section.mover.card.do.click()
    at.stage.settle()
    assert "The open work changed meanwhile" in at.section.frame.strip.text()
    assert at.section.mover.card.lines() == ["Front desk: 2 incidents become unassigned."]
    assert desk.read(first).assignee_id == dana


def test_what_becomes_of_the_work_of_one_is_not_shown_beside_another(at: People) -> None:
    desk, dana = at.stage.desk, at.stage.desk.dana.person_id
    for _ in range(2):
        desk.log(assignee_id=dana, group_id=desk.service_desk)
    at.go(f"people/{dana}")
    at.section.work.hand_on.click()
    popup = at.section.work.hand_on.findChild(ChoicePopup)
    assert popup is not None
    at.go(f"people/{desk.me.person_id}")
    popup.take_first()
    at.stage.settle()
    card = at.section.mover.card
    assert not card.isVisible(), "the answer comes when somebody else is shown"
    at.go(f"people/{dana}")
    at.section.work.hand_on.click()
    at.choose(at.section.work.hand_on, 0)
    card.do.click()
    card.do.click()
    at.stage.settle()
    assert not card.isVisible(), "done once, however often it is clicked"


def test_the_work_of_a_person_is_shown_in_the_queue(at: People) -> None:
    dana = at.stage.desk.dana.person_id
    at.stage.desk.log(group_id=at.stage.desk.service_desk, assignee_id=dana)
    at.go(f"people/{dana}")
    at.section.work.queue.click()
    assert at.stage.went[-1] == Location("queue", 'is:open assignee:"Dana Okafor"')


def test_a_supervisor_changes_people_but_not_what_they_may(on_stage: Stage) -> None:
    desk = on_stage.desk
    admin, people = desk.me, desk.session.desk
    sam = NewPerson(people.new_id(), "Sam", role=Role.SUPERVISOR)
    people.staff.add(admin, sam)
    on_stage.context.session = Session(people, Actor(sam.id, "Sam", Role.SUPERVISOR))
    at = People(on_stage)
    at.go(f"people/{desk.dana.person_id}")
    role = at.section.form.fields["role"].focusProxy()
    assert role is not None
    assert role.count() == 1  # type: ignore[attr-defined]  # a list to pick from
    at.go(f"people/{admin.person_id}")
    at.section.groups.added.emit(desk.network)
    name = at.section.form.fields["name"].focusProxy()
    assert name is not None
    name.setFocus()
    QTest.keyClicks(name, "x")
    QTest.keyClick(name, Qt.Key.Key_Return)
    on_stage.settle()
    assert "Only another one can change that" in at.section.frame.strip.text()


# On a shared desk


@pytest.fixture
def shared(postgres_server: PostgresServer, bare_database: str) -> Iterator[SmallDesk]:
    """The small desk on a server, where its administrator comes in by a login."""
    set_up(postgres_server.url(bare_database), Wanted("office", "Ruth Root", "ruth"))
    postgres_server.execute("UPDATE desk.account SET must_change = false", database=bare_database)
    made = small_desk(postgres_server.url(bare_database, "office_u_ruth"), SystemClock())  # type: ignore[arg-type]  # the server checks times
    yield made
    made.session.desk.close()


@pytest.fixture
def there(shared: SmallDesk, background: Background, theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[People]:
    with stage(shared, background, tmp_path / "drafts", qtbot) as made:
        yield People(made)


def test_a_login_is_given_and_its_password_shown_once(there: People) -> None:
    dana = there.stage.desk.dana.person_id
    assert "Dana Okafor, Agent, First line, Front desk, No login" in there.rows()
    there.go(f"people/{dana}")
    assert there.section.sign_in.login.text() == "dana_okafor"
    QTest.keyClick(there.section.sign_in.login.line, Qt.Key.Key_Return)
    there.stage.settle()
    card = there.section.first_password
    assert card.isVisible()
    assert card.lines.login.text() == "office_u_dana_okafor"
    assert len(card.lines.password.text()) == 23
    card.copy.click()
    assert QGuiApplication.clipboard().text() == f"office_u_dana_okafor\n{card.lines.password.text()}"
    assert "have not chosen one of their own yet" in there.section.sign_in.state.text()
    there.go("people")
    assert "Dana Okafor, Agent, First line, Front desk, office_u_dana_okafor · first password" in there.rows()
    there.go(f"people/{dana}")
    assert card.isHidden()
    assert card.lines.password.text() == ""


def test_a_login_that_will_not_do_is_said_at_its_field(there: People) -> None:
    there.go(f"people/{there.stage.desk.dana.person_id}")
    there.section.sign_in.login.set_text("Dana!")
    there.section.sign_in.give.click()
    there.stage.settle()
    assert "cannot be a login" in there.section.sign_in.login.problem()
    there.section.sign_in.login.set_text("ruth")
    there.section.sign_in.give.click()
    there.stage.settle()
    assert "is a login of this desk already" in there.section.sign_in.login.problem()


def test_a_password_is_reset_and_a_login_taken_away(there: People) -> None:
    dana = there.stage.desk.dana.person_id
    first = there.desk.staff.give_login(there.me, dana, "dana")
    there.go(f"people/{dana}")
    there.section.sign_in.reset.click()
    there.answer("Leave it")
    assert there.section.first_password.isHidden()
    there.section.sign_in.reset.click()
    there.answer("Reset the password")
    assert there.section.first_password.lines.password.text() not in {"", first.password}
    there.section.first_password.done.click()
    assert there.section.first_password.isHidden()
    there.section.sign_in.lock.click()
    there.answer("Take the login away")
    assert "No login" in there.section.sign_in.state.text()
    assert there.person(dana).active


def test_nobody_locks_themself_out(there: People) -> None:
    there.go(f"people/{there.me.person_id}")
    assert there.section.sign_in.reset.isHidden()
    assert there.section.sign_in.lock.isHidden()
    assert "connected" in there.section.sign_in.state.text()


# Teams


@pytest.fixture
def teams(on_stage: Stage) -> tuple[Stage, SettingsPage]:
    page = on_stage.show(SettingsPage(on_stage.context))
    page.open("teams")
    on_stage.settle()
    return on_stage, page


def test_a_team_is_made_and_its_members_chosen(teams: tuple[Stage, SettingsPage]) -> None:
    on_stage, page = teams
    section = page.section
    assert isinstance(section, TeamsSection)
    desk, me = on_stage.desk.session.desk, on_stage.desk.me
    assert "Front desk, Tier 1, Dana Okafor" in [entry.spoken()[:31] for entry in section.list.entries]
    page.open("teams/new")
    on_stage.settle()
    name = section.form.fields["name"].focusProxy()
    assert name is not None
    QTest.keyClicks(name, "Printers")
    section.add.click()
    on_stage.settle()
    assert on_stage.went[-1].argument.startswith("teams/")
    page.open(on_stage.went[-1].argument)
    on_stage.settle()
    section.members.added.emit(on_stage.desk.tomas.person_id)
    on_stage.settle()
    assert [chip.text() for chip in section.members.chips] == ["Tomás Rey"]
    made = next(each for each in desk.roster.teams(me) if each.name == "Printers")
    assert [member.label for member in made.members] == ["Tomás Rey"]
    assert on_stage.context.toasts.undo()
    on_stage.settle()
    assert desk.roster.team(me, made.id).members == ()


def test_a_team_with_work_says_so_before_it_is_taken_out_of_use(teams: tuple[Stage, SettingsPage]) -> None:
    on_stage, page = teams
    desk = on_stage.desk
    desk.log(group_id=desk.network, assignee_id=desk.tomas.person_id)
    page.open(f"teams/{desk.network}")
    on_stage.settle()
    section = page.section
    assert isinstance(section, TeamsSection)
    section.use.click()
    assert "Dock network is used by 1 open incident" in section.frame.strip.text()
    next(button for button in section.frame.strip._buttons if button.text() == "Take out of use").click()
    on_stage.settle()
    assert not desk.session.desk.roster.team(desk.me, desk.network).active
