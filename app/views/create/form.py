"""The fields of a new incident; only the requester and the summary must be given."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.domain.permissions import Permission, may
from app.domain.text import TITLE_LIMIT
from app.domain.vocabulary import Channel
from app.domain.wording import tr
from app.services.people.dto import PersonChoice
from app.views.context import ViewContext
from app.views.create.draft import CreateDraft
from app.views.create.guess import guess_option
from app.views.create.requester_field import RequesterField
from app.views.create.suggested import SuggestedLine
from app.views.incident.attach_bar import AttachBar
from app.views.incident.pick_lists import CHANNEL_ICONS, CHANNELS, PickLists
from app.views.suggestions.advising import Advising
from app.views.toolkit import tokens
from app.views.toolkit.marks import fill_rounded
from app.views.toolkit.tokens import Size
from app.views.widgets.caller_note import CallerNote
from app.views.widgets.choice_popup import Option, listed
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import PriorityBadge
from app.views.widgets.pick_field import PickField
from app.views.widgets.text_box import TextBox


class _Priority(QWidget):
    """The priority that impact and urgency make, in a raised box."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(Size.INPUT)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 0, 12, 0)
        row.setSpacing(9)
        self.badge = PriorityBadge()
        self.words = ElidedLabel("", tokens.UI_MEDIUM)
        row.addWidget(self.badge)
        row.addWidget(self.words, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        fill_rounded(QPainter(self), QRectF(self.rect()), Size.RADIUS_CONTROL, "raised", "border")


def _of_caller(reach: QWidget, lines: Sequence[QLineEdit], note: CallerNote) -> QVBoxLayout:
    """How a new person is reached, or the note of one who is known, who needs no such lines.

    Not in one cell of the grid, where the one that is hidden would take the distance to the row above from the other.
    """
    row = QHBoxLayout(reach)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(12)
    for line in lines:
        row.addWidget(line)
    place = QVBoxLayout()
    place.setSpacing(0)
    place.addWidget(reach)
    place.addWidget(note)
    return place


def _too_long(count: int) -> str:
    return tr(
        "{count} characters; {limit} is the limit. Put the rest into the details.", count=count, limit=TITLE_LIMIT
    )


class CreateForm(QWidget):
    """`changed` follows every change by a person; `caller_changed` carries id and name, `summary_changed` the text."""

    changed = Signal()
    caller_changed = Signal(str, str)
    summary_changed = Signal(str)

    def __init__(self, context: ViewContext, lists: PickLists, advising: Advising, host: QWidget) -> None:
        super().__init__()
        self._context, self._lists = context, lists
        self.suggested = SuggestedLine(context, advising)
        self._draft = CreateDraft()
        self._service_chosen = False
        self._learned = False
        self._filling = False
        self.requester = RequesterField(lists.people, host)
        self.note = CallerNote(named=False)
        self.summary = QLineEdit()
        self.phone, self.mail = QLineEdit(), QLineEdit()
        self._reach = QWidget()
        self.service = PickField(tr("Service"), lists.plain("service_id", tr("No service")), icon="layers", framed=True)
        self.channel = PickField(tr("Channel"), listed(CHANNELS), icon="phone", framed=True)
        self.impact = PickField(tr("Impact"), lists.impacts, framed=True, digits=True)
        self.urgency = PickField(tr("Urgency"), lists.urgencies, framed=True, digits=True)
        groups = lists.plain("group_id", tr("No group"))
        self.group = PickField(tr("Assignment group"), groups, icon="users", framed=True)
        self.priority = _Priority()
        self.details = TextBox(tr("Details"), rows=3, most_rows=6)
        self.attachments = AttachBar(context)
        self._of_caller = {"caller_id": self.requester, "phone": self.phone, "email": self.mail}
        self._problems: dict[str, Label] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        for field, name in (
            (self.summary, tr("Short description")), (self.phone, tr("Phone of the new person")),
            (self.mail, tr("E-mail of the new person")),
        ):  # fmt: skip
            field.setAccessibleName(name)
            field.setFixedHeight(Size.INPUT)
        self.summary.setMaxLength(25 * TITLE_LIMIT)  # a paste that is too long is spoken of, not cut
        self.summary.setPlaceholderText(tr("What does not work, in one line"))
        self.phone.setPlaceholderText(tr("Phone (optional)"))
        self.mail.setPlaceholderText(tr("E-mail (optional)"))
        grid = QGridLayout(self)
        grid.setContentsMargins(20, 14, 20, 14)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._labelled("caller_id", tr("Requester"), self.requester), 0, 0, 1, 2)
        grid.addLayout(_of_caller(self._reach, (self.phone, self.mail), self.note), 1, 0, 1, 2)
        self._reach.hide()
        grid.addWidget(self._labelled("short_description", tr("Short description"), self.summary), 2, 0, 1, 2)
        grid.addWidget(self.suggested, 3, 0, 1, 2)
        grid.addWidget(self._labelled("service_id", tr("Service"), self.service), 4, 0)
        grid.addWidget(self._labelled("channel", tr("Channel"), self.channel), 4, 1)
        grid.addWidget(self._labelled("impact", tr("Impact"), self.impact), 5, 0)
        grid.addWidget(self._labelled("urgency", tr("Urgency"), self.urgency), 5, 1)
        grid.addWidget(self._labelled("priority", tr("Priority"), self.priority), 6, 0)
        grid.addWidget(self._labelled("group_id", tr("Assignment group (optional)"), self.group), 6, 1)
        caption = tr("Details (optional, paste a screenshot or drop files)")
        grid.addWidget(self._labelled("description", caption, self.details), 7, 0, 1, 2)
        grid.addWidget(self.attachments, 8, 0, 1, 2)
        grid.setRowStretch(9, 1)

    def _labelled(self, name: str, text: str, field: QWidget) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        # Cut where a window is narrow: what does not fit into a form is not to be reached at all.
        label = ElidedLabel(text, tokens.META_STRONG, "text2")
        problem = Label("", tokens.META_MEDIUM, "red", wrap=True)
        problem.hide()
        self._problems[name] = problem
        for widget in (label, field, problem):
            column.addWidget(widget)
        return holder

    def _connect(self) -> None:
        self.requester.taken.connect(self._taken)
        self.requester.named.connect(self._named)
        self.requester.cleared.connect(self._no_caller)
        self.requester.moved_on.connect(self._after_requester)
        self.requester.textEdited.connect(lambda _text: self._tell())
        self.summary.textEdited.connect(self._summary_typed)
        self.summary.returnPressed.connect(lambda: self.service.setFocus(Qt.FocusReason.TabFocusReason))
        for line in (self.phone, self.mail):
            line.textEdited.connect(lambda _text: self._tell())
            line.returnPressed.connect(self.focusNextChild)
        self.suggested.taken.connect(lambda name, value, label: self._picked(name, Option(value, label)))
        self.suggested.learned.connect(self._stop_guessing)
        self.details.textChanged.connect(self._tell)
        self.details.pasted.connect(self.attachments.add_picture)
        self.details.dropped.connect(self.attachments.add_names)
        for field, name in (
            (self.service, "service"), (self.group, "group"), (self.channel, "channel"), (self.impact, "impact"),
            (self.urgency, "urgency"),
        ):  # fmt: skip
            field.chosen.connect(lambda option, name=name: self._picked(name, option))

    def start(self, draft: CreateDraft) -> None:
        """Fill the fields from a draft, or begin with an empty one."""
        self._filling = True
        self._draft = draft
        self._service_chosen = bool(draft.service_id)
        self.summary.setText(draft.summary)
        self.phone.setText(draft.phone)
        self.mail.setText(draft.email)
        self.details.setPlainText(draft.details)
        self._reach.setVisible(bool(draft.caller_is_new))
        if may(self._context.actor, Permission.INCIDENT_READ_ALL):
            self.requester.show_person(draft.caller_name, draft.caller_hint, is_new=bool(draft.caller_is_new))
            if draft.typed and not draft.caller_name:
                self.requester.setText(draft.typed)
        else:
            # Requesters log for themselves; the desk decides who works on it.
            self.requester.show_person(self._context.actor.name, "", is_new=False)
            self.requester.setEnabled(False)
            self.group.setEnabled(False)
        self._filling = False
        _show_note(self.note, self._draft)
        self._dress()
        if draft.caller_id and not draft.caller_is_new:
            self.caller_changed.emit(draft.caller_id, draft.caller_name)
        if draft.summary:
            self.summary_changed.emit(draft.summary)

    def look_for_suggestions(self) -> None:
        """Ask what the desk suggests for the summary, for fields that nobody has chosen yet."""
        chosen = {"service": self._service_chosen, "group": bool(self._draft.group_id)}
        self.suggested.ask(self.summary.text(), frozenset(name for name, is_chosen in chosen.items() if is_chosen))

    def draft(self) -> CreateDraft:
        """What stands in the fields now."""
        values = self._draft.to_fields() | {
            "typed": "" if self.requester.person else self.requester.text(),
            "summary": self.summary.text(),
            "details": self.details.toPlainText(),
            "phone": self.phone.text(),
            "email": self.mail.text(),
        }
        return CreateDraft(**values)

    def chosen(self) -> CreateDraft:
        """The same without a service that was only guessed."""
        draft = self.draft()
        return draft if self._service_chosen else replace(draft, service_id="", service_name="")

    def put(self, draft: CreateDraft) -> None:
        """Show this instead, as if somebody had typed it."""
        self.start(draft)
        self._tell()

    def levels(self) -> tuple[int, int]:
        """Impact and urgency, the lowest of the matrix where nobody chose."""
        matrix = self._lists.matrix
        impact = int(self._draft.impact or len(matrix.impact_labels))
        urgency = int(self._draft.urgency or len(matrix.urgency_labels))
        return min(impact, len(matrix.impact_labels)), min(urgency, len(matrix.urgency_labels))

    def settings_known(self) -> None:
        """The matrix and the limit of attachments were read."""
        self.attachments.limit = self._lists.attachment_limit
        self._dress()

    def say(self, name: str, text: str) -> bool:
        """Say what is wrong at a field, or nothing any more; False where there is no such field."""
        name = "caller_id" if name == "name" else name
        place = "caller_id" if name in self._of_caller else name
        problem = self._problems.get(place)
        if problem is None:
            return False
        problem.setText(text)
        problem.setVisible(bool(text))
        for key, field in (self._of_caller if place == "caller_id" else {"short_description": self.summary}).items():
            is_meant = bool(text) and key == name
            field.setProperty("invalid", is_meant)
            field.style().unpolish(field)
            field.style().polish(field)
            if is_meant:
                field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def problems(self) -> dict[str, str]:
        """What is said at which field."""
        return {name: label.text() for name, label in self._problems.items() if label.text()}

    def add_picture(self, image: QImage) -> None:
        """A picture was pasted or dropped somewhere on the sheet."""
        self.attachments.add_picture(image)

    def _taken(self, person: PersonChoice) -> None:
        hint = self.requester.accessibleDescription()
        self._set(
            caller_id=person.id,
            caller_name=person.name,
            caller_hint=hint,
            caller_is_new="",
            typed="",
            **_treated(person),
        )
        self._reach.hide()
        self.caller_changed.emit(person.id, person.name)

    def _named(self, name: str) -> None:
        new_id = self._context.desk.new_id()
        self._set(caller_id=new_id, caller_name=name, caller_hint="", caller_is_new="yes", typed="", **_treated(None))
        self._reach.show()
        self.caller_changed.emit("", name)

    def _no_caller(self) -> None:
        self._reach.hide()
        self._set(caller_id="", caller_name="", caller_hint="", caller_is_new="", **_treated(None))
        self.caller_changed.emit("", "")

    def _after_requester(self) -> None:
        self.summary.setFocus(Qt.FocusReason.TabFocusReason)

    def _summary_typed(self, text: str) -> None:
        over = len(text.strip()) > TITLE_LIMIT
        sentence = _too_long(len(text.strip()))
        self.say("short_description", sentence if over else "")
        self._guess(text)
        self._tell()
        self.summary_changed.emit(text)

    def _guess(self, text: str) -> None:
        if self._service_chosen or self._learned:
            return

        def answered(options: object) -> None:
            # The call may have been logged, and the sheet be gone, before the answer comes.
            is_wanted = isValid(self) and not self._service_chosen and not self._learned
            if not is_wanted or not isinstance(options, (list, tuple)) or text != self.summary.text():
                return
            guessed = guess_option(text, options)
            self._draft = CreateDraft(
                **self._draft.to_fields()
                | {
                    "service_id": str(guessed.value) if guessed is not None else "",
                    "service_name": guessed.label if guessed is not None else "",
                }
            )
            self._dress()

        self.service.ask("", answered)

    def _stop_guessing(self) -> None:
        """The desk has learned something, and that is better than the words of names; it fills nothing in by itself."""
        if not self._learned and self._draft.service_id and not self._service_chosen:
            self._set(service_id="", service_name="")
            self._dress()
        self._learned = True

    def _picked(self, name: str, option: Option) -> None:
        value = "" if option.value is None else str(option.value)
        if name in {"service", "group"}:
            self._service_chosen = self._service_chosen or name == "service"
            self._set(**{f"{name}_id": value, f"{name}_name": option.label if value else ""})
        else:
            self._set(**{name: value})
        self._dress()

    def _set(self, **values: str) -> None:
        self._draft = CreateDraft(**self._draft.to_fields() | values)
        _show_note(self.note, self._draft)
        self.say("caller_id", "")
        self._tell()

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()

    def _dress(self) -> None:
        draft, matrix = self._draft, self._lists.matrix
        impact, urgency = self.levels()
        guessed = bool(draft.service_id) and not self._service_chosen
        self.service.set_value(draft.service_name, empty=tr("Type to choose"), chip=tr("guessed") if guessed else "")
        self.group.set_value(draft.group_name, empty=tr("Type to choose"))
        self.channel.set_value(Channel(draft.channel).label if draft.channel in set(Channel) else draft.channel)
        self.channel.set_icon(CHANNEL_ICONS.get(draft.channel, "inbox"))
        for field, level, labels in (
            (self.impact, impact, matrix.impact_labels), (self.urgency, urgency, matrix.urgency_labels),
        ):  # fmt: skip
            hint = "   ".join(f"{number} {label}" for number, label in enumerate(labels, 1))
            field.set_value(labels[level - 1], hint=hint if len(labels) <= 3 else tr("1 to {count}", count=len(labels)))
        priority = matrix.priority(impact, urgency)
        self.priority.badge.set_priority(priority)
        self.priority.setToolTip(tr("From impact and urgency"))
        self.priority.words.set_text(matrix.priority_label(priority))


def _show_note(note: CallerNote, draft: CreateDraft) -> None:
    note.show_caller(draft.caller_name, draft.caller_note, vip=bool(draft.caller_is_vip))


def _treated(person: PersonChoice | None) -> dict[str, str]:
    """How a person wants to be treated; nothing of somebody who is not known yet."""
    if person is None:
        return {"caller_is_vip": "", "caller_note": ""}
    return {"caller_is_vip": "yes" if person.vip else "", "caller_note": person.handling_note or ""}
