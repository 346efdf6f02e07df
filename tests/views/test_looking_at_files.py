"""Attachments are looked at in the window: pictures large, texts as they are, others by the system's own program."""

import os
import stat
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, QUrl
from PySide6.QtGui import QColor, QDesktopServices, QImage, QImageWriter
from PySide6.QtTest import QTest

from app.domain.errors import BadInput
from app.services.incidents.dto import NewFile
from app.views.incident.entries import FileChip, Thumbnail
from app.views.incident.file_preview import TEXT_PART, beginning, may_be_opened
from app.views.incident.file_sheet import FileSheet
from app.views.incident.files import written_to_open
from app.views.incident.page import IncidentPage
from app.views.widgets.buttons import Button
from tests.views.desks import Stage


def png(width: int = 400, height: int = 300) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(buffer.data().data())


def opened(stage: Stage, *files: NewFile) -> IncidentPage:
    page = stage.show(IncidentPage(stage.context))
    page.open(stage.desk.log(files=files))
    stage.settle()
    return page


def sheet_of(stage: Stage) -> FileSheet | None:
    return next((each for each in stage.context.toasts.host.findChildren(FileSheet) if each.isVisible()), None)


def shown(stage: Stage, chip: Button, key: Qt.Key) -> FileSheet:
    chip.window().activateWindow()
    stage.wait_for(chip.window().isActiveWindow)
    chip.setFocus()
    QTest.keyClick(chip, key)
    sheet = sheet_of(stage)
    assert sheet is not None
    stage.settle()
    assert chip.window().isActiveWindow(), "nothing was shown beside the window, which would take the keyboard away"
    return sheet


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_a_picture_is_looked_at_by_key_and_esc_leads_back(on_stage: Stage, key: Qt.Key) -> None:
    page = opened(on_stage, NewFile("dock.png", "image/png", png()))
    thumb = page.findChild(Thumbnail)
    assert thumb is not None
    sheet = shown(on_stage, thumb, key)
    on_stage.wait_for(lambda: sheet.picture.is_shown)
    assert not sheet.problem.isVisible()
    QTest.keyClick(sheet.picture, Qt.Key.Key_Escape)
    assert sheet_of(on_stage) is None
    assert thumb.window().focusWidget() is thumb


def test_a_large_picture_is_made_as_small_as_it_is_shown_before_it_comes_to_the_window(on_stage: Stage) -> None:
    page = opened(on_stage, NewFile("dock.png", "image/png", png(3000, 4000)))
    thumb = page.findChild(Thumbnail)
    assert thumb is not None
    sheet = shown(on_stage, thumb, Qt.Key.Key_Return)
    on_stage.wait_for(lambda: sheet.picture.is_shown)
    size = sheet.picture._pixmap.size()
    assert size.height() <= 760
    assert abs(size.width() / size.height() - 0.75) < 0.01


def test_a_text_is_shown_as_it_is_and_no_further_than_its_beginning(on_stage: Stage) -> None:
    body = b"<b>10:02 no carrier</b>\r\n" + b"x" * 70_000
    page = opened(on_stage, NewFile("dock.log", "text/plain", body))
    chip = page.findChild(FileChip)
    assert chip is not None
    sheet = shown(on_stage, chip, Qt.Key.Key_Return)
    on_stage.wait_for(lambda: bool(sheet.text.toPlainText()))
    assert sheet.text.toPlainText().startswith("<b>10:02 no carrier</b>\nxxx")
    assert TEXT_PART - 100 < len(sheet.text.toPlainText()) < TEXT_PART + 200
    QTest.keyClick(sheet.text, Qt.Key.Key_Escape)
    assert sheet_of(on_stage) is None


def test_what_is_no_picture_is_said(on_stage: Stage) -> None:
    page = opened(on_stage, NewFile("dock.png", "image/png", b"<svg xmlns='http://www.w3.org/2000/svg'/>"))
    thumb = page.findChild(Thumbnail)
    assert thumb is not None
    sheet = shown(on_stage, thumb, Qt.Key.Key_Space)
    on_stage.wait_for(sheet.problem.isVisible)
    assert "dock.png cannot be shown as a picture" in sheet.problem.text()


@pytest.mark.parametrize("works", [True, False])
def test_a_document_is_opened_by_the_system_or_it_is_said_that_it_was_not(
    on_stage: Stage, works: bool, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    given: list[Path] = []

    def open_it(url: QUrl) -> bool:
        given.append(Path(url.toLocalFile()))
        return works

    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr(QDesktopServices, "openUrl", open_it)
    page = opened(on_stage, NewFile("invoice.pdf", "application/pdf", b"%PDF-1.7"))
    chip = page.findChild(FileChip)
    assert chip is not None
    sheet = shown(on_stage, chip, Qt.Key.Key_Return)
    assert "only if you expected it" in sheet.said.text()
    sheet.open_button.click()
    on_stage.wait_for(lambda: bool(given))
    assert (given[0].name, given[0].read_bytes()) == ("invoice.pdf", b"%PDF-1.7")
    assert sheet.problem.isVisible() is not works
    assert works or "could not open invoice.pdf" in sheet.problem.text()


def test_a_file_that_can_only_be_saved_is_not_opened(on_stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", given.append)
    page = opened(on_stage, NewFile("tool.msix", "application/octet-stream", b"PK"))
    chip = page.findChild(FileChip)
    assert chip is not None
    chip.click()
    sheet = sheet_of(on_stage)
    assert sheet is not None
    assert not sheet.open_button.isVisible()
    sheet.open_outside()
    on_stage.settle()
    assert given == []


@pytest.mark.parametrize("name", ["a.pdf.exe", "a.docm", "a.xls", "a.html", "a.svg", "a.desktop", "a.py", "a", ".pdf"])
def test_what_may_run_something_is_never_opened(name: str) -> None:
    assert not may_be_opened(name)


@pytest.mark.parametrize("name", ["a.pdf", "A.PDF ", "scan.JPG", "a.tar.txt", "a.docx"])
def test_documents_may_be_opened(name: str) -> None:
    assert may_be_opened(name)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Größe".encode(), "Größe"),
        ("Größe".encode("cp1252"), "Größe"),
        ("Größe".encode("utf-16"), "Größe"),
        (b"\xef\xbb\xbfa\tb\r\nc", "a\tb\nc"),
        ("exe.\u202egpj".encode(), "exe.[RLO]gpj"),
        (b"x" * (TEXT_PART - 1) + "é".encode(), None),
    ],
)
def test_texts_are_read_in_the_encoding_they_have(data: bytes, text: str | None) -> None:
    assert beginning("a.txt", data) == text if text is not None else beginning("a.txt", data).endswith("x")


def test_bytes_are_no_text() -> None:
    with pytest.raises(BadInput, match=r"a\.log cannot be shown as text"):
        beginning("a.log", b"\x7fELF\x00\x01")


def test_a_copy_to_open_goes_also_where_what_can_only_be_read_cannot_be_deleted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    swept: list[Callable[[], object]] = []
    monkeypatch.setattr("atexit.register", lambda work, *given, **named: swept.append(partial(work, *given, **named)))
    copy = written_to_open("a.pdf", b"1")
    remove = os.unlink

    def as_windows(path: str, *, dir_fd: int | None = None) -> None:
        if not os.stat(path, dir_fd=dir_fd).st_mode & stat.S_IWUSR:
            raise PermissionError(path)
        remove(path, dir_fd=dir_fd)

    monkeypatch.setattr("os.unlink", as_windows)
    for work in swept:
        work()
    assert not copy.parent.exists()


def test_a_copy_to_open_can_only_be_read_and_only_by_this_person(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    first, second = written_to_open("a.pdf", b"1"), written_to_open("a.pdf", b"2")
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")
    assert first.stat().st_mode & 0o777 == 0o400
    assert first.parent.stat().st_mode & 0o077 == 0
