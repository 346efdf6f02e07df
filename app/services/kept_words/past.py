"""The history of one hold reason or resolution code, told from the changes of the setting that keeps them all."""

import json
from typing import Any

from sqlalchemy import Connection

from app.domain.kept_words import KeptWords, WordKind, kept_words
from app.domain.wording import tr
from app.services.catalogue.dto import PastChange
from app.services.catalogue.history import values_of_setting
from app.services.kept_words.rows import KEYS


def history_of_word(connection: Connection, kind: WordKind, key: str) -> tuple[PastChange, ...]:
    """When it was added, taken out of use and used again, by whom; the newest first."""
    told = []
    for change in values_of_setting(connection, KEYS[kind]):
        said = _said(_words(kind, change.old), _words(kind, change.new), key)
        if said:
            told.append(PastChange(change.at, change.by, said))
    return tuple(told)


def _words(kind: WordKind, stored: Any) -> KeptWords:
    try:
        return kept_words(kind, json.loads(stored) if isinstance(stored, str) else stored)
    except ValueError:
        return kept_words(kind, None)


def _said(before: KeptWords, after: KeptWords, key: str) -> str:
    if key not in after.keys:
        return ""
    if key not in before.keys:
        return tr("Added")
    was, now = (key not in words.retired for words in (before, after))
    if was == now:
        return ""
    return tr("In use again") if now else tr("Taken out of use")
