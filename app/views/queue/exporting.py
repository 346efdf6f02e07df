"""`Ctrl+E`: the list as it is shown, as a CSV file."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from app.domain.wording import tr, trn
from app.views.long_jobs.jobs import Outcome
from app.views.toolkit.where_files_go import ask_where_to_save

if TYPE_CHECKING:
    from app.views.queue.page import QueuePage


def ask_where(page: "QueuePage") -> None:
    """Ask for the file, then write it."""
    title, kinds = tr("Export what is shown"), tr("CSV (*.csv)")
    ask_where_to_save(page, page.context.state, title, "incidents.csv", kinds, partial(export_to, page))


def export_to(page: "QueuePage", path: Path) -> None:
    """Write what the list shows to this file, as a job that can be stopped."""
    desk, actor, wanted = page.context.desk, page.context.actor, page.query

    def done(rows: int) -> Outcome:
        return Outcome(trn("Exported {n} incident", "Exported {n} incidents", rows), path)

    page.context.jobs.start(
        tr("Export of the list"),
        lambda progress: desk.exports.shown(actor, wanted, path, progress),
        done,
        page.context.toasts.say_error,
        icon="download",
    )
