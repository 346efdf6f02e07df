"""What was changed in an editor and is not published: kept as a draft on this computer until it is, or given up."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal

from app.infra.drafts import Draft
from app.views.context import ViewContext


class Unpublished(QObject):
    """The draft of one thing at a time. `brought_back` carries the fields of a draft that was found."""

    brought_back = Signal(dict)

    def __init__(self, context: ViewContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._key = ""
        self._kept = False

    def begin(self, key: str) -> None:
        """Another thing is shown: look for what was typed in it before."""
        self._key, self._kept = f"settings:{key}", False
        wanted = self._key
        self._context.drafts.load(wanted, lambda draft: self._come(wanted, draft))

    def keep(self, fields: Mapping[str, str]) -> None:
        """It was changed."""
        if self._key:
            self._kept = True
            self._context.drafts.keep(self._key, fields)

    def forget(self) -> None:
        """It was published or given up."""
        if self._key and self._kept:
            self._context.drafts.discard(self._key)
        self._kept = False

    def flush(self) -> None:
        """Write it now."""
        if self._kept:
            self._context.drafts.flush()

    def _come(self, key: str, draft: Draft | None) -> None:
        # What was typed since the thing was opened is newer than the draft.
        if draft is not None and key == self._key and not self._kept:
            self._kept = True
            self.brought_back.emit(dict(draft.fields))
