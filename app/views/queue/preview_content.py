"""What stands in the preview: who, what, how it stands, and the last words that were written."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.domain.numbers import incident_number
from app.domain.vocabulary import hold_reason_label
from app.domain.wording import inside, tr
from app.services.incidents.dto import IncidentDetail
from app.views.context import ViewContext
from app.views.incident.clocks import ClockLines
from app.views.incident.story import Fold, Message, Part, Sentence, Teller
from app.views.incident.update_story import card_of, is_update
from app.views.queue import preview_text
from app.views.queue.preview import Read
from app.views.suggestions.risk_lines import RiskLines
from app.views.toolkit import tokens
from app.views.widgets.button_row import ButtonRow
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.labels import ElidedLabel, Label, NameLabel
from app.views.widgets.marks import Avatar, Pill, PriorityBadge, StatePill, Symbol

SHOWN_PARTS = 8
_BUTTONS = (
    ("incident.reply", tr("Reply"), "reply", "primary"),
    ("incident.note", tr("Note"), "lock", "secondary"),
    ("incident.assign", tr("Assign"), "circle-user", "secondary"),
    ("incident.take", tr("Take"), "user-plus", "secondary"),
)


class PreviewContent(QWidget):
    """One incident, whole; made anew for each, hidden until it is put into a layout of its parent."""

    def __init__(self, context: ViewContext, found: Read, parent: QWidget) -> None:
        super().__init__(parent)
        detail = found.detail
        self._context = context
        self.incident_id = detail.id
        area, body = self._frame(detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(area)
        self.setFocusProxy(area)
        person = detail.caller
        facts = [person.job_title, person.site_name, person.phone] if person else []
        body.addWidget(_caller_line(person.name if person else None, facts, vip=bool(person and person.vip)))
        if person is not None and person.handling_note:
            body.addWidget(Label(person.handling_note, tokens.META, "violet", wrap=True))
        body.addWidget(self._buttons())
        body.addWidget(_line())
        self.clocks = ClockLines(context)
        self.clocks.why_wanted.connect(lambda _clock: context.actions.run("incident.why"))
        self.clocks.show_clocks(found.clocks, found.hours, detail.hold_until)
        body.addWidget(self.clocks)
        if found.risk is not None:
            body.addWidget(RiskLines(found.risk, context.now()))
        body.addWidget(_line())
        body.addWidget(self._properties(detail))
        body.addWidget(_line())
        self._add_words(body, detail)
        body.addStretch(1)

    def _frame(self, detail: IncidentDetail) -> tuple[QScrollArea, QVBoxLayout]:
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        area.setAccessibleName(tr("Incident in short"))
        canvas = QWidget()
        canvas.setObjectName("canvas")
        body = QVBoxLayout(canvas)
        body.setContentsMargins(16, 12, 16, 16)
        body.setSpacing(10)
        body.addWidget(self._head(detail))
        body.addWidget(Label(detail.short_description, tokens.VIEW_TITLE, wrap=True, selectable=True))
        area.setWidget(canvas)
        return area, body

    def _head(self, detail: IncidentDetail) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(PriorityBadge(detail.priority))
        row.addWidget(Label(incident_number(detail.number), tokens.UI_MEDIUM, "text2", selectable=True))
        pill = StatePill()
        on_hold = detail.state == "on_hold"
        pill.set_state(detail.state, inside(hold_reason_label(detail.hold_reason)) if on_hold else "")
        row.addWidget(pill)
        row.addStretch(1)
        opener = IconButton("maximize-2", tr("Open (Enter)"))
        opener.clicked.connect(lambda: self._context.actions.run("incident.open"))
        apart = IconButton("external-link", tr("Open in a window of its own (Shift Enter)"))
        apart.clicked.connect(lambda: self._context.actions.run("incident.open_window"))
        closer = IconButton("panel-right", tr("Hide the preview (Ctrl \\)"))
        closer.clicked.connect(lambda: self._context.actions.run("window.preview"))
        row.addWidget(opener)
        row.addWidget(apart)
        row.addWidget(closer)
        return line

    def _buttons(self) -> QWidget:
        row = ButtonRow()
        row.flow.setContentsMargins(0, 2, 0, 2)
        for action_id, text, icon, kind in _BUTTONS:
            offer = self._context.actions.offer(action_id)
            if not self._context.actions.action(action_id).isVisible():
                continue
            keys = self._context.actions.keys(action_id) if kind == "primary" else ""
            button = Button(text, kind=kind, icon=icon, keys=keys)
            button.setEnabled(not offer.reason)
            button.setToolTip(self._context.actions.action(action_id).toolTip())
            button.clicked.connect(lambda _checked=False, wanted=action_id: self._context.actions.run(wanted))
            row.add(button, icon)
        return row

    def _properties(self, detail: IncidentDetail) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        pairs = preview_text.properties(detail, self._context.formats, self._context.clock.now())
        for line, (name, value) in enumerate(pairs):
            grid.addWidget(NameLabel(name, ink="text3"), line, 0)
            grid.addWidget(ElidedLabel(value, tokens.UI), line, 1)
        return box

    def _add_words(self, body: QVBoxLayout, detail: IncidentDetail) -> None:
        now = self._context.clock.now()
        parts = Teller(self._context.formats, now).tell(detail)
        if not parts:
            return
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 2, 0, 0)
        row.addWidget(Label(tr("Journal"), tokens.UI_STRONG, "text2"))
        row.addWidget(Label(str(len(detail.journal)), tokens.UI, "text3"))
        row.addStretch(1)
        row.addWidget(Label(tr("Newest last"), tokens.META, "text3"))
        body.addWidget(head)
        for part in parts[-SHOWN_PARTS:]:
            body.addWidget(self._part(part, now))

    def _part(self, part: Part, now: datetime) -> QWidget:
        if isinstance(part, Fold):
            return Label(tr("{count} more updates", count=len(part.sentences)), tokens.META, "text3")
        moment = self._context.formats.moment(part.item.occurred_at, now)
        return _card(part, moment) if isinstance(part, Message) else _event(part, moment)


def _caller_line(name: str | None, facts: Sequence[str | None], *, vip: bool) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(Avatar(name, 24))
    row.addWidget(Label(name or tr("No caller"), tokens.UI_STRONG, "text" if name else "text3"))
    row.addWidget(ElidedLabel(" · ".join(filter(None, facts)), tokens.UI, "text2"), 1)
    if vip:
        row.addWidget(Pill(tr("VIP"), "violet", "star"))
    return line


def _line() -> QWidget:
    line = QFrame()
    line.setFixedHeight(1)
    line.setProperty("edge", "top")
    return line


def _card(part: Message, moment: str) -> QWidget:
    card = QFrame()
    card.setProperty("card", card_of(part.item, note=part.note))
    column = QVBoxLayout(card)
    column.setContentsMargins(12, 10, 12, 10)
    column.setSpacing(6)
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(Avatar(part.author, 20))
    author = ElidedLabel(part.author, tokens.UI_STRONG)
    author.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    row.addWidget(author)
    if part.note:
        row.addWidget(_uncut(Pill(tr("Internal note"), "amber", "lock")))
    elif is_update(part.item):
        row.addWidget(_uncut(Pill(tr("Stakeholder update"), "violet", "megaphone")))
    row.addStretch(1)
    row.addWidget(Label(moment, tokens.META, "text3"))
    column.addLayout(row)
    if part.body:
        text = Label(_shortened(part.body), tokens.UI, "text", wrap=True, selectable=True)
        text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        column.addWidget(text)
    if part.item.attachments:
        names = ", ".join(file.file_name for file in part.item.attachments)
        column.addWidget(Label(names, tokens.META, "text2", wrap=True))
    return card


def _uncut(pill: Pill) -> Pill:
    """Who reads it is the last thing that may be cut; a long name is before."""
    pill.setMinimumWidth(pill.sizeHint().width())
    return pill


def _event(part: Sentence, moment: str) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(2, 0, 0, 0)
    row.setSpacing(8)
    text = "".join(span.text for span in part.spans)
    row.addWidget(Symbol(part.icon, text, "text3" if part.tone == "slate" else part.tone, 14))
    row.addWidget(ElidedLabel(text, tokens.META, "text2"), 1)
    row.addWidget(Label(moment, tokens.META, "text3"))
    return line


def _shortened(text: str, most: int = 600) -> str:
    text = text.strip()
    return text if len(text) <= most else f"{text[:most].rstrip()} …"
