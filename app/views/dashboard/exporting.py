"""Writing the figures that are shown to a file of the person's choice."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.wording import tr, trn
from app.services.dashboard.dto import Figures
from app.views.context import ViewContext


def ask_for_file(parent: QWidget, use: Callable[[Path], None]) -> None:
    """Ask where to write them, without holding anything up."""
    dialog = QFileDialog(parent, tr("Export what is shown"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("csv")
    dialog.selectFile("dashboard.csv")
    dialog.fileSelected.connect(lambda path: use(Path(path)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()


def write_shown(context: ViewContext, parts: Sequence[Figures], path: Path) -> None:
    """Write these figures, and say how many they were."""
    # Imported here: it stands beside what speaks to the database, and is not needed to paint a window.
    from app.services.dashboard.export import write_figures

    def done(written: int) -> None:
        context.toasts.show(trn("Exported {n} figure", "Exported {n} figures", written), icon="download")

    write: Callable[[], int] = partial(write_figures, path, parts)
    context.background.file(write, done, context.toasts.say_error)
