"""The document as it will be printed: pages below each other, paper, saving, and how far it is while it is made."""

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.services.reviews.dto import ReviewDetail
from app.views.context import ViewContext
from app.views.reviews.pdf_maker import PAPERS, Made, PdfMaker
from app.views.toolkit import tokens
from app.views.toolkit.toast import ToastAction
from app.views.toolkit.where_files_go import ask_where_to_save
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.labels import Label
from app.views.widgets.segments import Segments
from app.views.widgets.strips import InfoStrip

_PAGE_WIDTH = 794  # A4 at 96 dots an inch
_PATIENCE_MS = 200
_GAP = 16


class PreviewPane(QWidget):
    """Shows the document of a review. Page Up and Page Down go from page to page."""

    left = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self.maker = PdfMaker(context, self)
        self._detail: ReviewDetail | None = None
        self._paper = str(context.state.get("review.paper", "A4"))
        self._made: Made | None = None
        self._pages: list[QLabel] = []
        self._save_when_made = False
        self._build()
        self._connect()

    def _build(self) -> None:
        self.problem = InfoStrip("", "red", closable=True)
        self.problem.hide()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._bar())
        whole.addWidget(self._busy_line())
        whole.addWidget(self.problem)
        whole.addWidget(self._pages_area(), 1)

    def _bar(self) -> QHBoxLayout:
        self.paper = Segments(PAPERS, tr("Paper"))
        self.paper.choose(self._paper)
        self.back = IconButton("chevron-up", tr("Page before (Page Up)"))
        self.forward = IconButton("chevron-down", tr("Next page (Page Down)"))
        self.place = Label("", tokens.UI, "text2")
        self.save = Button(tr("Save PDF"), icon="download", keys="Ctrl+S")
        bar = QHBoxLayout()
        bar.setContentsMargins(24, 8, 24, 8)
        bar.setSpacing(8)
        for widget in (self.paper, self.back, self.forward, self.place):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.save)
        return bar

    def _busy_line(self) -> QWidget:
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Making the document"))
        self.percent = Label("", tokens.META, "text2")
        self.cancel = Button(tr("Cancel"), height=28)
        self.busy = QWidget()
        line = QHBoxLayout(self.busy)
        line.setContentsMargins(24, 0, 24, 8)
        for part in (self.progress, self.percent, self.cancel):
            line.addWidget(part)
        self.busy.hide()
        return self.busy

    def _pages_area(self) -> QScrollArea:
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.area.setAccessibleName(tr("Pages of the document"))
        canvas = QWidget()
        canvas.setProperty("surface", "chrome")
        self._column = QVBoxLayout(canvas)
        self._column.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        self._column.setSpacing(_GAP)
        self._column.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self.area.setWidget(canvas)
        return self.area

    def _connect(self) -> None:
        self.paper.chosen.connect(self._choose_paper)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.forward.clicked.connect(lambda: self.turn(1))
        self.save.clicked.connect(self._ask)
        self.cancel.clicked.connect(self.maker.cancel)
        self._patience.timeout.connect(self.busy.show)
        self.area.verticalScrollBar().valueChanged.connect(lambda _value: self._show_place())
        self.maker.made.connect(self._show_made)
        self.maker.progressed.connect(self._show_progress)
        self.maker.stopped.connect(self._stopped)
        self.maker.failed.connect(self._failed)
        self.maker.drawn.connect(self._show_page)
        self.maker.saved.connect(self._saved)

    # Making

    def show_detail(self, detail: ReviewDetail) -> None:
        """Make the document of this review, unless it is the one that is shown."""
        if detail != self._detail or self._made is None:
            self._detail = detail
            self._make()

    def _make(self) -> None:
        if self._detail is None:
            return
        self._made = None
        self.problem.hide()
        self._show_progress(0.0)
        self._patience.start()
        self.maker.make(self._detail, self._paper)

    def _choose_paper(self, paper: str) -> None:
        self._paper = paper
        self.paper.choose(paper)
        self._context.state.set("review.paper", paper)
        self._make()

    def _show_progress(self, share: float) -> None:
        percent = int(100 * share)
        self.progress.setValue(percent)
        self.percent.setText(tr("Making the document, {percent} %", percent=percent))

    def _done(self) -> None:
        self._patience.stop()
        self.busy.hide()

    def _stopped(self) -> None:
        self._done()
        self._save_when_made = False
        self._say(tr("Stopped. The document was not made."), "amber")

    def _failed(self, error: object) -> None:
        self._done()
        self._save_when_made = False
        self._say(str(error), "red")

    def _say(self, text: str, tone: str) -> None:
        self.problem.clear_buttons()
        self.problem.set_text(text, tone)
        self.problem.add_button(tr("Make it again"), self._make)
        self.problem.show()

    def _show_made(self, made: Made) -> None:
        self._done()
        self._made = made
        while len(self._pages) > made.pages:
            page = self._pages.pop()
            page.hide()
            page.deleteLater()
        while len(self._pages) < made.pages:
            page = QLabel()
            page.setAccessibleName(tr("Page {count}", count=len(self._pages) + 1))
            self._pages.append(page)
            self._column.addWidget(page)
        self._draw()
        self._show_place()
        if self._save_when_made:
            self.ask_where()

    def _width(self) -> int:
        return max(320, min(_PAGE_WIDTH, self.area.viewport().width() - 2 * _GAP))

    def _draw(self) -> None:
        if self._made is None:
            return
        share = 297 / 210 if self._paper == "A4" else 11 / 8.5
        for number, page in enumerate(self._pages):
            page.setFixedSize(QSize(self._width(), round(self._width() * share)))
            self.maker.draw(self._made, number, round(self._width() * self.devicePixelRatioF()))

    def _show_page(self, number: int, picture: object) -> None:
        if number >= len(self._pages):
            return
        page = self._pages[number]
        width, height = getattr(picture, "width", 0), getattr(picture, "height", 0)
        pixels, stride = getattr(picture, "pixels", b""), getattr(picture, "stride", 0)
        image = QImage(pixels, width, height, stride, QImage.Format.Format_RGBX8888)
        pixmap = QPixmap.fromImage(image)
        ratio = width / max(1, self._width())
        pixmap.setDevicePixelRatio(ratio)
        page.setPixmap(pixmap)
        page.setFixedSize(QSize(round(width / ratio), round(height / ratio)))
        QTimer.singleShot(0, self, self._show_place)

    # Pages

    def turn(self, step: int) -> None:
        """Go to the page before or after."""
        wanted = max(0, min(len(self._pages) - 1, self._current() + step))
        if self._pages:
            self.area.verticalScrollBar().setValue(self._tops()[wanted])

    def _current(self) -> int:
        middle = self.area.verticalScrollBar().value() + self.area.viewport().height() // 3
        return max((number for number, top in enumerate(self._tops()) if top <= middle), default=0)

    def _tops(self) -> list[int]:
        """Where each page begins; worked out, because fresh pages have not been put in their places yet."""
        tops, top = [], 0
        for page in self._pages:
            tops.append(top)
            top += page.height() + _GAP
        return tops

    def _show_place(self) -> None:
        count = len(self._pages)
        self.place.setText(tr("Page {current} of {count}", current=self._current() + 1, count=count) if count else "")
        self.back.setEnabled(self._current() > 0)
        self.forward.setEnabled(self._current() < count - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page Up and Page Down turn the pages, Esc goes back to writing."""
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if Qt.Key(event.key()) in steps:
            self.turn(steps[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the pages anew when they no longer fit."""
        super().resizeEvent(event)
        if self._pages and self._pages[0].width() != self._width():
            self._draw()

    def event(self, event: QEvent) -> bool:
        """Draw them anew, as sharp as the screen is, when it is another one or everything becomes larger."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._draw()
        return super().event(event)

    # Saving

    def _ask(self) -> None:
        self.ask_where()

    def ask_where(self) -> None:
        """Ask for a file and save the document there; a document that is still being made is waited for."""
        self._save_when_made = self._made is None
        if self._made is None:
            return
        name, state = self._made.file_name, self._context.state
        ask_where_to_save(self, state, tr("Save PDF"), name, tr("PDF (*.pdf)"), self.save_to)

    def save_to(self, path: Path) -> None:
        """Save the document that is shown."""
        if self._made is not None:
            self.maker.save(self._made, path)

    def _saved(self, path: str) -> None:
        name = Path(path).name
        self._context.toasts.show(
            tr("Saved {name}", name=name), ToastAction(tr("Open"), lambda: _open(path)), icon="file-text"
        )


def _open(path: str) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(path))
