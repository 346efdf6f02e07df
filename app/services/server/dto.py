"""What setting up and checking a shared desk ask and tell, and who can come in; plain values, no database library."""

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple


class Verdict(StrEnum):
    """How a point of the check stands. `UNKNOWN` is what the login that asks may not see."""

    GOOD = "good"
    MISSING = "missing"
    UNKNOWN = "unknown"


class Finding(NamedTuple):
    """One point: what it is about, how it stands, what was found, and how to mend it where it is not good.

    What is `essential` makes the difference between a desk that protects and one that does not; the rest makes it
    harder to disturb. `by_init` says that setting up again mends it.
    """

    key: str
    title: str
    verdict: Verdict
    found: str = ""
    mend: str = ""
    essential: bool = False
    by_init: bool = False


class LoginView(NamedTuple):
    """A login of a shared desk. `must_change` says that its password is still the first one."""

    name: str
    person_id: str | None
    is_jobs: bool
    must_change: bool
    made_at: datetime
    may_connect: bool
    connections: int


class NewLogin(NamedTuple):
    """A login that was just made or given a new password, which is shown once and kept nowhere."""

    login: str
    password: str


class Wanted(NamedTuple):
    """What is to be set up: the prefix of the roles, and who the first administrator is; empty for the usual.

    Without `first_administrator` the desk stays empty, for a move that brings its people along. A desk of an older
    version is upgraded only where somebody says that it is `backed_up`.
    """

    prefix: str = ""
    person: str = ""
    login: str = ""
    first_administrator: bool = True
    close_other_databases: bool = True
    backed_up: bool = False


class Part(StrEnum):
    """The parts of setting up, in order; those that are not needed are passed over."""

    ROLES = "roles"
    TABLES = "tables"
    TRIGRAMS = "trigrams"
    PUT_BACK = "put back"
    LOGINS = "logins"
    RIGHTS = "rights"
    DATABASE = "database"
    SERVER = "server"
    PEOPLE = "people"

    @property
    def label(self) -> str:
        """What the part is called."""
        return self.value.capitalize()


class Outcome(NamedTuple):
    """How the desk was set up. `first_password` is that of a new first administrator, shown once; None for none."""

    prefix: str
    login: str | None = None
    first_password: str | None = None
    left_undone: tuple[str, ...] = ()


def essentials_missing(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """The points without which a desk does not protect anybody."""
    return tuple(each for each in findings if each.essential and each.verdict is Verdict.MISSING)
