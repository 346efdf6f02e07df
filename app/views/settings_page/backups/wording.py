"""Backups in words."""

from collections.abc import Mapping

from app.domain.wording import tr, trn
from app.infra.backup import Backup, Reason
from app.views.context import ViewContext
from app.views.settings_page.entries.rows import Entry

_WHY = {
    Reason.ASKED: (tr("Asked for"), tr("asked for")),
    Reason.DAILY: (tr("Made by itself"), tr("made by itself")),
    Reason.UPGRADE: (tr("Made before an upgrade"), tr("made before an upgrade")),
    Reason.RESTORE: (tr("Made before a restore"), tr("made before a restore")),
}
"""As a line of its own, and within a sentence."""


def held(counts: Mapping[str, int]) -> str:
    """`300 incidents, 2,345 entries, 41 people`."""
    return ", ".join(
        (
            trn("{n} incident", "{n} incidents", counts.get("incident", 0)),
            trn("{n} entry", "{n} entries", counts.get("journal_entry", 0)),
            trn("{n} person", "{n} people", counts.get("person", 0)),
        )
    )


def size(count: int) -> str:
    """`12.4 MB`."""
    return (
        tr("{count} MB", count=f"{count / 1000000:,.1f}")
        if count >= 100_000
        else tr("{word} kB", word=max(1, count // 1000))
    )


def entry_of(context: ViewContext, backup: Backup) -> Entry:
    """A backup as a row."""
    when = context.formats.moment(backup.made_at, context.clock.now())
    return Entry(
        str(backup.path),
        when,
        held(backup.counts),
        size(backup.size),
        f"{_WHY[backup.reason][0]} · {tr('encrypted')}" if backup.sealed else _WHY[backup.reason][0],
        "lock" if backup.sealed else "database",
    )


def last_words(context: ViewContext, backups: tuple[Backup, ...]) -> tuple[str, str]:
    """How old the newest backup is, and a tone: red where there is none, amber where it is older than two days."""
    if not backups:
        return tr("There is no backup yet."), "red"
    from app.views.toolkit.formats import ago_spoken

    newest, now = backups[0], context.clock.now()
    age = ago_spoken(newest.made_at, now)
    said = f"{context.formats.moment(newest.made_at, now)}, {age}, {_WHY[newest.reason][1]}: {held(newest.counts)}."
    return said, "amber" if (now - newest.made_at).days >= 2 else "green"
