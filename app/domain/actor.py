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
