"""The journal of an incident on a rail, newest last; it holds widgets for the latest entries only and adds older ones
when they are asked for, so that a history of 500 entries opens as fast as one of 50.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from app.domain.search.folding import folded
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail
from app.views.context import ViewContext
from app.views.incident.entries import FoldRow, MessageRow, Row, SentenceRow, Thumbnail
from app.views.incident.files import thumbnail
from app.views.incident.pick_lists import PickLists
from app.views.incident.story import Fold, Message, Part, Sentence, Shown, Teller, words_of
from app.views.widgets.buttons import Button

FIRST_ROWS: Final = 20
MORE_ROWS: Final = 20
"""A row costs about two milliseconds; with these numbers no step holds the window up for a tenth of a second."""

_NEAR_END: Final = 48


class Timeline(QScrollArea):
    """Entries are never changed, so a reload only adds rows; scroll position and selection stay as they are."""

    file_wanted = Signal(object)

    def __init__(self, context: ViewContext, lists: PickLists) -> None:
        super().__init__()
        self._context, self._lists = context, lists
        self._detail: IncidentDetail | None = None
        self._shown = Shown.ALL
        self._unfolded: frozenset[str] = frozenset()
        self._limit = FIRST_ROWS
        self._rows: dict[str, Row] = {}
        self._stick = True
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Timeline, newest last"))
        canvas = QWidget()
        canvas.setObjectName("canvas")
        self._column = QVBoxLayout(canvas)
        self._column.setContentsMargins(24, 10, 24, 16)
        self._column.setSpacing(0)
        self.earlier = Button(tr("Show earlier entries"), kind="secondary", icon="history")
        self.earlier.clicked.connect(self._show_earlier)
        self._column.addWidget(self.earlier, 0, Qt.AlignmentFlag.AlignHCenter)
        self._column.addStretch(1)
        self.setWidget(canvas)
        self.verticalScrollBar().rangeChanged.connect(self._range_changed)
        self.verticalScrollBar().actionTriggered.connect(lambda _action: QTimer.singleShot(0, self, self._note_place))
        canvas.installEventFilter(self)

    @property
    def shown(self) -> Shown:
        """Which entries are shown."""
        return self._shown

    def show_incident(self, detail: IncidentDetail) -> None:
        """Show the journal; one that grew is added to, another incident's starts at its end."""
        if self._detail is None or self._detail.id != detail.id:
            self._limit, self._unfolded, self._stick = FIRST_ROWS, frozenset(), True
            self._clear()
        self._detail = detail
        self._fill()

    def show_only(self, shown: Shown) -> None:
        """Show everything, the conversation, or the changes."""
        if shown is not self._shown:
            self._shown, self._stick = shown, True
            self._fill()

    def show_latest(self) -> None:
        """Go to the newest entry."""
        self._stick = True
        self._to_end()

    def hits_of(self, text: str) -> list[str]:
        """The ids of the entries that hold these words, oldest first, also of those that are folded or not loaded."""
        wanted = folded(text)
        if self._detail is None or not wanted:
            return []
        return [part.id for part in self._parts(self._all_unfolded()) if wanted in folded(words_of(part))]

    def reveal(self, part_id: str, text: str) -> None:
        """Bring an entry into sight and mark it, with the words in it; with an empty id nothing is marked any more."""
        for row in self._rows.values():
            row.mark("")
        if not part_id or self._detail is None:
            return
        if part_id not in self._rows:
            self._unfolded = self._all_unfolded()
            ids = [part.id for part in self._parts(self._unfolded)]
            if part_id not in ids:
                return
            self._limit = max(self._limit, len(ids) - ids.index(part_id) + 1)
        self._stick = False
        self._fill()
        row = self._rows[part_id]
        row.mark(text)
        # A row that was just made has its place only after the layout.
        QTimer.singleShot(0, row, lambda: self.ensureWidgetVisible(row, 0, _NEAR_END))

    def _all_unfolded(self) -> frozenset[str]:
        return frozenset() if self._detail is None else frozenset(item.id for item in self._detail.journal)

    def _parts(self, unfolded: frozenset[str]) -> list[Part]:
        if self._detail is None:
            return []
        teller = Teller(self._context.formats, self._context.clock.now(), self._lists.matrix)
        return teller.tell(self._detail, self._shown, unfolded)

    def clear(self) -> None:
        """Show nothing."""
        self._detail = None
        self._clear()

    def rows(self) -> list[Row]:
        """The rows that exist as widgets, oldest first."""
        return sorted(self._rows.values(), key=self._column.indexOf)

    def _clear(self) -> None:
        for row in self._rows.values():
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows.clear()

    def _fill(self) -> None:
        if self._detail is None:
            return
        parts = self._parts(self._unfolded)
        visible = parts[-self._limit :]
        self.earlier.setVisible(len(parts) > len(visible))
        self.earlier.setText(
            tr("Show {more_rows} earlier entries", more_rows=min(MORE_ROWS, len(parts) - len(visible)))
        )
        self.earlier.updateGeometry()
        wanted = {part.id: part for part in visible}
        for key in [key for key in self._rows if key not in wanted]:
            self._take_away(key)
        for index, (key, part) in enumerate(wanted.items(), 1):
            if key in self._rows and _removed_from(part) != _removed_from(self._rows[key].part):
                self._take_away(key)
            if key not in self._rows:
                self._rows[key] = self._row(part)
                self._column.insertWidget(index, self._rows[key])
            self._rows[key].first, self._rows[key].last = index == 1, index == len(wanted)

    def _take_away(self, key: str) -> None:
        row = self._rows.pop(key)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _row(self, part: Part) -> Row:
        if isinstance(part, Fold):
            return FoldRow(part, self._unfold)
        moment, now = part.item.occurred_at, self._context.clock.now()
        formats = self._context.formats
        short = formats.time(moment) if formats.is_today(moment, now) else formats.moment(moment, now)
        if isinstance(part, Sentence):
            return SentenceRow(part, short, formats.full(moment))
        row = MessageRow(part, short, formats.full(moment), self.file_wanted.emit)
        self._load_pictures(part, row)
        return row

    def _load_pictures(self, part: Message, row: MessageRow) -> None:
        for info in part.item.attachments:
            picture = row.thumbnails.get(info.id)
            if picture is not None:
                self._load_picture(info.id, row, picture)

    def _load_picture(self, file_id: str, row: MessageRow, picture: Thumbnail) -> None:
        desk, actor = self._context.desk, self._context.actor

        def show(image: QImage) -> None:
            # The row may be gone when a slow picture arrives.
            if self._rows.get(row.part.id) is row:
                picture.show_picture(image)

        # A damaged picture stays a chip with its name; saving it says what is wrong.
        self._context.background.read(
            lambda: thumbnail(desk.incident.file(actor, file_id)[1]), show, lambda _error: None
        )

    def _unfold(self, key: str) -> None:
        self._unfolded |= {key}
        self._stick = False
        self._fill()

    def _show_earlier(self) -> None:
        bar = self.verticalScrollBar()
        self._stick = False
        below = bar.maximum() - bar.value()
        self._limit += MORE_ROWS
        self._fill()
        # What was read stays where it was; the older entries come in above it.
        QTimer.singleShot(0, self, lambda: bar.setValue(bar.maximum() - below))

    def _note_place(self) -> None:
        bar = self.verticalScrollBar()
        if bar.value() == bar.minimum() < bar.maximum() and not self.earlier.isHidden():
            self._show_earlier()
            return
        self._stick = bar.value() >= bar.maximum() - _NEAR_END

    def _range_changed(self) -> None:
        if self._stick:
            self._to_end()

    def _to_end(self) -> None:
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The wheel says where the person wants to be, as the scroll bar does."""
        if event.type() == QEvent.Type.Wheel:
            QTimer.singleShot(0, self, self._note_place)
        return super().eventFilter(watched, event)


def _removed_from(part: Part) -> tuple[str, ...]:
    """The files of an entry that were removed since by the rule of the desk; nothing else of an entry changes."""
    files = part.item.attachments if isinstance(part, Message) else ()
    return tuple(info.id for info in files if info.removed_at is not None)
