"""One question to a server that helps to write: noted in the journal, asked on a lane, heard piece by piece."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import DeskError, Stopped
from app.domain.wording import tr
from app.domain.writing_help.masking import unmask
from app.domain.writing_help.prompts import Help, without_thoughts
from app.services.writing_help.dto import HelpSettings
from app.views.context import ViewContext

if TYPE_CHECKING:
    from app.channels.writing_help.chat import Answer
    from app.channels.writing_help.line import Line

_LOOK_MS: Final = 60
"""How often the window looks what has come."""


class Asking(QObject):
    """`came` carries the text as far as it is written, `ended` why it ended: empty where it is complete."""

    came = Signal(str)
    ended = Signal(str)

    def __init__(self, context: ViewContext, settings: HelpSettings, key: str, parent: QObject) -> None:
        super().__init__(parent)
        self._context, self._settings, self._key = context, settings, key
        self._line: Line | None = None
        self._pieces: list[str] = []
        self._shown = 0
        self._hidden: dict[str, str] = {}
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        self.is_running = False

    def begin(self, incident_id: str, what: Help, text: str, hidden: dict[str, str]) -> None:
        """Note that help is used, then send the text; what comes is filled in with what was `hidden`."""
        # Imported here, because a window in which nobody asks has no need of it.
        from app.channels.writing_help.line import Line
        from app.channels.writing_help.way import Way
        from app.domain.writing_help.server import parse_server

        settings, desk, actor = self._settings, self._context.desk, self._context.actor
        try:
            line = Line(Way(parse_server(settings.address), settings.model, self._key, settings.authority))
        except DeskError as error:
            self.ended.emit(str(error))
            return
        self._line, self._hidden = line, hidden
        self._pieces, self._shown = [], 0
        self.is_running = True
        self._context.background.write(
            lambda: desk.writing_help_work.note_use(actor, incident_id, what, settings.address, settings.model),
            lambda _none: self._send(line, text),
            lambda error: self._failed(line, error),
        )

    def stop(self) -> None:
        """Enough; nothing of what still comes is wanted."""
        if self._line is not None:
            self._line.cut()
        self._line = None
        self._timer.stop()
        self.is_running = False

    def text(self) -> str:
        """What was written so far, with what was hidden filled in."""
        return unmask(without_thoughts("".join(self._pieces)), self._hidden)

    def _send(self, line: "Line", text: str) -> None:
        if line is not self._line:
            return
        pieces: Callable[[str], None] = self._pieces.append

        def ask() -> "Answer":
            from app.channels.writing_help.chat import ask as ask_server

            return ask_server(line, text, pieces)

        self._timer.start()
        self._context.background.outside(
            ask,
            line.cut,
            lambda answer: self._done(line, is_cut_off=answer.is_cut_off),
            lambda error: self._failed(line, error),
            lambda: self._over(line, tr("A mistake of the program ended this.")),
        )

    def _look(self) -> None:
        count = len(self._pieces)
        if count != self._shown:
            self._shown = count
            self.came.emit(self.text())

    def _done(self, line: "Line", *, is_cut_off: bool) -> None:
        self._over(line, tr("The text was longer than it may be and is cut off.") if is_cut_off else "")

    def _failed(self, line: "Line", error: DeskError) -> None:
        self._over(line, "" if isinstance(error, Stopped) else str(error))

    def _over(self, line: "Line", why: str) -> None:
        if line is not self._line:
            return
        self._look()
        self._timer.stop()
        self._line = None
        self.is_running = False
        self.ended.emit(why)
