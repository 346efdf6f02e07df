"""The clocks of an incident: state, bar, due instant and what is used, each with its Why; they go on by themselves."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.instants import micros
from app.domain.permissions import Permission, may
from app.domain.sla.display import CLOCK_LABELS, Hours, Level, standing
from app.domain.vocabulary import OPEN_STATES
from app.domain.wording import inside, tr
from app.services.incidents.dto import IncidentDetail
from app.services.sla.dto import ClockExplanation, ClockView, IncidentClocks
from app.views.context import ViewContext
from app.views.incident import clock_words
from app.views.incident.blocks import Block
from app.views.incident.casework import Casework
from app.views.incident.promise_form import PromiseForm
from app.views.pages import Location
from app.views.toolkit import tokens
from app.views.toolkit.formats import unbroken
from app.views.toolkit.tab_order import focus_first
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.clock_mark import StandingMark, UsedBar
from app.views.widgets.labels import ElidedLabel, Label, NameLabel

if TYPE_CHECKING:
    from app.views.incident.why_sheet import WhySheet


class ClockLine(QWidget):
    """One clock; `why_wanted` asks for its working."""

    why_wanted = Signal(str)

    def __init__(self, context: ViewContext, clock: str) -> None:
        super().__init__()
        self._context = context
        self.clock = clock
        self.mark = StandingMark()
        self.target = ElidedLabel("", tokens.META, "text2")
        self.bar = UsedBar()
        self.facts = Label("", tokens.META, "text2", wrap=True)
        self.why = Button(tr("Why?"), kind="link", height=Size.TARGET_LEAST)
        self.why.setAccessibleName(
            tr("Why does the {clock_label} clock stand so?", clock_label=inside(tr(CLOCK_LABELS[clock])))
        )
        self.why.setToolTip(tr("How this was worked out (C)"))
        self.why.clicked.connect(lambda _checked=False: self.why_wanted.emit(self.clock))
        self.view: ClockView | None = None
        self._hours: Hours | None = None
        self._hold_until: datetime | None = None
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(NameLabel(tr(CLOCK_LABELS[self.clock]), tokens.META_STRONG, "text"))
        head.addWidget(self.target, 1)
        head.addWidget(self.mark)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.facts, 1)
        foot.addWidget(self.why)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addLayout(foot)

    def show_clock(self, view: ClockView, hours: Hours | None, hold_until: datetime | None) -> None:
        """Show this clock from now on."""
        self.view, self._hours, self._hold_until = view, hours, hold_until
        self.target.set_text(clock_words.target_text(view))
        self.move_on()

    def move_on(self) -> bool:
        """Show it as of now; tells whether it goes by seconds."""
        if self.view is None:
            return False
        now = self._context.now()
        shown = standing(self.view.face, micros(now), self._hours, exact=True)
        if shown != self.mark.standing:
            self.mark.set_standing(shown)
        self.bar.set_used(shown.used, shown.level, shown.tone)
        self.bar.setVisible(shown.used is not None and shown.level is not Level.NONE)
        lines = clock_words.sentences(self.view, now, self._hours, self._context.formats, self._hold_until)
        text = unbroken("\n".join(line for line in lines if line))
        if text != self.facts.text():
            self.facts.setText(text)
        return shown.by_seconds


class ClockLines(QWidget):
    """The clocks that there is something to say about; the preview shows them as they are here."""

    why_wanted = Signal(str)

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self.lines: dict[str, ClockLine] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._nothing = Label("", tokens.META, "text2", wrap=True)
        self._column.addWidget(self._nothing)
        self.policies = Button(tr("SLA policies…"), kind="link", height=Size.TARGET_LEAST)
        self._set = ""
        self.policies.clicked.connect(lambda _checked=False: context.go(Location("settings", f"policies/{self._set}")))
        self.policies.hide()
        self._column.addWidget(self.policies, 0, Qt.AlignmentFlag.AlignLeft)
        for clock in CLOCK_LABELS:
            self.lines[clock] = line = ClockLine(context, clock)
            line.why_wanted.connect(self.why_wanted)
            line.hide()
            self._column.addWidget(line)
        self._late_hold = Label("", tokens.META_MEDIUM, "amber", wrap=True)
        self._late_hold.hide()
        self._hold_until: datetime | None = None
        self._column.addWidget(self._late_hold)
        context.ticker.watch(self, self.move_on)

    def showEvent(self, event: QShowEvent) -> None:
        """While they were hidden nobody let them go on: before they are painted they stand as of now."""
        super().showEvent(event)
        self._context.ticker.hurry(by_seconds=self.move_on())

    def show_clocks(self, clocks: IncidentClocks, hours: Mapping[str, Hours], hold_until: datetime | None) -> None:
        """Show the clocks of an incident; one without a target is left out."""
        self._hold_until = hold_until
        shown = [view for view in clocks.clocks if view.face.target is not None or view.face.promised]
        for view in clocks.clocks:
            line = self.lines[view.clock]
            line.setVisible(view in shown and view.face.phase not in {"none", "void"})
            line.show_clock(view, hours.get(view.calendar_id), hold_until)
        anything = any(not line.isHidden() for line in self.lines.values())
        void = any(view.face.phase == "void" for view in clocks.clocks)
        self._nothing.setText(clock_words.without_clocks(clocks, void=void))
        self._nothing.setVisible(not anything)
        self._set = clocks.policy_set
        may_publish = may(self._context.actor, Permission.SLA_EDIT)
        self.policies.setVisible(not anything and not clocks.has_policies and may_publish)
        self._context.ticker.hurry(by_seconds=self.move_on())

    def move_on(self) -> bool:
        """Let the clocks go on; tells whether one of them goes by seconds."""
        late = clock_words.overdue_hold(self._hold_until, self._context.now())
        self._late_hold.setText(late)
        self._late_hold.setVisible(bool(late))
        # Every line moves on, whatever the first one answers.
        by_seconds = [line.move_on() for line in self.lines.values() if not line.isHidden()]
        return any(by_seconds)


class ClocksBlock(Block):
    """The clocks at the right of an incident, with their Why and, for who may, a due date set by hand."""

    def __init__(self, context: ViewContext, casework: Casework) -> None:
        self.promise = Button(tr("Set due date"), kind="link", height=Size.TARGET_LEAST)
        super().__init__(tr("SLA clocks"), self.promise)
        self.setProperty("manual", "clocks#what-you-see")
        self._context, self._casework = context, casework
        self.lines = ClockLines(context)
        self.lines.why_wanted.connect(self.open_why)
        self.form = PromiseForm(context, casework)
        self.form.hide()
        self.promise.clicked.connect(lambda _checked=False: self._open_form())
        self.form.left.connect(lambda: self.promise.setFocus(Qt.FocusReason.OtherFocusReason))
        self.column.addWidget(self.form)
        self.column.addWidget(self.lines)
        self.clocks: IncidentClocks | None = None
        self.sheet: WhySheet | None = None
        self._key = f"clocks-{id(self)}"

    def show_incident(self, detail: IncidentDetail) -> None:
        """Read the clocks of this incident; until they have come, those of the same incident stay."""
        if self.clocks is not None and self.clocks.incident_id != detail.id:
            self.clocks = None
            self.lines.hide()
            self.form.put_away()
            self._put_away()
        self.promise.setVisible(may(self._context.actor, Permission.SLA_PROMISE) and detail.state in OPEN_STATES)
        desk, actor = self._context.desk, self._context.actor
        self._context.background.read(
            lambda: (desk.sla.clocks(actor, detail.id), desk.sla.timelines(actor)),
            partial(self._came, detail),
            key=self._key,
        )

    def open_why(self, clock: str = "") -> None:
        """Show how the clocks came to stand so, in a sheet beside the properties."""
        detail = self._casework.detail
        if detail is None:
            return
        desk, actor = self._context.desk, self._context.actor

        def read() -> tuple[IncidentClocks, tuple[ClockExplanation, ...], Mapping[str, Hours]]:
            return desk.sla.clocks(actor, detail.id), desk.sla.why(actor, detail.id), desk.sla.timelines(actor)

        self._context.background.read(read, partial(self._show_why, detail, clock), key=f"{self._key}-why")

    def _show_why(
        self,
        detail: IncidentDetail,
        clock: str,
        found: tuple[IncidentClocks, tuple[ClockExplanation, ...], Mapping[str, Hours]],
    ) -> None:
        # Imported here, because the page has to be there before anybody asks.
        from app.views.incident.why_sheet import WhySheet

        page = self.window()
        if self.sheet is None:
            self.sheet = WhySheet(self._context, page)
            self.sheet.closed.connect(self._forget_sheet)
        clocks, why, hours = found
        self.sheet.show_why(detail.number, clocks, why, hours, clock)
        self.sheet.resize(self.sheet.sizeHint())
        # Shown, it is as wide as it stays.
        self.sheet.show()
        corner = self.mapTo(page, QPoint(0, 0))
        beside = self.width() if self.isRightToLeft() else -self.sheet.width()
        self.sheet.stand_within(QPoint(corner.x() + beside, corner.y() - 20))
        self.sheet.raise_()
        focus_first(self.sheet.choice)

    def _forget_sheet(self) -> None:
        self.sheet = None
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _put_away(self) -> None:
        if self.sheet is not None:
            self.sheet.close_sheet()

    def hideEvent(self, _event: QHideEvent) -> None:
        """Another page is shown: the sheet belongs to this one."""
        self._put_away()

    def _came(self, detail: IncidentDetail, found: tuple[IncidentClocks, Mapping[str, Hours]]) -> None:
        self.clocks, hours = found
        self.lines.show_clocks(self.clocks, hours, detail.hold_until)
        self.lines.show()

    def _open_form(self) -> None:
        if self.clocks is not None:
            self.form.open(self.clocks)
