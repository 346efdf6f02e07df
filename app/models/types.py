"""Column types that mean the same on both databases."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import CHAR, JSON, DateTime, String
from sqlalchemy.dialects.postgresql import JSONB, UUID
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

UNREADABLE = datetime(1, 1, 1, tzinfo=UTC)
"""Stands for a time that a foreign tool damaged: one bad cell must not make a whole list unreadable."""


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC: `timestamptz` on PostgreSQL, ISO text of fixed width on SQLite, which sorts as time does."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text on SQLite, because its own date type would drop the zone."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(String(27))
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> Any:
        """Refuses naive times: whoever stores one has lost the zone already."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"A naive time cannot be stored: {value!r}")
        if dialect.name != "sqlite":
            return value
        return to_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """The moment in UTC, None, or `UNREADABLE` for a damaged cell."""
        if value is None:
            return None
        if dialect.name != "sqlite":
            return value.astimezone(UTC)  # type: ignore[no-any-return]  # the driver's value is untyped
        try:
            return datetime.fromisoformat(value)
        except (ValueError, TypeError):
            return UNREADABLE


def to_text(moment: datetime) -> str:
    """The fixed-width text in which SQLite stores a moment."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")[:-6] + "Z"


class _HexUuid(TypeDecorator[str]):
    """PostgreSQL's uuid, seen from Python as 32 hex digits."""

    impl = UUID(as_uuid=False)
    cache_ok = True

    def process_result_value(self, value: Any, _dialect: Dialect) -> str | None:
        return None if value is None else value.replace("-", "")


# No decorator on SQLite: the identifier is stored as the string that Python holds, so lists cost no conversion.
Id = CHAR(32).with_variant(_HexUuid(), "postgresql")
Json = JSON().with_variant(JSONB(), "postgresql")
