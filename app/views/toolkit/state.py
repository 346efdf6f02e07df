"""What the window remembers between starts: sizes, columns, sort and the last view; one small JSON file."""

import json
import logging
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLockFile, QObject, QTimer

from app.infra.files import write_whole

if TYPE_CHECKING:
    from app.views.toolkit.background import Background

_log = logging.getLogger(__name__)
_REST_MS = 400
"""A drag of a column edge is many changes; it is saved once the hand rests."""
_TURN_MS = 5_000
"""So long another program may take to write its part; then this one does without waiting any longer."""


class WindowState(QObject):
    """Values by key, kept in memory; changes are saved on the file lane. A damaged file counts as none.

    Another window on the same computer may write the same file: only what was changed here is put into what stands
    there, one window after the other, so that neither takes away what the other remembered.
    """

    def __init__(self, path: Path, background: "Background", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._background = background
        self._values = read_state(path)
        self._changed: frozenset[str] = frozenset()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self.save)

    def get(self, key: str, default: Any = None) -> Any:
        """The remembered value, or the default where there is none or it is of another kind."""
        value = self._values.get(key, default)
        return value if default is None or isinstance(value, type(default)) else default

    def set(self, key: str, value: Any) -> None:
        """Remember a value that JSON can hold; None forgets it."""
        if self._values.get(key) == value:
            return
        if value is None:
            self._values.pop(key, None)
        else:
            self._values[key] = value
        self._changed |= {key}
        self._timer.start()

    def save(self) -> None:
        """Write now, without waiting for the hand to rest; the last thing before the window closes."""
        self._timer.stop()
        changed, self._changed = self._changed, frozenset[str]()
        if changed:
            self._background.file(partial(_write, self._path, dict(self._values), changed), self._not_written)

    def _not_written(self, keys: frozenset[str]) -> None:
        """What could not be written goes with the next change."""
        self._changed |= keys


def read_state(path: Path) -> dict[str, Any]:
    """What was remembered last; nothing where the file is missing or damaged."""
    try:
        data = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        _log.warning("The window's state in %s cannot be read and starts anew: %s", path, error)
        return {}
    return data if isinstance(data, dict) else {}


def _write(path: Path, values: Mapping[str, Any], changed: frozenset[str]) -> frozenset[str]:
    """Put what was changed into the file, alone among all programs; returns what could not be written."""
    turn = QLockFile(str(path.with_name(f"{path.name}.lock")))
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        turn.tryLock(_TURN_MS)
        kept = read_state(path) or dict(values)
        for key in changed:
            kept.pop(key, None)
            if key in values:
                kept[key] = values[key]
        write_whole(path, json.dumps(kept, ensure_ascii=False, indent=1).encode())
    except OSError as error:
        # Losing a column width must not interrupt anybody's work.
        _log.warning("The window's state could not be saved to %s: %s", path, error)
        return changed
    finally:
        turn.unlock()
    return frozenset()
