"""Warnings that would repeat on thousands of rows, gathered into one each with the lines where they hold."""

from app.domain.imports import Fault


class Remarks:
    """Remembers on which lines each remark was made; the same one on the same line counts once."""

    _SHOWN = 5

    def __init__(self) -> None:
        self._lines: dict[str, set[int]] = {}

    def add(self, line: int, reason: str) -> None:
        """Remark on a line; the reason is a sentence."""
        self._lines.setdefault(reason, set()).add(line)

    def faults(self) -> list[Fault]:
        """One warning for each reason, in the order of their first lines."""
        return sorted(Fault(min(lines), reason + self._where(sorted(lines))) for reason, lines in self._lines.items())

    def _where(self, lines: list[int]) -> str:
        if len(lines) == 1:
            return ""
        shown = ", ".join(map(str, lines[: self._SHOWN]))
        more = ", ..." if len(lines) > self._SHOWN else ""
        return f" ({len(lines)} lines: {shown}{more})"
