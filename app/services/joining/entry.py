"""The last four steps: signing in, what database that is, what one may do there, and what time it is there."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import Connection, text

from app.domain.errors import DeskError, SignInRefused
from app.domain.wording import marked, tr
from app.infra.clock import Clock
from app.infra.migrate import HEAD
from app.services.joining.dto import Mark, Outcome, Step
from app.services.server.ability import lacks, look_at_server, others_in, what_is_lacking
from app.services.server.grants import GRANTS

OLDEST = 140_000
"""The oldest server that Mainstay works with, as PostgreSQL numbers itself: 14."""

_NOTABLE, _FAR = timedelta(minutes=2), timedelta(minutes=15)


class Entered(NamedTuple):
    """What one query tells of the database that was entered, and by how much its clock is ahead of this computer's."""

    server: int
    server_name: str
    has_tables: bool
    revision: str | None
    may_read: bool
    may_write: bool
    may_upgrade: bool
    reads_only: bool
    ahead: timedelta
    others: tuple[str, ...] = ()
    lacking: str = ""
    """Of a database that is no desk yet: which other tables are in it, and what the login lacks to make it one."""


# One round trip. What may be missing is asked for through the catalogue, so that an empty database is no error.
_LOOK = text(
    """
    WITH desk AS (SELECT to_regclass('incident') AS incident, to_regclass('alembic_version') AS version)
    SELECT current_setting('server_version_num')::int AS server,
           current_setting('server_version') AS server_name,
           version IS NOT NULL AS has_tables,
           coalesce(has_any_column_privilege(incident, 'SELECT'), false) AS may_read,
           coalesce(has_any_column_privilege(incident, 'INSERT'), false) AS may_write,
           coalesce((SELECT pg_has_role(relowner, 'MEMBER') FROM pg_class WHERE oid = version),
                    has_schema_privilege('public', 'CREATE')) AS may_upgrade,
           current_setting('transaction_read_only') = 'on' OR pg_is_in_recovery() AS reads_only,
           coalesce(has_any_column_privilege(version, 'SELECT'), false) AS knows_version,
           clock_timestamp() AS clock
    FROM desk
    """
)
_REVISION = text("SELECT version_num FROM alembic_version")


def look_around(connection: Connection, clock: Clock) -> Entered:
    """Ask the database what it is."""
    before = clock.now()
    row: Any = connection.execute(_LOOK).one()
    after = clock.now()
    revision = connection.execute(_REVISION).scalar_one_or_none() if row.knows_version else None
    ahead: timedelta = row.clock - (before + (after - before) / 2)
    entered = Entered(
        row.server, row.server_name, row.has_tables, revision, row.may_read, row.may_write, row.may_upgrade,
        row.reads_only, ahead,
    )  # fmt: skip
    return entered if row.has_tables else _look_into_what_is_no_desk(connection, entered)


def _look_into_what_is_no_desk(connection: Connection, entered: Entered) -> Entered:
    server = look_at_server(connection)
    found = lacks(server)
    lacking = what_is_lacking(found, server.user) if found else ""
    return entered._replace(others=others_in(connection, set(GRANTS)), lacking=lacking)


def signed_in(person: str) -> Outcome:
    """The server let the person in."""
    return Outcome(Step.SIGN_IN, Mark.PASSED, tr("Signed in as {person}", person=person))


def not_signed_in(error: DeskError, words: str, person: str) -> Outcome:
    """The server did not let the person in; `words` are its own."""
    lowered = words.lower()
    for parts, found, hint in _REASONS:
        if any(part in lowered for part in parts):
            return Outcome(Step.SIGN_IN, Mark.FAILED, tr(found, person=person), tr(hint))
    if isinstance(error, SignInRefused):
        return Outcome(
            Step.SIGN_IN, Mark.FAILED, tr("The server does not accept {person} with this password", person=person),
            tr("Check both, capitals too. If they worked before, the password may have expired: ask an administrator "
               "for a new one."),
        )  # fmt: skip
    return Outcome(Step.SIGN_IN, Mark.FAILED, str(error), tr("The words of the server stand in the details."))


_REASONS = (
    (
        ("no pg_hba.conf entry", "pg_hba.conf rejects"),
        marked("The server lets nobody in from this computer as {person}, or not in this way"),
        marked("Whoever runs it has to allow it in pg_hba.conf: hostssl, your network, scram-sha-256."),
    ),
    (
        ("authentication method requirement", "channel binding"),
        marked("The server asks for the password in a way that could be overheard or copied"),
        marked("Whoever runs it has to use scram-sha-256 in pg_hba.conf, and set the password anew after that."),
    ),
    (
        ("too many clients", "too many connections", "remaining connection slots"),
        marked("The server has no free place for another connection"),
        marked(
            "Try again in a moment. If it stays so, max_connections is too small, or the limit of your login is "
            "reached."
        ),
    ),
)


def known_database(entered: Entered) -> Outcome:
    """Whether the database is a desk that this program can open."""
    shown = f"PostgreSQL {entered.server_name.split()[0]}"
    if entered.server < OLDEST:
        return _database(
            Mark.FAILED, tr("{shown} is too old", shown=shown), tr("Mainstay needs PostgreSQL 14 or newer.")
        )
    return _desk(entered, shown) if entered.has_tables else _empty(entered, shown)


def _desk(entered: Entered, shown: str) -> Outcome:
    if entered.revision is None:
        return _database(
            Mark.FAILED,
            tr("{shown}, a desk that your login may not read", shown=shown),
            tr("Ask an administrator to add you to it."),
        )
    if entered.revision > HEAD:
        return _database(
            Mark.FAILED,
            tr("{shown}, the desk was upgraded by a newer Mainstay", shown=shown),
            tr("Update this program, then connect."),
        )
    if entered.revision == HEAD:
        return _database(Mark.PASSED, tr("{shown}, a desk of this version", shown=shown))
    if entered.may_upgrade:
        return _database(
            Mark.FAILED, tr("{shown}, a desk of an older version", shown=shown),
            tr("Make a backup with pg_dump, then upgrade it with `main.py server init` and update all programs."),
        )  # fmt: skip
    return _database(
        Mark.FAILED, tr("{shown}, a desk of an older version", shown=shown),
        tr("Only an administrator upgrades it. Until then use the version of Mainstay that the others use."),
    )  # fmt: skip


def no_such_database(name: str) -> Outcome:
    """The server has no database of this name."""
    return _database(
        Mark.FAILED,
        tr("There is no database {name} on this server", name=f"{name!r}"),
        tr("Check the name, capitals too."),
    )


def _empty(entered: Entered, shown: str) -> Outcome:
    if entered.others:
        return _database(
            Mark.FAILED, tr("{shown}, a database that holds something else ({names})", shown=shown,
            names=", ".join(entered.others[:5])),
            tr("Check the name, or have an empty database made for the desk."),
        )  # fmt: skip
    found = tr("{shown}, an empty database", shown=shown)
    if entered.may_upgrade and not entered.lacking:
        return _database(
            Mark.WARNING, found,
            tr("Set it up as a desk for several people: in the window, or with main.py server init. Connecting to it "
               "as it is makes a desk of it that protects nobody from anybody."),
        )._replace(may_set_up=not entered.reads_only)  # fmt: skip
    if entered.may_upgrade:
        alone = tr(
            "Connecting makes a desk of it that protects nobody from anybody. {lacking}", lacking=entered.lacking
        )
        return _database(Mark.WARNING, found, alone)
    instead = tr("{lacking} Or let them make the desk: main.py server init.", lacking=entered.lacking)
    return _database(Mark.FAILED, found, instead)


def _database(mark: Mark, found: str, hint: str = "") -> Outcome:
    return Outcome(Step.SCHEMA, mark, found, hint)


def rights(entered: Entered) -> Outcome:
    """What the person may do there."""
    if entered.reads_only:
        return Outcome(
            Step.RIGHTS, Mark.WARNING, tr("The server only reads at the moment"),
            tr("It is a stand-by, or was set to reading only. You can look, and nothing can be saved."),
        )  # fmt: skip
    if not entered.has_tables:
        return Outcome(Step.RIGHTS, Mark.PASSED, tr("May make tables"))
    if not entered.may_read:
        return Outcome(
            Step.RIGHTS,
            Mark.FAILED,
            tr("May not read incidents"),
            tr("Ask an administrator of the desk to add you to it."),
        )
    may = ["read", *(["write"] if entered.may_write else []), *(["upgrade"] if entered.may_upgrade else [])]
    return Outcome(Step.RIGHTS, Mark.PASSED, tr("May {may}", may=", ".join(may)))


def clocks(entered: Entered, now: datetime) -> Outcome:
    """How this computer's clock stands to the server's."""
    off = abs(entered.ahead)
    side = tr("behind") if entered.ahead > timedelta(0) else tr("ahead of")
    shown = tr(
        "This computer is {length} {side} the server, where it is {now} UTC",
        length=_length(off),
        side=side,
        now=f"{now + entered.ahead:%H:%M:%S}",
    )
    if off > _FAR:
        return Outcome(
            Step.CLOCK, Mark.WARNING, shown,
            tr("Set this computer's clock. Until then its timers leave the work to others, and times here look wrong."),
        )  # fmt: skip
    if off > _NOTABLE:
        return Outcome(Step.CLOCK, Mark.WARNING, shown, tr("Set one of the two clocks by a time service (NTP)."))
    return Outcome(Step.CLOCK, Mark.PASSED, tr("Both clocks agree") if off < timedelta(seconds=2) else shown)


def _length(off: timedelta) -> str:
    seconds = round(off.total_seconds())
    if seconds < 120:
        return f"{seconds} s"
    return tr("{seconds} min", seconds=seconds // 60) if seconds < 7200 else f"{seconds // 3600} h"
