"""The commands on problems, each with its permission; the rules stand in `app.domain.problems`."""

from collections.abc import Mapping

from app.domain.errors import Refused
from app.domain.lifecycle import Step
from app.domain.numbers import problem_number
from app.domain.permissions import Permission
from app.domain.problems import ProblemState
from app.domain.vocabulary import ResolutionCode, State
from app.infra.unit_of_work import Store, Work
from app.services.command import command
from app.services.incidents.commands import PATIENT
from app.services.incidents.dto import FieldEdit, Outcome, StepResult
from app.services.incidents.many import set_many, take_back_many
from app.services.incidents.transitions import take_step
from app.services.problems import keeping
from app.services.problems.dto import NewProblem, Opened, ProblemRef


class ProblemCommands:
    """Everything that changes a problem; each call is one transaction."""

    def __init__(self, store: Store) -> None:
        self.store = store

    @command(Permission.PROBLEM_WORK, PATIENT)
    def open(self, work: Work, problem_id: str, new: NewProblem, incident_ids: tuple[str, ...] = ()) -> Opened:
        """Open a problem, and have these incidents belong to it; what became of each is told."""
        ref = keeping.open_problem(work, problem_id, new)
        return Opened(ref, set_many(work, incident_ids, {"problem_ref": problem_number(ref.number)}))

    @command(Permission.PROBLEM_WORK)
    def edit(self, work: Work, problem_id: str, edits: Mapping[str, FieldEdit]) -> tuple[str, ...]:
        """Change fields; raises StaleEdit when somebody else changed the same ones meanwhile."""
        return keeping.edit(work, problem_id, edits)

    @command(Permission.PROBLEM_WORK)
    def step(
        self, work: Work, problem_id: str, to: ProblemState, reason: str = "", *, seen: ProblemState
    ) -> ProblemRef:
        """Bring the problem to a state, from the one that was seen; a step that is gone back is one like any other."""
        return keeping.take_step(work, problem_id, to, reason, seen)

    @command(Permission.PROBLEM_WORK)
    def note(self, work: Work, problem_id: str, entry_id: str, body: str) -> None:
        """Write something down about the problem; the same `entry_id` counts once."""
        keeping.note(work, problem_id, entry_id, body)

    @command(Permission.PROBLEM_WORK, PATIENT)
    def link(self, work: Work, problem_id: str, incident_ids: tuple[str, ...]) -> tuple[Outcome, ...]:
        """Have incidents belong to the problem; taken back by `incidents.take_back_many`."""
        number = keeping.lock_problem(work, problem_id).number
        return set_many(work, incident_ids, {"problem_ref": problem_number(number)})

    @command(Permission.PROBLEM_WORK)
    def resolve_with(self, work: Work, problem_id: str, incident_id: str) -> StepResult:
        """Resolve an incident with the workaround of a problem, to which it belongs from then on."""
        row = keeping.lock_problem(work, problem_id)
        notes = keeping.workaround_of(row)
        edit = {"problem_ref": problem_number(row.number)}
        (linked,) = set_many(work, (incident_id,), edit)
        if linked.refused:
            raise Refused(linked.refused)
        known = ProblemState(row.state) is ProblemState.KNOWN_ERROR
        code = ResolutionCode.KNOWN_ERROR if known else ResolutionCode.WORKAROUND_PROVIDED
        step = Step(State.RESOLVED, resolution_code=code.value, resolution_notes=notes, by_rule=True)
        return take_step(work, incident_id, step)

    @command(Permission.PROBLEM_WORK, PATIENT)
    def unlink(self, work: Work, problem_id: str, incident_ids: tuple[str, ...]) -> tuple[Outcome, ...]:
        """Have incidents belong to the problem no longer; one that names another by now stays as it is."""
        named = problem_number(keeping.lock_problem(work, problem_id).number)
        linked = (Outcome(each, 0, {"problem_ref": None}, {"problem_ref": named}) for each in incident_ids)
        return take_back_many(work, tuple(linked))
