"""Attachments, looked at or saved where the person says; programs are only saved, and only after a warning."""

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.wording import tr
from app.services.incidents.dto import AttachmentInfo
from app.views.context import ViewContext
from app.views.incident.files import is_program, save_file
from app.views.incident.notices import Notices
from app.views.toolkit.where_files_go import ask_where_to_save


class Saving(QObject):
    """Asks where, reads the content from the desk and writes it, each off the window's thread."""

    def __init__(self, context: ViewContext, notices: Notices, page: QWidget) -> None:
        super().__init__(page)
        self._context, self._notices, self._page = context, notices, page

    def look(self, info: AttachmentInfo) -> None:
        """Show an attachment; one that could run programs can only be saved."""
        if is_program(info.file_name):
            self.save(info)
            return
        # Imported here, because most incidents carry no file.
        from app.views.incident.file_sheet import FileSheet

        sheet = FileSheet(self._context, self._context.toasts.host, info)
        sheet.save_wanted.connect(self.save)
        sheet.start()

    def save(self, info: AttachmentInfo) -> None:
        """Save an attachment; one that could run programs is warned of first."""
        if not is_program(info.file_name):
            self._ask(info)
            return
        self._notices.say(
            self._notices.file,
            tr(
                "{file_name} can run programs on your computer. Save it only if you expected it from this person.",
                file_name=info.file_name,
            ),
            (tr("Save anyway"), lambda: self._ask(info)),
        )

    def _ask(self, info: AttachmentInfo) -> None:
        title, name = tr("Save the attachment"), info.file_name
        ask_where_to_save(
            self._page,
            self._context.state,
            title,
            name,
            tr("All files (*)"),
            lambda path: self.save_to(info, str(path)),
        )

    def save_to(self, info: AttachmentInfo, path: str) -> None:
        """Read the attachment and write it there."""
        desk, actor = self._context.desk, self._context.actor
        background, toasts = self._context.background, self._context.toasts

        def write(found: tuple[str, bytes]) -> None:
            data = found[1]
            background.file(
                lambda: save_file(path, data),
                lambda _done: toasts.show(tr("Saved {name}", name=Path(path).name), icon="download"),
                toasts.say_error,
            )

        background.read(lambda: desk.incident.file(actor, info.id), write, toasts.say_error)
