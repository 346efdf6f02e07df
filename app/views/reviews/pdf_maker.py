"""Makes the document of a review on a lane, tells how far it is, and stops when nobody wants it any more."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from app.domain.errors import DeskError, Unavailable
from app.domain.wording import tr
from app.infra.files import write_whole
from app.services.audit.dto import Anchor
from app.services.reviews.dto import ReviewDetail
from app.views.context import ViewContext

PAPERS = (("A4", "A4"), ("LETTER", tr("Letter")))


@dataclass(frozen=True, slots=True)
class Made:
    """A finished document: its bytes, its pages, and what its file is called unless the person says otherwise."""

    pdf: bytes
    pages: int
    file_name: str


@dataclass(slots=True)
class _Job:
    wanted: bool = True


class PdfMaker(QObject):
    """`made` carries the finished document, `progressed` a share of the work, `drawn` a page and its picture."""

    made = Signal(object)
    progressed = Signal(float)
    stopped = Signal()
    failed = Signal(object)
    drawn = Signal(int, object)
    saved = Signal(str)
    _reached = Signal(object, float)

    def __init__(self, context: ViewContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._job = _Job(wanted=False)
        # Shares come from the lane's thread; the queued signal brings them to the window's.
        self._reached.connect(self._pass_on, Qt.ConnectionType.QueuedConnection)

    def make(self, detail: ReviewDetail, paper: str) -> None:
        """Build the document; a newer wish stops the older."""
        self._job.wanted = False
        job = self._job = _Job()

        session = self._context.session

        def work() -> Made | None:
            anchor = None if session is None else session.desk.audit.last_anchor(session.actor)
            return _build(detail, anchor, paper, job, lambda share: self._reached.emit(job, share))

        def done(made: Made | None) -> None:
            if made is not None and job is self._job and job.wanted:
                job.wanted = False
                self.made.emit(made)

        self._context.background.read(work, done, self._not_made)

    def cancel(self) -> None:
        """Give the document up."""
        if self._job.wanted:
            self._job.wanted = False
            self.stopped.emit()

    def draw(self, made: Made, page: int, width: int) -> None:
        """Have a page drawn so many pixels wide."""

        def work() -> object:
            from app.reports.preview import draw_page

            return draw_page(made.pdf, page, width)

        self._context.background.read(
            work, lambda picture: self.drawn.emit(page, picture), key=f"review-page-{id(self)}-{page}"
        )

    def save(self, made: Made, path: Path) -> None:
        """Write the document to a file."""
        self._context.background.file(
            lambda: _write(path, made.pdf), lambda _done: self.saved.emit(str(path)), self.failed.emit
        )

    def _pass_on(self, job: object, share: float) -> None:
        if job is self._job and self._job.wanted:
            self.progressed.emit(share)

    def _not_made(self, error: DeskError) -> None:
        self._job.wanted = False
        self.failed.emit(error)


def _build(
    detail: ReviewDetail, anchor: Anchor | None, paper: str, job: _Job, progress: Callable[[float], None]
) -> Made | None:
    # The PDF libraries are loaded on the lane with the first document, so that the window starts without them.
    from app.reports.preview import page_count
    from app.reports.progress import ReportCancelledError
    from app.reports.review.from_desk import document_of, file_name
    from app.reports.review.pdf import build_review_pdf
    from app.reports.styles import Paper

    try:
        pdf = build_review_pdf(document_of(detail, anchor), Paper[paper], progress, lambda: not job.wanted)
    except ReportCancelledError:
        return None
    return Made(pdf, page_count(pdf), file_name(detail))


def _write(path: Path, data: bytes) -> None:
    try:
        write_whole(path, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unavailable(
            tr("{path} cannot be written: {reason}. Choose another place.", path=path, reason=reason)
        ) from error
