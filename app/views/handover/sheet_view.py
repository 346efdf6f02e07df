"""The sheet as it is written: whose shift, to whom, what the next shift has to know, and a next step in every line.

What is typed is kept as a draft of the group; it stays there until the sheet is handed over, ten seconds after the key.
"""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.errors import DeskError
from app.domain.handover import Shift
from app.domain.wording import tr, trn
from app.infra.drafts import Draft
from app.services.handovers.dto import Choice, NewHandover, Sheet, Wanted
from app.views.context import ViewContext
from app.views.handover.draft import NOTES, TO, of_no_line, said_of, shift_in, typed_in, with_shift
from app.views.handover.lines import Lines
from app.views.handover.parts import FigureStrip, scrolled
from app.views.toolkit import tokens
from app.views.toolkit.toast import ToastAction, announce
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import Answer, Option, narrowed
from app.views.widgets.labels import Label
from app.views.widgets.moment_field import MomentField
from app.views.widgets.pick_field import PickField
from app.views.widgets.progress import LoadingLine
from app.views.widgets.strips import InfoStrip
from app.views.widgets.text_box import TextBox

_Read = tuple[tuple[Choice, ...], Sheet]


class SheetView(QWidget):
    """`handed` carries the id of what was handed over, `opened` a line, `figure_wanted` a filter."""

    handed = Signal(str)
    opened = Signal(object)
    figure_wanted = Signal(str)
    list_wanted = Signal()

    def __init__(self, context: ViewContext) -> None:
        super().__init__()
        self._context = context
        self._groups: tuple[Choice, ...] = ()
        self._group_id: str | None = None
        self._group_chosen = False
        self._shift_chosen = False
        self._to: Choice | None = None
        self._showing = False
        self._of_no_line: dict[str, str] = {}
        self._held: tuple[str, NewHandover, str] | None = None
        self.sheet: Sheet | None = None
        self.group = PickField(tr("Shift of"), self._ask_group, framed=True)
        self.group.chosen.connect(self._choose_group)
        self.to = PickField(tr("Hand over to"), self._ask_person, framed=True)
        self.to.set_person()
        self.to.chosen.connect(self._choose_person)
        self.times = [self._time(name) for name in (tr("Shift from"), tr("Shift to"), tr("Next shift until"))]
        self.figures = FigureStrip()
        self.figures.wanted.connect(self.figure_wanted)
        self.missing = InfoStrip("", "amber")
        self.lines = Lines(context)
        self.lines.changed.connect(self._changed)
        self.lines.opened.connect(self.opened)
        self.notes = TextBox(tr("Notes for the next shift"), rows=3)
        self.notes.setPlaceholderText(tr("Notes for the next shift"))
        self.notes.textChanged.connect(self._changed)
        self.send_it = Button(tr("Hand over"), kind="primary", keys="Ctrl+Enter", height=Size.BUTTON_PAGE)
        self.send_it.clicked.connect(lambda _checked=False: self.send())
        self.all = Button(tr("Handed over before"), kind="ghost")
        self.all.clicked.connect(lambda _checked=False: self.list_wanted.emit())
        self.loading = LoadingLine()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.timeout.connect(self._hand_over)
        self._lay_out()

    def _time(self, name: str) -> MomentField:
        context = self._context
        field = MomentField(name, tr("ddd d MMM  HH:mm"), context.now, lambda: context.formats.zone, height=Size.INPUT)
        field.setToolTip(name)
        field.dateTimeChanged.connect(lambda _shown: self._choose_shift())
        return field

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 16, 6)
        head.setSpacing(12)
        head.addWidget(Label(tr("Hand over a shift"), tokens.VIEW_TITLE), 1)
        head.addWidget(self.all)
        head.addWidget(self.send_it)
        whom = QHBoxLayout()
        whom.setContentsMargins(16, 0, 16, 0)
        whom.setSpacing(12)
        labels = (tr("Shift of"), tr("Hand over to"), tr("Shift from"), tr("Shift to"), tr("Next shift until"))
        for label, widget in zip(labels, (self.group, self.to, *self.times), strict=True):
            cell = QVBoxLayout()
            cell.setSpacing(2)
            cell.addWidget(Label(label, tokens.META, "text2"))
            cell.addWidget(widget)
            whom.addLayout(cell, 1)
        notes = QWidget()
        below = QVBoxLayout(notes)
        below.setContentsMargins(16, 12, 16, 0)
        below.addWidget(Label(tr("6  Notes"), tokens.UI_STRONG))
        below.addWidget(self.notes)
        self.area = scrolled(self.lines, notes)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(whom)
        whole.addWidget(self.figures)
        whole.addWidget(self.missing)
        whole.addWidget(self.loading)
        whole.addWidget(self.area, 1)
        self.missing.hide()

    def load(self) -> None:
        """Read what there is to hand over; what was typed stays."""
        desk, actor = self._context.desk, self._context.actor
        chosen, group_id = self._group_chosen, self._group_id
        shift, zone = (self._shift() if self._shift_chosen else None), self._context.formats.zone

        def read() -> _Read:
            groups = desk.handovers.groups(actor)
            wanted = group_id if chosen else groups[0].id
            return groups, desk.handovers.begin(actor, Wanted(wanted, shift, zone))

        self.loading.start()
        self._context.background.read(read, self._arrived, self._failed, key=f"handover-{id(self)}")

    def start_focus(self) -> None:
        """The first line without a next step; else the button that hands over."""
        bare = next(map(self.lines.row_of, self.lines.bare()), None)
        (self.send_it if bare is None else bare.step).setFocus(Qt.FocusReason.OtherFocusReason)

    def send(self) -> None:
        """Hand over in ten seconds, unless it is taken back; where a next step is missing, go there instead."""
        if self.sheet is None or self._held is not None:
            return
        bare = next(map(self.lines.row_of, self.lines.bare()), None)
        self._tell_missing()
        if bare is not None:
            bare.step.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(bare)
            announce(self, self.missing.text())
            return
        new = NewHandover(
            self._group_id, self._shift(), tuple(self.lines.said()), self.notes.toPlainText(),
            None if self._to is None else self._to.id, self._context.formats.zone,
        )  # fmt: skip
        self._held = (self._context.desk.new_id(), new, self._key)
        self._context.drafts.flush()
        self.setEnabled(False)
        if not self._context.held_for:
            self._hand_over()
            return
        seconds = self._context.held_for // 1_000
        said = tr("Handed over in {seconds} s", seconds=seconds)
        undo = ToastAction(tr("Undo"), self.take_back, "Ctrl+Z")
        self._context.toasts.show(said, undo, icon="clipboard-list", shown_ms=self._context.held_for)
        self._wait.start(self._context.held_for)

    def take_back(self) -> None:
        """Not yet: go on writing."""
        if self._held is None or not self._wait.isActive():
            return
        self._wait.stop()
        self._held = None
        self.setEnabled(True)
        self.start_focus()

    def leave(self) -> None:
        """The window goes. What was to be handed over in some seconds stays a draft, and is not."""
        self._wait.stop()
        self._held = None
        self.setEnabled(True)
        if self._context.session is not None:
            self._context.drafts.flush()

    def _hand_over(self) -> None:
        if self._held is None:
            return
        handover_id, new, key = self._held
        desk, actor = self._context.desk, self._context.actor

        work = partial(desk.handover_work.hand_over, actor, handover_id, new)
        drafts = self._context.drafts

        def done(_id: str) -> None:
            # The draft goes even where the page is gone by now, as when another desk was opened.
            drafts.discard(key)
            if isValid(self):
                self._done(handover_id)

        self._context.background.write(work, done, self._refused)

    def _done(self, handover_id: str) -> None:
        self._held = None
        self._forget()
        self.handed.emit(handover_id)

    def _refused(self, error: DeskError) -> None:
        self._held = None
        self.setEnabled(True)
        self._context.toasts.say_error(error)

    def _forget(self) -> None:
        self.sheet, self._to, self._shift_chosen = None, None, False
        self.setEnabled(True)

    @property
    def _key(self) -> str:
        return f"handover:{self._group_id or 'desk'}"

    def _arrived(self, answer: _Read) -> None:
        self._groups, sheet = answer
        self._group_id, self._group_chosen = sheet.group.id, True
        typed = self._typed() if self.sheet is not None and self.sheet.group == sheet.group else None
        if typed is not None:
            self._show(sheet, typed)
            return

        self.sheet = None
        self._context.drafts.load(self._key, partial(self._show_with_draft, sheet))

    def _show_with_draft(self, sheet: Sheet, draft: Draft | None) -> None:
        if sheet.group.id != self._group_id:
            return
        fields = {} if draft is None else draft.fields
        shift = None if self._shift_chosen else shift_in(fields)
        if shift is not None and shift != sheet.shift and shift.next_ends > self._context.now() and self.sheet is None:
            self._shift_chosen = True
            self._show_shift(shift)
            self.load()
            return
        self._show(sheet, fields)

    def _show(self, sheet: Sheet, typed: dict[str, str]) -> None:
        typing = self.lines.typed_in()
        had_focus = bool(typing) or self.hasFocus() or self.send_it.hasFocus()
        first, self._showing = self.sheet is None, True
        self.loading.stop()
        self.sheet = sheet
        self.group.set_value(sheet.group.name)
        self._show_shift(sheet.shift)
        self._to = next((each for each in sheet.people if each.id == typed.get(TO)), None)
        self.to.set_value(self._to.name if self._to else "", empty=tr("Whoever comes next"))
        self.figures.show_figures(sheet.figures)
        lines = tuple(said_of(line, typed) or line for line in sheet.lines)
        self.lines.show_lines(lines, self._context.now())
        self._of_no_line = of_no_line(sheet, typed)
        self.notes.setPlainText(typed.get(NOTES, sheet.notes))
        self._showing = False
        self._tell_missing()
        same = self.lines.row_of(typing)
        if same is not None:
            same.step.setFocus(Qt.FocusReason.OtherFocusReason)
            same.step.end(False)
        elif self.isVisible() and (first or had_focus):
            self.start_focus()

    def _typed(self) -> dict[str, str]:
        fields = self._of_no_line | typed_in(self.sheet, self.lines.said(), self.notes.toPlainText())
        if self._to is not None and self._to.id is not None:
            fields[TO] = self._to.id
        return fields | with_shift(self._shift()) if self._shift_chosen else fields

    def _changed(self) -> None:
        if self._showing or self.sheet is None:
            return
        self._tell_missing()
        self._context.drafts.keep(self._key, self._typed())

    def _tell_missing(self) -> None:
        left_out = 0 if self.sheet is None else self.sheet.left_out
        said = _missing_words(self.lines.bare(), left_out)
        self.missing.set_text(said)
        self.missing.setVisible(bool(said))

    def _failed(self, error: DeskError) -> None:
        self.loading.stop()
        self.missing.set_text(str(error), "red")
        self.missing.show()

    def _shift(self) -> Shift:
        if self.sheet is not None and not self._shift_chosen:
            # A clock that is put back shows an hour twice, so what the fields show may be another instant.
            return self.sheet.shift
        return Shift(*(field.moment() for field in self.times))

    def _show_shift(self, shift: Shift) -> None:
        was, self._showing = self._showing, True
        for field, at in zip(self.times, shift, strict=True):
            field.show_moment(at)
        self._showing = was

    def _choose_shift(self) -> None:
        if self._showing or self.sheet is None:
            return
        self._shift_chosen = True
        self._changed()
        self.load()

    def _ask_group(self, text: str, answer: Answer) -> None:
        answer(narrowed([Option(each, each.name) for each in self._groups], text))

    def _choose_group(self, option: Option) -> None:
        if isinstance(option.value, Choice) and option.value.id != self._group_id:
            self._context.drafts.flush()
            self._forget()
            self._group_id, self._group_chosen = option.value.id, True
            self.load()

    def _ask_person(self, text: str, answer: Answer) -> None:
        people = () if self.sheet is None else self.sheet.people
        anybody = Option(None, tr("Whoever comes next"))
        answer(narrowed([anybody, *(Option(each, each.name) for each in people)], text))

    def _choose_person(self, option: Option) -> None:
        self._to = option.value if isinstance(option.value, Choice) else None
        self.to.set_value(self._to.name if self._to else "", empty=tr("Whoever comes next"))
        self._changed()


def _missing_words(bare: list[str], left_out: int) -> str:
    """What keeps the sheet from being whole: lines without a next step, and incidents that did not fit."""
    said = []
    if bare:
        numbers = ", ".join(bare)
        said.append(
            trn("{n} line needs a next step: {numbers}", "{n} lines need a next step: {numbers}", len(bare),
                numbers=numbers)
        )  # fmt: skip
    if left_out:
        said.append(
            trn(
                "{n} incident more did not fit; hand over by group",
                "{n} incidents more did not fit; hand over by group",
                left_out,
            )
        )
    return ". ".join(said)
