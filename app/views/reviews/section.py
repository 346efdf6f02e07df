"""The parts of the page: titled sections, and the index beside them that says what is still missing."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.views.reviews.editors import Editor
from app.views.toolkit import tokens
from app.views.toolkit.enter_presses import EnterPresses
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import fill_rounded, paint_centred, paint_focus_ring, paint_left, paint_right
from app.views.toolkit.mirror import painter_on
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size
from app.views.widgets.labels import Label
from app.views.widgets.marks import Mark


class Section(QWidget):
    """A titled part of the page; `column` takes its content."""

    def __init__(self, key: str, title: str, hint: str = "") -> None:
        super().__init__()
        self.key, self.title = key, title
        self.setAccessibleName(title)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(6)
        self.column.addWidget(Label(title, tokens.SHEET_TITLE))
        if hint:
            self.column.addWidget(Label(hint, tokens.META, "text3", wrap=True))
            self.column.addSpacing(2)


class Fields(QWidget):
    """Editors in columns of equal width, each below its name."""

    def __init__(self, editors: Sequence[Editor], columns: int = 3) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(3)
        for place, editor in enumerate(editors):
            row, column = divmod(place, columns)
            label = Label(editor.name, tokens.CAPTION_STRONG, "text2", wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeading)
            label.setBuddy(editor.control)
            grid.addWidget(label, 2 * row, column)
            grid.addWidget(editor, 2 * row + 1, column, Qt.AlignmentFlag.AlignTop)
            grid.setRowMinimumHeight(2 * row, 20)
        for column in range(columns):
            grid.setColumnStretch(column, 1)


class _IndexItem(EnterPresses):
    def __init__(self, title: str) -> None:
        super().__init__()
        self.setText(title)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._missing = 0
        self.set_missing(0)

    def set_missing(self, count: int) -> None:
        self._missing = count
        self.setAccessibleName(
            tr("{value}, {count} missing", value=self.text(), count=count)
            if count
            else tr("{value}, complete", value=self.text())
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(150, Size.SIDEBAR_ITEM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = painter_on(self)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen or self.underMouse():
            fill_rounded(painter, box, Size.RADIUS_CONTROL, "sel" if chosen else "hover")
        style = tokens.UI_STRONG if chosen else tokens.UI_MEDIUM
        paint_left(painter, style, "text" if chosen else "text2", box.adjusted(10, 0, -34, 0), self.text())
        if self._missing:
            paint_right(painter, tokens.META_STRONG, "amber", box.adjusted(0, 0, -10, 0), str(self._missing))
        else:
            paint_icon(painter, "check", colour("green"), box.right() - 24, box.center().y() - 7, 14)
        if self.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_CONTROL)


class Index(QWidget):
    """`wanted` carries the key of the section to go to."""

    wanted = Signal(str)

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__()
        self.setAccessibleName(tr("Sections of the review"))
        self._group = QButtonGroup(self)
        self._items: dict[str, _IndexItem] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for section in sections:
            item = _IndexItem(section.title)
            item.clicked.connect(lambda _checked=False, key=section.key: self.wanted.emit(key))
            self._group.addButton(item)
            self._items[section.key] = item
            column.addWidget(item)
        column.addStretch(1)

    def choose(self, key: str) -> None:
        """Show where the page is."""
        self._items[key].setChecked(True)

    def show_missing(self, counts: dict[str, int]) -> None:
        """How many things each section lacks before it can be published; none is a check mark."""
        for key, item in self._items.items():
            item.set_missing(counts.get(key, 0))


class LetterMark(Mark):
    """The letter of a milestone, white on a dark disc as in the document; empty for other events."""

    def __init__(self) -> None:
        super().__init__()
        self._letter = ""

    def set_letter(self, letter: str) -> None:
        """Show this letter, or nothing."""
        self._letter = letter
        self._show_as(tr("Milestone {letter}", letter=letter) if letter else tr("No milestone"))

    def sizeHint(self) -> QSize:
        """A disc and the height of a field."""
        return QSize(22, Size.FILTER)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The disc."""
        if not self._letter:
            return
        painter = painter_on(self)
        box = QRectF(0, self.height() / 2 - 11, 22, 22)
        fill_rounded(painter, box, 11, "text")
        paint_centred(painter, tokens.META_STRONG, "surface", box, self._letter)
