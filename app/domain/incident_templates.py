"""Templates of frequent incidents: what they fill in, and that they never take the place of what somebody typed."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Final

from app.domain.errors import BadInput
from app.domain.macros import check_text
from app.domain.text import TITLE_LIMIT, clean_line
from app.domain.wording import marked, tr

LABELS: Final[Mapping[str, str]] = {
    "short_description": marked("Short description"),
    "description": marked("Details"),
    "service_id": marked("Service"),
    "category_id": marked("Category"),
    "subcategory_id": marked("Subcategory"),
    "impact": marked("Impact"),
    "urgency": marked("Urgency"),
    "group_id": marked("Assignment group"),
    "checklist_id": marked("Checklist"),
    "message": marked("First message"),
}
"""What a template fills in, by field, and what it is called."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What a template fills in; what is empty, or 0, it leaves alone. `message` may have the fields of macros."""

    short_description: str = ""
    description: str = ""
    service_id: str = ""
    category_id: str = ""
    subcategory_id: str = ""
    impact: int = 0
    urgency: int = 0
    group_id: str = ""
    checklist_id: str = ""
    message: str = ""
    public: bool = True

    def to_data(self) -> dict[str, str | int | bool]:
        """As the database keeps it; what is empty is left out."""
        whole = {field.name: getattr(self, field.name) for field in fields(self)}
        return {name: value for name, value in whole.items() if value or (name == "public" and self.message)}


def filling_of(data: Mapping[str, str | int | bool]) -> Filling:
    """The same read back; what a later version fills in beside it is left out."""
    known = {field.name for field in fields(Filling)}
    return Filling(**{name: value for name, value in data.items() if name in known})  # type: ignore[arg-type]  # as it was kept


def check_filling(filling: Filling) -> None:
    """Pass, or say what would make every incident from it be refused."""
    data = filling.to_data()
    data.pop("public", None)
    if not data:
        raise BadInput(
            tr("The template fills in nothing yet. Write a short description or choose a service."), "short_description"
        )
    title = clean_line(filling.short_description)
    if len(title) > TITLE_LIMIT:
        raise BadInput(
            tr(
                "The short description has {count} characters, {title_limit} is the limit.",
                count=len(title),
                title_limit=TITLE_LIMIT,
            ),
            "short_description",
        )
    if filling.subcategory_id and not filling.category_id:
        raise BadInput(tr("A subcategory needs its category. Choose that too."), "category_id")
    check_text(filling.message)


def parted(wanted: Mapping[str, str], typed: Mapping[str, str]) -> tuple[dict[str, str], list[str]]:
    """What of a template is filled in, and the fields that it leaves because somebody typed something else."""
    taken, left = {}, []
    for name, value in wanted.items():
        if not value or typed.get(name, "").strip() == value.strip():
            continue
        if typed.get(name, "").strip():
            left.append(name)
        else:
            taken[name] = value
    return taken, left
