"""The section of sites: where people work, and in which time zone."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QWidget

from app.domain.permissions import Permission
from app.domain.wording import tr, trn
from app.services.catalogue.dto import SiteLine
from app.views.context import ViewContext
from app.views.settings_page.calendars.zone_field import offset_words
from app.views.settings_page.catalogue.wording import open_words
from app.views.settings_page.entries.fields import FormField, TextField, ZonePick
from app.views.settings_page.entries.layout import Opened, Values, Words
from app.views.settings_page.entries.rows import Entry
from app.views.settings_page.entries.section import EntriesSection

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk

_WORDS: Final = Words(
    tr("site"), tr("sites"), "map-pin", tr("Where people work. SLA policies and escalation rules can name it.")
)


class SitesSection(EntriesSection):
    """Sites by name."""

    drafts = "sites"

    def __init__(self, context: ViewContext, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, _WORDS, Permission.PEOPLE_EDIT)

    def make_fields(self) -> Sequence[FormField]:
        """Name and time zone."""
        return (
            TextField("name", tr("Name")),
            ZonePick(
                self.context,
                "time_zone",
                tr("Time zone"),
                tr("Of the people there. What clocks count by is the calendar."),
            ),
        )

    def load_all(self, desk: "Desk", actor: "Actor") -> Sequence[Entry]:
        """One row a site."""
        now = self.context.clock.now()
        return [_entry(line, offset_words(line.time_zone, now)) for line in desk.catalogue.sites(actor)]

    def load_one(self, desk: "Desk", actor: "Actor", key: str) -> Opened:
        """A site with its zone; a new one begins with that of this computer."""
        if not key:
            # Imported here: it looks at files of the system.
            from app.infra.local_zone import local_zone

            return Opened("", {"name": "", "time_zone": local_zone()})
        line = desk.catalogue.site(actor, key)
        uses, history = desk.catalogue.site_uses(actor, key), desk.catalogue.history(actor, "site", key)
        return Opened(line.name, {"name": line.name, "time_zone": line.time_zone}, line.active, uses, history)

    def save_new(self, desk: "Desk", actor: "Actor", values: Values) -> str:
        """Add a site."""
        return desk.people_admin.add_site(actor, values["name"], values["time_zone"])

    def save_change(self, desk: "Desk", actor: "Actor", key: str, values: Values) -> None:
        """Change what changed."""
        desk.catalogue_admin.change_site(actor, key, values)

    def save_use(self, desk: "Desk", actor: "Actor", key: str, *, active: bool) -> None:
        """Offer it again, or no longer."""
        desk.catalogue_admin.use_site(actor, key, active)


def _entry(line: SiteLine, offset: str) -> Entry:
    people = trn("{n} person", "{n} people", line.people)
    return Entry(
        line.id,
        line.name,
        f"{line.time_zone.replace('_', ' ')} · {offset}",
        people,
        open_words(line.open_incidents),
        "map-pin",
        pill="" if line.active else tr("Not in use"),
        muted=not line.active,
    )
