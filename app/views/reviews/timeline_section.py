"""The timeline: the journal at the left, what was chosen from it and what was added by hand at the right."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.retelling import retold
from app.domain.review import Milestone, ReviewPart, entry_reference, letter
from app.domain.vocabulary import EntryKind
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail
from app.services.reviews.dto import EventPart, ReviewDetail
from app.services.reviews.wording import event_source, event_text
from app.views.context import ViewContext
from app.views.reviews.codecs import Codec
from app.views.reviews.editors import ChoiceEditor, LineEditor, TextEditor
from app.views.reviews.fields import MOMENT_WIDTH
from app.views.reviews.journal_list import JournalLine, JournalList
from app.views.reviews.row_table import Column, RowTable
from app.views.reviews.saver import ReviewSaver
from app.views.reviews.section import LetterMark, Section
from app.views.toolkit import tokens
from app.views.widgets.labels import ElidedLabel, Label

_LIST_WIDTH = 300
MILESTONE = tr("Milestone")
"""How the column is called."""

_MILESTONES = ((None, "–"), *((item.value, item.label) for item in Milestone))


def _source_label() -> ElidedLabel:
    label = ElidedLabel("", tokens.META, "text3")
    label.setFixedHeight(18)
    label.setContentsMargins(2, 0, 0, 0)
    return label


class TimelineSection(Section):
    """Ticking an entry puts it on the timeline with the journal's time; its words may be changed, its time may not."""

    def __init__(self, context: ViewContext, saver: ReviewSaver, moments: Codec) -> None:
        super().__init__(
            "event",
            tr("Timeline"),
            tr("Tick what belongs on the timeline. Events with a milestone get a letter on the chart."),
        )
        self._context, self._saver = context, saver
        self.journal = JournalList()
        self.table = RowTable(
            (
                Column("occurred_at", tr("Time"), 0, lambda: LineEditor(tr("Time"), moments), MOMENT_WIDTH),
                Column("body", tr("Event"), 1, lambda: TextEditor(tr("Event"), placeholder=tr("What happened"))),
                Column("milestone", MILESTONE, 0, lambda: ChoiceEditor(MILESTONE, _MILESTONES), 132),
            ),
            tr("Add own entry"),
            movable=False,
            mark=LetterMark,
            end=_source_label,
            under="body",
            empty=tr("Nothing is on the timeline yet. Tick entries of the journal at the left, or add an own entry."),
        )
        self.journal.picked.connect(lambda entry_id: saver.pick((entry_id,)))
        self.journal.dropped.connect(lambda entry_id: saver.drop((entry_id,)))
        self.table.added.connect(self._add)
        self._content: ReviewDetail | None = None
        self.column.addWidget(self._sides())

    def _sides(self) -> QWidget:
        sides = QWidget()
        row = QHBoxLayout(sides)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        left = QVBoxLayout()
        left.setSpacing(4)
        left.addWidget(Label(tr("Journal"), tokens.CAPTION_STRONG, "text2"))
        self.journal.setFixedWidth(_LIST_WIDTH)
        self.journal.setProperty("card", "true")
        self.journal.setMinimumHeight(220)
        left.addWidget(self.journal, 1)
        right = QVBoxLayout()
        right.addWidget(self.table)
        right.addStretch(1)
        row.addLayout(left)
        row.addLayout(right, 1)
        return sides

    def show_detail(self, detail: ReviewDetail, *, fixed: bool) -> None:
        """Show the journal and the events."""
        self._content = detail
        events = detail.content.events
        self.journal.fixed = fixed
        picked = frozenset(event.entry_id for event in events if event.entry_id is not None)
        self.journal.show_lines(self._lines(detail.incident), picked)
        self.table.set_fixed(fixed)
        self.table.show_items(events)
        self._decorate(events)

    def _decorate(self, events: Sequence[EventPart]) -> None:
        marked = [event.id for event in events if event.milestone]
        for event in events:
            row = self.table.rows[event.id]
            if event.entry_id is not None:
                row.editors["occurred_at"].set_fixed(True)
            if isinstance(row.mark, LetterMark):
                row.mark.set_letter(letter(marked.index(event.id)) if event.milestone else "")
            if isinstance(row.end, ElidedLabel):
                row.end.set_text(_source(event))

    def _lines(self, about: IncidentDetail) -> list[JournalLine]:
        formats, now = self._context.formats, self._context.clock.now()
        return [
            JournalLine(
                item.id, formats.moment(item.occurred_at, now), event_text(item, about), event_source(item, about)
            )
            for item in about.journal
            if item.kind != EntryKind.REVIEW
        ]

    def _add(self) -> None:
        self._saver.add(ReviewPart.EVENT, self._context.desk.new_id(), {"occurred_at": self._start()})

    def _start(self) -> datetime:
        """A new entry begins at the last event, where its time is corrected quickest."""
        now = self._context.clock.now()
        if self._content is None:
            return now
        content = self._content.content
        times = [event.occurred_at for event in content.events] or [content.impact_began_at or now]
        return min(max(times), now)


def _source(event: EventPart) -> str:
    if event.entry_id is not None:
        return f"{retold(event.source)} {entry_reference(event.entry_id)}"
    return f"{retold(event.source)}, {event.author_name}" if event.author_name else retold(event.source)
