"""Files that wait to be sent are kept like what is typed: they come back after a crash, and with their incident."""

from functools import partial

from PySide6.QtCore import QObject

from app.infra.drafts import Draft, DraftFile
from app.services.incidents.dto import NewFile
from app.views.context import ViewContext
from app.views.incident.attach_bar import AttachBar


def files_key(subject: str) -> str:
    """Where the files of a message or a new incident are kept; the text of the subject has a draft of its own."""
    return f"files:{subject}"


class KeptFiles(QObject):
    """Keeps the files of a bar as a draft, and brings them back."""

    def __init__(self, context: ViewContext, bar: AttachBar) -> None:
        super().__init__(bar)
        self._context, self._bar = context, bar
        self._key = ""
        self._known: tuple[NewFile, ...] = ()
        bar.changed.connect(self._keep)

    def use(self, key: str) -> None:
        """The bar belongs to something else now: its own files are brought, those of before stay kept."""
        self._key = ""
        self._bar.clear()
        self._key, self._known = key, ()
        self._context.drafts.load(key, partial(self._bring_back, key))

    def done(self, key: str) -> None:
        """What the files were for is finished; nothing of them is kept."""
        if key == self._key:
            self._key = ""
        self._context.drafts.discard(key)

    def _keep(self) -> None:
        files = self._bar.files()
        if not self._key or files == self._known:
            return
        self._known = files
        if files:
            copies = tuple(DraftFile(file.file_name, file.media_type, file.data) for file in files)
            self._context.drafts.keep(self._key, {}, copies)
        else:
            self._context.drafts.discard(self._key)

    def _bring_back(self, key: str, draft: Draft | None) -> None:
        if draft is not None and key == self._key and draft.files:
            self._bar.add_files([NewFile(file.name, file.media_type, file.data) for file in draft.files])
