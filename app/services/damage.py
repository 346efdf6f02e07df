"""Whether an open desk in a file is whole: its pages, and the triggers that keep its history."""

from pathlib import Path

from app.domain.errors import Unfit
from app.domain.wording import tr
from app.infra.audit.renew import find_faults
from app.infra.damage import backups_in_words, look_for_damage
from app.infra.unit_of_work import Store
from app.models.audited import SEALED, WATCHED


def look_at_file(store: Store) -> None:
    """Pass when nothing is found; otherwise `Unfit` with the backups there are. Takes two seconds at most."""
    path = Path(store.database.url.database or "")
    look_for_damage(path)
    with store.reading() as connection:
        faults = find_faults(connection, WATCHED, SEALED)
    if faults:
        raise Unfit(
            tr(
                "{path} was damaged, or changed by another program: {fault} Stop working in it, find out why, and "
                "restore a backup. {backups_in_words}",
                path=path,
                fault=faults[0],
                backups_in_words=backups_in_words(path),
            )
        )
