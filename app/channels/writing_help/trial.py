"""Trying a server out, one step after the other, each told as it ends; usable without a window."""

from collections.abc import Callable
from enum import StrEnum
from typing import Final, NamedTuple

from app.channels.writing_help.chat import ask, models
from app.channels.writing_help.line import Line
from app.channels.writing_help.trouble import KeyRefused
from app.channels.writing_help.way import Patience, Way
from app.domain.errors import DeskError, Stopped, Unavailable
from app.domain.wording import tr
from app.services.joining.dto import Mark

_TASK: Final = "Answer with the one word: yes"
_NAMED: Final = 5


class TrialStep(StrEnum):
    """The steps of the way to a model, in order."""

    REACH = "reach"
    KEY = "key"
    MODEL = "model"
    ANSWER = "answer"


class Tried(NamedTuple):
    """How a step ended, what was found and what to do; `models` are those that the server named."""

    step: TrialStep
    mark: Mark
    found: str
    hint: str = ""
    models: tuple[str, ...] = ()


Tell = Callable[[Tried], None]


class Trial:
    """Tries a way; `cut` ends it at once from any thread. Nothing of the desk is sent: the question is fixed."""

    def __init__(self, way: Way, patience: Patience | None = None) -> None:
        self._way, self._patience = way, patience
        self._line = Line(way, patience)
        self._is_cut = False

    def cut(self) -> None:
        """End it now."""
        self._is_cut = True
        self._line.cut()

    def run(self, tell: Tell) -> bool:
        """Take the steps until one fails; whether none did."""
        try:
            return all(self._told(tell, step) for step in (self._reach, self._list, self._named, self._answer))
        except Stopped:
            return False

    def _told(self, tell: Tell, step: Callable[[], Tried]) -> bool:
        outcome = step()
        tell(outcome)
        return outcome.mark is not Mark.FAILED

    def _next(self) -> Line:
        self._line = Line(self._way, self._patience)
        if self._is_cut:
            self._line.cut()
        return self._line

    def _reach(self) -> Tried:
        server = self._way.server
        try:
            self._next().connect().close()
        except Unavailable as error:
            return Tried(TrialStep.REACH, Mark.FAILED, str(error))
        if server.is_encrypted:
            return Tried(TrialStep.REACH, Mark.PASSED, tr("{server}, encrypted", server=server.name))
        if server.is_here:
            return Tried(TrialStep.REACH, Mark.PASSED, tr("{server}, on this computer", server=server.name))
        return Tried(
            TrialStep.REACH, Mark.WARNING, tr("{server}, not encrypted", server=server.name),
            tr("Whoever is on the way can read what is sent, and the key. Use https where the server can."),
        )  # fmt: skip

    def _list(self) -> Tried:
        self._models: tuple[str, ...] | None = None
        try:
            self._models = models(self._next())
        except KeyRefused as error:
            return Tried(TrialStep.KEY, Mark.FAILED, str(error))
        except Unavailable as error:
            # Not every server tells its models; whether it takes the key shows when it is asked to write.
            return Tried(TrialStep.KEY, Mark.WARNING, tr("It does not tell which models it has. {why}", why=error))
        key = tr("The key is taken") if self._way.key else tr("It asks for no key")
        return Tried(TrialStep.KEY, Mark.PASSED, key, models=self._models)

    def _named(self) -> Tried:
        model = self._way.model
        if not model:
            return Tried(TrialStep.MODEL, Mark.FAILED, tr("No model is chosen."), tr("Choose one, and try again."))
        if self._models is None:
            return Tried(TrialStep.MODEL, Mark.SKIPPED, tr("Shown when it answers"))
        if model in self._models:
            return Tried(TrialStep.MODEL, Mark.PASSED, model)
        named = ", ".join(self._models[:_NAMED]) or "–"
        return Tried(
            TrialStep.MODEL, Mark.WARNING, tr("{model} is not among those it names: {named}", model=model, named=named)
        )

    def _answer(self) -> Tried:
        line = self._next()
        try:
            answer = ask(line, _TASK, lambda _words: None)
        except Stopped:
            raise
        except DeskError as error:
            return Tried(TrialStep.ANSWER, Mark.FAILED, str(error))
        return Tried(TrialStep.ANSWER, Mark.PASSED, tr("It answers: “{said}”", said=" ".join(answer.text.split())[:60]))
