"""Pictures in the editor of articles: pasted, dropped, chosen, taken back, kept with the draft, and shown."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage, QImageReader, QTextDocument

from app.domain.knowledge import ArticleKind
from app.domain.pictures import picture_kind, pictures_in
from app.views.knowledge.editor import ArticleEditor
from app.views.knowledge.page import KnowledgePage
from tests.views.desks import Stage


class Desk:
    """A stage with the page of knowledge on it, on which a new article is being written."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.page = stage.show(KnowledgePage(stage.context))
        self.page.open("")
        stage.settle()
        self.page.write_new(ArticleKind.FAQ)
        stage.settle()
        self.editor.title.setText("Where the toner is")
        self.editor.body.setPlainText("")

    @property
    def editor(self) -> ArticleEditor:
        assert self.page.editor is not None
        return self.page.editor

    @property
    def body(self) -> str:
        return self.editor.body.toPlainText()

    def paste(self, image: QImage) -> None:
        mime = QMimeData()
        mime.setImageData(image)
        self.editor.body.insertFromMimeData(mime)
        self.stage.settle()

    def drop(self, *paths: Path) -> None:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        self.editor.body.insertFromMimeData(mime)
        self.stage.settle()


def picture(width: int = 40, height: int = 20) -> QImage:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    return image


@pytest.fixture
def desk(on_stage: Stage) -> Desk:
    return Desk(on_stage)


def test_a_pasted_picture_is_shown_saved_and_read(desk: Desk) -> None:
    desk.paste(picture())
    (digest,) = pictures_in(desk.body)
    assert desk.body == f"![Screenshot](picture:{digest})"
    shown = desk.editor.preview.document().resource(
        QTextDocument.ResourceType.ImageResource.value, QUrl(f"picture:{digest}")
    )
    assert shown.width() == 40
    desk.editor.submit(send=False)
    desk.stage.settle()
    detail = desk.page.browse.reading.detail
    assert detail is not None
    assert set(detail.pictures) == {digest}
    read = desk.page.browse.reading.text.document()
    assert read.resource(QTextDocument.ResourceType.ImageResource.value, QUrl(f"picture:{digest}")).width() == 40


def test_undo_takes_a_picture_back_in_one_step(desk: Desk) -> None:
    desk.editor.body.setPlainText("Behind the door.")
    desk.editor.body.moveCursor(desk.editor.body.textCursor().MoveOperation.End)
    desk.paste(picture())
    assert "picture:" in desk.body
    desk.editor.body.undo()
    assert desk.body == "Behind the door."
    assert desk.editor.pictures.new_in(desk.body) == ()


def test_files_are_made_small_and_lose_what_they_carried(desk: Desk, tmp_path: Path) -> None:
    image = picture(3_000, 100)
    image.setText("Comment", "taken at home")
    path = tmp_path / "the [panel].png"
    image.save(str(path))
    assert b"taken at home" in path.read_bytes() or QImageReader(str(path)).text("Comment") == "taken at home"
    desk.drop(path)
    (data,) = desk.editor.pictures.new_in(desk.body)
    assert desk.body.startswith("![the panel](picture:")
    made = QImage.fromData(data)
    assert made.width() == 1_600
    assert not made.textKeys()


@pytest.mark.parametrize("content", [b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"\x89PNG\r\n\x1a\nno", b""])
def test_what_is_no_picture_is_refused_in_words(desk: Desk, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "panel.png"
    path.write_bytes(content)
    desk.drop(path)
    assert desk.body == ""
    assert "panel.png is no picture that can be shown" in desk.editor.problem.text()


def test_a_draft_keeps_its_pictures(desk: Desk) -> None:
    desk.paste(picture())
    writing, body = desk.editor.writing, desk.body
    assert writing is not None
    desk.stage.context.drafts.flush()
    desk.page.leave()
    desk.stage.settle()
    desk.page.write_new(ArticleKind.FAQ)
    desk.stage.settle()
    assert desk.editor.pictures.shown() == {}
    desk.page.write(writing)
    desk.stage.settle()
    assert desk.body == body
    assert [picture_kind(data) for data in desk.editor.pictures.new_in(body)] == ["image/png"]
