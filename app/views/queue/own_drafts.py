"""`is:draft` in the list: for which incidents something is typed and not sent, which only this computer knows."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.domain.query.filter import asks_for_drafts
from app.infra.drafts import Draft
from app.services.session import Session
from app.views.context import ViewContext
from app.views.toolkit.gather import GATHER_MS, Gather

_START = "incident:"


class OwnDrafts(QObject):
    """Reads the drafts when a filter first asks for them, and again when one came or went; then calls `read_again`."""

    def __init__(self, context: ViewContext, parent: QObject, read_again: Callable[[], None]) -> None:
        super().__init__(parent)
        self._context = context
        self._session: Session | None = None
        self._ids: tuple[str, ...] = ()
        self._read_again = read_again
        self._gather = Gather(self, GATHER_MS, self._read)

    def of(self, text: str) -> tuple[str, ...]:
        """The incidents, where a filter asks for them; the newest draft first. The answer may still be on its way."""
        if self._context.session is None or not asks_for_drafts(text):
            return ()
        if self._session is not self._context.session:
            self._session, self._ids = self._context.session, ()
            self._context.drafts.changed.connect(self._gather.ask)
            self._read()
        return self._ids

    def stop(self) -> None:
        """Nothing is asked any more."""
        self._gather.stop()

    def _read(self) -> None:
        if self._context.session is not None:
            self._context.drafts.load_all(self._came)

    def _came(self, drafts: list[Draft]) -> None:
        found = tuple(dict.fromkeys(key.split(":")[1] for draft in drafts if (key := draft.key).startswith(_START)))
        if found != self._ids:
            self._ids = found
            self._read_again()
