"""The desk: every service behind one door, handed to the window, the command line and the jobs."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.infra.bus import Bus
from app.infra.clock import Clock
from app.infra.link import Link
from app.infra.sharing import Hold
from app.infra.unit_of_work import Store
from app.services.desk_acting import ActingServices
from app.services.figures import FigureServices
from app.services.incidents.queue import QueueQueries
from app.services.knowledge.parts import KnowledgeParts
from app.services.people.commands import PeopleCommands
from app.services.people.queries import PeopleQueries
from app.services.settings import SettingsCommands, SettingsQueries

if TYPE_CHECKING:
    from app.services.audit.commands import AuditCommands
    from app.services.audit.log import AuditLogQueries
    from app.services.audit.queries import AuditQueries
    from app.services.backups.commands import BackupCommands
    from app.services.catalogue.commands import CatalogueCommands
    from app.services.catalogue.queries import CatalogueQueries
    from app.services.escalation.commands import EscalationCommands
    from app.services.escalation.major_commands import MajorCommands, MajorQueries
    from app.services.escalation.queries import EscalationQueries
    from app.services.exporting.queries import ExportQueries
    from app.services.gate.commands import GateCommands
    from app.services.imports.commands import ImportCommands, ImportQueries
    from app.services.incidents.detail import IncidentQueries
    from app.services.notifications.commands import NotificationCommands
    from app.services.people.roster import RosterQueries
    from app.services.people.staff import StaffCommands
    from app.services.reviews.commands import ReviewCommands
    from app.services.reviews.queries import ReviewQueries
    from app.services.search.commands import SearchCommands
    from app.services.search.queries import SearchQueries
    from app.services.server.queries import ServerQueries
    from app.services.sla.commands import SlaCommands
    from app.services.sla.queries import SlaQueries
    from app.services.sla.settings import SlaSettingsQueries
    from app.services.suggestions.commands import SuggestionCommands
    from app.services.suggestions.queries import SuggestionQueries
    from app.services.timers.ahead import ClockCommands, ClockQueries
    from app.services.timers.queries import TimerQueries
    from app.services.views.commands import ViewCommands
    from app.services.views.queries import ViewQueries


@dataclass(frozen=True, slots=True)
class Desk(KnowledgeParts, ActingServices, FigureServices):
    """The services of one database, named by what they are about; `close` gives the connections back.

    What the first minutes at a desk do not need is imported when it is first asked for, so that a start is short.
    """

    queue: QueueQueries
    people: PeopleQueries
    people_admin: PeopleCommands
    settings: SettingsQueries
    settings_admin: SettingsCommands

    @property
    def incident(self) -> "IncidentQueries":
        """Reading one incident."""
        from app.services.incidents.detail import IncidentQueries

        return IncidentQueries(self.store)

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
    def search(self) -> "SearchQueries":
        """Finding things by words."""
        from app.services.search.queries import SearchQueries

        return SearchQueries(self.store)

    @property
    def search_admin(self) -> "SearchCommands":
        """Looking after the index by which things are found."""
        from app.services.search.commands import SearchCommands

        return SearchCommands(self.store)

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
    def majors(self) -> "MajorQueries":
        """Which major incidents there are, and which are proposed."""
        from app.services.escalation.major_commands import MajorQueries

        return MajorQueries(self.store)

    @property
    def major_work(self) -> "MajorCommands":
        """Proposing major incidents and deciding about them."""
        from app.services.escalation.major_commands import MajorCommands

        return MajorCommands(self.store)

    @property
    def notifications(self) -> "NotificationCommands":
        """What the person at the desk has been told."""
        from app.services.notifications.commands import NotificationCommands

        return NotificationCommands(self.store)

    @property
    def views(self) -> "ViewQueries":
        """The saved views of the person at the desk."""
        from app.services.views.queries import ViewQueries

        return ViewQueries(self.store)

    @property
    def views_admin(self) -> "ViewCommands":
        """Saving and removing views."""
        from app.services.views.commands import ViewCommands

        return ViewCommands(self.store)

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
    def roster(self) -> "RosterQueries":
        """The people and teams of the desk, as the settings show them."""
        from app.services.people.roster import RosterQueries

        return RosterQueries(self.store)

    @property
    def staff(self) -> "StaffCommands":
        """Who comes in, and what they may; what becomes of the work of who leaves."""
        from app.services.people.staff import StaffCommands

        return StaffCommands(self.store)

    @property
    def server(self) -> "ServerQueries":
        """Whether the database protects what it holds."""
        from app.services.server.queries import ServerQueries

        return ServerQueries(self.store)

    @property
    def timers(self) -> "TimerQueries":
        """How passing time is looked after."""
        from app.services.timers.queries import TimerQueries

        return TimerQueries(self.store)

    @property
    def clock_state(self) -> "ClockQueries":
        """Whether the desk is ahead of its clock."""
        from app.services.timers.ahead import ClockQueries

        return ClockQueries(self.store)

    @property
    def clock_work(self) -> "ClockCommands":
        """Letting time go on after a clock had been set forward."""
        from app.services.timers.ahead import ClockCommands

        return ClockCommands(self.store)

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
    def catalogue(self) -> "CatalogueQueries":
        """Services, sites and categories as the settings show them."""
        from app.services.catalogue.queries import CatalogueQueries

        return CatalogueQueries(self.store)

    @property
    def catalogue_admin(self) -> "CatalogueCommands":
        """Changing services, sites and categories."""
        from app.services.catalogue.commands import CatalogueCommands

        return CatalogueCommands(self.store)

    @property
    def backups(self) -> "BackupCommands":
        """The backups of a desk in a file: making them, and what one would mean."""
        from app.services.backups.commands import BackupCommands

        return BackupCommands(self.store)

    @property
    def exports(self) -> "ExportQueries":
        """The desk as open files."""
        from app.services.exporting.queries import ExportQueries

        return ExportQueries(self.store)

    @property
    def gate(self) -> "GateCommands":
        """Who comes in at a computer that several share, and passwords."""
        from app.services.gate.commands import GateCommands

        return GateCommands(self.store)

    @property
    def audit(self) -> "AuditQueries":
        """The audit trail: whether it is whole, and its anchors."""
        from app.services.audit.queries import AuditQueries

        return AuditQueries(self.store)

    @property
    def audit_log(self) -> "AuditLogQueries":
        """What was done at the desk, entry by entry."""
        from app.services.audit.log import AuditLogQueries

        return AuditLogQueries(self.store)

    @property
    def audit_admin(self) -> "AuditCommands":
        """Closing the audit trail with an anchor."""
        from app.services.audit.commands import AuditCommands

        return AuditCommands(self.store)

    @property
    def suggestions(self) -> "SuggestionQueries":
        """What may be learned from, and what was learned."""
        from app.services.suggestions.queries import SuggestionQueries

        return SuggestionQueries(self.store)

    @property
    def suggestion_work(self) -> "SuggestionCommands":
        """Keeping what was learned."""
        from app.services.suggestions.commands import SuggestionCommands

        return SuggestionCommands(self.store)

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

    @property
    def link(self) -> Link | None:
        """What is known of the way to the server; None for a desk in a file."""
        return None if self.store.database.is_sqlite else self.store.database.link

    @property
    def hold(self) -> Hold | None:
        """The right to use a desk's file that lies on a share; None for every other desk."""
        return self.store.database.hold

    def pulse(self) -> None:
        """Ask the server whether it is there; raises Away within seconds when it is not."""
        self.store.feel_pulse()

    def sign_in_again(self, password: str) -> None:
        """Go on with another password, once the server takes it; raises SignInRefused where it does not."""
        self.store.database.use_password(password)
        self.store.feel_pulse()

    def settle_doubts(self) -> None:
        """Find out whether what was in doubt was saved, and tell the bus; raises Away where the server is away."""
        from app.services.carry_out import settle_doubts
        from app.services.command import STANDS

        settle_doubts(self.store, STANDS.__getitem__)

    def look_for_damage(self) -> None:
        """Pass when a desk's file seems whole; otherwise Unfit, with the backups there are. Two seconds at most."""
        from app.services.damage import look_at_file

        look_at_file(self.store)

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
        queue=QueueQueries(store),
        people=PeopleQueries(store),
        people_admin=PeopleCommands(store),
        settings=SettingsQueries(store),
        settings_admin=SettingsCommands(store),
    )
