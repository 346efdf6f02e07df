"""What every page is given: the open desk, the person, and the parts of its window and of all windows it may use."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Generic, NamedTuple, Self, TypeVar, overload

from PySide6.QtWidgets import QWidget

from app.domain.actor import Actor
from app.infra.clock import Clock
from app.infra.settings import LocalSettings
from app.services.session import Live, Session
from app.views.actions import ActionRegistry
from app.views.toolkit.background import Background
from app.views.toolkit.formats import Formats
from app.views.toolkit.marked_ids import MarkedIds
from app.views.toolkit.state import WindowState
from app.views.toolkit.ticker import Ticker
from app.views.toolkit.toast import Toasts
from app.views.toolkit.undo import UndoStack

T = TypeVar("T")

if TYPE_CHECKING:
    from app.infra.drafts import Draft
    from app.services.desk import Desk
    from app.services.incidents.queue_dto import QueueCounts
    from app.services.templates.dto import IncidentTemplate
    from app.views.create.sheet import CreateSheet
    from app.views.learner import Learner
    from app.views.long_jobs.jobs import LongJobs
    from app.views.outbox.keeper import OutboxKeeper
    from app.views.pages import Location
    from app.views.toolkit.draft_keeper import DraftKeeper

    FillCall = Callable[[str, Draft | None, "ViewContext", QWidget], CreateSheet]


@dataclass(frozen=True, slots=True)
class Place:
    """Where an incident stands in the list that it was opened from; `position` counts from 1."""

    position: int
    total: int
    previous_id: str | None = None
    next_id: str | None = None


class AtHand(NamedTuple):
    """Whom and what the incident on the screen is about, so that a search can prefer what belongs to it."""

    caller_id: str | None = None
    service_id: str | None = None


def nothing_at_hand() -> AtHand:
    """What is at hand while no incident is shown."""
    return AtHand()


def nowhere(_incident_id: str) -> Place | None:
    """The place of an incident while no list is shown."""
    return None


def shown_nowhere(_count: int) -> None:
    """How many drafts or notifications wait, while nothing shows it."""


def logging_nothing(_template: object) -> None:
    """How to log an incident from a template, while nothing does."""


def never_away() -> bool:
    """Whether the server is away, while nothing watches it."""
    return False


def waiting_nowhere(_count: int, _stuck: int) -> None:
    """How much waits to be sent, while nothing shows it."""


def counting_nowhere(_counts: object) -> None:
    """The numbers beside the pages, while nothing shows them."""


def going_nowhere() -> None:
    """How to come to another desk, while nothing leads there."""


def filling_nothing(
    _incident_id: str, _draft: "Draft | None", _context: "ViewContext", _host: QWidget
) -> "CreateSheet":
    """What fills a window with a call, while nothing does; asking for it is a bug."""
    raise RuntimeError("The desk is not open yet.")


def restoring_nothing(_backup: Path, _phrase: str) -> None:
    """How to put a backup in the place of the desk, with the phrase that opens it, while nothing does."""


def reading_nothing(_incident_id: str) -> None:
    """That an incident was opened, while nothing tells of incidents."""


def staying_nowhere() -> bool:
    """Whether an icon in the tray leads back to a hidden window, while there is none."""
    return False


def asking_nobody(_on: bool) -> None:
    """How to have the window ask who it is, while nothing does."""


def wear_nothing(_mode: str) -> None:
    """How to change the theme, while nothing wears one."""


def waiting_for_the_next_start(_percent: int) -> bool:
    """How to have everything be another size, while nothing can change it."""
    return False


def keep_nowhere(_settings: LocalSettings) -> None:
    """Where settings of this computer are kept, while there is no such place."""


@dataclass(slots=True)
class Common:
    """What all windows of the program have together. `session` is None until the desk is open; `pages` are the ids of
    those that exist.

    `ticker` lets shown times go on; `clock_offset` is how far the clock of the database is ahead of this computer's.
    `undo` holds what can be taken back in this session, `followed` what the person follows, and `unread` of what they
    were told something that they have not read; `read_now` says that they opened it. `live` tells colleagues
    what the person does, once it runs; `learner` has the desk learn.
    `show_drafts` is set by what tells how many incidents were begun and put away, `show_unread` by the bell;
    `join_desk`, `use_own_desk`, `change_password` and `restore_desk` by the window, for the settings. `own` are the
    settings of this computer, `keep_own` has them written, `start_anew` opens the window again by them, `use_theme`
    changes light and dark, `use_size` how large everything is, in percent, and says whether that counts at once or
    once the window is opened anew, `stay_in_tray` has an icon lead back to the window that is about to be hidden and
    says whether there is one, and `ask_who` tells the window that the desk asks who it is, or no longer. `log_from`
    begins a new incident from a template, `fill_call` puts the sheet of a call into a window of its own. `held_for` is
    for how many milliseconds what is written can be taken back before it is sent; 0 sends at once. `typed_keys` are
    keys of servers that help to write, which no keyring keeps, by address, until the window closes. `apart` are the
    incidents that stand in windows of their own.
    """

    background: Background
    state: WindowState
    clock: Clock
    pages: frozenset[str] = frozenset()
    formats: Formats = field(default_factory=Formats)
    session: Session | None = None
    drafts_folder: Path | None = None
    show_drafts: Callable[[int], None] = shown_nowhere
    show_unread: Callable[[int], None] = shown_nowhere
    show_waiting: Callable[[int, int], None] = waiting_nowhere
    follow_again: Callable[[], None] = going_nowhere
    followed: MarkedIds = field(default_factory=MarkedIds)
    unread: MarkedIds = field(default_factory=MarkedIds)
    read_now: Callable[[str], None] = reading_nothing
    show_counts: "Callable[[QueueCounts], None]" = counting_nowhere
    is_away: Callable[[], bool] = never_away
    log_from: "Callable[[IncidentTemplate], object]" = logging_nothing
    fill_call: "FillCall" = filling_nothing
    join_desk: Callable[[], None] = going_nowhere
    use_own_desk: Callable[[], None] = going_nowhere
    change_password: Callable[[], None] = going_nowhere
    restore_desk: Callable[[Path, str], None] = restoring_nothing
    own: Callable[[], LocalSettings] = LocalSettings
    stay_in_tray: Callable[[], bool] = staying_nowhere
    ask_who: Callable[[bool], None] = asking_nobody
    use_theme: Callable[[str], None] = wear_nothing
    use_size: Callable[[int], bool] = waiting_for_the_next_start
    keep_own: Callable[[LocalSettings], None] = keep_nowhere
    start_anew: Callable[[], None] | None = None
    ticker: Ticker = field(default_factory=Ticker)
    undo: UndoStack = field(default_factory=UndoStack)
    clock_offset: timedelta = timedelta(0)
    live: Live | None = None
    learner: "Learner | None" = None
    held_for: int = 0
    looked_for: list[str] = field(default_factory=list)
    typed_keys: dict[str, str] = field(default_factory=dict)
    apart: MarkedIds = field(default_factory=MarkedIds)
    _drafts: "DraftKeeper | None" = field(default=None, init=False)
    _drafts_session: Session | None = field(default=None, init=False)
    _jobs: "LongJobs | None" = field(default=None, init=False)
    _outbox: "OutboxKeeper | None" = field(default=None, init=False)
    _outbox_session: Session | None = field(default=None, init=False)

    def now(self) -> datetime:
        """The time of the database, by which clocks are judged, as far as it is known."""
        return self.clock.now() + self.clock_offset

    @property
    def drafts(self) -> "DraftKeeper":
        """What this person typed at this desk and has not sent; another desk has another keeper."""
        session = self.open_session
        if self._drafts is None or self._drafts_session is not session:
            if self.drafts_folder is None:
                raise RuntimeError("The window was made without a folder for drafts.")
            # Imported here, because the first picture of the window has to come without it.
            from app.infra.drafts import DraftStore
            from app.views.toolkit.draft_keeper import DraftKeeper

            if self._drafts is not None:
                # Whoever comes back at once finds what they typed.
                self._drafts.flush()
            store = DraftStore(self.drafts_folder, session.desk.identity)
            self._drafts = DraftKeeper(self.background, store, session.actor.person_id, self.clock)
            self._drafts_session = session
        return self._drafts

    def jobs(self, toasts: Toasts) -> "LongJobs":
        """What takes longer than one waits for; the window that asks first tells what became of it."""
        if self._jobs is None:
            # Imported here, because the first picture of the window has to come without it.
            from app.views.long_jobs.jobs import LongJobs

            self._jobs = LongJobs(self.background, toasts, parent=toasts)
        return self._jobs

    @property
    def outbox(self) -> "OutboxKeeper":
        """What this person wrote down for this desk while it was away; another desk has another keeper."""
        session = self.open_session
        if self._outbox is None or self._outbox_session is not session:
            if self.drafts_folder is None:
                raise RuntimeError("The window was made without a folder for drafts.")
            from app.infra.outbox import Outbox
            from app.views.outbox.keeper import OutboxKeeper

            path = self.drafts_folder / "outbox.sqlite"
            store = Outbox(path, session.desk.identity, session.actor.person_id)
            self._outbox = OutboxKeeper(
                self.background,
                store,
                session.desk,
                session.actor,
                self.now,
                lambda moment: self.formats.full(moment),  # noqa: PLW0108 -- the zone may be another later on
            )
            self._outbox_session = session
        return self._outbox

    @property
    def open_session(self) -> Session:
        """The open desk with the person at it; asking before it is open is a bug."""
        if self.session is None:
            raise RuntimeError("The desk is not open yet.")
        return self.session


class _OfAll(Generic[T]):
    """A part that all windows have together, by its name in `Common`: whoever changes it changes it for all of them."""

    def __set_name__(self, _owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, context: None, owner: type) -> Self: ...
    @overload
    def __get__(self, context: "ViewContext", owner: type) -> T: ...
    def __get__(self, context: "ViewContext | None", owner: type) -> "T | Self":
        if context is None:
            return self
        value: T = getattr(context.common, self._name)
        return value

    def __set__(self, context: "ViewContext", value: T) -> None:
        setattr(context.common, self._name, value)


class ViewContext:
    """The parts of one window, and with them those that all windows have together.

    `place_of` is set by the list that is shown, so that an incident can say "3 of 38" and lead to its neighbours;
    `at_hand` by the page of the incident. `macro_typed` is what the next list of macros begins with, once. `stage` is
    where pages are shown. `is_apart` says that the window shows one incident and nothing else.
    """

    background = _OfAll[Background]()
    state = _OfAll[WindowState]()
    clock = _OfAll[Clock]()
    pages = _OfAll[frozenset[str]]()
    formats = _OfAll[Formats]()
    session = _OfAll[Session | None]()
    drafts_folder = _OfAll[Path | None]()
    show_drafts = _OfAll[Callable[[int], None]]()
    show_unread = _OfAll[Callable[[int], None]]()
    show_waiting = _OfAll[Callable[[int, int], None]]()
    follow_again = _OfAll[Callable[[], None]]()
    followed = _OfAll[MarkedIds]()
    unread = _OfAll[MarkedIds]()
    read_now = _OfAll[Callable[[str], None]]()
    show_counts: "_OfAll[Callable[[QueueCounts], None]]" = _OfAll()
    is_away = _OfAll[Callable[[], bool]]()
    log_from: "_OfAll[Callable[[IncidentTemplate], object]]" = _OfAll()
    fill_call: "_OfAll[FillCall]" = _OfAll()
    join_desk = _OfAll[Callable[[], None]]()
    use_own_desk = _OfAll[Callable[[], None]]()
    change_password = _OfAll[Callable[[], None]]()
    restore_desk = _OfAll[Callable[[Path, str], None]]()
    own = _OfAll[Callable[[], LocalSettings]]()
    stay_in_tray = _OfAll[Callable[[], bool]]()
    ask_who = _OfAll[Callable[[bool], None]]()
    use_theme = _OfAll[Callable[[str], None]]()
    use_size = _OfAll[Callable[[int], bool]]()
    keep_own = _OfAll[Callable[[LocalSettings], None]]()
    start_anew = _OfAll[Callable[[], None] | None]()
    ticker = _OfAll[Ticker]()
    undo = _OfAll[UndoStack]()
    clock_offset = _OfAll[timedelta]()
    live = _OfAll[Live | None]()
    learner: "_OfAll[Learner | None]" = _OfAll()
    held_for = _OfAll[int]()
    looked_for = _OfAll[list[str]]()
    typed_keys = _OfAll[dict[str, str]]()
    apart = _OfAll[MarkedIds]()

    def __init__(
        self,
        common: Common,
        actions: ActionRegistry,
        toasts: Toasts,
        go: "Callable[[Location], None]",
        *,
        stage: QWidget | None = None,
        is_apart: bool = False,
    ) -> None:
        self.common = common
        self.actions, self.toasts, self.go = actions, toasts, go
        self.stage, self.is_apart = stage, is_apart
        self.place_of: Callable[[str], Place | None] = nowhere
        self.at_hand: Callable[[], AtHand] = nothing_at_hand
        self.macro_typed = ""

    def now(self) -> datetime:
        """The time of the database, by which clocks are judged, as far as it is known."""
        return self.common.now()

    @property
    def desk(self) -> "Desk":
        """The services of the open desk; asking before it is open is a bug."""
        return self.common.open_session.desk

    @property
    def actor(self) -> Actor:
        """The person at the window; asking before the desk is open is a bug."""
        return self.common.open_session.actor

    @property
    def drafts(self) -> "DraftKeeper":
        """What this person typed at this desk and has not sent; another desk has another keeper."""
        return self.common.drafts

    @property
    def jobs(self) -> "LongJobs":
        """What takes longer than one waits for."""
        return self.common.jobs(self.toasts)

    @property
    def outbox(self) -> "OutboxKeeper":
        """What this person wrote down for this desk while it was away; another desk has another keeper."""
        return self.common.outbox
