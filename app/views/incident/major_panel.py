"""What proposing a major incident and deciding about it ask for, in the place of the composer."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QVBoxLayout

from app.domain.actor import Actor
from app.domain.major import AFTER, MajorStep, became_words
from app.domain.vocabulary import MajorState
from app.domain.wording import tr
from app.services.escalation.dto import MajorDecision
from app.services.incidents.dto import IncidentDetail
from app.views.context import ViewContext
from app.views.incident.ask_panel import AskPanel
from app.views.incident.pick_lists import PickLists
from app.views.kept_answers import Answers, KeptAnswers, below
from app.views.widgets.choice_popup import Option
from app.views.widgets.pick_field import PickField
from app.views.widgets.text_box import TextBox

if TYPE_CHECKING:
    from app.services.desk import Desk

_WORDS: Final = {
    MajorStep.PROPOSE: (tr("Propose as a major incident"), tr("Propose"), "siren", tr("Why: who is hit, and how")),
    MajorStep.ACCEPT: (tr("Accept as a major incident"), tr("Accept"), "siren", tr("Why it is one (for the journal)")),
    MajorStep.REJECT: (
        tr("Reject as a major incident"),
        tr("Reject"),
        "ban",
        tr("Why it is none (whoever proposed it reads it)"),
    ),
    MajorStep.DEMOTE: (tr("No longer a major incident"), tr("Take back"), "undo-2", tr("Why it is none any more")),
    MajorStep.LEAD: (tr("Change who leads the major incident"), tr("Hand over"), "users", ""),
}
_EXTRA: Final = {
    MajorStep.PROPOSE: tr("A supervisor decides; everybody who decides is told now"),
    MajorStep.ACCEPT: tr("Everybody who works on it is told, and its children are resolved with it"),
    MajorStep.DEMOTE: tr("The incident stays as it is"),
}


@dataclass(frozen=True, slots=True)
class MajorAnswer:
    """What was answered: the step and the words, and for accepting or handing over who leads it."""

    step: MajorStep
    words: str = ""
    decision: MajorDecision | None = None
    lead_id: str = ""


class MajorPanel(AskPanel):
    """`submitted` carries a MajorAnswer. What is typed is kept as a draft of the incident."""

    def __init__(self, context: ViewContext, lists: PickLists) -> None:
        super().__init__()
        self._context, self._lists = context, lists
        self._step: MajorStep | None = None
        self._detail: IncidentDetail | None = None
        self._words: TextBox | None = None
        self._impact: TextBox | None = None
        self._lead: PickField | None = None
        self._lead_id = ""
        self._kept = KeptAnswers(context, self._answers, self._restore)

    def open(self, detail: IncidentDetail, step: MajorStep) -> None:
        """Ask for what this step demands."""
        self._kept.put_away()
        self._detail, self._step = detail, step
        title, finish, icon, _label = _WORDS[step]
        if step is MajorStep.ACCEPT and detail.major_state != MajorState.PROPOSED:
            title, finish = tr("Declare a major incident"), tr("Declare")
        self._ask(title, _EXTRA.get(step, ""), (finish, icon), self._fill)
        self._kept.begin(_draft_key(detail.id, step))
        next(iter(self.fields.values())).take_focus()

    def close_panel(self) -> None:
        """Ask no more; what was answered stays as a draft."""
        self._kept.put_away()
        self._step = self._detail = None

    def done(self, incident_id: str, step: MajorStep) -> None:
        """The desk has taken the step: its draft is not needed any more."""
        self._kept.done(_draft_key(incident_id, step))

    def _fill(self, column: QVBoxLayout) -> None:
        self._words, self._impact, self._lead = None, None, None
        step, detail = self._step, self._detail
        if step is None or detail is None:
            return
        if step is MajorStep.ACCEPT:
            self._impact = self._add_box(column, "business_impact", tr("What it does to the business"))
            self._impact.setPlainText(detail.business_impact or "")
        if step is not MajorStep.LEAD:
            name = "note" if step is MajorStep.ACCEPT else "reason"
            self._words = self._add_box(column, name, _WORDS[step][3])
            self._words.enter_sends = step is not MajorStep.ACCEPT
        if step in {MajorStep.ACCEPT, MajorStep.LEAD}:
            self._add_lead(column, detail, step)

    def _add_box(self, column: QVBoxLayout, name: str, label: str) -> TextBox:
        box = TextBox(label, rows=2, most_rows=6)
        box.submitted.connect(self.submit)
        box.submitted_further.connect(self.submit)
        box.left.connect(self.left)
        box.textChanged.connect(self._kept.keep)
        self._add_field(column, name, label, box)
        return box

    def _add_lead(self, column: QVBoxLayout, detail: IncidentDetail, step: MajorStep) -> None:
        self._lead = field = PickField(tr("Who leads it"), self._lists.agents(None), framed=True)
        field.set_person()
        field.chosen.connect(self._lead_chosen)
        actor = self._context.actor
        stays = step is MajorStep.LEAD
        self._lead_id = (detail.major.lead_id or "") if stays else actor.person_id
        field.set_value((detail.major.lead_name or "") if stays else actor.name, empty=tr("Choose somebody"))
        self._add_field(column, "lead_id", tr("Who leads it (decides and informs; others repair)"), field)

    def _lead_chosen(self, option: Option) -> None:
        self._name_lead("" if option.value is None else str(option.value), option.label)
        self._kept.keep()

    def _name_lead(self, lead_id: str, name: str) -> None:
        self._lead_id = lead_id
        if self._lead is not None:
            self._lead.set_value(name if lead_id else "", empty=tr("Choose somebody"))

    def _answer(self) -> MajorAnswer | None:
        if self._step is None or self._detail is None:
            return None
        words = self._words.toPlainText() if self._words is not None else ""
        if self._impact is None:
            return MajorAnswer(self._step, words, lead_id=self._lead_id)
        impact = self._impact.toPlainText()
        decision = MajorDecision(self._lead_id, words, impact, self._detail.business_impact)
        return MajorAnswer(self._step, words, decision)

    def _answers(self) -> Answers:
        return {
            "words": self._words.toPlainText() if self._words is not None else "",
            "impact": self._impact.toPlainText() if self._impact is not None else "",
            "lead": self._lead_id,
            "lead_name": self._lead.text() if self._lead is not None else "",
        }

    def _restore(self, answers: Answers) -> None:
        if self._words is not None:
            self._words.setPlainText(below(answers.get("words", ""), self._words.toPlainText()))
        if self._impact is not None and answers.get("impact"):
            self._impact.setPlainText(answers["impact"])
        if self._lead is not None and answers.get("lead"):
            self._name_lead(answers["lead"], answers.get("lead_name", ""))


def take_major_step(desk: "Desk", actor: Actor, incident_id: str, answer: MajorAnswer) -> None:
    """Have the desk do what was answered; runs on the write lane."""
    work = desk.major_work
    if answer.step is MajorStep.LEAD:
        work.hand_over(actor, incident_id, answer.lead_id)
    elif answer.decision is not None:
        work.accept(actor, incident_id, answer.decision)
    elif answer.step is MajorStep.PROPOSE:
        work.propose(actor, incident_id, answer.words)
    elif answer.step is MajorStep.REJECT:
        work.reject(actor, incident_id, answer.words)
    else:
        work.demote(actor, incident_id, answer.words)


def decided_words(answer: MajorAnswer) -> str:
    """What was done, for the toast."""
    if answer.step is MajorStep.LEAD:
        return tr("somebody else leads the major incident")
    if answer.step is MajorStep.ACCEPT:
        return tr("a major incident from now on")
    return became_words(None, AFTER[answer.step])


def _draft_key(incident_id: str, step: MajorStep) -> str:
    return f"incident:{incident_id}:major:{step.value}"
