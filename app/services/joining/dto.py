"""What the test of a connection tells; plain values."""

from enum import StrEnum
from typing import NamedTuple

from app.domain.wording import marked, tr


class Step(StrEnum):
    """The steps of the way to a desk on a server, in order."""

    NAME = "name"
    PORT = "port"
    PROOF = "proof"
    SIGN_IN = "sign_in"
    SCHEMA = "schema"
    RIGHTS = "rights"
    CLOCK = "clock"

    @property
    def label(self) -> str:
        """What the step is called."""
        return tr(_LABELS[self])


_LABELS = {
    Step.NAME: marked("Name of the server"),
    Step.PORT: marked("Port"),
    Step.PROOF: marked("Encryption and certificate"),
    Step.SIGN_IN: marked("Sign-in"),
    Step.SCHEMA: marked("Database"),
    Step.RIGHTS: marked("Rights"),
    Step.CLOCK: marked("Clock"),
}


class Mark(StrEnum):
    """How a step ended. A warning does not hinder connecting; a skipped step was not needed or not reached."""

    PASSED = "passed"
    WARNING = "warning"
    FAILED = "failed"
    SKIPPED = "skipped"


class Outcome(NamedTuple):
    """One step: how it ended, what was found, and what to do where it did not end well.

    `may_set_up` says that the database is empty, and that this login may make a desk for several people of it.
    """

    step: Step
    mark: Mark
    found: str
    hint: str = ""
    may_set_up: bool = False


def succeeded(outcomes: tuple[Outcome, ...]) -> bool:
    """Whether the desk can be opened: every step was made and none failed."""
    return bool(outcomes) and outcomes[-1].step is Step.CLOCK and all(each.mark is not Mark.FAILED for each in outcomes)


def may_set_up(outcomes: tuple[Outcome, ...]) -> bool:
    """Whether the way led to an empty database that can be set up as a desk."""
    return succeeded(outcomes) and any(each.may_set_up for each in outcomes)


def as_text(outcomes: tuple[Outcome, ...]) -> str:
    """The outcomes as lines to copy into a mail; they never hold a password."""
    lines = []
    for each in outcomes:
        lines.append(f"{each.mark.value:<8} {each.step.label}: {each.found}")
        lines += [f"         {each.hint}"] if each.hint else []
    return "\n".join(lines)
