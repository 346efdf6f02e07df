"""The rows of the timeline: a card for what a person wrote, a line for what happened, a button for what is folded."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFocusEvent, QImage, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.vocabulary import EntryKind
from app.domain.wording import tr
from app.services.incidents.dto import AttachmentInfo
from app.views.incident.files import PICTURE_LIMIT, PICTURES, is_program, size_shown
from app.views.incident.removed_file import RemovedFile
from app.views.incident.story import Fold, Message, Part, Sentence
from app.views.incident.update_story import card_of, is_update
from app.views.toolkit import tokens
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import fill_rounded, paint_avatar, paint_focus_ring, pen
from app.views.toolkit.mirror import painter_on, set_margins, upright
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size
from app.views.widgets.body_text import BodyText
from app.views.widgets.buttons import Button, OpeningButton
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import Pill, Symbol
from app.views.widgets.spans import SpansLabel, isolated

RAIL = 40
MARK = 26
_CARD_TOP = 8


class Row(QWidget):
    """A part of the timeline with its piece of the rail at the left; `first` and `last` end the rail."""

    def __init__(self, part: Part) -> None:
        super().__init__()
        self.part = part
        self.first = self.last = False
        self._marked = False
        self._column = QVBoxLayout(self)
        set_margins(self._column, RAIL, 0, 0, 0)

    def mark(self, text: str) -> None:
        """Stand out because these words are in it; with an empty text no longer."""
        if bool(text) != self._marked:
            self._marked = bool(text)
            self.update()

    def _mark_middle(self) -> float:
        return 16.0

    def _paint_mark(self, painter: QPainter, middle: float) -> None:
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The rail, interrupted by the mark."""
        painter = painter_on(self)
        if self._marked:
            box = QRectF(RAIL - 8, 1, self.width() - RAIL + 8, self.height() - 2)
            fill_rounded(painter, box, Size.RADIUS_CARD, "sel")
        middle = self._mark_middle()
        painter.setPen(pen("border", 2))
        gap = MARK / 2 + 4
        if not self.first and middle - gap > 0:
            painter.drawLine(int(MARK / 2), 0, int(MARK / 2), int(middle - gap))
        if not self.last:
            painter.drawLine(int(MARK / 2), int(middle + gap), int(MARK / 2), self.height())
        self._paint_mark(painter, middle)

    def _paint_circle(self, painter: QPainter, middle: float, icon: str, tone: str) -> None:
        fill_rounded(painter, QRectF(2, middle - 11, 22, 22), 11, f"{tone}tint")
        paint_icon(painter, icon, colour(tone), 6, middle - 7, 14)


class SentenceRow(Row):
    """One line: what happened, and when."""

    def __init__(self, part: Sentence, time: str, full_time: str) -> None:
        super().__init__(part)
        self._sentence = part
        row = QHBoxLayout()
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(12)
        row.addWidget(SpansLabel(part.spans), 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(_time_label(time, full_time), 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(row)

    def _paint_mark(self, painter: QPainter, middle: float) -> None:
        self._paint_circle(painter, middle, self._sentence.icon, self._sentence.tone)


class FoldRow(Row):
    """`Show 6 more updates`."""

    def __init__(self, part: Fold, unfold: Callable[[str], None]) -> None:
        super().__init__(part)
        key = part.sentences[0].item.id
        self.button = Button(tr("Show {count} more updates", count=len(part.sentences)), kind="ghost", height=26)
        self.button.clicked.connect(lambda _checked=False: unfold(key))
        set_margins(self._column, RAIL - 12, 3, 0, 3)
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    def _paint_mark(self, painter: QPainter, middle: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("border2"))
        for offset in (-6, 0, 6):
            painter.drawEllipse(QRectF(MARK / 2 - 1.5, middle + offset - 1.5, 3, 3))


class MessageRow(Row):
    """What somebody wrote, on a card; work notes are yellow and updates violet, with a mark and the words."""

    def __init__(self, part: Message, time: str, full_time: str, on_file: Callable[[AttachmentInfo], None]) -> None:
        super().__init__(part)
        self._message = part
        # Tab goes past what is only read; Ctrl+Up and Ctrl+Down lead here.
        self.setAccessibleName(tr("{kind} by {author}, {time}", kind=_kind(part), author=part.author, time=full_time))
        self.setAccessibleDescription(part.body)
        self.thumbnails: dict[str, Thumbnail] = {}
        card = QFrame()
        card.setProperty("card", card_of(part.item, note=part.note))
        inner = QVBoxLayout(card)
        inner.setContentsMargins(15, 11, 15, 13)
        inner.setSpacing(7)
        inner.addLayout(self._head(part, time, full_time))
        self._body = (
            BodyText(part.body, tr("{kind} by {author}", kind=_kind(part), author=part.author)) if part.body else None
        )
        if self._body is not None:
            inner.addWidget(self._body)
        if part.item.attachments:
            inner.addLayout(self._files(part.item.attachments, on_file))
        set_margins(self._column, RAIL, _CARD_TOP - 2, 0, _CARD_TOP)
        self._column.addWidget(card)

    def mark(self, text: str) -> None:
        """The words themselves are marked too."""
        super().mark(text)
        if self._body is not None:
            self._body.mark(text)

    def _head(self, part: Message, time: str, full_time: str) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(7)
        name = Label(isolated(part.author), tokens.UI_STRONG)
        row.addWidget(name)
        if part.role:
            row.addWidget(ElidedLabel(part.role, tokens.UI, "text2"))
        if part.note:
            row.addWidget(Pill(tr("Internal note"), "amber", "lock"))
        elif is_update(part.item):
            row.addWidget(Pill(tr("Stakeholder update"), "violet", "megaphone"))
        elif part.item.kind == EntryKind.LOGGED:
            row.addWidget(Symbol("phone", tr("As reported"), "text2", 14))
        row.addStretch(1)
        row.addWidget(_time_label(time, full_time))
        return row

    def _files(self, files: tuple[AttachmentInfo, ...], on_file: Callable[[AttachmentInfo], None]) -> FlowLayout:
        flow = FlowLayout(8)
        for info in files:
            if info.removed_at is not None:
                flow.addWidget(RemovedFile(info))
            elif info.media_type in PICTURES and info.size <= PICTURE_LIMIT:
                self.thumbnails[info.id] = picture = Thumbnail(info)
                picture.clicked.connect(lambda _checked=False, info=info: on_file(info))
                flow.addWidget(picture)
            else:
                chip = FileChip(info.file_name, info.size)
                chip.clicked.connect(lambda _checked=False, info=info: on_file(info))
                flow.addWidget(chip)
        return flow

    def paintEvent(self, event: QPaintEvent) -> None:
        """With a ring where the keyboard is."""
        super().paintEvent(event)
        if self.hasFocus():
            box = QRectF(RAIL - 4, 2, self.width() - RAIL + 4, self.height() - 4)
            paint_focus_ring(painter_on(self), box, Size.RADIUS_CARD)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    def _mark_middle(self) -> float:
        return _CARD_TOP + 15.0

    def _paint_mark(self, painter: QPainter, middle: float) -> None:
        paint_avatar(painter, 0, middle, self._message.author, MARK)


class FileChip(OpeningButton):
    """A file by name and size; programs carry a warning sign."""

    def __init__(self, name: str, size: int) -> None:
        risky = is_program(name)
        shown = name if len(name) <= 48 else f"{name[:30]}…{name[-14:]}"
        super().__init__(
            f"{shown}  {size_shown(size)}", kind="secondary", icon="triangle-alert" if risky else "file-text", height=30
        )
        self.setAccessibleName(
            tr("Attachment {name}, {size}, can run programs", name=name, size=size_shown(size))
            if risky
            else tr("Attachment {name}, {size}", name=name, size=size_shown(size))
        )
        self.setToolTip(tr("Save {name}…", name=name) if risky else tr("Show {name}", name=name))


class Thumbnail(OpeningButton):
    """A picture in small, once it was read; until then, or if it is none, a chip with its name."""

    def __init__(self, info: AttachmentInfo) -> None:
        super().__init__(f"{info.file_name}  {size_shown(info.size)}", kind="secondary", icon="image", height=30)
        self._pixmap: QPixmap | None = None
        self.setAccessibleName(tr("Picture {file_name}, {size}", file_name=info.file_name, size=size_shown(info.size)))
        self.setToolTip(tr("Show {name}", name=info.file_name))

    def show_picture(self, image: QImage) -> None:
        """Paint this picture above the name."""
        if not image.isNull():
            self._pixmap = QPixmap.fromImage(image)
            self._height = 30 + image.height() + 8
            self.updateGeometry()
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, then the name below it."""
        if self._pixmap is None:
            super().paintEvent(event)
            return
        painter = painter_on(self)
        box = QRectF(self.rect())
        fill_rounded(painter, box, Size.RADIUS_CONTROL, "raised", "accent" if self.hasFocus() else "border2")
        place = QRectF((self.width() - self._pixmap.width()) // 2, 6, self._pixmap.width(), self._pixmap.height())
        with upright(painter, place) as real:
            painter.drawPixmap(real.topLeft(), self._pixmap)
        self._paint_content(painter, box.adjusted(0, box.height() - 30, 0, 0), "text2", "text2", None)


def _time_label(time: str, full_time: str) -> QLabel:
    label = Label(time, tokens.META_MEDIUM, "text3")
    label.setToolTip(full_time)
    label.setAccessibleName(full_time)
    return label


def _kind(part: Message) -> str:
    if part.note:
        return tr("Internal note")
    if is_update(part.item):
        return tr("Stakeholder update")
    return tr("Resolution") if part.item.kind == EntryKind.STATE else tr("Message")
