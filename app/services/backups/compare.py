"""A proved backup beside the desk as it is now: what would be lost by putting it back."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from app.domain.errors import Unavailable
from app.domain.wording import marked_count, number, tr, trn
from app.infra.backup import Backup, contents, desk_in
from app.infra.restoring import opened


class Comparison(NamedTuple):
    """A backup whose every byte was proved, and what the desk holds: rows by table, or why that cannot be said.

    `now` is None where there is no desk, or a damaged one: then `why` says so. `is_other` says that it is a copy of
    another desk than this one.
    """

    backup: Backup
    now: Mapping[str, int] | None
    why: str = ""
    is_other: bool = False

    def sentences(self, told: Callable[[datetime], str]) -> list[str]:
        """What restoring would mean, line by line; `told` writes a moment with its zone, as the reader has it."""
        proved = tr("Backup of {made_at}, proved whole.", made_at=told(self.backup.made_at))
        if self.now is None:
            held = ", ".join(rows_of(count, table) for table, count in self.backup.counts.items())
            return [proved, tr("It holds {held}.", held=held), *([self.why] if self.why else [])]
        said = [tr("It is a backup of another desk: nothing that is here now is in it.")] if self.is_other else []
        for table, count in self.now.items():
            kept = self.backup.counts.get(table, 0)
            if count > kept:
                said.append(
                    trn(
                        "{told} is newer than the backup: {now} now, {kept} in it.",
                        "{told} are newer than the backup: {now} now, {kept} in it.",
                        count - kept,
                        told=rows_of(count - kept, table),
                        now=number(count),
                        kept=number(kept),
                    )
                )
            elif count < kept:
                said.append(
                    trn(
                        "{told} comes back: {now} now, {kept} in the backup.",
                        "{told} come back: {now} now, {kept} in the backup.",
                        kept - count,
                        told=rows_of(kept - count, table),
                        now=number(count),
                        kept=number(kept),
                    )
                )
        return [proved, *(said or [tr("It holds as many rows of each kind as the desk does now.")])]


_WORDS = {
    "incident": marked_count("{n} incident", "{n} incidents"),
    "journal_entry": marked_count("{n} journal entry", "{n} journal entries"),
    "attachment": marked_count("{n} attachment", "{n} attachments"),
    "person": marked_count("{n} person", "{n} people"),
    "review": marked_count("{n} review", "{n} reviews"),
}


def rows_of(count: int, table: str) -> str:
    """How many rows of a table there are, in words."""
    return trn(*_WORDS[table], count) if table in _WORDS else f"{table}: {number(count)}"


class Opened(NamedTuple):
    """A backup beside the desk, and the phrase that opened it; empty for one that is not sealed."""

    compared: Comparison
    phrase: str


def compare(backup: Path, database: Path, phrase: str = "") -> Comparison:
    """Prove a backup and set it beside the desk; Unavailable where the backup is not as it was written.

    PhraseWanted or WrongPhrase where it is sealed and the phrase does not open it.
    """
    with opened(backup, phrase, database.parent) as (proved, _):
        pass
    if not database.exists():
        return Comparison(proved, None, tr("There is no desk at {database}; the backup becomes it.", database=database))
    try:
        held, desk = contents(database), desk_in(database)
        return Comparison(proved, held, is_other=proved.desk not in {"", desk})
    except Unavailable as error:
        return Comparison(proved, None, tr("{error} The damaged file will be moved aside, not deleted.", error=error))
