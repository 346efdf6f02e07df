"""Templates of the demo desk: what its frequent incidents begin with; for everybody."""

from typing import Any

from app.domain.incident_templates import Filling
from app.services.demo.company import Company
from app.services.templates.dto import NewIncidentTemplate


def write_templates(company: Company, data: dict[str, Any], checklists: dict[str, str]) -> None:
    """Keep those of the seed; `checklists` are the ids of the checklists by name."""
    for name, about in data["templates"].items():
        category, _, _sub = about["category"].partition("/")
        impact, urgency = about["levels"]
        filling = Filling(
            about["summary"],
            about.get("details", ""),
            company.id_of("service", about["service"]),
            company.id_of("category", category),
            company.id_of("category", about["category"]),
            impact,
            urgency,
            company.id_of("group", about["group"]),
            checklists.get(about.get("checklist", ""), ""),
            about.get("message") or about.get("note", ""),
            public="message" in about,
        )
        new = NewIncidentTemplate(company.desk.new_id(), name, filling, "all")
        company.desk.template_work.save(company.lead, new)
