"""The published rules: the version in force, older ones for what began with them, and publishing a new one."""

from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, func, select

from app.domain.escalation.data import rules_from_data
from app.domain.escalation.rules import NO_RULES, RuleBook
from app.infra.prepared import PreparedSelect
from app.models.escalation import escalation_book

_NEWEST = PreparedSelect(select(func.max(escalation_book.c.number).label("number")))
# Versions never change, so a number says which rules are meant; each database has its own.
_known: WeakKeyDictionary[Engine, dict[int, RuleBook]] = WeakKeyDictionary()


def load_book(connection: Connection) -> RuleBook:
    """The rules in force; one look at an index when they are the same as before."""
    return load_version(connection, _NEWEST.one_or_none(connection).number)


def load_version(connection: Connection, number: int | None) -> RuleBook:
    """One version of the rules; the empty one for None, or where it does not exist."""
    if number is None:
        return NO_RULES
    books = _known.setdefault(connection.engine, {})
    found = books.get(number)
    if found is None:
        statement = select(escalation_book.c.rules).where(escalation_book.c.number == number)
        data = connection.execute(statement).scalar_one_or_none()
        if data is None:
            return NO_RULES
        found = books[number] = RuleBook(number, rules_from_data(data))
    return found
