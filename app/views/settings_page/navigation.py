"""The list of sections, with a search above it."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.views.settings_page.registry import SectionSpec, found, likeliest
from app.views.toolkit import tokens
from app.views.toolkit.enter_presses import EnterPresses
from app.views.toolkit.icons import paint_icon
from app.views.toolkit.marks import fill_rounded, paint_focus_ring, paint_left, text_width
from app.views.toolkit.mirror import painter_on, set_margins
from app.views.toolkit.theme import colour
from app.views.toolkit.tokens import Size
from app.views.widgets.labels import Label

_NARROWEST, _WIDEST = 220, 270
_AROUND = 76
"""What stands beside a title: margins, icon, the dot."""
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SectionItem(EnterPresses):
    """One section; a topic that the search found stands below its title, a dot says that something is unpublished."""

    def __init__(self, spec: SectionSpec) -> None:
        super().__init__()
        self.spec = spec
        self._topic = ""
        self._unpublished = self._is_next = False
        self.setText(spec.title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tell()

    def set_topic(self, topic: str) -> None:
        """Show what the search found in it."""
        self._topic = topic
        self._tell()

    def set_next(self, is_next: bool) -> None:
        """Show that Enter in the search goes here."""
        self._is_next = is_next
        self.update()

    def set_unpublished(self, unpublished: bool) -> None:
        """Show that changes wait in it."""
        self._unpublished = unpublished
        self._tell()

    def _tell(self) -> None:
        said = f"{self.spec.title}, {self._topic}" if self._topic else self.spec.title
        self.setAccessibleName(tr("{said}, changes not published", said=said) if self._unpublished else said)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(150, 44 if self._topic else Size.SIDEBAR_ITEM + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go along the list."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.focusNextPrevChild(step > 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tint, icon, title, topic, dot."""
        painter = painter_on(self)
        box = QRectF(self.rect())
        chosen = self.isChecked()
        if chosen or self._is_next or self.underMouse():
            fill_rounded(painter, box, Size.RADIUS_CONTROL, "sel" if chosen else "hover")
        middle = box.center().y() - (8 if self._topic else 0)
        paint_icon(painter, self.spec.icon, colour("accent" if chosen else "text2"), 9, middle - 8)
        style = tokens.UI_STRONG if chosen else tokens.UI_MEDIUM
        line = QRectF(34, middle - 10, box.width() - 50, 20)
        paint_left(painter, style, "text" if chosen else "text2", line, self.text())
        if self._topic:
            paint_left(painter, tokens.CAPTION, "text3", line.translated(0, 17), self._topic)
        if self._unpublished:
            fill_rounded(painter, QRectF(box.right() - 15, middle - 3.5, 7, 7), 3.5, "amber")
        if self.hasFocus():
            paint_focus_ring(painter, box, Size.RADIUS_CONTROL)


class Navigation(QWidget):
    """`chosen` carries the key of a section."""

    chosen = Signal(str)

    def __init__(self, sections: tuple[SectionSpec, ...]) -> None:
        super().__init__()
        self._sections = sections
        self.items: dict[str, SectionItem] = {}
        self._heads: dict[str, Label] = {}
        self.setAccessibleName(tr("Sections of the settings"))
        longest = max((text_width(tokens.UI_STRONG, spec.title) for spec in sections), default=0)
        self.setFixedWidth(min(max(_NARROWEST, longest + _AROUND), _WIDEST))
        self.setProperty("edge", "right")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search settings"))
        self.search.setAccessibleName(tr("Search settings"))
        self.search.setFixedHeight(Size.FILTER)
        self.search.setClearButtonEnabled(False)
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self._none = Label(tr("Nothing fits. Try “hours”, “holiday” or “target”."), tokens.META, "text3", wrap=True)
        self._none.hide()
        self.area = self._list(sections)
        column = QVBoxLayout(self)
        set_margins(column, 12, 14, 1, 12)
        column.setSpacing(8)
        top = QVBoxLayout()
        set_margins(top, 0, 0, 11, 0)
        top.addWidget(self.search)
        column.addLayout(top)
        column.addWidget(self.area, 1)
        self.setFocusProxy(self.search)

    def _list(self, sections: tuple[SectionSpec, ...]) -> QScrollArea:
        """The sections, more than a small window has room for."""
        canvas = QWidget()
        canvas.setObjectName("canvas")
        inner = QVBoxLayout(canvas)
        set_margins(inner, 0, 0, 11, 0)
        inner.setSpacing(2)
        for spec in sections:
            self._add(inner, spec)
        inner.addWidget(self._none)
        inner.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(canvas)
        return area

    def _add(self, column: QVBoxLayout, spec: SectionSpec) -> None:
        if spec.group not in self._heads:
            head = Label(spec.group, tokens.META_STRONG, "text3")
            set_margins(head, 8, 8, 0, 4)
            self._heads[spec.group] = head
            column.addWidget(head)
        item = SectionItem(spec)
        item.clicked.connect(lambda _checked=False: self.chosen.emit(spec.key))
        self.items[spec.key] = item
        column.addWidget(item)

    def show_chosen(self, key: str) -> None:
        """Mark the section that is shown; a search that hides it is over."""
        if key in self.items:
            if self.items[key].isHidden():
                self.search.clear()
            self.items[key].setChecked(True)
            self.area.ensureWidgetVisible(self.items[key])

    def visible_keys(self) -> list[str]:
        """The sections that the search leaves, in order."""
        return [key for key, item in self.items.items() if not item.isHidden()]

    def _narrow(self, text: str) -> None:
        fits = found(self._sections, text)
        topics = {spec.key: topic for spec, topic in fits}
        best = likeliest((spec for spec, _topic in fits), text)
        self._next = best.key if best is not None else ""
        for key, item in self.items.items():
            item.set_next(bool(text.strip()) and key == self._next)
            item.setVisible(key in topics)
            item.set_topic(topics.get(key, "") if text.strip() else "")
        groups = {spec.group for spec in self._sections if spec.key in topics}
        for group, head in self._heads.items():
            head.setVisible(group in groups)
        self._none.setVisible(not topics)

    _next = ""
    """The section to which Enter goes."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens the one that was meant, Down goes to the list, Esc clears the search."""
        if watched is not self.search or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        keys = self.visible_keys()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and keys:
            self.chosen.emit(self._next or keys[0])
        elif event.key() == Qt.Key.Key_Down and keys:
            self.items[keys[0]].setFocus(Qt.FocusReason.TabFocusReason)
        elif event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
        else:
            return super().eventFilter(watched, event)
        return True
