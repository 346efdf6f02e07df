"""Writing the figures that are shown to a file of the person's choice."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.wording import tr, trn
from app.services.dashboard.dto import Figures
from app.views.context import ViewContext
from app.views.toolkit.state import WindowState
from app.views.toolkit.where_files_go import ask_where_to_save


def ask_where(parent: QWidget, state: WindowState, use: Callable[[Path], None]) -> None:
    """Ask where to write them, without holding anything up."""
    ask_where_to_save(parent, state, tr("Export what is shown"), "dashboard.csv", tr("CSV (*.csv)"), use)


def write_shown(context: ViewContext, parts: Sequence[Figures], path: Path) -> None:
    """Write these figures, and say how many they were."""
    # Imported here: it stands beside what speaks to the database, and is not needed to paint a window.
    from app.services.dashboard.export import write_figures

    def done(written: int) -> None:
        context.toasts.show(trn("Exported {n} figure", "Exported {n} figures", written), icon="download")

    write: Callable[[], int] = partial(write_figures, path, parts)
    context.background.file(write, done, context.toasts.say_error)
