"""The section of people: who is at the desk and what they may; on a shared desk also how they come in."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtWidgets import QWidget

from app.domain.errors import DeskError
from app.domain.permissions import ROLE_PERMISSIONS, Permission, may
from app.domain.query.quoting import between_quotes
from app.domain.vocabulary import WORKING_ROLES, Role
from app.domain.wording import tr, trn
from app.services.people.dto import NOTE_LIMIT, Choice, NewPerson, OpenWork, PersonView
from app.services.server.dto import NewLogin
from app.views.context import ViewContext
from app.views.pages import Location
from app.views.settings_page.cards import Card
from app.views.settings_page.chips import Chips
from app.views.settings_page.entries.fields import FormField, PickOne, TextField
from app.views.settings_page.entries.layout import Opened, Values, Words
from app.views.settings_page.entries.rows import Entry
from app.views.settings_page.entries.section import EntriesSection
from app.views.settings_page.lists.kinds import PEOPLE_LIST
from app.views.settings_page.lists.offer import ImportOffer
from app.views.settings_page.people.cards import SignInCard, WorkCard, way_in
from app.views.settings_page.people.first_password import FirstPasswordCard
from app.views.settings_page.people.handing_on import WorkMover
from app.views.settings_page.people.leaving import GroupLeaver
from app.views.taking_back import undo_of
from app.views.widgets.choice_popup import Option

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk

_WORDS: Final = Words(
    tr("person"),
    tr("people"),
    "user",
    tr("Who works at the desk, who calls it, and what each may do."),
    retire=tr("Remove from the desk…"),
    renew=tr("Put back"),
    retired=tr("Removed: offered nowhere, and out of every session"),
    retired_said=tr("is removed"),
    renewed_said=tr("is at the desk again"),
)
ROLE_WORDS: Final = {
    Role.REQUESTER: tr("Caller: sees their own incidents only"),
    Role.READER: tr("Reader: sees what an agent sees, and changes nothing"),
    Role.AGENT: tr("Agent: works on incidents"),
    Role.SUPERVISOR: tr("Supervisor: leads the desk"),
    Role.ADMIN: tr("Administrator: lets people in too"),
}
_TONES: Final = {
    Role.SUPERVISOR: "violet", Role.ADMIN: "amber", Role.AGENT: "blue", Role.READER: "green", Role.REQUESTER: "slate",
}  # fmt: skip
_NO, _YES = "", "yes"
_VIP: Final = [Option(_NO, tr("Like everybody")), Option(_YES, tr("VIP: shown in every incident they report"))]


_NOWHERE: Final = Choice("", "")


class _Page(NamedTuple):
    """What the cards beside the form show."""

    person: PersonView
    groups: tuple[Choice, ...]
    prefix: str | None
    work: tuple[OpenWork, ...]
    heirs: tuple[Choice, ...]


class PeopleSection(EntriesSection):
    """People by name; a first password is shown once, on the page of whom it is for."""

    drafts = "people"

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, _WORDS, Permission.PEOPLE_EDIT)
        self.importing = ImportOffer(self, PEOPLE_LIST)
        self._admits = may(context.actor, Permission.PEOPLE_ADMIT)

    def make_fields(self) -> Sequence[FormField]:
        """What is known of a person, and what they may."""
        return (
            TextField("name", tr("Name")),
            PickOne("role", tr("Role"), tr("What they may do at the desk. Only administrators change it.")),
            TextField("email", tr("E-mail"), most=320),
            TextField("phone", tr("Phone"), most=64),
            TextField("job_title", tr("Job title")),
            PickOne("site_id", tr("Site"), tr("Where they work.")),
            PickOne("vip", tr("Treated as")),
            TextField(
                "handling_note",
                tr("Special handling"),
                tr("Shown to the desk, never to callers, wherever this person is written to or called."),
                most=NOTE_LIMIT,
            ),
        )

    def more_cards(self) -> Sequence[Card]:
        """The password that was just made, groups, signing in, open work."""
        self.first_password = FirstPasswordCard()
        self.groups_card = Card(tr("Groups"), tr("Whose work they take, and whose restricted incidents they see."))
        self.groups = Chips(tr("Groups"), fixed=False)
        self.groups_card.body.addWidget(self.groups)
        self.groups.added.connect(self._join)
        self.leaver = GroupLeaver(self.context, lambda: self.frame, self.refresh, tr("The groups are saved"))
        self.groups.removed.connect(self._leave)
        self.sign_in = SignInCard()
        self.sign_in.given.connect(self._give_login)
        self.sign_in.reset_wanted.connect(self._reset_wanted)
        self.sign_in.lock_wanted.connect(self._lock_wanted)
        self.mover = WorkMover(self.context, lambda: self.frame, self.refresh)
        self.work = WorkCard(self._show_work)
        self.work.hand_on.clicked.connect(lambda _checked=False: self._move_work())
        return (self.first_password, self.groups_card, self.sign_in, self.work, self.mover.card)

    def open(self, argument: str) -> None:
        """Another person, or the list: a password that was shown is gone."""
        if argument != self._key:
            self.first_password.forget()
        super().open(argument)

    # Reading

    def load_all(self, desk: "Desk", actor: "Actor") -> Sequence[Entry]:
        """Who works at the desk, then who calls it."""
        roster = desk.roster.everybody(actor)
        tells_logins = roster.login_prefix is not None and may(actor, Permission.PEOPLE_ADMIT)
        return [_entry(each, shared=tells_logins) for each in roster.people]

    def load_one(self, desk: "Desk", actor: "Actor", key: str) -> Opened:
        """A person with their groups, login and open work; a new one is an agent."""
        roles = [role for role in Role if ROLE_PERMISSIONS[role] <= ROLE_PERMISSIONS[actor.role]]
        if not key:
            values = {"name": "", "role": Role.AGENT.value, "email": "", "phone": "", "job_title": "", "vip": _NO}
            values |= {"handling_note": "", "site_id": ""}
            return Opened("", values, offers=_offers(roles, desk.people.sites(actor)))
        found = desk.roster.person(actor, key)
        person = found.person
        work = desk.roster.open_work(actor, key)
        heirs = tuple(each for each in desk.people.agents(actor) if each.id != key)
        if not may(actor, Permission.PEOPLE_ADMIT):
            roles = [person.role]
        values = {
            "name": person.name,
            "role": person.role.value,
            "email": person.email,
            "phone": person.phone,
            "job_title": person.job_title,
            "site_id": person.site_id,
            "vip": _YES if person.vip else _NO,
            "handling_note": person.handling_note,
        }
        more = _Page(person, found.groups, found.login_prefix, work, heirs)
        uses, history = desk.roster.person_uses(actor, key), desk.roster.history(actor, key)
        offers = _offers(roles, desk.people.sites(actor), Choice(person.site_id, person.site))
        return Opened(person.name, values, person.active, uses, history, offers, more)

    def shown(self, opened: Opened) -> None:
        """The cards of a person who is there already."""
        page = opened.more if isinstance(opened.more, _Page) else None
        # A reader is in no group and has no work; the cards would only say so.
        works = page is not None and page.person.role is not Role.READER
        self.groups_card.setVisible(works)
        self.uses.setVisible(page is not None)
        self.work.setVisible(works)
        self.sign_in.setVisible(page is not None and page.prefix is not None and self._admits)
        if page is None:
            self.first_password.forget()
            self.mover.show_of("")
            return
        mine = [group.id for group in page.person.groups]
        known = {group.id: group for group in (*page.person.groups, *page.groups)}
        self.groups.show_chosen(mine, [Option(group.id, group.label) for group in known.values()])
        self.work.show_work(page.work)
        self.mover.heirs = [Option(each.id, each.label, each.hint) for each in page.heirs]
        self.mover.is_shared = page.prefix is not None
        self.mover.show_of(page.person.id)
        myself = page.person.id == self.context.actor.person_id
        self.use.setVisible(self.editable and not myself)
        if page.prefix is not None:
            self.sign_in.show_person(page.person, page.prefix, myself=myself)

    # Saving

    def save_new(self, desk: "Desk", actor: "Actor", values: Values) -> str:
        """Add a person; a login is given on the page that follows."""
        new = NewPerson(
            desk.new_id(),
            values["name"],
            values["email"],
            values["phone"],
            values["job_title"],
            Role(values["role"]),
            vip=values["vip"] == _YES,
            handling_note=values["handling_note"],
            site_id=values["site_id"] or None,
        )
        desk.staff.add(actor, new)
        return new.id

    def save_change(self, desk: "Desk", actor: "Actor", key: str, values: Values) -> None:
        """The role goes its own way; the database moves the login along."""
        changes: dict[str, str | bool] = {name: value for name, value in values.items() if name != "role"}
        if "vip" in changes:
            changes["vip"] = changes["vip"] == _YES
        if changes:
            desk.staff.change(actor, key, changes)
        if "role" in values:
            desk.staff.change_role(actor, key, Role(values["role"]))

    def save_use(self, desk: "Desk", actor: "Actor", key: str, *, active: bool) -> None:
        """Put them back, or take them out of the desk."""
        if active:
            desk.staff.bring_back(actor, key)
        else:
            desk.staff.remove(actor, key)

    def warning(self, opened: Opened) -> str:
        """What removing does."""
        page = opened.more if isinstance(opened.more, _Page) else None
        said = [tr("Remove {title}? What they wrote stays.", title=opened.title)]
        if page is not None and page.prefix is not None:
            said.append(tr("They are signed out at once, and need a new login to come back."))
        if page is not None and page.work:
            count = len(page.work)
            said.append(
                trn("{n} open incident stays theirs until moved.", "{n} open incidents stay theirs until moved.", count)
            )
        return " ".join(said)

    def _show_work(self) -> None:
        if self._opened is not None:
            name = between_quotes(self._opened.title)
            self.context.go(Location("queue", f"is:open assignee:{name}"))

    def _move_work(self) -> None:
        page = self._opened.more if self._opened is not None else None
        if isinstance(page, _Page):
            self.mover.offer(page.person, self.work.hand_on, removes=False)

    def _run(self, work: Callable[[], object], said: str, undo: Callable[[], None] | None = None) -> None:
        def done(_result: object) -> None:
            self.frame.say("")
            actions = () if undo is None else (undo_of(self.context, said, undo),)
            self.context.toasts.show(said, *actions, icon="user")
            self.refresh()

        self.context.background.write(work, done, self._refused)

    def _join(self, group_id: str) -> None:
        admin, actor, key = self.context.desk.people_admin, self.context.actor, self._key
        undo = partial(self.leaver.ask, group_id, key, self._name(), lambda: True)
        self._run(partial(admin.add_member, actor, group_id, key), tr("The groups are saved"), undo)

    def _leave(self, group_id: str) -> None:
        key = self._key
        self.leaver.ask(group_id, key, self._name(), lambda: key == self._key)

    def _name(self) -> str:
        return "" if self._opened is None else self._opened.title

    # Signing in

    def _give_login(self, login: str) -> None:
        staff, actor, key = self.context.desk.staff, self.context.actor, self._key
        self.context.background.write(
            lambda: staff.give_login(actor, key, login), partial(self._password_made, key), self._login_refused
        )

    def _login_refused(self, error: DeskError) -> None:
        self.sign_in.login.say(str(error))
        self.sign_in.login.setFocus()

    def _password_made(self, key: str, made: NewLogin) -> None:
        self.frame.say("")
        if key == self._key:
            self.first_password.show_login(made)
            self.frame.go_to(self.first_password)
            self.refresh()

    def _reset_wanted(self) -> None:
        self.frame.say(tr("They see nothing any more until they sign in with the new password and change it."), "amber")
        self.frame.strip.add_button(tr("Reset the password"), self._reset, kind="danger").setFocus()
        self.frame.strip.add_button(tr("Leave it"), lambda: self.frame.say(""))

    def _reset(self) -> None:
        staff, actor, key = self.context.desk.staff, self.context.actor, self._key
        self.context.background.write(
            lambda: staff.reset_password(actor, key), partial(self._password_made, key), self._refused
        )

    def _lock_wanted(self) -> None:
        self.frame.say(tr("They are signed out at once and cannot come in. They stay at the desk by name."), "amber")
        self.frame.strip.add_button(tr("Take the login away"), self._lock, kind="danger").setFocus()
        self.frame.strip.add_button(tr("Leave it"), lambda: self.frame.say(""))

    def _lock(self) -> None:
        staff, actor, key = self.context.desk.staff, self.context.actor, self._key
        self._run(partial(staff.lock, actor, key), tr("The login is taken away"))

    def other_ways(self, opened: Opened) -> Sequence[tuple[str, Callable[[], None]]]:
        """Who has open work is best removed with it given to somebody else."""
        page = opened.more if isinstance(opened.more, _Page) else None
        if page is None or not page.work:
            return ()
        return ((tr("Remove, and move the work to…"), partial(self.mover.offer, page.person, removes=True)),)


def _offers(roles: Sequence[Role], sites: Sequence[Choice], kept: Choice = _NOWHERE) -> dict[str, list[Option]]:
    places = [Option("", tr("Not known")), *(Option(each.id, each.label) for each in sites)]
    if all(option.value != kept.id for option in places):
        places.append(Option(kept.id, tr("{name} (not in use)", name=kept.label)))
    return {"role": [Option(role.value, ROLE_WORDS[role]) for role in roles], "vip": _VIP, "site_id": places}


def _entry(person: PersonView, *, shared: bool) -> Entry:
    about = " · ".join(part for part in (person.job_title, person.email) if part)
    groups = ", ".join(group.label for group in person.groups)
    return Entry(
        person.id,
        person.name,
        about,
        groups or ("" if person.role not in WORKING_ROLES else tr("In no group")),
        way_in(person, shared=shared) if person.active else "",
        pill=person.role.label if person.active else tr("Removed"),
        tone=_TONES[person.role] if person.active else "slate",
        muted=not person.active,
    )
