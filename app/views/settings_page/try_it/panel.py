"""The card in which an incident is imagined: created at, traits and pauses in, due times and their picture out."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import BadInput, DeskError
from app.domain.sla.policy import Trait
from app.domain.wording import quoted, tr
from app.views.context import ViewContext
from app.views.reviews.codecs import moment_codec
from app.views.settings_page.cards import Card
from app.views.settings_page.policies.pauses import reasons
from app.views.settings_page.reference import NOTHING, Reference
from app.views.settings_page.try_it.ground import Answer, Due, Ground, Request, run
from app.views.settings_page.try_it.picture import WeekPicture
from app.views.toolkit import tokens
from app.views.toolkit.formats import written
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.choices import Select
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import Label
from app.views.widgets.strips import InfoStrip

_REST_MS = 250
_TRAITS = (Trait.PRIORITY, Trait.VIP, Trait.SERVICE, Trait.GROUP, Trait.SITE, Trait.CATEGORY)
_FIELD = 150
GroundOf = Callable[[], Ground | None]


class PauseLine(QWidget):
    """On hold from, to, and why."""

    def __init__(
        self, number: int, own_reasons: Sequence[str], changed: Callable[[], None], removed: Callable[[], None]
    ) -> None:
        super().__init__()
        row = FlowLayout(6, self)
        self.begin, self.end = QLineEdit(), QLineEdit()
        for word, name, field in (
            (tr("On hold from"), tr("Pause {number} from", number=number), self.begin),
            (tr("to"), tr("Pause {number} to", number=number), self.end),
        ):
            row.addWidget(Label(word, tokens.META_MEDIUM, "text2"))
            field.setAccessibleName(name)
            field.setPlaceholderText("YYYY-MM-DD HH:MM")
            field.setFixedSize(_FIELD, Size.BUTTON_PAGE)
            field.textEdited.connect(lambda _text: changed())
            row.addWidget(field)
        self.reason = Select(tr("Reason of pause {number}", number=number))
        for key, label in reasons(own_reasons):
            self.reason.addItem(label, key)
        self.reason.activated.connect(lambda _index: changed())
        row.addWidget(self.reason)
        cross = IconButton("x", tr("Remove pause {number}", number=number), size=26)
        cross.clicked.connect(removed)
        row.addWidget(cross)


class TryIt(Card):
    """Runs by itself a moment after anything has changed, also after an edit that is not published."""

    def __init__(self, context: ViewContext, ground: GroundOf) -> None:
        super().__init__(tr("Try it"), tr("What would be due when, by what is on the screen now. Nothing is saved."))
        self._context, self._ground = context, ground
        self._zone = ""
        self._reference = NOTHING
        self.created = QLineEdit()
        self.traits: dict[Trait, Select] = {}
        self.pauses: list[PauseLine] = []
        self.problem = InfoStrip("", "red")
        self.state = Label("", tokens.UI, "text2", wrap=True)
        self.picture = WeekPicture()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self.try_now)
        # It lies below what its section begins with, and a third of the whole is in it: so a turn of the window later.
        QTimer.singleShot(0, self, self._build)

    def _build(self) -> None:
        fields = QWidget()
        self.body.addWidget(fields)
        flow = FlowLayout(8, fields)
        self.created.setAccessibleName(tr("Created at"))
        self.created.setPlaceholderText("YYYY-MM-DD HH:MM")
        self.created.setFixedSize(_FIELD, Size.BUTTON_PAGE)
        self.created.textEdited.connect(lambda _text: self.subject_changed())
        flow.addWidget(_named(tr("Created at"), self.created))
        for trait in _TRAITS:
            select = Select(tr("{trait} of the imagined incident", trait=trait.label))
            select.activated.connect(lambda _index: self.subject_changed())
            self.traits[trait] = select
            flow.addWidget(_named(trait.label, select))
        self._pause_column = QVBoxLayout()
        self._pause_column.setSpacing(4)
        self.body.addLayout(self._pause_column)
        self.add = Button(tr("Add pause"), kind="ghost", icon="pause", height=Size.BUTTON_SMALL)
        self.add.clicked.connect(self.add_pause)
        self.body.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.problem)
        self.problem.hide()
        self.body.addWidget(self.state)
        self.results = QGridLayout()
        self.results.setHorizontalSpacing(16)
        self.results.setVerticalSpacing(3)
        self.results.setColumnStretch(2, 1)
        self._cells: list[QWidget] = []
        self.body.addLayout(self.results)
        self.body.addWidget(self.picture)
        self.set_reference(self._reference)

    def set_reference(self, reference: Reference) -> None:
        """What can be chosen; choices that stand are kept."""
        self._reference = reference
        for trait, select in self.traits.items():
            chosen = select.currentData()
            select.clear()
            if trait is not Trait.PRIORITY:
                select.addItem(tr("No") if trait is Trait.VIP else tr("None"), "no" if trait is Trait.VIP else None)
            for option in reference.choices[trait]:
                if not (trait is Trait.VIP and option.value == "no"):
                    label = f"{option.label} {option.hint}" if trait is Trait.PRIORITY else option.label
                    select.addItem(label.strip(), option.value)
            select.setCurrentIndex(max(0, select.findData(chosen)) if chosen else 0)
            if trait is Trait.PRIORITY and chosen is None:
                select.setCurrentIndex(min(2, select.count() - 1))
            parent = select.parentWidget()
            if parent is not None:
                parent.setVisible(select.count() > 1)

    def use_zone(self, zone: str) -> None:
        """Times are typed and shown in this zone, that of the calendar."""
        if zone == self._zone:
            return
        moment = self._read(self.created.text()) if self.created.text() else None
        self._zone = zone
        if moment is None and not self.created.text():
            now = self._context.clock.now()
            moment = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        if moment is not None:
            self.created.setText(self._show(moment))

    def subject_changed(self) -> None:
        """Something changed; try again soon."""
        self._timer.start()

    def add_pause(self) -> None:
        """Another line, prefilled with the two hours after what is there."""
        number = len(self.pauses)
        line = PauseLine(number + 1, self._reference.own_reasons, self.subject_changed, lambda: self._drop(line))
        begin = self._read(self.pauses[-1].end.text() if self.pauses else self.created.text())
        if begin is not None:
            line.begin.setText(self._show(begin + timedelta(hours=1)))
            line.end.setText(self._show(begin + timedelta(hours=3)))
        self.pauses.append(line)
        self._pause_column.addWidget(line)
        line.begin.setFocus()
        self.subject_changed()

    def _drop(self, line: PauseLine) -> None:
        self.pauses.remove(line)
        line.hide()
        line.deleteLater()
        self.add.setFocus()
        self.subject_changed()

    def _codec_zone(self) -> ZoneInfo | None:
        return ZoneInfo(self._zone) if self._zone else None

    def _read(self, text: str) -> datetime | None:
        try:
            found = moment_codec(self._codec_zone()).read(text)
        except BadInput:
            return None
        return found if isinstance(found, datetime) else None

    def _show(self, moment: datetime) -> str:
        return moment_codec(self._codec_zone()).show(moment)

    def request(self) -> Request:
        """What is imagined; `BadInput` for what cannot be read."""
        traits = {trait: select.currentData() for trait, select in self.traits.items()}
        pauses = [
            (self._moment(line.begin, "pause"), self._moment(line.end, "pause"), str(line.reason.currentData()))
            for line in self.pauses
        ]
        return Request(self._moment(self.created, "creation"), traits, tuple(pauses))

    def _moment(self, field: QLineEdit, what: str) -> datetime:
        found = moment_codec(self._codec_zone()).read(field.text())
        if not isinstance(found, datetime):
            raise BadInput(tr("When is the {what}? Write it like 2026-12-04 09:30.", what=what), "created_at")
        return found

    def try_now(self) -> None:
        """Run it."""
        self._timer.stop()
        ground = self._ground()
        if ground is None:
            return
        try:
            request = self.request()
        except BadInput as error:
            self._refuse(error)
            return
        self._context.background.read(lambda: run(ground, request), self._answer, self._refuse, key=f"try-{id(self)}")

    def _refuse(self, error: DeskError) -> None:
        self.problem.set_text(str(error), "red")
        self.problem.show()

    def _answer(self, answer: Answer) -> None:
        self.problem.hide()
        for cell in self._cells:
            self.results.removeWidget(cell)
            cell.hide()
            cell.deleteLater()
        self._cells = []
        by, named = quoted(answer.policy) if answer.policy else tr("no policy"), answer.zone.replace("_", " ")
        self.state.setText(
            tr("Takes {by}, counts by {calendar} ({zone}).", by=by, calendar=answer.calendar, zone=named)
        )
        zone = ZoneInfo(answer.zone)
        spoken = []
        for row, due in enumerate(answer.dues):
            when = _when(due, zone)
            spoken.append(f"{due.clock} {due.target}: {when}")
            cells = (
                Label(due.clock, tokens.UI_MEDIUM, "text2"),
                Label(due.target, tokens.UI_MEDIUM, "text2"),
                Label(
                    tr("by {when}", when=when) if due.due is not None else when,
                    tokens.UI_STRONG,
                    "text" if due.due else "text3",
                    wrap=True,
                ),
            )
            for column, cell in enumerate(cells):
                self.results.addWidget(cell, row, column)
            self._cells += cells
        spoken += [
            f"{point.text} {written(point.at.astimezone(zone), tr('ddd dd MMM HH:mm'))}" for point in answer.points
        ]
        self.picture.show_columns(answer.columns, "; ".join(spoken))


def _named(text: str, field: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    label = Label(text, tokens.CAPTION_STRONG, "text2")
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)
    return box


def _when(due: Due, zone: ZoneInfo) -> str:
    if due.due is None:
        return due.note or tr("not due")
    return written(due.due.astimezone(zone), tr("ddd dd MMM yyyy HH:mm"))
