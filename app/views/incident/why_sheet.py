"""The answer to "Why?": how each clock came to stand as it does, drawn, in sentences, and as text to copy."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.domain.instants import micros
from app.domain.numbers import incident_number
from app.domain.sla.display import CLOCK_LABELS, Hours, opening_time, spoken_time, standing
from app.domain.wording import tr
from app.services.sla.dto import ClockExplanation, IncidentClocks, MilestoneView, SegmentView
from app.services.sla.written import explained
from app.views.context import ViewContext
from app.views.incident.clock_words import reason_text
from app.views.incident.why_picture import LOOKS, WhyPicture
from app.views.toolkit import tokens
from app.views.toolkit.mirror import set_margins
from app.views.toolkit.shadow import SHADOW
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.clock_mark import StandingMark
from app.views.widgets.floating_sheet import FloatingSheet
from app.views.widgets.labels import Label
from app.views.widgets.segments import Segments

WIDTH, HEIGHT = 760, 620
_MOST_ROWS = 40
"""Stretches that are listed; a clock that opens and closes for months has more, and Copy as text has them all."""


class WhySheet(FloatingSheet):
    """Floats over the incident and blocks nothing; `closed` follows Esc and the cross."""

    closed = Signal()

    def __init__(self, context: ViewContext, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._text = ""
        self.clock = ""
        self._why: dict[str, ClockExplanation] = {}
        self._hours: Mapping[str, Hours] = {}
        self._now = context.now()
        self.setAccessibleName(tr("Why the clocks stand so"))
        self._title = Label("", tokens.SHEET_TITLE)
        self.choice = Segments([(clock, tr(label)) for clock, label in CLOCK_LABELS.items()], tr("Which clock"))
        self.choice.chosen.connect(self.show_clock)
        self.copy = Button(tr("Copy as text"), icon="copy", height=Size.BUTTON_SMALL)
        self.copy.clicked.connect(lambda _checked=False: self._copy())
        self.cross = IconButton("x", tr("Close (Esc)"), size=28)
        self.cross.clicked.connect(lambda _checked=False: self.close_sheet())
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setAccessibleName(tr("The working of the clock"))
        column = QVBoxLayout(self.card)
        column.setContentsMargins(18, 12, 14, 14)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.copy)
        head.addWidget(self.cross)
        column.addLayout(head)
        column.addWidget(self.choice)
        column.addWidget(self._area, 1)

    def sizeHint(self) -> QSize:
        """As large as it needs, as far as the window has room."""
        host = self.parentWidget()
        room = QSize(1200, 900) if host is None else host.size()
        return QSize(min(WIDTH, room.width() - 40) + 2 * SHADOW, min(HEIGHT, room.height() - 60) + 2 * SHADOW)

    def place(self) -> None:
        """As large as the window has room, near to where it stood."""
        self.resize(self.sizeHint())
        self.stand_within(self.pos())

    def show_why(
        self,
        number: int,
        clocks: IncidentClocks,
        why: tuple[ClockExplanation, ...],
        hours: Mapping[str, Hours],
        clock: str,
    ) -> None:
        """Show the working of the clocks of an incident, this one first."""
        self._now = clocks.now
        self._hours = hours
        self._why = {each.view.clock: each for each in why}
        self._text = "\n".join(explained(incident_number(number), clocks, why))
        self._title.setText(tr("Why the clocks of {number} stand so", number=incident_number(number)))
        wanted = clock if clock in self._why else clocks.pressing.clock or "resolution"
        self.choice.choose(wanted)
        self.show_clock(wanted)

    def show_clock(self, clock: str) -> None:
        """Show one of the clocks."""
        why = self._why.get(clock)
        if why is None:
            return
        self.clock = clock
        canvas = QWidget()
        canvas.setObjectName("canvas")
        column = QVBoxLayout(canvas)
        set_margins(column, 0, 4, 12, 8)
        column.setSpacing(10)
        column.addWidget(self._state(why))
        self.picture = WhyPicture()
        self.picture.show_clock(why, self._context.formats, self._now)
        if why.segments:
            column.addWidget(self.picture)
        for line in why.arithmetic:
            column.addWidget(Label(line, tokens.UI, wrap=True, selectable=True))
        column.addWidget(
            Label(
                tr("The caller has lived through {spoken_time}.", spoken_time=spoken_time(why.view.felt)),
                tokens.UI,
                wrap=True,
            )
        )
        if why.milestones:
            column.addWidget(Label(tr("Thresholds"), tokens.META_STRONG, "text2"))
            column.addWidget(self._stones(why.milestones))
        if why.segments:
            column.addWidget(Label(tr("Stretches"), tokens.META_STRONG, "text2"))
            column.addWidget(self._stretches(why.segments))
        column.addStretch(1)
        self._area.setWidget(canvas)

    @property
    def text(self) -> str:
        """What Copy as text copies."""
        return self._text

    def close_sheet(self) -> None:
        """Put the sheet away."""
        self.hide()
        self.closed.emit()
        self.deleteLater()

    def _state(self, why: ClockExplanation) -> QWidget:
        view = why.view
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        mark = StandingMark()
        mark.set_standing(standing(view.face, micros(self._now), self._hours.get(view.calendar_id), exact=True))
        policy = (
            tr(
                "{policy_name}, version {policy_version}",
                policy_name=view.policy_name,
                policy_version=view.policy_version,
            )
            if view.policy_name
            else tr("no policy")
        )
        number = (
            tr(", version {calendar_version}", calendar_version=view.calendar_version)
            if view.calendar_version is not None
            else ""
        )
        row.addWidget(mark)
        row.addSpacing(10)
        row.addWidget(Label(f"{policy} · {view.calendar_name}{number}", tokens.META, "text2", wrap=True), 1)
        return line

    def _stones(self, stones: tuple[MilestoneView, ...]) -> QWidget:
        rows = [(tr("Threshold"), tr("Reached"), tr("Fired"))]
        rows += [(stone.threshold, self._at(stone.reached_at), self._fired(stone)) for stone in stones]
        return _grid(rows)

    def _fired(self, stone: MilestoneView) -> str:
        if stone.fired_at is not None:
            fired = self._at(stone.fired_at)
            return tr("{fired}, late", fired=fired) if stone.is_late else fired
        if stone.carried:
            return tr("Told under an earlier target")
        return tr("Reached, not fired yet") if stone.is_reached else tr("Not yet")

    def _stretches(self, segments: tuple[SegmentView, ...]) -> QWidget:
        rows = [(tr("From"), tr("Until"), tr("What"), tr("Counted"), tr("Because"))]
        for each in segments[-_MOST_ROWS:]:
            reason = f" ({reason_text(each.reason)})" if each.reason else ""
            version = (
                tr(", version {calendar_version}", calendar_version=each.calendar_version)
                if each.calendar_version is not None
                else ""
            )
            because = (
                tr("closed by {calendar_name}{version}", calendar_name=each.calendar_name, version=version)
                if each.motion == "outside_hours"
                else each.cause
            )
            counted = opening_time(each.counted) if each.counted else ""
            what = LOOKS[each.motion][0]
            rows.append((self._at(each.start_at), self._at(each.end_at), what, counted, because + reason))
        return _grid(rows)

    def _at(self, moment: datetime | None) -> str:
        return tr("Never") if moment is None else self._context.formats.moment(moment, self._now)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text)
        self._context.toasts.show(tr("Copied the working of the clocks"), icon="copy", shown_ms=3_000)


def _grid(rows: Sequence[tuple[str, ...]]) -> QWidget:
    """Cells of plain text, the first row as titles; the last column takes the room that is left."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(len(rows[0]) - 1, 1)
    for line, row in enumerate(rows):
        for column, text in enumerate(row):
            style = tokens.CAPTION_STRONG if line == 0 else tokens.META
            last = column == len(row) - 1
            grid.addWidget(
                Label(text, style, "text2" if line == 0 else "text", wrap=last, selectable=line > 0), line, column
            )
    return box
