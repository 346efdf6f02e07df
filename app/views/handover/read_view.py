"""One hand-over as it was said, to be taken over, and saved as PDF."""

from datetime import tzinfo
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import DeskError, Unavailable
from app.domain.wording import tr
from app.infra.files import write_whole
from app.infra.local_zone import local_zone
from app.reports.handover.naming import file_name
from app.services.handovers.dto import HandoverDetail, HandoverRow
from app.views.context import ViewContext
from app.views.handover.lines import Lines
from app.views.handover.parts import FigureStrip, scrolled
from app.views.held import Held
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.toolkit.where_files_go import ask_where_to_save
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.progress import LoadingLine
from app.views.widgets.segments import Segments
from app.views.widgets.strips import InfoStrip

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk

_PAPER: Final = "handover.paper"


def told(context: ViewContext, row: HandoverRow) -> str:
    """Who handed over which shift to whom, and who took it over."""
    now = context.now()
    shift = tr(
        "{name} to {other}, shift {start} to {end}",
        name=row.handed_by,
        other=row.handed_to or tr("whoever comes next"),
        start=context.formats.moment(row.shift.begins, now),
        end=context.formats.moment(row.shift.ends, now),
    )
    return f"{shift} · {taken(context, row)}"


def taken(context: ViewContext, row: HandoverRow) -> str:
    """Who took it over, and when."""
    if row.taken_at is None or row.taken_by is None:
        return tr("Not taken over yet")
    return tr(
        "Taken over by {name}, {moment}", name=row.taken_by, moment=context.formats.moment(row.taken_at, context.now())
    )


class ReadView(QWidget):
    """`left` leads to the list, `opened` carries a line, `figure_wanted` a filter, `shown` that it has come."""

    left = Signal()
    opened = Signal(object)
    figure_wanted = Signal(str)
    shown = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._id = ""
        self._taking = ""
        self._later = Held(context, self)
        self._later.taken_back.connect(self._not_yet)
        self.detail: HandoverDetail | None = None
        self.back = IconButton("arrow-left", tr("All hand-overs"), size=28)
        self.back.clicked.connect(lambda _checked=False: self.left.emit())
        self.title = Label("", tokens.VIEW_TITLE)
        self.about = ElidedLabel("", tokens.UI, "text2")
        self.take = Button(tr("Take over"), kind="primary", keys="Ctrl+Return", height=Size.BUTTON_PAGE)
        self.take.clicked.connect(lambda _checked=False: self.take_over())
        self.paper = Segments((("A4", "A4"), ("LETTER", tr("Letter"))), tr("Paper"))
        self.paper.choose(str(context.state.get(_PAPER, "A4")))
        self.paper.chosen.connect(self._choose_paper)
        self.save_it = Button(tr("Save as PDF…"), icon="download", keys="Ctrl+S", height=Size.BUTTON_PAGE)
        self.save_it.clicked.connect(lambda _checked=False: self.save())
        self.figures = FigureStrip()
        self.figures.wanted.connect(self.figure_wanted)
        self.lines = Lines(context, is_fixed=True)
        self.lines.opened.connect(self.opened)
        self.notes = Label("", tokens.READING, wrap=True, selectable=True)
        self.loading = LoadingLine()
        self.trouble = InfoStrip("", "red")
        self.trouble.add_button(tr("Try again"), self.load)
        self.trouble.hide()
        self._lay_out()
        self._show_nothing()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 2)
        head.setSpacing(10)
        head.addWidget(self.back)
        head.addWidget(self.title, 1)
        head.addWidget(self.paper)
        head.addWidget(self.save_it)
        head.addWidget(self.take)
        about = QHBoxLayout()
        about.setContentsMargins(16, 0, 16, 0)
        about.addWidget(self.about)
        notes = QWidget()
        below = QVBoxLayout(notes)
        below.setContentsMargins(16, 12, 16, 0)
        below.addWidget(Label(tr("6  Notes"), tokens.UI_STRONG))
        below.addWidget(self.notes)
        self.area = scrolled(tr("Hand-over"), self.lines, notes)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(about)
        whole.addWidget(self.figures)
        whole.addWidget(self.trouble)
        whole.addWidget(self.loading)
        whole.addWidget(self.area, 1)

    def open(self, handover_id: str) -> None:
        """Show this one."""
        if handover_id != self._id:
            self._show_nothing()
        self._id = handover_id
        self.load()

    def _show_nothing(self) -> None:
        """What stood here was another one; nobody may take it for this."""
        self.detail = None
        self.trouble.hide()
        for part in (self.take, self.figures, self.area):
            part.hide()
        self.title.setText(tr("Hand-over"))
        self.about.set_text("")

    def load(self) -> None:
        """Read it again."""
        desk, actor, wanted = self._context.desk, self._context.actor, self._id
        self.loading.start()
        self._context.background.read(
            lambda: desk.handovers.detail(actor, wanted), self._show, self._failed, key=f"handover-read-{id(self)}"
        )

    def why_not_take(self) -> str | None:
        """Why it cannot be taken over by the person at the window; None when it can."""
        if self.detail is None:
            return tr("No hand-over is open")
        row = self.detail.row
        if row.taken_by is not None:
            return tr("It was taken over already")
        if row.id == self._taking:
            return tr("You are taking it over")
        return tr("Somebody else takes over from you") if row.is_own else None

    def take_over(self) -> None:
        """Say that one has taken it over, after the seconds in which it can be taken back: then others may go."""
        if self.why_not_take() is not None:
            return
        wanted = self._taking = self._id
        self._offer()
        said = tr("The shift is taken over in {seconds} s", seconds=self._later.seconds)
        take = partial(self._take, self._context.desk, self._context.actor, wanted)
        self._later.begin(said, take, "clipboard-list")

    def leave(self) -> None:
        """The window goes: what was to be taken over in some seconds is taken over now."""
        self._later.finish()

    def _take(self, desk: "Desk", actor: "Actor", wanted: str) -> None:
        self._context.background.write(
            lambda: desk.handover_work.take_over(actor, wanted),
            partial(self._taken, wanted),
            partial(self._not_taken, wanted),
            partial(self._no_longer, wanted),
        )

    def _not_yet(self) -> None:
        self._no_longer(self._taking)
        if self.isVisible():
            self.start_focus()

    def _no_longer(self, wanted: str) -> None:
        if self._taking == wanted:
            self._taking = ""
        self._offer()

    def _offer(self) -> None:
        self.take.setVisible(self.why_not_take() is None)
        self._context.actions.refresh()

    def _not_taken(self, wanted: str, error: DeskError) -> None:
        """Whoever was quicker is shown with it."""
        self._no_longer(wanted)
        self._context.toasts.say_error(error)
        self.load()

    def _taken(self, wanted: str, _nothing: None) -> None:
        self._context.toasts.show(tr("You have taken the shift over"), icon="clipboard-list")
        self._no_longer(wanted)
        self.load()

    def save(self) -> None:
        """Ask where the PDF goes, and write it there; nothing is held up meanwhile."""
        if self.detail is None:
            return
        # What is saved is what was open when it was asked for, whatever is open by then.
        save = partial(self.save_to, detail=self.detail)
        name = file_name(self.detail, self._zone)
        ask_where_to_save(self, self._context.state, tr("Save as PDF"), name, tr("PDF (*.pdf)"), save)

    def save_to(self, path: Path, detail: HandoverDetail | None = None) -> None:
        """Write the PDF of a hand-over, or of the one that is open, to a file, off the window's thread."""
        detail, zone, paper = detail or self.detail, self._zone, self.paper_name
        if detail is None:
            return

        def work() -> None:
            # The PDF libraries are loaded with the first document, so that the window starts without them.
            from app.reports.handover.pdf import build_handover_pdf
            from app.reports.styles import Paper

            pdf = build_handover_pdf(detail, zone, Paper[paper])
            try:
                write_whole(path, pdf)
            except OSError as error:
                reason = error.strerror or str(error)
                raise Unavailable(
                    tr("{path} cannot be written: {reason}. Choose another place.", path=path, reason=reason)
                ) from error

        self._context.background.file(
            work,
            lambda _done: self._context.toasts.show(tr("Saved as {name}", name=path.name), icon="download"),
            self._context.toasts.say_error,
        )

    @property
    def _zone(self) -> tzinfo:
        return self._context.formats.zone or ZoneInfo(local_zone())

    @property
    def paper_name(self) -> str:
        """The paper that was chosen."""
        name = str(self._context.state.get(_PAPER, "A4"))
        return name if name in {"A4", "LETTER"} else "A4"

    def _choose_paper(self, name: str) -> None:
        self._context.state.set(_PAPER, name)
        self.paper.choose(name)

    def _show(self, detail: HandoverDetail) -> None:
        first = self.detail is None
        self.loading.stop()
        self.trouble.hide()
        if detail == self.detail:
            # Nobody's place is lost because somebody else handed over.
            return
        self.detail = detail
        self.figures.show()
        self.area.show()
        row = detail.row
        self.title.setText(row.group_name or tr("The whole desk"))
        self.about.set_text(told(self._context, row))
        self.take.setVisible(self.why_not_take() is None)
        self.figures.show_figures(detail.figures)
        self.lines.show_lines(detail.lines, self._context.now())
        self.notes.setText(detail.notes or tr("None"))
        if first and self.isVisible():
            self.start_focus()
        self.shown.emit()

    def start_focus(self) -> None:
        """What can be done with it."""
        first = next((each for each in (self.take, self.area) if each.isVisible()), self.back)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: DeskError) -> None:
        self.loading.stop()
        self.trouble.set_text(tr("The hand-over cannot be shown. {error}", error=error))
        self.trouble.show()
