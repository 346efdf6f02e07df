"""The desk: every service behind one door, handed to the window, the command line and the jobs."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.infra.bus import Bus
from app.infra.clock import Clock
from app.infra.unit_of_work import Store
from app.services.incidents.commands import IncidentCommands
from app.services.incidents.detail import IncidentQueries
from app.services.incidents.queue import QueueQueries
from app.services.people.commands import PeopleCommands
from app.services.people.queries import PeopleQueries
from app.services.settings import SettingsCommands, SettingsQueries

if TYPE_CHECKING:
    from app.services.escalation.commands import EscalationCommands
    from app.services.escalation.queries import EscalationQueries
    from app.services.imports.commands import ImportCommands, ImportQueries
    from app.services.kpi import KpiQueries
    from app.services.notifications.commands import NotificationCommands
    from app.services.reviews.commands import ReviewCommands
    from app.services.reviews.queries import ReviewQueries
    from app.services.sla.commands import SlaCommands
    from app.services.sla.queries import SlaQueries
    from app.services.sla.settings import SlaSettingsQueries
    from app.services.timers.queries import TimerQueries


@dataclass(frozen=True, slots=True)
class Desk:
    """The services of one database, named by what they are about; `close` gives the connections back.

    What the first minutes at a desk do not need is imported when it is first asked for, so that a start is short.
    """

    store: Store
    incidents: IncidentCommands
    incident: IncidentQueries
    queue: QueueQueries
    people: PeopleQueries
    people_admin: PeopleCommands
    settings: SettingsQueries
    settings_admin: SettingsCommands

    @property
    def reviews(self) -> "ReviewQueries":
        """Reading post-incident reviews."""
        from app.services.reviews.queries import ReviewQueries

        return ReviewQueries(self.store)

    @property
    def reviews_admin(self) -> "ReviewCommands":
        """Writing post-incident reviews."""
        from app.services.reviews.commands import ReviewCommands

        return ReviewCommands(self.store)

    @property
    def escalations(self) -> "EscalationQueries":
        """Reading what is escalated to whom, by which rules."""
        from app.services.escalation.queries import EscalationQueries

        return EscalationQueries(self.store)

    @property
    def escalation_work(self) -> "EscalationCommands":
        """Escalating, acknowledging, handing back, and the rules."""
        from app.services.escalation.commands import EscalationCommands

        return EscalationCommands(self.store)

    @property
    def notifications(self) -> "NotificationCommands":
        """What the person at the desk has been told."""
        from app.services.notifications.commands import NotificationCommands

        return NotificationCommands(self.store)

    @property
    def imports(self) -> "ImportCommands":
        """Bringing incidents of another desk in."""
        from app.services.imports.commands import ImportCommands

        return ImportCommands(self.store)

    @property
    def import_plan(self) -> "ImportQueries":
        """What an import would do."""
        from app.services.imports.commands import ImportQueries

        return ImportQueries(self.store)

    @property
    def kpi(self) -> "KpiQueries":
        """The figures of the desk."""
        from app.services.kpi import KpiQueries

        return KpiQueries(self.store)

    @property
    def timers(self) -> "TimerQueries":
        """How passing time is looked after."""
        from app.services.timers.queries import TimerQueries

        return TimerQueries(self.store)

    @property
    def sla(self) -> "SlaQueries":
        """Clocks: what they show, why, and what they are measured by."""
        from app.services.sla.queries import SlaQueries

        return SlaQueries(self.store)

    @property
    def sla_settings(self) -> "SlaSettingsQueries":
        """What the settings show of calendars, policies and hours."""
        from app.services.sla.settings import SlaSettingsQueries

        return SlaSettingsQueries(self.store)

    @property
    def sla_admin(self) -> "SlaCommands":
        """Publishing calendars and policies, and setting hours."""
        from app.services.sla.commands import SlaCommands

        return SlaCommands(self.store)

    @property
    def bus(self) -> Bus:
        """Where to hear what happened."""
        return self.store.bus

    @property
    def clock(self) -> Clock:
        """The one clock."""
        return self.store.clock

    @property
    def identity(self) -> str:
        """The database's address without a password; names drafts and caches."""
        return self.store.database.identity

    def new_id(self) -> str:
        """An identifier for something the window is about to make."""
        return self.store.ids.new()

    def close(self) -> None:
        """Close the connections."""
        self.store.database.close()


def make_desk(store: Store) -> Desk:
    """All services over one store."""
    return Desk(
        store=store,
        incidents=IncidentCommands(store),
        incident=IncidentQueries(store),
        queue=QueueQueries(store),
        people=PeopleQueries(store),
        people_admin=PeopleCommands(store),
        settings=SettingsQueries(store),
        settings_admin=SettingsCommands(store),
    )
