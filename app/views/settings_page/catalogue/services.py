"""The section of services: what the desk supports, whose it is and how critical."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.domain.permissions import Permission
from app.domain.wording import tr
from app.services.catalogue.dto import ServiceLine
from app.views.context import ViewContext
from app.views.settings_page.catalogue.wording import open_words
from app.views.settings_page.entries.fields import FormField, PickOne, TextField
from app.views.settings_page.entries.layout import Opened, Values, Words
from app.views.settings_page.entries.rows import Entry
from app.views.settings_page.entries.section import EntriesSection
from app.views.widgets.choice_popup import Option

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk

_WORDS: Final = Words(
    tr("service"),
    tr("services"),
    "layers",
    tr("What people use and report about. SLA policies and escalation rules can name it."),
)
_CRITICALITY: Final = (
    Option("1", tr("1 – the business stands still without it")),
    Option("2", tr("2 – critical")),
    Option("3", tr("3 – important")),
    Option("4", tr("4 – useful")),
    Option("5", tr("5 – can wait")),
)


class ServicesSection(EntriesSection):
    """Services by name."""

    drafts = "services"

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, _WORDS, Permission.CATALOGUE_EDIT)

    def make_fields(self) -> Sequence[FormField]:
        """Name, owner, criticality."""
        return (
            TextField("name", tr("Name")),
            PickOne("owner_group_id", tr("Owner"), tr("The group that answers for it. It is not assigned by itself.")),
            PickOne("criticality", tr("Criticality"), tr("How much depends on it.")),
        )

    def load_all(self, desk: "Desk", actor: "Actor") -> Sequence[Entry]:
        """One row a service."""
        return [_entry(line) for line in desk.catalogue.services(actor)]

    def load_one(self, desk: "Desk", actor: "Actor", key: str) -> Opened:
        """A service with its owner."""
        groups = [Option("", tr("Nobody")), *(Option(each.id, each.label) for each in desk.people.groups(actor))]
        offers = {"owner_group_id": groups, "criticality": list(_CRITICALITY)}
        if not key:
            return Opened("", {"name": "", "owner_group_id": "", "criticality": "3"}, offers=offers)
        line = desk.catalogue.service(actor, key)
        if line.owner_group_id and all(option.value != line.owner_group_id for option in groups):
            groups.append(Option(line.owner_group_id, tr("{owner} (not in use)", owner=line.owner)))
        values = {"name": line.name, "owner_group_id": line.owner_group_id or "", "criticality": str(line.criticality)}
        uses, history = desk.catalogue.service_uses(actor, key), desk.catalogue.history(actor, "service", key)
        return Opened(line.name, values, line.active, uses, history, offers)

    def save_new(self, desk: "Desk", actor: "Actor", values: Values) -> str:
        """Add a service."""
        owner, criticality = values["owner_group_id"] or None, int(values["criticality"])
        return desk.people_admin.add_service(actor, values["name"], owner, criticality)

    def save_change(self, desk: "Desk", actor: "Actor", key: str, values: Values) -> None:
        """Change what changed."""
        changes: dict[str, str | int | None] = {name: value or None for name, value in values.items()}
        if "criticality" in values:
            changes["criticality"] = int(values["criticality"])
        desk.catalogue_admin.change_service(actor, key, changes | _name_of(values))

    def save_use(self, desk: "Desk", actor: "Actor", key: str, *, active: bool) -> None:
        """Offer it again, or no longer."""
        desk.catalogue_admin.use_service(actor, key, active)


def _name_of(values: Values) -> dict[str, str | int | None]:
    """An empty name stays a text, so that the refusal says that one is needed."""
    return {"name": values["name"]} if "name" in values else {}


def _entry(line: ServiceLine) -> Entry:
    return Entry(
        line.id,
        line.name,
        line.owner or tr("No owner"),
        open_words(line.open_incidents),
        tr("Criticality {criticality}", criticality=line.criticality),
        "layers",
        pill="" if line.active else tr("Not in use"),
        muted=not line.active,
    )
