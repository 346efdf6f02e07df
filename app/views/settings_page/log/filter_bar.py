"""What the audit log is filtered by: a text, and four fields to choose from."""

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.field_names import FIELD_NAMES
from app.domain.record_names import COLUMNS, Deed, column_name, kind_name
from app.domain.wording import tr
from app.services.audit.dto import LogFilter, LogPerson
from app.views.context import ViewContext
from app.views.settings_page.log.days import Days, offered
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import Answer, Option, narrowed
from app.views.widgets.flow import FlowLayout
from app.views.widgets.pick_field import PickField

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAUSE: Final = 250
"""Milliseconds without a key before the log is asked."""

KINDS: Final = (
    "incident", "escalation", "review", "problem", "article", "handover", "person", "assignment_group", "service",
    "configuration_item", "category", "site", "setting", "calendar", "sla_policy", "sla_book", "escalation_book",
    "macro", "checklist_template", "incident_template",
)  # fmt: skip
"""What has a history of its own, as the side bar and the settings are ordered."""

_PROGRAM: Final = "program"


class Done(NamedTuple):
    """What was done: a deed, or a change of one field."""

    deed: str = ""
    field: str = ""


class FilterBar(QWidget):
    """`changed` comes when something else is wanted; `wanted` says what."""

    changed = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._record: tuple[str, str] = ("", "")
        self._person, self._kind, self._done, self._days = "", "", Done(), Days()
        self.text = QLineEdit()
        self.text.setPlaceholderText(tr("Number, name or text"))
        self.text.setAccessibleName(tr("Find in the audit log"))
        self.text.setClearButtonEnabled(True)
        self.text.setFixedWidth(220)
        self.text.setFixedHeight(Size.INPUT)
        self.who = PickField(tr("Who"), self._ask_who, icon="user", framed=True)
        self.kind = PickField(tr("Kind of record"), self._ask_kind, icon="layers", framed=True)
        self.done = PickField(tr("What was done"), self._ask_done, icon="pencil", framed=True)
        self.days = PickField(tr("When it happened"), self._ask_days, icon="calendar", framed=True)
        self.record = Button("", kind="ghost", icon="x", height=Size.INPUT)
        self.clear = Button(tr("Clear the filter"), kind="link", height=Size.INPUT)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_PAUSE)
        self._lay_out()
        self._connect()
        self._tell()

    def _lay_out(self) -> None:
        row = FlowLayout(8)
        for field in (self.who, self.kind, self.done, self.days):
            field.setFixedWidth(166)
        for widget in (self.text, self.who, self.kind, self.done, self.days, self.record, self.clear):
            row.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)

    def _connect(self) -> None:
        self._rest.timeout.connect(self._at_once)
        self.text.textChanged.connect(lambda _text: self._rest.start())
        self.text.returnPressed.connect(self._at_once)
        self.who.chosen.connect(self._take_who)
        self.kind.chosen.connect(self._take_kind)
        self.done.chosen.connect(self._take_done)
        self.days.chosen.connect(self._take_days)
        self.record.clicked.connect(lambda _checked=False: self.narrow_to("", "", ""))
        self.clear.clicked.connect(lambda _checked=False: self.forget())

    @property
    def wanted(self) -> LogFilter:
        """What is asked for now."""
        since, until = self._days.bounds(self._context.formats.zone)
        kind, record_id = self._record
        return LogFilter(
            text=self.text.text().strip(),
            person_id="" if self._person == _PROGRAM else self._person,
            by_program=self._person == _PROGRAM,
            kind=kind or self._kind, record_id=record_id, deed=self._done.deed, field=self._done.field,
            since=since, until=until,
        )  # fmt: skip

    def forget(self) -> None:
        """Filter by nothing any more."""
        self._person, self._kind, self._done, self._days = "", "", Done(), Days()
        self._record = ("", "")
        for field in (self.who, self.kind, self.done, self.days):
            field.set_value("")
        self.record.setText("")
        self.text.clear()
        self._at_once()

    def narrow_to(self, kind: str, record_id: str, name: str) -> None:
        """Show the entries of one record alone; with empty ones those of all again."""
        self._record = (kind, record_id)
        self.record.setText(name)
        self.record.setAccessibleName(tr("Only {record}; press to show all again", record=name))
        self._at_once()

    def _at_once(self) -> None:
        self._rest.stop()
        self._tell()
        self.changed.emit()

    def _tell(self) -> None:
        """What each field shows while it does not narrow, and what can be taken back."""
        for field, empty in (
            (self.who, tr("Anybody")), (self.kind, tr("Anything")), (self.done, tr("Every change")),
            (self.days, tr("Any time")),
        ):  # fmt: skip
            if not field.text():
                field.set_value("", empty=empty)
        self.record.setVisible(bool(self._record[0]))
        self.record.updateGeometry()
        self.clear.setVisible(self.wanted.narrows)

    # What can be chosen

    def _ask_who(self, text: str, answer: Answer) -> None:
        desk, actor = self._context.desk, self._context.actor
        first = narrowed([Option("", tr("Anybody")), Option(_PROGRAM, tr("Mainstay itself"))], text)

        def found(people: "Sequence[LogPerson]") -> None:
            answer([*first, *(Option(each.id, each.name) for each in people)])

        self._context.background.read(
            lambda: desk.audit_log.people(actor, text),
            found,
            lambda _error: answer(first),
            key=f"log-people-{id(self)}",
        )

    def _ask_kind(self, text: str, answer: Answer) -> None:
        answer(narrowed([Option("", tr("Anything")), *(Option(kind, kind_name(kind)) for kind in KINDS)], text))

    def _ask_done(self, text: str, answer: Answer) -> None:
        deeds = [Option(Done(deed=deed.value), deed.label) for deed in Deed]
        answer(narrowed([Option(Done(), tr("Every change")), *deeds, *_fields()], text))

    def _ask_days(self, text: str, answer: Answer) -> None:
        answer(offered(text, self._context.now(), self._context.formats.zone))

    def _take_who(self, option: Option) -> None:
        self._person = str(option.value)
        self._show(self.who, option, empty=not option.value)

    def _take_kind(self, option: Option) -> None:
        self._kind, self._record = str(option.value), ("", "")
        self._show(self.kind, option, empty=not option.value)

    def _take_done(self, option: Option) -> None:
        self._done = option.value if isinstance(option.value, Done) else Done()
        self._show(self.done, option, empty=self._done == Done())

    def _take_days(self, option: Option) -> None:
        self._days = option.value if isinstance(option.value, Days) else Days()
        self._show(self.days, option, empty=self._days == Days())

    def _show(self, field: PickField, option: Option, *, empty: bool) -> None:
        field.set_value("" if empty else option.label)
        self._at_once()


def _fields() -> list[Option]:
    """Every field of which changes can be looked for, by name; of several that are called alike, each."""
    hint = tr("changed")
    names = {column: column_name("", column) for column in COLUMNS}
    names.update((column, column_name("incident", column)) for column in FIELD_NAMES)
    by_name = sorted(names.items(), key=lambda pair: pair[1].casefold())
    return [Option(Done(field=column), name, hint) for column, name in by_name]
