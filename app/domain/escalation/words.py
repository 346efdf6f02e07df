"""The words of escalation, with the keys that the database stores."""

from enum import IntEnum

from app.domain.vocabulary import Word
from app.domain.wording import inside, marked, tr


class EscalationKind(Word):
    """To whom: another group that knows more, or somebody who answers for more. A run is a rule that takes steps."""

    FUNCTIONAL = "functional"
    HIERARCHICAL = "hierarchical"
    RUN = "run"


class EscalationState(Word):
    """Where an escalation stands: it waits for an acknowledgement, is worked on, or has ended in one of three ways."""

    WAITING = "waiting"
    ACTIVE = "active"
    HANDED_BACK = "handed_back"
    PASSED_ON = "passed_on"
    ENDED = "ended"

    @property
    def is_live(self) -> bool:
        """Whether somebody still has to do something about it."""
        return self in LIVE_STATES

    @property
    def label(self) -> str:
        """What the window shows."""
        return {"waiting": tr("Waiting for acknowledgement")}.get(self.value, super().label)


LIVE_STATES = frozenset({EscalationState.WAITING, EscalationState.ACTIVE})


class Level(IntEnum):
    """How far up; 0 stands for none."""

    LEAD = 1
    MANAGER = 2
    HEAD = 3

    @property
    def label(self) -> str:
        """The word for it, in sentence case."""
        return {Level.LEAD: tr("Lead"), Level.MANAGER: tr("Manager"), Level.HEAD: tr("Head")}[self]

    @property
    def stored_label(self) -> str:
        """As entries and notifications write it, whoever reads them: "level 1 (lead)"."""
        return f"level {self.value} ({self.name.lower()})"

    @property
    def long_label(self) -> str:
        """The same in the language of the reader."""
        return tr("level {value} ({name})", value=self.value, name=inside(self.label))


class OfferAnswer(Word):
    """What became of an incident that the end of a shift offered to the next group."""

    TAKEN = "taken"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class Reason(Word):
    """The presets of the escalate sheet, chosen with 1 to 5; a reason may also be written freely."""

    NEEDS_SKILL = "needs_skill"
    TIME_RUNS_OUT = "time_runs_out"
    BUSINESS_IMPACT = "business_impact"
    CALLER_ASKED = "caller_asked"
    NO_ANSWER = "no_answer"

    @property
    def label(self) -> str:
        """What is written as the reason when the preset is chosen."""
        return tr(_REASONS[self.value])

    @property
    def stored_label(self) -> str:
        """The same as it is kept, whoever reads it."""
        return _REASONS[self.value]


_REASONS = {
    "needs_skill": marked("Needs skills or access that we do not have"),
    "time_runs_out": marked("Will not be done in time"),
    "business_impact": marked("Hurts the business more than its priority says"),
    "caller_asked": marked("The caller asked for it"),
    "no_answer": marked("No answer from whoever has it"),
}
