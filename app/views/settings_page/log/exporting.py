"""The audit log as a file: what the filter finds, as CSV or JSON Lines."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from app.domain.wording import tr, trn
from app.services.audit.dto import LogFilter
from app.views.context import ViewContext
from app.views.long_jobs.jobs import Outcome
from app.views.toolkit.state import WindowState
from app.views.toolkit.where_files_go import ask_where_to_save

_CSV: Final = tr("CSV, for spreadsheets (*.csv)")
_JSONL: Final = tr("JSON Lines, for programs (*.jsonl)")


def ask_where(parent: QWidget, state: WindowState, then: Callable[[Path], None]) -> None:
    """Ask for the file; its ending is the format."""
    kinds = f"{_CSV};;{_JSONL}"
    dialog = ask_where_to_save(parent, state, tr("Export the audit log"), "audit-log.csv", kinds, then)
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix("jsonl" if chosen == _JSONL else "csv"))


def export_to(context: ViewContext, wanted: LogFilter, path: Path) -> None:
    """Write it, as a job that can be stopped."""
    from app.services.exporting.formats import Format

    desk, actor = context.desk, context.actor
    kind = Format.JSONL if path.suffix.lower() == ".jsonl" else Format.CSV

    def done(entries: int) -> Outcome:
        said = trn("Exported {n} entry of the audit log", "Exported {n} entries of the audit log", entries)
        return Outcome(said, path)

    context.jobs.start(
        tr("Export of the audit log"),
        lambda progress: desk.exports.audit_log(actor, wanted, kind, path, progress),
        done,
        context.toasts.say_error,
        icon="download",
    )
