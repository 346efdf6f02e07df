"""A proved backup beside the desk as it is now: what would be lost by putting it back."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from app.domain.errors import Unavailable
from app.infra.backup import Backup, contents, verify


class Comparison(NamedTuple):
    """A backup whose every byte was proved, and what the desk holds: rows by table, or why that cannot be said.

    `now` is None where there is no desk, or a damaged one: then `why` says so.
    """

    backup: Backup
    now: Mapping[str, int] | None
    why: str = ""

    def sentences(self) -> list[str]:
        """What restoring would mean, line by line."""
        proved = f"Backup of {self.backup.made_at:%Y-%m-%d %H:%M:%S} UTC, proved whole."
        if self.now is None:
            return [proved, *([self.why] if self.why else [])]
        said = []
        for table, count in self.now.items():
            kept, words = self.backup.counts.get(table, 0), _WORDS.get(table, (table, table))
            if count > kept:
                verb = "is" if count - kept == 1 else "are"
                said.append(
                    f"{_told(count - kept, words)} {verb} newer than the backup: {count:,} now, {kept:,} in it."
                )
            elif count < kept:
                verb = "comes" if kept - count == 1 else "come"
                said.append(f"{_told(kept - count, words)} {verb} back: {count:,} now, {kept:,} in the backup.")
        return [proved, *(said or ["It holds as many rows of each kind as the desk does now."])]


_WORDS = {
    "incident": ("incident", "incidents"),
    "journal_entry": ("journal entry", "journal entries"),
    "attachment": ("attachment", "attachments"),
    "person": ("person", "people"),
    "review": ("review", "reviews"),
}


def _told(count: int, words: tuple[str, str]) -> str:
    return f"{count:,} {words[0] if count == 1 else words[1]}"


def compare(backup: Path, database: Path) -> Comparison:
    """Prove a backup and set it beside the desk; Unavailable where the backup is not as it was written."""
    proved = verify(backup)
    if not database.exists():
        return Comparison(proved, None, f"There is no desk at {database}; the backup becomes it.")
    try:
        return Comparison(proved, contents(database))
    except Unavailable as error:
        return Comparison(proved, None, f"{error} The damaged file will be moved aside, not deleted.")
