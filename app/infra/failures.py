"""What a failure of the database means to the person: a sentence that says what is wrong and what to do.

PostgreSQL tells failures by SQLSTATE (appendix A of its manual). Those of connecting have none: there libpq passes on
the server's words, which are told apart where they are English and shown as they are otherwise.
"""

import sqlite3
from typing import Any, NoReturn

from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError

from app.domain.errors import Away, Damaged, DeskError, NotAllowed, SignInRefused, Unavailable
from app.domain.wording import marked, tr

_DISK_FULL = marked("The disk is full, so nothing was saved. Free some space and try again; your text is kept.")
_SERVER_FULL = marked(
    "The disk of the server is full, so nothing was saved. Free some space and try again; your text is kept."
)
_READ_ONLY_FILE = marked("The database may only be read, so nothing was saved. Check the rights of the file.")
_READ_ONLY = marked(
    "The server takes no changes at the moment: it is a stand-by or was set to reading only. You can read on; "
    "nothing was saved. Ask whoever runs the server."
)
_BUSY = marked("Another program holds the database. Nothing was saved; try again in a moment.")
CROSSED = marked("Somebody else changed the same incidents at that moment. Nothing was saved; try again.")
_FULL = marked("The server has no free place for another connection. What you typed is kept. Try again in a moment.")
_TOO_LONG = marked("The server took too long over this and was told to stop. Nothing was saved; try again.")
_SIGN_IN = marked(
    "The server does not accept this person and password. If they worked before, the password may have expired."
)
_BROKE = marked("The connection to the server broke. What you typed is kept.")

_OWN_GUARDS = "desk: "
"""Begins what the guards of `migrations/sql/rights` say, in words of the desk."""

_BY_STATE: dict[str, tuple[type[DeskError], str]] = {
    "25006": (Unavailable, _READ_ONLY),
    "28000": (SignInRefused, _SIGN_IN),
    "28P01": (SignInRefused, _SIGN_IN),
    "40001": (Unavailable, CROSSED),
    "40P01": (Unavailable, CROSSED),
    "53100": (Unavailable, _SERVER_FULL),
    "53300": (Unavailable, _FULL),
    "55P03": (Unavailable, _BUSY),
    "57014": (Unavailable, _TOO_LONG),
}

NOT_PERMITTED = "42501"
"""SQLSTATE insufficient_privilege: the server's own guards refused it."""

CROSSED_STATES = frozenset({"23505", "40001", "40P01"})
"""Two transactions stood in each other's way and this one was taken back; it may be run again at once.

That a key is taken says so only where a service calls it `CROSSED`; by itself it is a bug."""

_BY_CLASS: dict[str, tuple[type[DeskError], str]] = {
    "08": (Away, _BROKE),
    "53": (Unavailable, marked("The server has run out of memory or room. Nothing was saved; try again.")),
    "57": (Away, marked("The server is being stopped or restarted. What you typed is kept.")),
    "58": (
        Unavailable,
        marked("The server could not read or write its own files. Nothing was saved; try again. Tell whoever runs it."),
    ),
    "XX": (
        Unavailable,
        marked("The server reports damage in its own files. Nothing was saved; try again. Tell whoever runs it."),
    ),
}

NO_ANSWER = "no answer in time"
"""What our own deadline says in the place of the driver."""

_SILENT = (NO_ANSWER, "timeout expired", "timed out")

# Parts of what libpq and the server say while connecting, in the order in which they are looked for.
_BY_WORDS: tuple[tuple[tuple[str, ...], type[DeskError], str], ...] = (
    (("too many clients", "too many connections", "remaining connection slots"), Unavailable, _FULL),
    (
        ("password authentication failed", "no password supplied", "is not permitted to log in", "expired password"),
        SignInRefused,
        _SIGN_IN,
    ),
    (
        ("starting up", "shutting down", "not yet accepting", "not accepting", "in recovery"),
        Away,
        marked("The server is starting or being stopped. What you typed is kept."),
    ),
    (_SILENT, Away, marked("The server does not answer. What you typed is kept.")),
    (
        ("connection refused", "no such file or directory"),
        Away,
        marked("No server is running at this address. What you typed is kept."),
    ),
    (
        ("certificate", "ssl error", "ssl connection", "channel binding", "does not support ssl"),
        Away,
        marked("The server cannot be proved to be the right one. What you typed is kept."),
    ),
    (
        (
            "server closed the connection",
            "connection is lost",
            "connection reset",
            "connection is closed",
            "broken pipe",
        ),
        Away,
        _BROKE,
    ),
)

_DAMAGED = marked("The database file is damaged ({cause}). Stop working in it and restore a backup.")

# What SQLite says; without a sentence it is a bug of ours.
_BY_WORDS_OF_SQLITE = (
    (("full", "no space"), _DISK_FULL),
    (("locked", "busy"), _BUSY),
    (("readonly", "read-only"), _READ_ONLY_FILE),
    (("malformed", "not a database", "not decode", "can't decode"), _DAMAGED),
    (("no such table", "no such column", "syntax"), ""),
)


def raise_explained(error: DBAPIError | sqlite3.Error | UnicodeDecodeError) -> NoReturn:
    """Raise what the failure means in plain words; a failure that is a bug of ours is raised as it is.

    Rows that are fetched without SQLAlchemy fail as the driver has it. That of SQLite fails to decode its own messages
    where they quote damaged text.
    """
    found = explained(error) if isinstance(error, DBAPIError) else _of_file_by_driver(error)
    if found is None:
        raise error
    raise found from error


def explained(error: DBAPIError) -> DeskError | None:
    """The failure in plain words, `Away` where the server is out of reach; None for what can only be a bug."""
    return _of_server(error) if _is_postgres(error) else _of_file(error)


def state_of(error: DBAPIError) -> str:
    """The SQLSTATE, or an empty text where there is none."""
    return str(getattr(error.orig, "sqlstate", None) or "")


def is_silence(error: DBAPIError) -> bool:
    """Whether the server left us waiting. A connection that was broken off says little: the next one may work."""
    words = str(error.orig).lower()
    return any(part in words for part in _SILENT)


def _is_postgres(error: DBAPIError) -> bool:
    return type(error.orig).__module__.startswith("psycopg")


def _first_line(error: Any) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].strip() if lines else ""


def _of_server(error: DBAPIError) -> DeskError | None:
    state = state_of(error)
    if state == NOT_PERMITTED:
        reason = _first_line(error.orig).removeprefix(_OWN_GUARDS)
        return NotAllowed(tr("The database does not let your login do this: {reason}.", reason=reason))
    known = _BY_STATE.get(state) or _BY_CLASS.get(state[:2])
    if known is not None:
        kind, sentence = known
        return kind(tr(sentence))
    if state or not (isinstance(error, OperationalError) or error.connection_invalidated):
        return None
    return without_state(str(error.orig))


def without_state(words: str) -> DeskError:
    """What libpq's words about a connection mean."""
    lowered = words.lower()
    for parts, kind, sentence in _BY_WORDS:
        if any(part in lowered for part in parts):
            return kind(tr(sentence))
    return Away(tr("The database cannot be reached: {cause}. What you typed is kept.", cause=_first_line(words)))


def _of_file(error: DBAPIError) -> DeskError | None:
    # SQLite reports a damaged file as the bare base class, which nothing else is raised as.
    if not (isinstance(error, OperationalError) or error.connection_invalidated or type(error) is DatabaseError):
        return None
    return _by_words_of_sqlite(_first_line(error.orig) or str(error))


def _of_file_by_driver(error: sqlite3.Error | UnicodeDecodeError) -> DeskError | None:
    if isinstance(error, sqlite3.OperationalError | UnicodeDecodeError) or type(error) is sqlite3.DatabaseError:
        return _by_words_of_sqlite(_first_line(error))
    return None


def _by_words_of_sqlite(cause: str) -> DeskError | None:
    lowered = cause.lower()
    for parts, sentence in _BY_WORDS_OF_SQLITE:
        if any(part in lowered for part in parts):
            kind = Damaged if sentence is _DAMAGED else Unavailable
            return kind(tr(sentence, cause=cause)) if sentence else None
    return Unavailable(tr("The database cannot be reached: {cause}. What you typed is kept; try again.", cause=cause))
