"""The names of the roles of one desk; roles belong to the whole server, so each desk has a prefix of its own."""

import re
import unicodedata
from typing import NamedTuple

from app.domain.errors import BadInput
from app.domain.vocabulary import Role
from app.domain.wording import tr

_PREFIX = re.compile("[a-z][a-z0-9_]{0,19}")
_NAME = re.compile("[a-z0-9_]{1,40}")


RISING = (Role.REQUESTER, Role.AGENT, Role.SUPERVISOR, Role.ADMIN)
"""Each of these may all that the one before it may."""
LOWEST = (Role.REQUESTER, Role.READER)
"""Whose groups are members of no other; they are let in, and the rest with them."""


class Roles(NamedTuple):
    """The roles of the desk with a prefix."""

    prefix: str

    @property
    def owner(self) -> str:
        """Owns every table and function; nobody logs in as it, and members of it upgrade the desk."""
        return f"{self.prefix}_owner"

    @property
    def useradmin(self) -> str:
        """May make roles, and can be made to do so by five functions only."""
        return f"{self.prefix}_useradmin"

    @property
    def jobs(self) -> str:
        """The group of the service that runs the timers."""
        return f"{self.prefix}_jobs"

    def group(self, role: Role) -> str:
        """The group of the people of a role."""
        return f"{self.prefix}_{role.value}"

    @property
    def rising(self) -> tuple[str, ...]:
        """The groups from the one that may least; each may all that the one before it may. Readers stand beside."""
        return tuple(self.group(role) for role in RISING)

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of people: every login is in one of them."""
        return tuple(self.group(role) for role in Role)

    @property
    def nested(self) -> tuple[tuple[str, str], ...]:
        """Which role is to be a member of which."""
        return (*zip(self.rising[1:], self.rising[:-1], strict=True), (self.jobs, self.group(Role.AGENT)))

    @property
    def made(self) -> tuple[str, ...]:
        """Every role beside the logins of people."""
        return (self.owner, self.useradmin, *self.groups, self.jobs)

    def login(self, name: str) -> str:
        """The login of a person or a service by its short name; `BadInput` for one that cannot be a role's."""
        short = name.removeprefix(f"{self.prefix}_u_")
        if _NAME.fullmatch(short) is None:
            raise BadInput(
                tr(
                    "{name} cannot be a login. Use small letters, digits and underscores, at most 40 of them.",
                    name=f"{name!r}",
                ),
                "login",
            )
        return f"{self.prefix}_u_{short}"


def roles_of(prefix: str) -> Roles:
    """The roles with a prefix; `BadInput` for one that could not begin the name of a role."""
    if _PREFIX.fullmatch(prefix) is None:
        raise BadInput(
            tr(
                "{prefix} cannot begin the names of roles. Use up to 20 small letters, digits and underscores, a "
                "letter first.",
                prefix=f"{prefix!r}",
            ),
            "prefix",
        )
    return Roles(prefix)


def usual_prefix(database: str) -> str:
    """The prefix for a database when nobody chose one: its name, as far as it can begin the name of a role."""
    cleaned = re.sub("[^a-z0-9_]", "_", database.lower()).strip("_")[:20]
    return cleaned if _PREFIX.fullmatch(cleaned) else "desk"


def usual_login(name: str) -> str:
    """The short name of a login for somebody called so: `Éva Nagy` is `eva_nagy`; empty where no letter is left."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub("[^a-z0-9]+", "_", plain).strip("_")[:40]
