"""The section of teams: the assignment groups, who is in them, and what they have to do."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtWidgets import QWidget

from app.domain.permissions import Permission
from app.domain.wording import tr, trn
from app.services.people.dto import Choice, TeamView
from app.views.context import ViewContext
from app.views.settings_page.cards import Card
from app.views.settings_page.catalogue.wording import open_words
from app.views.settings_page.chips import Chips
from app.views.settings_page.entries.fields import FormField, PickOne, TextField
from app.views.settings_page.entries.layout import Opened, Values, Words
from app.views.settings_page.entries.rows import Entry
from app.views.settings_page.entries.section import EntriesSection
from app.views.settings_page.people.leaving import GroupLeaver
from app.views.taking_back import undo_of
from app.views.widgets.choice_popup import Option

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk

_WORDS: Final = Words(
    tr("team"),
    tr("teams"),
    "users",
    tr("Assignment groups: incidents are assigned to them, and restricted ones are seen by them."),
)
_TIERS: Final = [
    Option(str(tier), tr("Tier {tier}: takes calls", tier=tier) if tier == 1 else tr("Tier {tier}", tier=tier))
    for tier in range(1, 10)
]


class _Page(NamedTuple):
    """Who is in a team, and who could be."""

    members: tuple[Choice, ...]
    staff: tuple[Choice, ...]


class TeamsSection(EntriesSection):
    """Teams by tier; who leads one and when it works stands under Groups and shifts."""

    drafts = "teams"

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, _WORDS, Permission.PEOPLE_EDIT)

    def make_fields(self) -> Sequence[FormField]:
        """Name and tier."""
        return (TextField("name", tr("Name")), PickOne("tier", tr("Tier"), tr("Escalating by hand goes up the tiers.")))

    def more_cards(self) -> Sequence[Card]:
        """The members."""
        self.members_card = Card(
            tr("Members"), tr("They can be given its incidents, and see those that are restricted to it.")
        )
        self.members = Chips(tr("Members"), fixed=False)
        self.members_card.body.addWidget(self.members)
        self.members.added.connect(self._join)
        self.leaver = GroupLeaver(self.context, lambda: self.frame, self.refresh, tr("The members are saved"))
        self.members.removed.connect(self._leave)
        return (self.members_card,)

    def load_all(self, desk: "Desk", actor: "Actor") -> Sequence[Entry]:
        """One row a team."""
        return [_entry(team) for team in desk.roster.teams(actor)]

    def load_one(self, desk: "Desk", actor: "Actor", key: str) -> Opened:
        """A team with its members."""
        offers = {"tier": _TIERS}
        if not key:
            return Opened("", {"name": "", "tier": "1"}, offers=offers)
        team = desk.roster.team(actor, key)
        uses = desk.roster.team_uses(actor, key)
        values = {"name": team.name, "tier": str(team.tier)}
        history, more = desk.roster.team_history(actor, key), _Page(team.members, desk.people.agents(actor))
        return Opened(team.name, values, team.active, uses, history, offers, more)

    def shown(self, opened: Opened) -> None:
        """The members of a team that is there already."""
        page = opened.more if isinstance(opened.more, _Page) else None
        self.members_card.setVisible(page is not None)
        if page is not None:
            known = {each.id: each for each in (*page.members, *page.staff)}
            options = [Option(each.id, each.label, each.hint) for each in known.values()]
            self.members.show_chosen([each.id for each in page.members], options)

    def save_new(self, desk: "Desk", actor: "Actor", values: Values) -> str:
        """Add a team; its members are added on the page that follows."""
        return desk.people_admin.add_group(actor, values["name"], int(values["tier"]))

    def save_change(self, desk: "Desk", actor: "Actor", key: str, values: Values) -> None:
        """Rename it, or move it to another tier."""
        team = desk.roster.team(actor, key)
        desk.people_admin.change_group(actor, key, values.get("name", team.name), int(values.get("tier", team.tier)))

    def save_use(self, desk: "Desk", actor: "Actor", key: str, *, active: bool) -> None:
        """Offer it again, or no longer."""
        desk.people_admin.use_group(actor, key, in_use=active)

    def _join(self, person_id: str) -> None:
        admin, actor, key = self.context.desk.people_admin, self.context.actor, self._key

        def done(_result: None) -> None:
            said = tr("The members are saved")
            undo = partial(self.leaver.ask, key, person_id, self._name(person_id), lambda: True)
            self.context.toasts.show(said, undo_of(self.context, said, undo), icon="users")
            self.refresh()

        self.context.background.write(partial(admin.add_member, actor, key, person_id), done, self._refused)

    def _leave(self, person_id: str) -> None:
        key = self._key
        self.leaver.ask(key, person_id, self._name(person_id), lambda: key == self._key)

    def _name(self, person_id: str) -> str:
        page = self._opened.more if self._opened is not None else None
        known = (*page.members, *page.staff) if isinstance(page, _Page) else ()
        return next((each.label for each in known if each.id == person_id), "")


def _entry(team: TeamView) -> Entry:
    count = len(team.members)
    return Entry(
        team.id,
        team.name,
        ", ".join(member.label for member in team.members) or tr("Nobody is in it"),
        trn("{n} member", "{n} members", count),
        open_words(team.open_incidents),
        "users",
        pill=tr("Tier {tier}", tier=team.tier) if team.active else tr("Not in use"),
        muted=not team.active,
    )
