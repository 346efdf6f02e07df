"""The text of an article on the screen: selectable, with links that ask first, and nothing loaded from anywhere."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from PySide6.QtCore import QByteArray, QEvent, Qt, QUrl, Signal
from PySide6.QtGui import QFont, QImage, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from app.domain.pictures import ENDINGS, PICTURE, picture_kind
from app.views.knowledge.rendering import as_html
from app.views.toolkit import tokens
from app.views.toolkit.fonts import font
from app.views.toolkit.theme import colour, dress_number

_LINE_HEIGHT: Final = 122
_MOST_WIDTH: Final = 760
_NOTHING: Final[Mapping[str, bytes]] = {}


class _Closed(QTextDocument):
    """A document that loads nothing by itself: Qt would open every local file that a text names."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.pictures: Mapping[str, bytes] = _NOTHING
        self.refused: list[str] = []

    def loadResource(self, _kind: int, name: QUrl | str) -> Any:
        """A picture of the article out of memory, and for everything else a picture of one empty dot."""
        address = name if isinstance(name, str) else name.toString()
        data = self.pictures.get(address.removeprefix(PICTURE)) if address.startswith(PICTURE) else None
        # Read as what it begins as: other readers of Qt would open what a picture only names.
        kind = ENDINGS.get(picture_kind(data) or "") if data is not None else None
        image = QImage()
        if data is not None and kind:
            image.loadFromData(QByteArray(data), kind.upper())
        if not image.isNull():
            return image.scaledToWidth(_MOST_WIDTH) if image.width() > _MOST_WIDTH else image
        self.refused.append(address)
        # Not nothing: to nothing Qt answers by looking for the file itself.
        empty = QImage(1, 1, QImage.Format.Format_ARGB32)
        empty.fill(Qt.GlobalColor.transparent)
        return empty


class ArticleText(QTextBrowser):
    """`link_wanted` carries the address of a link that was clicked or chosen with Enter; nothing opens by itself."""

    link_wanted = Signal(str)

    def __init__(self, name: str, *, beside: int = 0) -> None:
        super().__init__()
        # So many pixels keep the ring of the focus off the letters.
        self.setViewportMargins(beside, beside // 2, 0, beside // 2)
        self._source = ""
        self._make: Callable[[], str] = str
        self._dress = dress_number()
        self.closed = _Closed(self)
        self.setDocument(self.closed)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty("plain", True)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(0)
        self.setFont(font(tokens.READING))
        self.viewport().setAutoFillBackground(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(lambda address: self.link_wanted.emit(address.toString()))

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """The browser loads no more than its document."""
        return self.closed.loadResource(kind, name)

    def show_source(self, source: str, pictures: Mapping[str, bytes] = _NOTHING) -> None:
        """Show a text in Markdown with its pictures by hash; the place that was read stays where it is."""
        bar = self.verticalScrollBar()
        place = bar.value() if source == self._source else 0
        self._source, self.closed.pictures = source, pictures
        self.show_made(lambda: as_html(source, pictures))
        bar.setValue(place)

    def show_made(self, make: Callable[[], str]) -> None:
        """Show HTML that the program itself writes, every text in it escaped; written anew with another theme."""
        self._make, self._dress = make, dress_number()
        self.closed.setDefaultStyleSheet(_style())
        self.setHtml(make())
        self._space()

    def changeEvent(self, event: QEvent) -> None:
        """Another theme has other colours."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.PaletteChange} and self._dress != dress_number():
            self.show_made(self._make)

    def _space(self) -> None:
        spacing = QTextBlockFormat()
        spacing.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(spacing)
        cursor.clearSelection()
        self.moveCursor(QTextCursor.MoveOperation.Start)


def _style() -> str:
    """The style sheet of the document in the colours that the theme has now."""
    text, quiet, accent, raised, border = (
        colour(name).name() for name in ("text", "text2", "accent", "raised", "border2")
    )
    weight = QFont.Weight.DemiBold.value
    code = tokens.CODE.family.value
    return (
        f"body, td, th {{ color: {text}; }} p {{ margin-top: 0; margin-bottom: 10px; }}"
        f" h2, h3, h4, h5 {{ color: {text}; font-weight: {weight}; margin-top: 16px; margin-bottom: 6px; }}"
        " h2 { font-size: 18px; } h3 { font-size: 16px; } h4, h5 { font-size: 14px; }"
        f" a {{ color: {accent}; text-decoration: underline; }} ul, ol {{ margin-bottom: 10px; }}"
        f" li {{ margin-bottom: 4px; }} blockquote {{ color: {quiet}; margin-left: 16px; }}"
        f" code, pre {{ font-family: '{code}'; font-size: 13px; background-color: {raised}; }}"
        " pre { margin-top: 4px; margin-bottom: 10px; white-space: pre-wrap; }"
        f" table {{ border-color: {border}; border-style: solid; margin-bottom: 10px; }}"
    )
