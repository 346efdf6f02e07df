"""The section of configuration items: devices, programs and other things that can fail."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.domain.permissions import Permission
from app.domain.wording import tr
from app.services.catalogue.dto import ItemLine
from app.services.people.dto import Choice
from app.views.context import ViewContext
from app.views.settings_page.catalogue.wording import open_words
from app.views.settings_page.entries.fields import FormField, PickOne, TextField
from app.views.settings_page.entries.layout import Opened, Values, Words
from app.views.settings_page.entries.rows import Entry
from app.views.settings_page.entries.section import EntriesSection
from app.views.settings_page.lists.kinds import ITEMS_LIST
from app.views.settings_page.lists.offer import ImportOffer
from app.views.widgets.choice_popup import Option

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk

_KIND_MOST: Final = 64


class ItemsSection(EntriesSection):
    """Configuration items by name."""

    drafts = "items"

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        words = Words(
            tr("configuration item"),
            tr("configuration items"),
            "server",
            tr("Devices, programs and other things that can fail. An incident names the one that did."),
        )
        super().__init__(context, parent, words, Permission.CATALOGUE_EDIT)
        self.importing = ImportOffer(self, ITEMS_LIST)

    def make_fields(self) -> Sequence[FormField]:
        """Name, kind, service, site."""
        return (
            TextField("name", tr("Name")),
            TextField("kind", tr("Kind"), tr("What it is, such as server, printer or program."), most=_KIND_MOST),
            PickOne("service_id", tr("Service"), tr("What stands still without it.")),
            PickOne("site_id", tr("Site"), tr("Where it is.")),
        )

    def load_all(self, desk: "Desk", actor: "Actor") -> Sequence[Entry]:
        """One row a configuration item."""
        return [_entry(line) for line in desk.catalogue.items(actor)]

    def load_one(self, desk: "Desk", actor: "Actor", key: str) -> Opened:
        """A configuration item with its service and its site."""
        services, sites = desk.people.services(actor), desk.people.sites(actor)
        if not key:
            values = {"name": "", "kind": "", "service_id": "", "site_id": ""}
            return Opened("", values, offers={"service_id": _options(services), "site_id": _options(sites)})
        line = desk.catalogue.item(actor, key)
        offers = {
            "service_id": _options(services, line.service_id, line.service),
            "site_id": _options(sites, line.site_id, line.site),
        }
        values = {
            "name": line.name,
            "kind": line.kind,
            "service_id": line.service_id or "",
            "site_id": line.site_id or "",
        }
        history = desk.catalogue.history(actor, "configuration_item", key)
        return Opened(line.name, values, line.active, desk.catalogue.item_uses(actor, key), history, offers)

    def save_new(self, desk: "Desk", actor: "Actor", values: Values) -> str:
        """Add a configuration item."""
        service, site = values["service_id"] or None, values["site_id"] or None
        return desk.people_admin.add_configuration_item(actor, values["name"], values["kind"], service, site)

    def save_change(self, desk: "Desk", actor: "Actor", key: str, values: Values) -> None:
        """Change what changed."""
        references = {name: values[name] or None for name in ("service_id", "site_id") if name in values}
        desk.catalogue_admin.change_item(actor, key, {**values, **references})

    def save_use(self, desk: "Desk", actor: "Actor", key: str, *, active: bool) -> None:
        """Offer it again, or no longer."""
        desk.catalogue_admin.use_item(actor, key, active)


def _options(choices: Sequence[Choice], kept: str | None = None, name: str = "") -> list[Option]:
    """What can be chosen; what is chosen already stays so when it is not offered any more."""
    offered = [Option("", tr("None")), *(Option(each.id, each.label) for each in choices)]
    if kept is not None and all(option.value != kept for option in offered):
        offered.append(Option(kept, tr("{name} (not in use)", name=name)))
    return offered


def _entry(line: ItemLine) -> Entry:
    return Entry(
        line.id,
        line.name,
        " · ".join(part for part in (line.kind, line.service) if part),
        line.site,
        open_words(line.open_incidents),
        "server",
        pill="" if line.active else tr("Not in use"),
        muted=not line.active,
    )
