"""What can be taken back in this session, and done again: Ctrl+Z and Ctrl+Shift+Z, wherever the window is.

A toast offers to take back what just happened for ten seconds. Edits of fields stay here after it, until the desk is
changed for another; sends and closings do not.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

_KEPT: Final = 200


@dataclass(eq=False, slots=True)
class _Act:
    text: str
    run: Callable[[], None]


class UndoStack:
    """Acts in the order in which they were done; each is run once."""

    def __init__(self) -> None:
        self._done: list[_Act] = []
        self._undone: list[_Act] = []

    def push(self, text: str, undo: Callable[[], None]) -> Callable[[], None]:
        """Something was done that can be taken back; returns what does it, for the toast that tells of it."""
        self._undone.clear()
        return self._keep(self._done, text, undo)

    def done_again(self, text: str, undo: Callable[[], None]) -> Callable[[], None]:
        """Something was done once more; what was taken back after it can still be done again."""
        return self._keep(self._done, text, undo)

    def undone(self, text: str, redo: Callable[[], None]) -> None:
        """Something was taken back, and can be done again."""
        self._keep(self._undone, text, redo)

    def no_longer(self, text: str) -> None:
        """What was done under these words was taken back in another way, so there is nothing left to take back."""
        self._done[:] = [act for act in self._done if act.text != text]

    def undo(self) -> bool:
        """Take back what was done last; False when there is nothing."""
        return self._run_last(self._done)

    def redo(self) -> bool:
        """Do again what was taken back last; False when there is nothing."""
        return self._run_last(self._undone)

    def clear(self) -> None:
        """Another desk is open."""
        self._done.clear()
        self._undone.clear()

    @staticmethod
    def _run_last(acts: list[_Act]) -> bool:
        if not acts:
            return False
        acts.pop().run()
        return True

    @staticmethod
    def _keep(acts: list[_Act], text: str, run: Callable[[], None]) -> Callable[[], None]:
        act = _Act(text, run)
        acts.append(act)
        del acts[:-_KEPT]

        def take() -> None:
            if act in acts:
                acts.remove(act)
                run()

        return take
