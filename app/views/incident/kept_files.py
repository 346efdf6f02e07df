"""Files that wait to be sent are kept like what is typed: they come back after a crash, and with their incident."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject

from app.infra.drafts import Draft, DraftFile
from app.services.incidents.dto import NewFile
from app.views.context import ViewContext
from app.views.incident.attach_bar import AttachBar, left_of


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
        self._late: dict[str, list[NewFile]] = {}
        bar.changed.connect(self._keep)
        bar.came_late.connect(self._came_late)

    def use(self, key: str) -> None:
        """The bar belongs to something else now: its own files are brought, those of before stay kept."""
        self._key = ""
        self._bar.belong_to(key)
        self._key, self._known = key, ()
        self._context.drafts.load(key, partial(self._bring_back, key))

    def done(self, key: str) -> None:
        """What the files were for is finished; nothing of them is kept."""
        if key == self._key:
            self._key = ""
        self._context.drafts.discard(key)

    def without(self, key: str, files: Sequence[NewFile]) -> None:
        """These have gone, of something that the bar does not belong to; others that are kept for it stay."""
        self._context.drafts.load(key, partial(self._keep_rest, key, files))

    def _keep_rest(self, key: str, gone: Sequence[NewFile], draft: Draft | None) -> None:
        if key == self._key:
            # Somebody came back meanwhile: what is kept is on its way into the bar, and these go out right after it.
            self._context.drafts.load(key, lambda _draft: self._take_out(key, gone))
            return
        left = left_of(() if draft is None else draft.files, _copies(gone))
        if left:
            self._context.drafts.keep(key, {}, tuple(left))
        else:
            self._context.drafts.discard(key)

    def _take_out(self, key: str, gone: Sequence[NewFile]) -> None:
        if key == self._key:
            self._bar.remove(gone)

    def _keep(self) -> None:
        files = self._bar.files()
        if not self._key or files == self._known:
            return
        self._known = files
        if files:
            self._context.drafts.keep(self._key, {}, _copies(files))
        else:
            self._context.drafts.discard(self._key)

    def _came_late(self, key: str, files: Sequence[NewFile]) -> None:
        """Put them beside what is kept of what they are for; all that come while it is being read go in together."""
        if key in self._late:
            self._late[key] += files
        else:
            self._late[key] = [*files]
            self._context.drafts.load(key, partial(self._keep_late, key))

    def _keep_late(self, key: str, draft: Draft | None) -> None:
        files = self._late.pop(key)
        if key == self._key:
            self._bar.add_files(files)
        else:
            kept = () if draft is None else draft.files
            self._context.drafts.keep(key, {}, (*kept, *_copies(files)))

    def _bring_back(self, key: str, draft: Draft | None) -> None:
        if draft is not None and key == self._key and draft.files:
            self._bar.add_files([NewFile(file.name, file.media_type, file.data) for file in draft.files])


def _copies(files: Sequence[NewFile]) -> tuple[DraftFile, ...]:
    return tuple(DraftFile(file.file_name, file.media_type, file.data) for file in files)
