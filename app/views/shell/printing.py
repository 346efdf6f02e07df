"""`Ctrl+P` on a page that has no document of its own: a picture of what is on the screen, as a PDF."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QWidget

from app.domain.wording import tr
from app.infra.files import write_whole
from app.views.toolkit.toast import ToastAction
from app.views.toolkit.where_files_go import ask_where_to_save

if TYPE_CHECKING:
    from app.views.pages import Page
    from app.views.windows.desk_window import DeskWindow

_DOTS = 150


def ask_where(window: "DeskWindow") -> None:
    """Ask for the file, then write it."""
    page, title = window.page, window.page.title() or "Mainstay"
    asked, kinds = tr("Save this page as PDF"), tr("PDF (*.pdf)")
    ask_where_to_save(
        window, window.context.state, asked, f"{title}.pdf", kinds, lambda path: print_to(window, page, title, path)
    )


def print_to(window: "DeskWindow", page: "Page", title: str, path: Path) -> None:
    """Write a page to this file, off the window's thread, and offer to open it for the printer."""
    from app.views.long_jobs.jobs import open_path

    context = window.context
    with window.theme.on_paper():
        content = as_pdf(page.printed(), title)
    opening = ToastAction(tr("Open"), lambda: open_path(path))
    context.background.file(
        lambda: write_whole(path, content),
        lambda _done: context.toasts.show(tr("Saved {name}", name=path.name), opening, icon="printer"),
        context.toasts.say_error,
    )


def as_pdf(page: QWidget, title: str) -> bytes:
    """One sheet, A4 across, with the page as it stands in the window."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Mainstay")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageOrientation(QPageLayout.Orientation.Landscape)
    writer.setResolution(_DOTS)
    picture = page.grab()
    painter = QPainter(writer)
    sheet = QRectF(painter.viewport())
    size = picture.deviceIndependentSize()
    scale = min(sheet.width() / size.width(), sheet.height() / size.height())
    painter.drawPixmap(QRectF(0, 0, size.width() * scale, size.height() * scale), picture, QRectF(picture.rect()))
    painter.end()
    buffer.close()
    return bytes(data.data())
