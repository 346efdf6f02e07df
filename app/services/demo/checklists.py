"""Checklists of the demo desk: what is always done in the same order, and some incidents where it is being done."""

from datetime import timedelta
from typing import Any

from app.domain.checklists import StepState, read_lines
from app.services.checklists.dto import NewStep, NewTemplate, StepDetails
from app.services.demo.company import Company
from app.services.incidents.queue_dto import QueueQuery

_BEGUN = (
    ("Replace a computer", 'is:open service:"Workplace computers"', 2),
    ("Locked account", "is:open service:Sign-in", 1),
)
"""Which checklist some open incidents have, and how many of its steps are out of the way."""


def write_checklists(company: Company, data: dict[str, Any]) -> dict[str, str]:
    """Keep those of the seed, for everybody; their ids by name."""
    ids = {}
    for name, lines in data["checklists"].items():
        new = NewTemplate(company.desk.new_id(), name, read_lines(lines), "all")
        company.desk.checklist_work.save_template(company.lead, new)
        ids[name] = new.id
    return ids


def begin_checklists(company: Company, templates: dict[str, str]) -> None:
    """Give open incidents checklists, with some steps done and one that is somebody's own task."""
    desk, lead = company.desk, company.lead
    for name, text, done in _BEGUN:
        query = QueueQuery(text, sort="number", group_by="none", limit=2)
        for row in desk.queue.page(lead, query).rows:
            ids = desk.checklist_work.use_template(lead, row.id, templates[name])
            worker = next((who for who in company.people.values() if who.person_id == row.assignee_id), lead)
            for step_id in ids[:done]:
                desk.checklist_work.mark(worker, step_id, StepState.DONE, StepState.OPEN)
            due = desk.clock.now() + timedelta(hours=3)
            step = NewStep(desk.new_id(), StepDetails("Call the caller back", lead.person_id, None, due))
            desk.checklist_work.add(worker, row.id, (step,))
