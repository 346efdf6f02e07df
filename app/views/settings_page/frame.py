"""The frame of an editor: a head with the way back, strips, a page that scrolls, and the foot that publishes."""

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.domain.wording import tr
from app.views.settings_page.publish_bar import PublishBar
from app.views.toolkit import tokens
from app.views.toolkit.laid_out import widgets_in
from app.views.toolkit.tokens import Size
from app.views.widgets.at_most import at_most
from app.views.widgets.buttons import Button, fit_words
from app.views.widgets.labels import ElidedLabel
from app.views.widgets.progress import LoadingLine
from app.views.widgets.strips import EmptyState, InfoStrip

WIDEST = 1240
_BESIDE_FROM = 760


class SectionHead(QWidget):
    """The line above a section: the way back, its title, and what belongs to the right."""

    back_wanted = Signal()

    def __init__(self, title: str = "") -> None:
        super().__init__()
        self.setFixedHeight(Size.VIEW_HEADER)
        self.setProperty("edge", "bottom")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(20, 0, 20, 0)
        self.row.setSpacing(8)
        self.back = Button("", kind="link", icon="chevron-left", height=Size.BUTTON_SMALL)
        self.back.clicked.connect(self.back_wanted)
        self.back.hide()
        self.title = ElidedLabel(title, tokens.VIEW_TITLE)
        self.row.addWidget(self.back)
        self.row.addWidget(self.title, 1)

    def set_back(self, text: str) -> None:
        """Offer the way back, in words."""
        self.back.setText(text)
        self.back.updateGeometry()
        self.back.setVisible(bool(text))

    def event(self, event: QEvent) -> bool:
        """The title is read whole: where it has no room, what stands at its right shows its icons alone."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        shown = [each for each in widgets_in(self.row) if not each.isHidden()]
        buttons = [each for each in shown if isinstance(each, Button) and each is not self.back]
        beside = sum(each.sizeHint().width() for each in shown if each not in buttons)
        edges = self.row.contentsMargins()
        gaps = edges.left() + edges.right() + self.row.spacing() * (len(shown) - 1)
        fit_words(buttons, self.width() - beside - gaps)


class EditorFrame(QWidget):
    """`page` takes the cards; `say` shows a sentence in place, and `fail` an empty state with a way on.

    What is shown one after another in the same frame is named with `entitle`.
    """

    def __init__(self, head: SectionHead, bar: PublishBar | None = None) -> None:
        super().__init__()
        self.head, self.bar = head, bar
        self._beside: QHBoxLayout | None = None
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.loading = LoadingLine()
        self.strip = InfoStrip("", "blue", closable=True)
        self.strip.hide()
        self.empty = EmptyState("settings", tr("Loading"))
        self.area = QScrollArea()
        self.entitle(head.title.text())
        self.area.setWidgetResizable(True)
        canvas = QWidget()
        canvas.setObjectName("canvas")
        outer = QVBoxLayout(canvas)
        outer.setContentsMargins(20, 14, 20, 32)
        self.content = QWidget()
        self.page = QVBoxLayout(self.content)
        self.page.setContentsMargins(0, 0, 0, 0)
        self.page.setSpacing(12)
        outer.addLayout(at_most(self.content, WIDEST))
        outer.addStretch(1)
        self.area.setWidget(canvas)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.area)
        self.stack.addWidget(self.empty)
        strips = QVBoxLayout()
        strips.setContentsMargins(20, 8, 20, 0)
        strips.addWidget(self.strip)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self.loading)
        column.addLayout(strips)
        column.addWidget(self.stack, 1)
        if bar is not None:
            column.addWidget(bar)

    def entitle(self, title: str) -> None:
        """Say what is shown, also to a screen reader whose keyboard comes to the page or to what scrolls in it."""
        self.head.title.set_text(title)
        self.setAccessibleName(title)
        self.area.setAccessibleName(title)

    def add_beside(self, first: QWidget, second: QLayout) -> None:
        """Add a list and what shows its row: beside each other, or below where there is no room."""
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(first, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        row.addLayout(second, 1)
        self.page.addLayout(row)
        self._beside = row

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large text on a small screen the parts stand below each other."""
        super().resizeEvent(event)
        if self._beside is not None:
            wide = event.size().width() >= _BESIDE_FROM
            self._beside.setDirection(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)

    def say(self, text: str, tone: str = "blue") -> None:
        """Show a sentence above the page; an empty one takes it away."""
        if not text:
            self.keep_keyboard(self.strip)
        self.strip.clear_buttons()
        self.strip.set_text(text, tone)
        self.strip.setVisible(bool(text))

    def keep_keyboard(self, part: QWidget) -> None:
        """Before a part is hidden in which the keyboard is: it stays on the page, where Tab goes to the fields."""
        focused = self.window().focusWidget()
        if focused is not None and part.isAncestorOf(focused):
            self.area.setFocus()

    def refuse(self, text: str) -> None:
        """Say in place what was not taken."""
        self.say(text, "red")

    def show_page(self) -> None:
        """The page, instead of an empty state."""
        self.loading.stop()
        self.stack.setCurrentIndex(0)

    def fail(self, title: str, hint: str) -> EmptyState:
        """An empty state in place of the page; the caller adds what can be done."""
        self.loading.stop()
        self.empty.set_text("circle-alert", title, hint)
        self.stack.setCurrentIndex(1)
        return self.empty

    def go_to(self, widget: QWidget) -> None:
        """Scroll a card to the top, once its height is known."""

        def move() -> None:
            place = widget.mapTo(self.content, QPoint(0, 0)).y()
            self.area.verticalScrollBar().setValue(place)

        QTimer.singleShot(0, self, move)
