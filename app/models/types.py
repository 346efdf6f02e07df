"""Column types that mean the same on both databases."""

import json
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import CHAR, JSON, DateTime, String, Text, Uuid
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine

from app.domain.instants import moment
from app.infra.plain_read import text_of, text_of_instant, time_from_text

_HEX = re.compile("[0-9a-f]{32}")
_NOBODY = "0" * 32


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC: `timestamptz` on PostgreSQL, ISO text of fixed width on SQLite, which sorts as time does.

    It may also be given as an instant, in microseconds since 1970: the figures of clocks are, several for every save.
    """

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Text on SQLite, because its own date type would drop the zone."""
        if dialect.name == "sqlite":
            return dialect.type_descriptor(String(27))
        return dialect.type_descriptor(DateTime(timezone=True))

    def bind_processor(self, dialect: Dialect) -> Any:
        """Refuses naive times: whoever stores one has lost the zone already.

        Overridden whole, because the chain of a decorator costs as much as the conversion, for every time of a row.
        """
        return _to_text if dialect.name == "sqlite" else _to_driver

    def result_processor(self, dialect: Dialect, coltype: object) -> Any:
        """Gives the moment in UTC, None, or `UNREADABLE` for a damaged cell.

        Overridden whole, because the chain of a decorator costs three calls for every time of every row of a list.
        """
        del coltype
        return time_from_text if dialect.name == "sqlite" else _from_driver


def _to_driver(value: datetime | int | None) -> datetime | None:
    if isinstance(value, int):
        return moment(value)
    if value is not None and value.tzinfo is None:
        raise ValueError(f"A naive time cannot be stored: {value!r}")
    return value


@lru_cache(maxsize=256)
def _to_text(value: datetime | int | None) -> str | None:
    # Kept here as well, because a row is written with the same few times again and again, and most of them are none.
    if value is None:
        return None
    return text_of_instant(value) if isinstance(value, int) else text_of(value)


def _from_driver(value: Any) -> datetime | None:
    return None if value is None else value.astimezone(UTC)


class _HexUuid(TypeDecorator[str]):
    """PostgreSQL's uuid, seen from Python as 32 hex digits."""

    impl = Uuid(as_uuid=False)
    cache_ok = True

    def process_bind_param(self, value: Any, _dialect: Dialect) -> str | None:
        # The server ends the transaction over a text that is no identifier; such a text simply names nothing.
        return value if value is None or _HEX.fullmatch(value) else _NOBODY

    def result_processor(self, _dialect: Dialect, _coltype: object) -> Any:
        """Overridden whole: lists have hundreds of identifiers, and the chain of a decorator cost most of each."""
        return _to_hex


def _to_hex(value: UUID | None) -> str | None:
    return None if value is None else value.hex


class _SeveralIds(TypeDecorator[Sequence[str]]):
    """Identifiers of rows that were read before, for `OneOfGiven`, as a text that each database takes apart itself."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Sequence[str] | None, dialect: Dialect) -> str:
        """A JSON text on SQLite, the text of an array on PostgreSQL, whose driver takes longer over a list."""
        given = value or ()
        return json.dumps(given) if dialect.name == "sqlite" else f"{{{','.join(given)}}}"


class _SeveralNumbers(TypeDecorator[Sequence[int]]):
    """The same of numbers of incidents."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Sequence[int] | None, dialect: Dialect) -> str:
        """A JSON text on SQLite, the text of an array on PostgreSQL."""
        listed = ",".join(map(str, value or ()))
        return f"[{listed}]" if dialect.name == "sqlite" else f"{{{listed}}}"


class _PortableJson(TypeDecorator[Any]):
    """`jsonb` on PostgreSQL, JSON text on SQLite; PostgreSQL's dialect is loaded only where it is spoken."""

    impl = JSON
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        if dialect.name != "postgresql":
            return dialect.type_descriptor(JSON())
        from sqlalchemy.dialects.postgresql import JSONB

        return dialect.type_descriptor(JSONB())


# No decorator on SQLite: the identifier is stored as the string that Python holds, so lists cost no conversion.
Id = CHAR(32).with_variant(_HexUuid(), "postgresql")
Ids = _SeveralIds()
Numbers = _SeveralNumbers()
Json = _PortableJson()
