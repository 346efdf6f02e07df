"""Settings of the desk, kept in the database: the priority matrix and limits, each with its default."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, String, bindparam, literal, select

from app.domain.actor import Actor
from app.domain.errors import BadInput
from app.domain.events import ReferenceDataChanged
from app.domain.permissions import Permission
from app.domain.priority import BUILT_IN, SERVICENOW_3X3, PriorityMatrix, matrix_from_data, matrix_to_data
from app.domain.wording import tr
from app.infra.prepared import PreparedSelect, Question
from app.infra.unit_of_work import Store, Work
from app.infra.upsert import upsert_into
from app.models.catalogue import setting
from app.services.command import command, query

if TYPE_CHECKING:
    from app.services.catalogue.dto import PastChange

NUMBERS: dict[str, tuple[int, int, int]] = {
    "acknowledge_minutes": (30, 1, 1440),
    "acknowledge_minutes_urgent": (15, 1, 1440),
    "attachment_limit_mb": (25, 1, 1000),
    "reopen_window_days": (14, 0, 3650),
    "resolution_goal_percent": (90, 0, 100),
    "response_goal_percent": (95, 0, 100),
}
"""Settings that are whole numbers: default, least and most."""

TEXTS: dict[str, str] = {"organisation": "", "desk_name": "Service desk", "search_languages": "english german"}
"""Settings that are short texts, with their defaults. A search finds other forms of a word in the languages named."""

MATRIX = "priority_matrix"
"""The key of the stored matrix."""

_VALUE = PreparedSelect(select(setting.c.value).where(setting.c.key == bindparam("key", "", type_=String())))


def load_value(connection: Connection, key: str) -> Any:
    """The stored value, or None where the default holds."""
    row = _VALUE.one_or_none(connection, key=key)
    return None if row is None else row.value


def load_number(connection: Connection, key: str) -> int:
    """A whole-number setting."""
    value = load_value(connection, key)
    return NUMBERS[key][0] if value is None else int(value)


def load_text(connection: Connection, key: str) -> str:
    """A text setting."""
    value = load_value(connection, key)
    return TEXTS[key] if value is None else str(value)


def load_matrix(connection: Connection) -> PriorityMatrix:
    """The matrix that gives priorities now."""
    return matrix_of(load_value(connection, MATRIX))


MATRIX_QUESTION: Question = (_VALUE, {"key": MATRIX})
"""Asks for the stored matrix beside other things; the answer is for `matrix_told`."""


def matrix_told(rows: Sequence[Any]) -> PriorityMatrix:
    """The matrix from the answer to `MATRIX_QUESTION`."""
    return matrix_of(rows[0].value if rows else None)


def matrix_of(value: Any) -> PriorityMatrix:
    """The matrix that a stored value means."""
    return SERVICENOW_3X3 if value is None else matrix_from_data(value)


MATRIX_VALUE = select(setting.c.value).where(setting.c.key == literal(MATRIX)).scalar_subquery()
"""The stored matrix as an expression, for statements that read it beside other things."""


def store_value(work: Work, key: str, value: Any) -> None:
    """Write a setting, whether or not it was there."""
    row = {"value": value, "updated_at": work.now, "updated_by_id": work.actor.author_id}
    statement = upsert_into(work.connection, setting).values(key=key, **row)
    work.connection.execute(statement.on_conflict_do_update(index_elements=["key"], set_=row))
    work.events.append(ReferenceDataChanged(work.actor.author_id, "setting"))


class SettingsQueries:
    """Reading what the desk is set to."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.SETTINGS_READ)
    def matrix(self, connection: Connection, _actor: Actor) -> PriorityMatrix:
        """The priority matrix in force."""
        return load_matrix(connection)

    @query(Permission.SETTINGS_READ)
    def number(self, connection: Connection, _actor: Actor, key: str) -> int:
        """A whole-number setting of `NUMBERS`."""
        return load_number(connection, key)

    @query(Permission.SETTINGS_READ)
    def text(self, connection: Connection, _actor: Actor, key: str) -> str:
        """A text setting of `TEXTS`."""
        return load_text(connection, key)

    @query(Permission.SETTINGS_READ)
    def values(self, connection: Connection, _actor: Actor) -> dict[str, str]:
        """Every setting of `NUMBERS` and `TEXTS`, as text."""
        numbers = {key: str(load_number(connection, key)) for key in NUMBERS}
        return numbers | {key: load_text(connection, key) for key in TEXTS}

    @query(Permission.PEOPLE_READ)
    def history(self, connection: Connection, _actor: Actor, keys: Sequence[str]) -> "tuple[PastChange, ...]":
        """Who changed these settings when, newest first."""
        # Imported here, because a start of the desk reads settings and no history.
        from app.services.catalogue.history import settings_history

        return settings_history(connection, keys)


class SettingsCommands:
    """Changing what the desk is set to."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.SETTINGS_EDIT)
    def set_matrix(self, work: Work, data: object) -> PriorityMatrix:
        """Load a matrix by the name of a built-in one or as data; a faulty one is refused and changes nothing.

        Stored priorities keep the value they were given; the new matrix holds from the next change of impact or
        urgency on, so history is not rewritten.
        """
        named = {matrix.name: matrix for matrix in BUILT_IN}
        matrix = named[data] if isinstance(data, str) and data in named else matrix_from_data(data)
        store_value(work, MATRIX, matrix_to_data(matrix))
        return matrix

    @command(Permission.SETTINGS_EDIT)
    def set_number(self, work: Work, key: str, value: int) -> None:
        """Set a whole-number setting within its limits."""
        if key not in NUMBERS:
            raise BadInput(
                tr("There is no setting {key}. Known are {names}.", key=f"{key!r}", names=", ".join(sorted(NUMBERS)))
            )
        _, least, most = NUMBERS[key]
        if not least <= value <= most:
            raise BadInput(
                tr(
                    "{key} must be {least} to {most}, {value} is outside.", key=key, least=least, most=most, value=value
                ),
                key,
            )
        store_value(work, key, value)

    @command(Permission.SETTINGS_EDIT)
    def set_text(self, work: Work, key: str, value: str) -> None:
        """Set a text setting."""
        if key not in TEXTS:
            raise BadInput(
                tr("There is no setting {key}. Known are {names}.", key=f"{key!r}", names=", ".join(sorted(TEXTS)))
            )
        store_value(work, key, value.strip()[:200])
