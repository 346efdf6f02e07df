"""`Ctrl+E`: the list as it is shown, as a CSV file."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from app.domain.wording import tr, trn
from app.views.long_jobs.jobs import Outcome

if TYPE_CHECKING:
    from app.views.queue.page import QueuePage


def ask_where(page: "QueuePage") -> None:
    """Ask for the file, then write it."""
    dialog = QFileDialog(page, tr("Export what is shown"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("csv")
    dialog.selectFile("incidents.csv")
    dialog.fileSelected.connect(lambda path: export_to(page, Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


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
