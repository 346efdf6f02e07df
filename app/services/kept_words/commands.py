"""Asking for the words of a desk, and changing what is offered."""

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.kept_words import KeptWord, KeptWords, Offered, WordKind
from app.domain.permissions import Permission
from app.infra.unit_of_work import Store, Work
from app.services.catalogue.dto import PastChange, Use
from app.services.command import command, query
from app.services.kept_words.past import history_of_word
from app.services.kept_words.rows import KEYS, load_offered, load_words
from app.services.kept_words.uses import numbers_of, uses_of_word
from app.services.settings import store_value


class WordQueries:
    """The hold reasons and resolution codes of the desk."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @query(Permission.SETTINGS_READ)
    def offered(self, connection: Connection, _actor: Actor) -> Offered:
        """What may be chosen for a step."""
        return load_offered(connection)

    @query(Permission.SETTINGS_READ)
    def every(self, connection: Connection, _actor: Actor, kind: WordKind) -> tuple[KeptWord, ...]:
        """All words of a kind, also those out of use, in their order."""
        return load_words(connection, kind).words

    @query(Permission.INCIDENT_READ_ALL)
    def numbers(self, connection: Connection, actor: Actor, kind: WordKind) -> dict[str, int]:
        """How many incidents wait for each reason now, or ended with each code; none for what nothing has."""
        return numbers_of(connection, actor, kind)

    @query(Permission.INCIDENT_READ_ALL)
    def uses(self, connection: Connection, actor: Actor, kind: WordKind, key: str) -> tuple[Use, ...]:
        """What uses a word, as far as the actor may see it."""
        return uses_of_word(connection, actor, kind, key)

    @query(Permission.PEOPLE_READ)
    def history(self, connection: Connection, _actor: Actor, kind: WordKind, key: str) -> tuple[PastChange, ...]:
        """Who added a word, took it out of use and put it to use again, newest first."""
        return history_of_word(connection, kind, key)


class WordCommands:
    """Adding words, putting them in order, and taking them out of use; none is ever deleted or renamed."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.SETTINGS_EDIT)
    def add(self, work: Work, kind: WordKind, name: str) -> str:
        """Add one of the desk's own behind the others; returns its key. `BadInput` says what is wrong with a name."""
        changed = load_words(work.connection, kind).with_own(name)
        _keep(work, changed)
        return changed.own[-1]

    @command(Permission.SETTINGS_EDIT)
    def use(self, work: Work, kind: WordKind, key: str, active: bool) -> None:
        """Offer one again, or no longer; what has it keeps it. `Refused` for the last one in use."""
        _keep(work, load_words(work.connection, kind).with_use(key, active=active))

    @command(Permission.SETTINGS_EDIT)
    def move(self, work: Work, kind: WordKind, key: str, place: int) -> int:
        """Put one at a place among all of its kind, counted from 0; returns where it stood."""
        words = load_words(work.connection, kind)
        changed = words.with_place(key, place)
        _keep(work, changed)
        return words.keys.index(key)


def _keep(work: Work, words: KeptWords) -> None:
    store_value(work, KEYS[words.kind], words.as_data())
