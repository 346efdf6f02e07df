"""Backups in words."""

from collections.abc import Mapping

from app.infra.backup import Backup, Reason
from app.views.context import ViewContext
from app.views.settings_page.entries.rows import Entry

_WHY = {
    Reason.ASKED: "asked for",
    Reason.DAILY: "made by itself",
    Reason.UPGRADE: "made before an upgrade",
    Reason.RESTORE: "made before a restore",
}
_COUNTED = (
    ("incident", "incident", "incidents"),
    ("journal_entry", "entry", "entries"),
    ("person", "person", "people"),
)


def held(counts: Mapping[str, int]) -> str:
    """`300 incidents, 2,345 entries, 41 people`."""
    named = [(counts.get(table, 0), one, many) for table, one, many in _COUNTED]
    return ", ".join(f"{count:,} {one if count == 1 else many}" for count, one, many in named)


def size(count: int) -> str:
    """`12.4 MB`."""
    return f"{count / 1_000_000:,.1f} MB" if count >= 100_000 else f"{max(1, count // 1000)} kB"


def entry_of(context: ViewContext, backup: Backup) -> Entry:
    """A backup as a row."""
    when = context.formats.moment(backup.made_at, context.clock.now())
    return Entry(
        str(backup.path),
        when,
        held(backup.counts),
        size(backup.size),
        _WHY[backup.reason].capitalize(),
        "database",
    )


def last_words(context: ViewContext, backups: tuple[Backup, ...]) -> tuple[str, str]:
    """How old the newest backup is, and a tone: red where there is none, amber where it is older than two days."""
    if not backups:
        return "There is no backup yet.", "red"
    from app.views.toolkit.formats import ago_spoken

    newest, now = backups[0], context.clock.now()
    age = ago_spoken(newest.made_at, now)
    said = f"{context.formats.moment(newest.made_at, now)}, {age}, {_WHY[newest.reason]}: {held(newest.counts)}."
    return said, "amber" if (now - newest.made_at).days >= 2 else "green"
