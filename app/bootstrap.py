"""The only wiring place: settings, database, bus and services become a desk with somebody sitting at it; no Qt."""

from typing import TYPE_CHECKING

from app.domain.errors import Unavailable, Unfit
from app.domain.wording import tr
from app.infra.clock import Clock, SystemClock
from app.infra.paths import Paths, personal_paths
from app.infra.settings import database_url, read_settings, sqlite_file, sqlite_url
from app.services.session import Context, Live, Progress, Session, Timers

if TYPE_CHECKING:
    from app.infra.sharing import Hold


def make_context(database: str | None = None, clock: Clock | None = None) -> Context:
    """Read the settings and decide which database is meant; touches no database."""
    paths = personal_paths().create()
    settings = read_settings(paths.config)
    url = database_url(database, settings, paths.database)
    chosen_clock = clock or SystemClock()
    return Context(
        paths=paths,
        settings=settings,
        url=url,
        is_first_run=url == sqlite_url(paths.database) and not paths.database.exists(),
        clock=chosen_clock,
        open=lambda wanted: _open(wanted, paths, settings.person_id, chosen_clock),
        timers=make_timers,
        live=make_live,
        make_demo=lambda progress: _make_demo(paths, chosen_clock, progress),
    )


def _open(url: str, paths: Paths, person_id: str, clock: Clock) -> Session:
    if url == sqlite_url(paths.demo_database):
        _make_demo(paths, clock)
    return open_session(url, person_id, clock)


def _make_demo(paths: Paths, clock: Clock, progress: Progress | None = None) -> None:
    if not paths.demo_database.exists():
        from app.services.demo.build import build_demo

        build_demo(paths.demo_database, clock.now(), progress)


def open_session(url: str, person_id: str = "", clock: Clock | None = None) -> Session:
    """Open the database at the URL, creating a local one that is missing; raises Unavailable in plain words.

    A file that cannot be opened for what it holds is refused with the backups there are.
    """
    try:
        return _session(url, person_id, clock)
    except Unfit as error:
        from app.infra.damage import backups_in_words

        path = sqlite_file(url)
        raise type(error)(f"{error} {backups_in_words(path)}" if path is not None else str(error)) from error


def _session(url: str, person_id: str, clock: Clock | None) -> Session:
    # Imported here because the window is painted before the database libraries are loaded.
    import getpass

    from app.infra.bus import Bus
    from app.infra.database import Database
    from app.infra.sharing import hold_of
    from app.infra.unit_of_work import Store
    from app.services.desk import make_desk
    from app.services.gate.commands import asks
    from app.services.joining.password import with_kept_password
    from app.services.sign_in import sign_in

    url = with_kept_password(url)
    hold = hold_of(url)
    try:
        _bring_up_to_date(url, hold)
        store = Store(Database(url, hold=hold), clock or SystemClock(), Bus())
    except BaseException:
        if hold is not None:
            hold.release()
        raise
    try:
        with store.reading() as connection:
            # Before anything is read, so that no change falls between the first rows and the first news.
            store.feed.take_position(connection)
            has_gate = asks(connection)
        return Session(make_desk(store), sign_in(store, person_id, getpass.getuser()), has_gate)
    except BaseException:
        store.database.close()
        raise


def _bring_up_to_date(url: str, hold: "Hold | None") -> None:
    from app.infra.migrate import is_current, upgrade

    if hold is None or not hold.is_read_only:
        upgrade(url, asked=False)
    elif not is_current(url):
        raise Unavailable(tr("This desk is of an older version and cannot be upgraded now. {why}", why=hold.why()))


def make_timers(session: Session, program: str) -> Timers:
    """The timers of an open desk, to be run by a window or by `main.py jobs run`.

    The own login of a requester or a reader may not write what timers do, and nobody may in a file that is only read,
    so nothing is run.
    """
    import platform

    from app.domain.vocabulary import Role
    from app.jobs.runner import OF_NO_WORKER, RestingTimers, TimerRunner
    from app.services.access import LOGIN_ROLE
    from app.services.timers.dto import Worker

    hold = session.desk.hold
    if hold is not None and hold.is_read_only:
        return RestingTimers(f"No timers run here. {hold.why()}")
    if session.desk.store.database.option(LOGIN_ROLE) in {Role.REQUESTER.value, Role.READER.value}:
        return RestingTimers(OF_NO_WORKER)

    computer = platform.node() or "a computer without a name"
    name = f"{session.actor.name} on {computer}" if program == "window" else f"Jobs on {computer}"
    worker = Worker(session.desk.new_id(), name[:120], program, session.actor.author_id)
    return TimerRunner(session.desk.store, worker)


def make_live(session: Session) -> Live:
    """What lets a window hear what others do at an open desk."""
    from app.domain.permissions import Permission, may
    from app.jobs.attendance import Attendance
    from app.jobs.live import LiveRunner

    store, actor = session.desk.store, session.actor
    # A desk in a file is one person's, and who does not work at a desk is told of nobody and gets in nobody's way.
    is_shared = not store.database.is_sqlite and may(actor, Permission.INCIDENT_WORK)
    return LiveRunner(store, Attendance(store, actor) if is_shared else None)
