"""Macros of the demo desk: what its people write often."""

from app.domain.macros import ME, Acts
from app.domain.vocabulary import HoldReason, State
from app.services.demo.company import Company
from app.services.macros.dto import NewMacro

_ASK = """Hello {{caller.first_name}},

to look into {{incident.number}} we need to know what the message says, word for word, and since when it comes.

{{me.first_name}}"""
_ROLL = """Hello {{caller.first_name}},

we restart the computer from here at 17:30 today. Please save what is open before.
{{incident.number}} stays open until you have told us that it works.

{{me.first_name}}"""
_DONE = """Hello {{caller.first_name}},

"{{incident.summary}}" works again. If it comes back, answer here: {{incident.number}} is opened again by itself.

{{me.first_name}}"""


def write_macros(company: Company) -> None:
    """One that asks, one that waits, one that resolves, and one that only takes; all for everybody."""
    desk, lead = company.desk, company.lead
    for new in (
        NewMacro(
            desk.new_id(), "Ask for the exact message", "ask", _ASK, share="all",
            acts=Acts(state=State.ON_HOLD, hold_reason=HoldReason.AWAITING_CALLER, hold_days=2),
        ),
        NewMacro(desk.new_id(), "Restart this evening", "roll", _ROLL, share="all", acts=Acts({"assignee_id": ME})),
        NewMacro(
            desk.new_id(), "It works again", "done", _DONE, share="all",
            acts=Acts({"assignee_id": ME}, State.RESOLVED, resolution_code="solution_provided"),
        ),
        NewMacro(
            desk.new_id(), "Take and begin", "mine", share="all",
            acts=Acts({"assignee_id": ME}, State.IN_PROGRESS),
        ),
    ):  # fmt: skip
        desk.macro_work.save(lead, new)
