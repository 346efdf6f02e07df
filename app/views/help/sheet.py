"""The sheet of the manual: one page of it, at the heading that is about what has the keyboard; it blocks nothing."""

import re
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.wording import tr
from app.infra.manual import manual_page
from app.views.context import ViewContext
from app.views.help.topics import START, anchor_of
from app.views.knowledge.article_text import ArticleText
from app.views.knowledge.rendering import as_html, link_of
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.floating_sheet import FloatingSheet
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import Symbol

_WIDTH: Final = 780
_HEIGHT: Final = 620
_BESIDE: Final = 10
"""Pixels between what is read and the ring around it."""

_MANUAL: Final = "manual:"
_PAGE: Final = re.compile(r"(?:([A-Za-z][A-Za-z-]*)\.md)?(?:#([a-z0-9-]+))?")
_PICTURES: Final = re.compile(r"^(?:!\[.*|\[The same in the dark theme\].*)\n?", re.MULTILINE)


class HelpSheet(FloatingSheet):
    """Links lead to other pages of the manual; Backspace or the arrow goes back, Esc closes."""

    def __init__(self, context: ViewContext, host: QWidget) -> None:
        super().__init__(host)
        self._context = context
        self._way: list[str] = []
        self._page = ""
        self.setAccessibleName(tr("The manual"))
        self.back = IconButton("arrow-left", tr("Back (Backspace)"), size=28)
        self.back.clicked.connect(lambda _checked=False: self.go_back())
        self.title = Label(tr("The manual"), tokens.SHEET_TITLE)
        self.contents = Button(tr("Contents"), kind="link", height=Size.BUTTON_SMALL)
        self.contents.clicked.connect(lambda _checked=False: self.open(START))
        cross = IconButton("x", tr("Close (Esc)"), size=28)
        cross.clicked.connect(lambda _checked=False: self.go_away())
        head = QHBoxLayout()
        head.setContentsMargins(_BESIDE, 0, _BESIDE, 0)
        head.setSpacing(8)
        for widget in (self.back, Symbol("circle-help", tr("Help"), "text2")):
            head.addWidget(widget)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.contents)
        head.addWidget(cross)
        self.text = ArticleText(tr("Page of the manual"), beside=_BESIDE)
        self.text.link_wanted.connect(self._follow)
        foot = ElidedLabel(tr("Arrows scroll · Backspace goes back · Esc closes"), tokens.META, "text3")
        column = QVBoxLayout(self.card)
        column.setContentsMargins(20 - _BESIDE, 14, 16 - _BESIDE, 14)
        column.setSpacing(12 - _BESIDE // 2)
        column.addLayout(head)
        column.addWidget(self.text, 1)
        below = QHBoxLayout()
        below.setContentsMargins(_BESIDE, 0, _BESIDE, 0)
        below.addWidget(foot)
        column.addLayout(below)

    def start(self, topic: str) -> None:
        """Show it over the window."""
        self.show_in_the_middle(QSize(_WIDTH, _HEIGHT), self.text)
        self.open(topic)

    def open(self, topic: str) -> None:
        """Show a part of the manual: `page`, or `page#heading`."""
        self._way.append(topic)
        self._read(topic)

    def go_back(self) -> None:
        """The part that was read before."""
        if len(self._way) > 1:
            self._way.pop()
            self._read(self._way[-1])

    def _read(self, topic: str) -> None:
        self.back.setEnabled(len(self._way) > 1)
        page, _, anchor = topic.partition("#")
        self._context.background.file(
            lambda: manual_page(page), lambda text: self._show(page, text, anchor), self._context.toasts.say_error
        )

    def _show(self, page: str, text: str, anchor: str) -> None:
        if page != self._way[-1].partition("#")[0]:
            return
        self._page = page
        first, _, rest = text.partition("\n")
        self.title.setText(first.removeprefix("#").strip())
        body = _PICTURES.sub("", rest)
        self.text.show_made(lambda: as_html(body, allowed=self._address))
        QTimer.singleShot(0, self, lambda: self._scroll_to(anchor))

    def _address(self, written: str) -> str:
        found = _PAGE.fullmatch(written)
        if found is None or not written:
            return link_of(written)
        page, anchor = found[1] or self._page, found[2]
        return f"{_MANUAL}{page}{f'#{anchor}' if anchor else ''}"

    def _scroll_to(self, anchor: str) -> None:
        bar, document = self.text.verticalScrollBar(), self.text.document()
        bar.setValue(0)
        document.size()  # lays the whole page out, so that the bar reaches what lies far down
        block = document.begin()
        while anchor and block.isValid():
            if block.blockFormat().headingLevel() and anchor_of(block.text()) == anchor:
                bar.setValue(int(document.documentLayout().blockBoundingRect(block).top()))
                return
            block = block.next()

    def _follow(self, address: str) -> None:
        if address.startswith(_MANUAL):
            self.open(address.removeprefix(_MANUAL))
        elif address:
            QDesktopServices.openUrl(QUrl(address))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Backspace goes back."""
        if event.key() == Qt.Key.Key_Backspace:
            self.go_back()
        else:
            super().keyPressEvent(event)
