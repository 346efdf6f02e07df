"""Everything that can be written in a review, in the order in which it is printed."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.errors import DeskError, StaleEdit
from app.domain.review import (
    SUMMARY_WORDS,
    LessonKind,
    ReviewPart,
    duration,
    overdue_days,
    words,
)
from app.domain.vocabulary import ReviewState
from app.domain.wording import tr
from app.services.reviews.dto import ReviewDetail, ReviewEdit, Value
from app.views.context import ViewContext
from app.views.reviews.codecs import moment_codec
from app.views.reviews.editors import ChoiceEditor, Editor
from app.views.reviews.fields import NOBODY, header_editors, lesson_table, part_tables
from app.views.reviews.row_table import RowTable
from app.views.reviews.saver import ReviewSaver
from app.views.reviews.section import Fields, Section
from app.views.reviews.sign_off import SignOffState
from app.views.reviews.timeline_section import MILESTONE, TimelineSection
from app.views.toolkit import tokens
from app.views.toolkit.formats import duration as duration_text
from app.views.toolkit.toast import ToastAction
from app.views.widgets.buttons import Button
from app.views.widgets.labels import Label

_LISTS = {
    ReviewPart.IMPACT: "impacts",
    ReviewPart.EVENT: "events",
    ReviewPart.DECISION: "decisions",
    ReviewPart.CAUSE: "causes",
    ReviewPart.ACTION: "actions",
    ReviewPart.SIGN_OFF: "sign_offs",
}

_BEFORE = "#before"
"""In a draft, after the key of a field: what it read when somebody began to type in it."""


class ReviewForm(QWidget):
    """`typed` tells that something is not saved yet, `collided` that somebody else saved the same field."""

    typed = Signal()
    refused = Signal(str)
    collided = Signal(object, object)
    approve_wanted = Signal(str)

    def __init__(self, context: ViewContext, saver: ReviewSaver) -> None:
        super().__init__()
        self._context, self._saver = context, saver
        self._moments = moment_codec(context.formats.zone)
        self._people: tuple[tuple[str | None, str], ...] = NOBODY
        self.detail: ReviewDetail | None = None
        self.header = header_editors(self._moments)
        self.tables = part_tables(self._moments, self._person_editor)
        self.lessons = {kind: lesson_table(kind) for kind in LessonKind}
        self.timeline = TimelineSection(context, saver, self._moments)
        self.tables[ReviewPart.EVENT] = self.timeline.table
        self.sections = self._sections()
        self._connect()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(24)
        for section in self.sections:
            column.addWidget(section)

    # Building

    def _sections(self) -> list[Section]:
        facts = Section("header", tr("Facts"))
        keys = [key for key in self.header if key not in {"title", "summary", "detection", "recovery"}]
        facts.column.addWidget(Fields([self.header[key] for key in keys]))
        self.length = Label("", tokens.META, "text2")
        facts.column.addWidget(self.length)
        told = Section("told", tr("Detection and recovery"))
        told.column.addWidget(Fields([self.header["detection"], self.header["recovery"]], 2))
        lessons = Section("lesson", tr("Lessons"))
        boxes = QHBoxLayout()
        boxes.setSpacing(20)
        for kind in LessonKind:
            box = QVBoxLayout()
            box.setSpacing(0)
            box.addWidget(Label(kind.label, tokens.UI_STRONG))
            box.addWidget(self.lessons[kind])
            box.addStretch(1)
            boxes.addLayout(box, 1)
        lessons.column.addLayout(boxes)
        return [
            facts,
            self._summary_section(),
            self._listed("impact", tr("Impact"), ReviewPart.IMPACT),
            self.timeline,
            told,
            self._listed(
                "decision", tr("Decision points"), ReviewPart.DECISION, tr("What was decided, and what was known.")
            ),
            self._listed(
                "cause", tr("Contributing causes"), ReviewPart.CAUSE, tr("Conditions, not people; as many as it takes.")
            ),
            lessons,
            self._listed("action", tr("Actions"), ReviewPart.ACTION, tr("Each needs an owner and a due date.")),
            self._listed(
                "sign_off", tr("Sign-off"), ReviewPart.SIGN_OFF, tr("Everybody named here approves it themselves.")
            ),
        ]

    def _summary_section(self) -> Section:
        section = Section("summary", tr("Executive summary"))
        section.column.addWidget(self.header["summary"])
        line = QHBoxLayout()
        self.word_count = Label("", tokens.META, "text2")
        self.from_facts = Button(tr("Start from the facts"), kind="ghost", icon="text-quote", height=28)
        self.from_facts.clicked.connect(self._write_facts)
        line.addWidget(self.word_count)
        line.addStretch(1)
        line.addWidget(self.from_facts)
        section.column.addLayout(line)
        return section

    def _listed(self, key: str, title: str, part: ReviewPart, hint: str = "") -> Section:
        section = Section(key, title, hint)
        section.column.addWidget(self.tables[part])
        return section

    def _person_editor(self) -> ChoiceEditor:
        return ChoiceEditor(tr("Person"), self._people)

    def _connect(self) -> None:
        for field, editor in self.header.items():
            editor.edited.connect(partial(self._header_edited, field))
            editor.typed.connect(self._header_typed)
            editor.refused.connect(self.refused)
        for part, table in self.tables.items():
            self._connect_table(part, table)
            if part is not ReviewPart.EVENT:
                table.added.connect(partial(self._add, part))
        for kind, table in self.lessons.items():
            self._connect_table(ReviewPart.LESSON, table)
            table.added.connect(partial(self._add, ReviewPart.LESSON, {"kind": kind.value}))

    def _connect_table(self, part: ReviewPart, table: RowTable) -> None:
        table.edited.connect(partial(self._part_edited, part, table))
        table.moved.connect(partial(self._saver.move, part))
        table.removed.connect(partial(self._remove, part, table))
        table.typed.connect(self.typed)
        table.refused.connect(self.refused)

    # Showing

    def set_people(self, people: Sequence[tuple[str | None, str]]) -> None:
        """Who can be chosen."""
        self._people = (*NOBODY, *people)
        for editor in self._person_editors():
            editor.set_choices(self._people)

    def _person_editors(self) -> Iterator[ChoiceEditor]:
        for _, editor in self.editors():
            if isinstance(editor, ChoiceEditor) and editor.select.findData(None) == 0 and editor.name != MILESTONE:
                yield editor

    def show_detail(self, detail: ReviewDetail, *, may_edit: bool) -> None:
        """Show a review; what is being typed stays."""
        self.detail = detail
        content = detail.content
        fixed = content.state is not ReviewState.DRAFT or not may_edit
        self._offer_people(detail)
        for field, editor in self.header.items():
            editor.set_fixed(fixed)
            editor.show_value(getattr(content, field))
        for part, name in _LISTS.items():
            if part is not ReviewPart.EVENT:
                self.tables[part].set_fixed(fixed)
                self.tables[part].show_items(getattr(content, name))
        for kind, table in self.lessons.items():
            table.set_fixed(fixed)
            table.show_items([item for item in content.lessons if item.kind == kind])
        self._offer_people(detail)
        self.timeline.show_detail(detail, fixed=fixed)
        self.from_facts.setVisible(not fixed and not content.summary)
        self._show_ends(detail)
        self._count_words()

    def _offer_people(self, detail: ReviewDetail) -> None:
        # Somebody named in the review stays named, whether or not they can be chosen still.
        content = detail.content
        named = {content.author_id: content.author_name, content.commander_id: content.commander_name}
        named |= {item.owner_id: item.owner_name for item in content.actions}
        named |= {item.person_id: item.person_name for item in content.sign_offs}
        known = {value for value, _ in self._people}
        missing = tuple((key, name or "") for key, name in named.items() if key is not None and key not in known)
        if missing:
            self._people = (*self._people, *missing)
            for editor in self._person_editors():
                for key, name in missing:
                    editor.add_choice(key, name)

    def _show_ends(self, detail: ReviewDetail) -> None:
        content, formats, now = detail.content, self._context.formats, self._context.clock.now()
        for action in content.actions:
            end = self.tables[ReviewPart.ACTION].rows[action.id].end
            late = overdue_days(action.status, action.due_on, detail.today)
            if isinstance(end, Label):
                end.setText("" if late is None else tr("Overdue {late} d", late=late))
                end.setVisible(late is not None)
        for part in content.sign_offs:
            state = self.tables[ReviewPart.SIGN_OFF].rows[part.id].end
            if isinstance(state, SignOffState):
                when = formats.moment(part.approved_at, now) if part.approved_at else ""
                mine = part.person_id == self._context.actor.person_id
                state.show_part(part, when, mine=mine, in_review=content.state is ReviewState.IN_REVIEW)
                if not state.property("asked"):
                    state.setProperty("asked", True)
                    state.approved.connect(partial(self.approve_wanted.emit, part.id))
        length = duration(content.impact_began_at, content.impact_ended_at)
        self.length.setText(
            "" if length is None else tr("The impact lasted {duration_text}.", duration_text=duration_text(length))
        )

    # What was typed

    def editors(self) -> Iterator[tuple[str, Editor]]:
        """Every field with the key under which its draft is kept."""
        yield from self.header.items()
        for table in (*self.tables.values(), *self.lessons.values()):
            for part_id, row in table.rows.items():
                for field, editor in row.editors.items():
                    yield f"{part_id}:{field}", editor

    def value_of(self, editor: Editor) -> Value:
        """What the desk said last of the value of a field."""
        if self.detail is None:
            return editor.base
        content = self.detail.content
        for field, known in self.header.items():
            if known is editor:
                return cast("Value", getattr(content, field))
        for name in (*_LISTS.values(), "lessons"):
            for item in getattr(content, name):
                for field in item._fields:
                    if self._find(item.id, field) is editor:
                        return cast("Value", getattr(item, field))
        return editor.base

    def _find(self, part_id: str, field: str) -> Editor | None:
        for table in (*self.tables.values(), *self.lessons.values()):
            if part_id in table.rows:
                return table.rows[part_id].editors.get(field)
        return None

    def commit(self) -> None:
        """Save everything that was typed."""
        for _, editor in list(self.editors()):
            editor.commit()

    def unsaved(self) -> dict[str, str]:
        """What was typed and stands nowhere yet, by key, and what each field read before."""
        found: dict[str, str] = {}
        for key, editor in self.editors():
            if editor.is_dirty:
                found |= {key: editor.text(), f"{key}{_BEFORE}": editor.known_text()}
        return found

    def restore(self, texts: dict[str, str]) -> int:
        """Bring back what was typed in an earlier session; returns in how many fields it differs from what stands."""
        count = 0
        for key, editor in self.editors():
            if key in texts and texts[key] != editor.text():
                editor.restore(texts[key], texts.get(f"{key}{_BEFORE}"))
                count += 1
        return count

    def _header_typed(self) -> None:
        self._count_words()
        self.typed.emit()

    def _count_words(self) -> None:
        count = words(self.header["summary"].text())
        over = count - SUMMARY_WORDS
        more = tr(", {over} more than fits well", over=over) if over > 0 else ""
        self.word_count.setText(
            tr("{count} of {summary_words} words{more}", count=count, summary_words=SUMMARY_WORDS, more=more)
        )
        self.word_count.set_ink("amber" if over > 0 else "text2")

    def _write_facts(self) -> None:
        if self.detail is not None:
            self.header["summary"].restore(self.detail.facts)
            self.header["summary"].commit()

    # To the desk

    def _header_edited(self, field: str, base: Value, value: Value) -> None:
        editor = self.header[field]
        self._saver.edit(field, ReviewEdit(base, value), partial(editor.saved, value), partial(self._not_saved, editor))

    def _part_edited(
        self, part: ReviewPart, table: RowTable, part_id: str, field: str, base: Value, value: Value
    ) -> None:
        editor = table.rows[part_id].editors[field]
        saved, failed = partial(editor.saved, value), partial(self._not_saved, editor)
        self._saver.change(part, part_id, field, ReviewEdit(base, value), saved, failed)

    def _not_saved(self, editor: Editor, error: DeskError) -> None:
        editor.failed()
        if isinstance(error, StaleEdit):
            self.collided.emit(editor, error)
        else:
            self.refused.emit(f"{editor.name}: {error}")

    def _add(self, part: ReviewPart, values: dict[str, Value] | None = None) -> None:
        given: dict[str, Value] = dict(values or {})
        if part is ReviewPart.DECISION and self.detail is not None:
            given["occurred_at"] = self.detail.content.impact_began_at or self.detail.incident.reported_at
        self._saver.add(part, self._context.desk.new_id(), given)

    def _remove(self, part: ReviewPart, table: RowTable, part_id: str) -> None:
        row = table.rows[part_id]
        kept: dict[str, Value] = {field: editor.base for field, editor in row.editors.items()}
        if part is ReviewPart.LESSON:
            kept["kind"] = next(kind.value for kind, lessons in self.lessons.items() if lessons is table)
        entry_id = self._entry_of(part_id)
        self._saver.remove(part, part_id)

        def put_back() -> None:
            if entry_id is not None:
                self._saver.pick((entry_id,))
            else:
                self._saver.add(part, self._context.desk.new_id(), kept)

        self._context.toasts.show(tr("{part} removed", part=part.label), ToastAction(tr("Undo"), put_back, "Ctrl+Z"))

    def _entry_of(self, part_id: str) -> str | None:
        events = self.detail.content.events if self.detail is not None else ()
        return next((event.entry_id for event in events if event.id == part_id), None)
