"""The person on whose behalf something happens."""

from dataclasses import dataclass

from app.domain.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts: every command and query takes one, and the journal names it as the author."""

    person_id: str
    name: str
    role: Role
    group_ids: frozenset[str] = frozenset()
    time_zone: str = "UTC"

    @property
    def author_id(self) -> str | None:
        """The person as author of an entry or a row; None when the program itself acts."""
        return self.person_id or None


PROGRAM = Actor("", "Mainstay", Role.ADMIN)
"""Who acts when a timer fires: nobody's login, and the journal shows it as the desk itself."""
