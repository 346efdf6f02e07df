"""Reading the words that a desk keeps, from the settings."""

from typing import Final

from sqlalchemy import Connection

from app.domain.kept_words import KeptWords, Offered, WordKind, kept_words
from app.services.settings import load_value

KEYS: Final = {WordKind.HOLD: "hold_reasons", WordKind.CODE: "resolution_codes"}
"""The key of the setting that keeps the words of a kind."""


def load_words(connection: Connection, kind: WordKind) -> KeptWords:
    """The words of a kind."""
    return kept_words(kind, load_value(connection, KEYS[kind]))


def load_offered(connection: Connection) -> Offered:
    """What may be chosen for a step."""
    return Offered(load_words(connection, WordKind.HOLD).offered, load_words(connection, WordKind.CODE).offered)
