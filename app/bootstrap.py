"""The only wiring place: settings, database, bus and services become a desk with somebody sitting at it; no Qt."""

from app.infra.clock import Clock, SystemClock
from app.infra.paths import Paths, personal_paths
from app.infra.settings import database_url, read_settings, sqlite_url
from app.services.session import Context, Session, Timers


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
    )


def _open(url: str, paths: Paths, person_id: str, clock: Clock) -> Session:
    if url == sqlite_url(paths.demo_database) and not paths.demo_database.exists():
        from app.services.demo.build import build_demo

        build_demo(paths.demo_database, clock.now())
    return open_session(url, person_id, clock)


def open_session(url: str, person_id: str = "", clock: Clock | None = None) -> Session:
    """Open the database at the URL, creating a local one that is missing; raises Unavailable in plain words."""
    # Imported here because the window is painted before the database libraries are loaded.
    import getpass

    from app.infra.bus import Bus
    from app.infra.database import Database
    from app.infra.migrate import upgrade
    from app.infra.unit_of_work import Store
    from app.services.desk import make_desk
    from app.services.sign_in import sign_in

    upgrade(url)
    store = Store(Database(url), clock or SystemClock(), Bus())
    return Session(make_desk(store), sign_in(store, person_id, getpass.getuser()))


def make_timers(session: Session, program: str) -> Timers:
    """The timers of an open desk, to be run by a window or by `main.py jobs run`."""
    import platform

    from app.jobs.runner import TimerRunner
    from app.services.timers.dto import Worker

    computer = platform.node() or "a computer without a name"
    name = f"{session.actor.name} on {computer}" if program == "window" else f"Jobs on {computer}"
    worker = Worker(
        session.desk.new_id(), name[:120], program, session.actor.author_id if program == "window" else None
    )
    return TimerRunner(session.desk.store, worker)
