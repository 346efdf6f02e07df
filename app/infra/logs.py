"""The log file: it rotates, and what looks like a secret never reaches it."""

import logging
import logging.handlers
import re
import time
from pathlib import Path

# A password ends at the last @ of its URL, because people write @ and / in passwords; a port is none.
_IN_URL = re.compile(r"(://[^:/\s]*:)(?!\d+(?:[/\s]|$))\S+(@)")
_NAMED = re.compile(
    r"((?:password|passwd|token|secret|authorization)[\"']?\s*[=:]\s*)"
    r"(?:(?:bearer|basic)\s+)?(?:\"[^\"]*\"|'[^']*'|[^\s,;&'\"]+)",
    re.IGNORECASE,
)


class Redacted(logging.Formatter):
    """Formats in UTC and blanks passwords in URLs and after the usual words."""

    def format(self, record: logging.LogRecord) -> str:
        """The line with secrets replaced by `***`."""
        return redact(super().format(record))


def redact(text: str) -> str:
    """The text with everything that looks like a password or a token blanked."""
    return _NAMED.sub(r"\1***", _IN_URL.sub(r"\1***\2", text))


class LogFile(logging.handlers.RotatingFileHandler):
    """The one file this program logs to; a class of its own, so that a second start finds the first one's."""


def start_logging(folder: Path, level: int = logging.INFO) -> Path:
    """Write the log to `mainstay.log` in the folder, five files of one megabyte at most; returns its path.

    A program has one log. When it is started a second time, as tests do hundreds of times in one process, the log goes
    to the new folder only; else each line would be written to every folder there ever was.
    """
    path = folder / "mainstay.log"
    handler = LogFile(path, maxBytes=1_000_000, backupCount=4, encoding="utf-8", errors="backslashreplace", delay=True)
    formatter = Redacted("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s")
    formatter.converter = time.gmtime
    handler.setFormatter(formatter)
    root = logging.getLogger()
    stop_logging()
    root.addHandler(handler)
    root.setLevel(level)
    return path


def stop_logging() -> None:
    """Close the log and write no more to it."""
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, LogFile)]:
        root.removeHandler(handler)
        handler.close()
