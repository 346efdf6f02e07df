"""The metadata of all tables, with names for every constraint so that migrations can find them."""

from typing import Any

from sqlalchemy import CheckConstraint, Column, ForeignKey, MetaData

from app.models.types import Id, UtcDateTime

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def id_column() -> Column[str]:
    """The primary key that the client made."""
    return Column("id", Id, primary_key=True)


def reference(name: str, target: str, *, nullable: bool = True, **options: Any) -> Column[str]:
    """A reference to the `id` of another table; nothing is ever deleted by a cascade."""
    return Column(name, Id, ForeignKey(f"{target}.id"), nullable=nullable, **options)


def moment(name: str, *, nullable: bool = True) -> Column[Any]:
    """A time in UTC."""
    return Column(name, UtcDateTime, nullable=nullable)


def sane_times(*names: str) -> tuple[CheckConstraint, ...]:
    """Checks that keep every date inside 1970 to 2200, because one outside breaks whole lists in the drivers."""
    return tuple(
        CheckConstraint(
            f"{name} >= '1970-01-01T00:00:00.000000Z' AND {name} < '2200-01-01T00:00:00.000000Z'", name=f"{name}_sane"
        )
        for name in names
    )
