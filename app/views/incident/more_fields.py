"""What is known of an incident beyond its properties: impact, cause, workaround, changes, time spent."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.field_names import field_name
from app.domain.text import clean_line
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail
from app.views.context import ViewContext
from app.views.incident.blocks import Block
from app.views.incident.casework import Casework
from app.views.incident.collision import Raw, raw_value
from app.views.incident.editing import Editing, WantedEdit
from app.views.kept_answers import Answers, KeptAnswers, below
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import listed
from app.views.widgets.labels import Label, NameLabel
from app.views.widgets.pick_field import PickField
from app.views.widgets.spans import isolated
from app.views.widgets.text_box import TextBox

LONG: Final = ("business_impact", "cause", "workaround")
SHORT: Final = ("change_ref", "caused_by_change_ref", "business_unit")
MINUTES: Final = "minutes_spent"
_LABEL_WIDTH: Final = 104


class WrittenField(PickField):
    """A value that is written and not picked: `wanted` carries what was typed to begin with."""

    wanted = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__(name, listed(()))
        # Whoever begins a sentence here means no action of one letter.
        self._keeps_letters = True

    def open_list(self, typed: str = "") -> None:
        """There is no list: the value is written below."""
        if self.isEnabled():
            self.wanted.emit(typed)


class MoreBlock(Block):
    """Each field is edited in a box below them, kept as a draft until the desk has it; `opened` tells of the box."""

    opened = Signal()

    def __init__(self, context: ViewContext, casework: Casework, editing: Editing) -> None:
        super().__init__(tr("Impact and cause"))
        self._casework, self._editing = casework, editing
        self._kept = KeptAnswers(context, self._answers, self._restore)
        self._detail: IncidentDetail | None = None
        self._seen: IncidentDetail | None = None
        self._field, self._base = "", ""
        self.fields: dict[str, WrittenField] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(0)
        grid.setColumnMinimumWidth(0, _LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        for row, name in enumerate((*LONG, *SHORT, MINUTES)):
            self.fields[name] = made = WrittenField(field_name(name))
            made.wanted.connect(lambda typed, name=name: self.open(name, typed))
            grid.addWidget(NameLabel(field_name(name)), row, 0)
            grid.addWidget(made, row, 1)
        self.column.addLayout(grid)
        self.form = self._make_form()
        self.column.addWidget(self.form)

    def _make_form(self) -> QWidget:
        form = QWidget()
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 6, 0, 8)
        column.setSpacing(6)
        self._title = Label("", tokens.META_STRONG, "text2")
        self.box = TextBox(tr("What is known"), rows=2, most_rows=9)
        self.box.submitted.connect(self.save)
        self.box.submitted_further.connect(self.save)
        self.box.left.connect(self.leave)
        self.box.textChanged.connect(self._kept.keep)
        self.problem = Label("", tokens.META_MEDIUM, "red", wrap=True)
        buttons = QHBoxLayout()
        save = Button(tr("Save"), kind="primary", height=Size.BUTTON_SMALL, keys="Ctrl+Return")
        save.clicked.connect(lambda _checked=False: self.save())
        cancel = Button(tr("Cancel"), kind="ghost", height=Size.BUTTON_SMALL)
        cancel.clicked.connect(lambda _checked=False: self.leave())
        for button in (save, cancel):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for widget in (self._title, self.box, self.problem):
            column.addWidget(widget)
        column.addLayout(buttons)
        form.hide()
        return form

    def show_incident(self, detail: IncidentDetail, *, editable: bool) -> None:
        """Show what is known; a box that is open stays open."""
        if self._detail is not None and self._detail.id != detail.id:
            self.put_away()
        self._detail = detail
        for name, shown in self.fields.items():
            line = isolated(clean_line(_text(detail, name)))
            shown.set_value(tr("{line} min", line=line) if line and name == MINUTES else line)
            shown.setEnabled(editable)

    def open(self, name: str, typed: str = "") -> None:
        """Write this field."""
        if self._detail is None:
            return
        self._kept.put_away()
        self._field, self._seen, self._base = name, self._detail, _text(self._detail, name)
        self._title.setText(
            tr("{field_name}, in minutes", field_name=field_name(name)) if name == MINUTES else f"{field_name(name)}"
        )
        self.box.setAccessibleName(field_name(name))
        self.box.set_rows(*((3, 9) if name in LONG else (1, 3)))
        self.box.setPlainText(typed or _text(self._detail, name))
        self.box.selectAll() if not typed else self.box.moveCursor(self.box.textCursor().MoveOperation.End)
        self.problem.hide()
        self.form.show()
        self.opened.emit()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._kept.begin(f"incident:{self._detail.id}:field:{name}", bring_back=not typed)

    def save(self) -> None:
        """Have the desk keep it."""
        text = self.box.toPlainText().strip()
        if self._field == MINUTES and text and not text.isdecimal():
            self.problem.setText(tr("Write whole minutes, such as 45."))
            self.problem.show()
            return
        kept = partial(self._kept.done, self._kept.key)
        self._editing.edit(self._wanted(), seen=self._seen, base=self._known(), done=self.leave, kept=kept)

    def _wanted(self) -> WantedEdit:
        text = self.box.toPlainText()
        return WantedEdit({self._field: _value(self._field, text)}, {self._field: clean_line(text)})

    def _known(self) -> dict[str, Raw]:
        """What stood there when what is typed was begun, perhaps days ago, as the desk has it."""
        if self._seen is not None and self._base == _text(self._seen, self._field):
            return {self._field: raw_value(self._seen, self._field)}
        return {self._field: _value(self._field, self._base) or None}

    def leave(self) -> None:
        """Write no more; what was typed stays as a draft."""
        name = self._field
        self.put_away()
        if name in self.fields:
            self.fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Another incident is shown: what was typed for this one stays as a draft."""
        self._kept.put_away()
        self.form.hide()

    def _taken(self) -> None:
        self._kept.done()
        self.leave()

    def _answers(self) -> Answers:
        return {"text": self.box.toPlainText(), "base": self._base}

    def _restore(self, answers: Answers) -> None:
        typed = self.box.toPlainText()
        # What stood in the box was written over; what was typed before the draft had been read goes on below it.
        typed = "" if self._seen is None or typed == _text(self._seen, self._field) else typed
        self._base = answers.get("base", self._base)
        self.box.setPlainText(below(answers.get("text", ""), typed))
        if typed:
            self.box.moveCursor(self.box.textCursor().MoveOperation.End)
        self._editing.compare(self._wanted, self._known(), self._taken)


def _value(name: str, text: str) -> str | int:
    """What was written as the desk takes it; minutes that cannot be read count as none, and are not saved."""
    if name == MINUTES:
        return int(text) if text.strip().isdecimal() else 0
    return text if name in LONG and text.strip() else clean_line(text)


def _text(detail: IncidentDetail, name: str) -> str:
    value = getattr(detail, name)
    return str(value) if value else ""
