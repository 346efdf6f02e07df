"""Pictures on their way into an article: pasted, dropped or chosen, made small and kept beside the draft.

They are written anew as they look, so nothing else that a file carried goes along, such as where a photo was taken.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter, QTextCursor

from app.domain.errors import BadInput, DeskError, Unavailable
from app.domain.pictures import ENDINGS, PICTURE, picture_hash, picture_kind, pictures_in
from app.domain.wording import tr
from app.infra.drafts import Draft, DraftFile
from app.views.context import ViewContext
from app.views.toolkit.where_files_go import ask_for_files
from app.views.widgets.text_box import TextBox

_WIDEST: Final = 1_600
_HIGHEST: Final = 4_000
_LARGE: Final = 1_000_000
"""From so many bytes on a picture without transparency is written as a photograph is."""
_MOST_BYTES: Final = 100_000_000


class Ready(NamedTuple):
    """A picture as it is stored, and what it is called until somebody calls it otherwise."""

    name: str
    data: bytes


class EditorPictures(QObject):
    """`changed` tells that a picture came, `problem` carries a sentence when one cannot be taken."""

    changed = Signal()
    problem = Signal(str)

    def __init__(self, context: ViewContext, body: TextBox) -> None:
        super().__init__(body)
        self._context, self._body = context, body
        self._known: dict[str, bytes] = {}
        self._new: dict[str, bytes] = {}
        self._key = ""
        body.pasted.connect(self.add_image)
        body.dropped.connect(self.add_names)

    def begin(self, key: str, known: Mapping[str, bytes]) -> None:
        """Another article is written, which has these; new ones that were not saved come back."""
        self._key, self._known, self._new = key, dict(known), {}
        self._context.drafts.load(key, self._came)

    def done(self, key: str) -> None:
        """The desk has taken the article; nothing of it is kept here any more."""
        self._context.drafts.discard(key)

    def shown(self) -> dict[str, bytes]:
        """Every picture that the text can show, by hash."""
        return self._known | self._new

    def new_in(self, text: str) -> tuple[bytes, ...]:
        """Those that the text names and the desk does not have yet."""
        return tuple(self._new[digest] for digest in pictures_in(text) if digest in self._new)

    def ask(self) -> None:
        """Let the person choose pictures."""
        endings = " ".join(f"*.{ending}" for ending in ("png", "jpg", "jpeg", "gif", "webp"))
        kinds = f"{tr('Pictures')} ({endings})"
        ask_for_files(self._body, self._context.state, tr("Insert pictures"), kinds, self.add_names)

    def add_names(self, names: Sequence[str]) -> None:
        """Read files of this computer off the window's thread, and insert them."""
        wanted, key = tuple(names), self._key
        self._context.background.file(
            lambda: [_read(name) for name in wanted], lambda made: self._insert(key, made), self._failed
        )

    def add_image(self, image: QImage) -> None:
        """Insert what was pasted."""
        name, key = tr("Screenshot"), self._key
        self._context.background.file(
            lambda: [Ready(name, _written(image))], lambda made: self._insert(key, made), self._failed
        )

    def _insert(self, key: str, made: Sequence[Ready]) -> None:
        if key != self._key:
            return  # another article is being written
        self.problem.emit("")
        for each in made:
            self._new[picture_hash(each.data)] = each.data
            self._write(each)
        self._keep()
        self.changed.emit()

    def _write(self, picture: Ready) -> None:
        """Put it at the cursor, as one step to take back, with its name selected: what it shows is typed over it."""
        cursor = self._body.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if cursor.block().text()[: cursor.positionInBlock()].strip():
            cursor.insertText("\n\n")
        cursor.insertText("![")
        start = cursor.position()
        cursor.insertText(f"{picture.name}]({PICTURE}{picture_hash(picture.data)})")
        end = cursor.position()
        cursor.endEditBlock()
        if self._body.hasFocus():
            cursor.setPosition(start)
            cursor.setPosition(start + len(picture.name), QTextCursor.MoveMode.KeepAnchor)
        else:
            cursor.setPosition(end)
        self._body.setTextCursor(cursor)

    def _keep(self) -> None:
        kinds = {digest: picture_kind(data) or "" for digest, data in self._new.items()}
        files = tuple(DraftFile(digest, kinds[digest], data) for digest, data in self._new.items())
        self._context.drafts.keep(self._key, {}, files)

    def _came(self, draft: Draft | None) -> None:
        if draft is not None and draft.key == self._key and draft.files:
            self._new = {picture_hash(file.data): file.data for file in draft.files} | self._new
            self.changed.emit()

    def _failed(self, error: DeskError) -> None:
        self.problem.emit(str(error))


def _read(path: str) -> Ready:
    """A file of this computer as a picture; for the file lane."""
    place = Path(path)
    try:
        data = place.read_bytes() if place.stat().st_size <= _MOST_BYTES else b""
    except OSError as error:
        why = str(error.strerror or error)
        raise Unavailable(tr("{name} cannot be read: {why}.", name=place.name, why=why)) from error
    kind = picture_kind(data)
    image = QImage()
    if kind is not None:
        buffer = QBuffer()
        buffer.setData(data)
        reader = QImageReader(buffer, QByteArray(ENDINGS[kind].encode()))
        reader.setAutoTransform(True)
        image = reader.read()
    if image.isNull():
        said = tr("{name} is no picture that can be shown. Take a PNG, JPEG, GIF or WebP file.", name=place.name)
        raise BadInput(said)
    return Ready(_called(place.stem), _written(image))


def _called(stem: str) -> str:
    """A name that is no sign of Markdown."""
    return " ".join("".join(" " if sign in "[]()!<>\\`*_" else sign for sign in stem).split())[:80] or tr("Picture")


def _written(image: QImage) -> bytes:
    """The picture as it looks and nothing else, no larger than a text needs it."""
    if image.width() > _WIDEST or image.height() > _HIGHEST:
        image = image.scaled(
            _WIDEST, _HIGHEST, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    bare = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    bare.fill(Qt.GlobalColor.transparent)
    painter = QPainter(bare)
    painter.drawImage(0, 0, image)
    painter.end()
    data = _as(bare, b"png")
    if len(data) <= _LARGE or image.hasAlphaChannel():
        return data
    return min(data, _as(bare.convertToFormat(QImage.Format.Format_RGB32), b"jpg"), key=len)


def _as(image: QImage, kind: bytes) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(kind)).write(image)
    return bytes(buffer.data().data())
