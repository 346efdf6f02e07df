"""The sheet as it is written: whose shift, to whom, what the next shift has to know, and a next step in every line.

What is typed is kept as a draft of the group; it stays there until the sheet is handed over, ten seconds after the key.
"""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import DeskError, HandedOver, Refused
from app.domain.handover import Shift
from app.domain.wording import tr
from app.infra.drafts import Draft
from app.services.handovers.dto import Choice, HandoverRow, NewHandover, Sheet, Wanted
from app.views.context import ViewContext
from app.views.handover.draft import ID, TO, notes_of, of_no_line, said_of, shift_in, typed_in, with_shift
from app.views.handover.earlier import EarlierStrip
from app.views.handover.lines import Lines
from app.views.handover.missing import MissingStrip
from app.views.handover.parts import FigureStrip, scrolled
from app.views.handover.sending import Sending
from app.views.handover.shift_fields import ShiftFields
from app.views.toolkit import tokens
from app.views.toolkit.toast import announce
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button
from app.views.widgets.choice_popup import Answer, Option, narrowed
from app.views.widgets.labels import Label
from app.views.widgets.pick_field import PickField
from app.views.widgets.progress import LoadingLine
from app.views.widgets.strips import InfoStrip
from app.views.widgets.text_box import TextBox

_Read = tuple[tuple[Choice, ...], Sheet]


class SheetView(QWidget):
    """`handed` carries the id of what was handed over, `look_wanted` that of another hand-over of the same shift.

    `opened` carries a line, `figure_wanted` a filter.
    """

    handed = Signal(str)
    look_wanted = Signal(str)
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
        self._is_read = False
        self.sheet: Sheet | None = None
        self.group = PickField(tr("Shift of"), self._ask_group, framed=True)
        self.to = PickField(tr("Hand over to"), self._ask_person, framed=True)
        self.to.set_person()
        self.hours = ShiftFields(context, self)
        self.figures = FigureStrip()
        self.missing, self.trouble = MissingStrip(), InfoStrip("", "red")
        self.trouble.add_button(tr("Try again"), self.load)
        self.earlier = EarlierStrip(context)
        self.lines = Lines(context)
        self.notes = TextBox(tr("Notes for the next shift"), rows=3)
        self.notes.setPlaceholderText(tr("Notes for the next shift"))
        self.send_it = Button(tr("Hand over"), kind="primary", keys="Ctrl+Return", height=Size.BUTTON_PAGE)
        self.send_it.clicked.connect(lambda _checked=False: self.send())
        self.all = Button(tr("Handed over before"), kind="ghost")
        self.all.clicked.connect(lambda _checked=False: self.list_wanted.emit())
        self.loading = LoadingLine()
        self.sending = Sending(context, self)
        self._lay_out()
        self._connect()

    def _connect(self) -> None:
        for heard, run in (
            (self.group.chosen, self._choose_group), (self.to.chosen, self._choose_person),
            (self.hours.chosen, self._choose_shift), (self.figures.wanted, self.figure_wanted),
            (self.earlier.look_wanted, self.look_wanted), (self.earlier.again_wanted, self._send_after),
            (self.lines.changed, self._changed), (self.lines.opened, self.opened),
            (self.notes.textChanged, self._changed), (self.sending.handed, self._done),
            (self.sending.refused, self._refused), (self.sending.taken_back, self._go_on),
        ):  # fmt: skip
            heard.connect(run)

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
        for label, widget in zip(labels, (self.group, self.to, *self.hours.edits), strict=True):
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
        self.area = scrolled(tr("Hand-over"), self.lines, notes)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(whom)
        whole.addWidget(self.figures)
        for strip in (self.earlier, self.trouble, self.missing):
            whole.addWidget(strip)
            strip.hide()
        whole.addWidget(self.loading)
        whole.addWidget(self.area, 1)

    def load(self) -> None:
        """Read what there is to hand over; what was typed stays."""
        desk, actor = self._context.desk, self._context.actor
        chosen, group_id, sent_id = self._group_chosen, self._group_id, self.sending.id
        shift, zone = (self._shift() if self._shift_chosen else None), self._context.formats.zone

        def read() -> _Read:
            groups = desk.handovers.groups(actor)
            wanted = group_id if chosen else groups[0].id
            return groups, desk.handovers.begin(actor, Wanted(wanted, shift, zone, sent_id))

        self._is_read = False
        self.loading.start()
        self._context.background.read(read, self._arrived, self._failed, key=f"handover-{id(self)}")

    def start_focus(self) -> None:
        """The first line without a next step; else the button that hands over."""
        bare = next(map(self.lines.row_of, self.lines.bare()), None)
        (self.send_it if bare is None else bare.step).setFocus(Qt.FocusReason.OtherFocusReason)

    def send(self) -> None:
        """Hand over in ten seconds, unless it is taken back; where a next step is missing, go there instead."""
        if self.sending.is_on:
            return
        if self.sheet is None or not self._is_read:
            # What stands here is of another shift, or as it was before.
            self._context.toasts.show(self._why_not_read(), icon="triangle-alert")
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
            None if self._to is None else self._to.id, self._context.formats.zone, self.earlier.known_id,
        )  # fmt: skip
        self.sending.name_it()
        self._context.drafts.keep(self._key, self._typed())
        self._context.drafts.flush()
        self.setEnabled(False)
        self.sending.begin(self._key, new)

    def _why_not_read(self) -> str:
        if self.trouble.isVisibleTo(self):
            return tr("Nothing was handed over: what there is to hand over could not be read. F5 tries again.")
        return tr("Nothing was handed over: the lines of this shift are still being read. Look at them first.")

    def _go_on(self) -> None:
        self.setEnabled(True)
        self.start_focus()

    def leave(self) -> None:
        """The window goes. What was to be handed over in some seconds stays a draft, and is not."""
        self.sending.leave()
        self.setEnabled(True)
        if self._context.session is not None:
            self._context.drafts.flush()

    def _done(self, handover_id: str) -> None:
        self._forget()
        self.handed.emit(handover_id)

    def _refused(self, error: DeskError) -> None:
        self.setEnabled(True)
        if isinstance(error, HandedOver):
            self.earlier.stand_in_the_way(error)
            return
        self._context.toasts.say_error(error)
        if isinstance(error, Refused):
            # What stands here is not as it was any more.
            self.load()

    def _send_after(self, handover_id: str) -> None:
        if handover_id == self.sending.id:
            self.sending.id = ""
        self.send()

    def _forget(self) -> None:
        self.sheet, self._to, self._shift_chosen = None, None, False
        self.sending.id = ""
        self.setEnabled(True)

    @property
    def _key(self) -> str:
        return f"handover:{self._group_id or 'desk'}"

    def _arrived(self, answer: _Read) -> None:
        self._groups, sheet = answer
        self._group_id, self._group_chosen = sheet.group.id, True
        if sheet.sent is not None:
            self._was_sent(sheet, sheet.sent)
            return
        typed = self._typed() if self.sheet is not None and self.sheet.group == sheet.group else None
        if typed is not None:
            self._show(sheet, typed)
            return

        self.sheet = None
        self._context.drafts.load(self._key, partial(self._show_with_draft, sheet))

    def _was_sent(self, sheet: Sheet, row: HandoverRow) -> None:
        """These words arrived before, which the program that sent them did not hear: they are a draft no more."""
        self._context.drafts.discard(self._key)
        self._forget()
        at = self._context.formats.moment(row.handed_at, self._context.now())
        self._context.toasts.show(tr("Your sheet was handed over, {moment}", moment=at), icon="clipboard-list")
        self._show(sheet, {})

    def _show_with_draft(self, sheet: Sheet, draft: Draft | None) -> None:
        if sheet.group.id != self._group_id:
            return
        fields = {} if draft is None else draft.fields
        shift = None if self._shift_chosen else shift_in(fields)
        is_other = shift is not None and shift != sheet.shift and shift.next_ends > self._context.now()
        sent_id = fields.get(ID, "")
        if self.sheet is None and (is_other or sent_id != self.sending.id):
            self.sending.id = sent_id
            if shift is not None and is_other:
                self._shift_chosen = True
                self.hours.show_shift(shift)
            self.load()
            return
        self._show(sheet, fields)

    def _show(self, sheet: Sheet, typed: dict[str, str]) -> None:
        keyboard = self.lines.place_of_keyboard()
        had_focus = keyboard is not None or self.hasFocus() or self.send_it.hasFocus()
        first, self._showing = self.sheet is None, True
        self.loading.stop()
        self.trouble.hide()
        self.sheet, self._is_read = sheet, True
        self.earlier.tell(sheet.before)
        self.group.set_value(sheet.group.name)
        self.hours.show_shift(sheet.shift)
        self._to = next((each for each in sheet.people if each.id == typed.get(TO)), None)
        self.to.set_value(self._to.name if self._to else "", empty=tr("Whoever comes next"))
        self.figures.show_figures(sheet.figures)
        lines = tuple(said_of(line, typed) or line for line in sheet.lines)
        self.lines.show_lines(lines, self._context.now())
        self._of_no_line = of_no_line(sheet, typed)
        notes = notes_of(sheet, typed)
        if notes != self.notes.toPlainText():
            self.notes.setPlainText(notes)
        self._showing = False
        self._tell_missing()
        same = None if keyboard is None else self.lines.row_of(keyboard[0])
        if same is not None and keyboard is not None:
            same.parts[keyboard[1]].setFocus(Qt.FocusReason.OtherFocusReason)
            same.step.end(False)
        elif self.isVisible() and (first or had_focus):
            self.start_focus()

    def _typed(self) -> dict[str, str]:
        fields = self._of_no_line | typed_in(self.sheet, self.lines.said(), self.notes.toPlainText())
        if self._to is not None and self._to.id is not None:
            fields[TO] = self._to.id
        if self.sending.id:
            fields[ID] = self.sending.id
        return fields | with_shift(self._shift()) if self._shift_chosen else fields

    def _changed(self) -> None:
        if self._showing or self.sheet is None:
            return
        self.sending.id = ""
        self._tell_missing()
        self._context.drafts.keep(self._key, self._typed())

    def _tell_missing(self) -> None:
        self.missing.tell(self.lines.bare(), 0 if self.sheet is None else self.sheet.left_out)

    def _failed(self, error: DeskError) -> None:
        self.loading.stop()
        self.trouble.set_text(tr("What there is to hand over could not be read. {error}", error=error))
        self.trouble.show()

    def _shift(self) -> Shift:
        if self.sheet is not None and not self._shift_chosen:
            # A clock that is put back shows an hour twice, so what the fields show may be another instant.
            return self.sheet.shift
        return self.hours.shift()

    def _choose_shift(self) -> None:
        if self.sheet is None:
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
