"""Documents that a page has of what it shows: what each is called, and what makes it on a lane."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLocale, QPoint
from PySide6.QtWidgets import QMenu

from app.domain.errors import Unavailable
from app.domain.wording import tr
from app.infra.files import write_whole
from app.views.long_jobs.jobs import Outcome, open_path
from app.views.toolkit.toast import ToastAction
from app.views.toolkit.where_files_go import ask_where_to_save

if TYPE_CHECKING:
    from app.domain.imports import Progress
    from app.views.windows.desk_window import DeskWindow

_STEPS, _READ = 1_000, 100
"""In so many parts a document is told to be done, and so many of them are done where what it tells of is read."""
_BELOW_THE_HEAD = 96


class Document(NamedTuple):
    """A document of a page; `choice` says which it is where there are several.

    `make` runs on a lane, loads nothing of the views, and gives the bytes of a PDF; what progress raises ends it.
    """

    name: str
    file_name: str
    make: "Callable[[Progress], bytes]"
    choice: str = ""


class Making:
    """Between a document, which tells shares of its work, and a long job, which counts and stops it by raising."""

    def __init__(self, progress: "Progress") -> None:
        self._progress, self._done, self._begun = progress, 0, 0

    def read(self, done: int, total: int) -> None:
        """So much is read of what a long document tells of; that it is made comes after."""
        self._begun = self._done = _READ * done // max(1, total)
        self._progress(self._done, _STEPS)

    def share(self, share: float) -> None:
        """So much of the document is made."""
        self._done = self._begun + int(share * (_STEPS - self._begun))
        self._progress(self._done, _STEPS)

    def cancelled(self) -> bool:
        """Asked all along: ends the work by itself where it was stopped."""
        self._progress(self._done, _STEPS)
        return False


def paper_name() -> str:
    """The paper that is in the printers here."""
    is_letter = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return "LETTER" if is_letter else "A4"


def ask(window: "DeskWindow", documents: tuple[Document, ...]) -> None:
    """Ask which of them, if there are several, and where it goes; then make it."""
    if len(documents) == 1:
        ask_where(window, documents[0])
        return
    menu = QMenu(window)
    for document in documents:
        menu.addAction(document.choice, partial(ask_where, window, document))
    # The first one does no harm to anybody, so Enter takes it.
    menu.setActiveAction(menu.actions()[0])
    menu.aboutToHide.connect(menu.deleteLater)
    middle = (window.page.width() - menu.sizeHint().width()) // 2
    menu.popup(window.page.mapToGlobal(QPoint(max(0, middle), _BELOW_THE_HEAD)))


def ask_where(window: "DeskWindow", document: Document) -> None:
    """Ask for the file, then make the document."""
    asked, kinds = tr("Save this page as PDF"), tr("PDF (*.pdf)")
    ask_where_to_save(window, window.context.state, asked, document.file_name, kinds, partial(make, window, document))


def make(window: "DeskWindow", document: Document, path: Path) -> None:
    """Make it as a job that can be stopped, write it, and offer to open it for the printer."""
    context = window.context

    def work(progress: "Progress") -> None:
        content = document.make(progress)
        try:
            write_whole(path, content)
        except OSError as error:
            reason = error.strerror or str(error)
            raise Unavailable(
                tr("{path} cannot be written: {reason}. Choose another place.", path=path, reason=reason)
            ) from error

    def done(_nothing: None) -> Outcome:
        said = tr("Saved {name}", name=path.name)
        opening = ToastAction(tr("Open"), lambda: open_path(path))
        context.toasts.show(said, opening, icon="printer")
        return Outcome(said, path)

    context.jobs.start(document.name, work, done, context.toasts.say_error, icon="printer", quiet=True)
