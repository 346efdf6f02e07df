"""What a model thinks before it answers: some write it into the answer, between two marks, and nobody asked for it."""

from typing import Final

_BEGINS: Final = "<think>"
_ENDS: Final = "</think>"


class WithoutThoughts:
    """Takes the pieces of an answer and gives what is answer; held back is what may still turn out to be a thought."""

    def __init__(self) -> None:
        self._held = ""
        self._answers = self._has_thought = False

    def feed(self, words: str) -> str:
        """The part of the answer that is certain by now."""
        if self._answers:
            return words
        self._held += words
        if not self._has_thought:
            begun = self._held.lstrip()
            if begun.startswith(_BEGINS):
                self._has_thought, self._held = True, begun
            elif _BEGINS.startswith(begun):
                return ""
            else:
                return self._answer(self._held)
        _, mark, answer = self._held.partition(_ENDS)
        # The lines between a thought and the answer are no part of it.
        return self._answer(answer.lstrip()) if mark and answer.strip() else ""

    def end(self) -> str:
        """What was held back and is no thought, when nothing comes any more."""
        return "" if self._has_thought else self._answer(self._held)

    def _answer(self, words: str) -> str:
        self._answers, self._held = True, ""
        return words
