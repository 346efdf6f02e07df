"""Listens for what the desk complains of in its log."""

import logging


class Complaints(logging.Handler):
    """Collects the messages of warnings and worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one message."""
        self.messages.append(f"{record.levelname} {record.name}: {record.getMessage()}")
