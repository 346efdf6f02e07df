"""What lies behind incidents of the demo desk: problems in every state, with incidents that belong to them."""

import tomllib
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from app.domain.problems import ProblemState
from app.infra.resources import resource_path
from app.services.demo.company import Company
from app.services.demo.lives import Life
from app.services.incidents.dto import FieldEdit
from app.services.incidents.queue_dto import QueueQuery
from app.services.problems.dto import NewProblem

_MOST = 12


def problem_lives(company: Company, now: datetime) -> list[tuple[datetime, Life]]:
    """When each problem is opened, and its life from then on."""
    stories = tomllib.loads(resource_path("seed", "problems.toml").read_text(encoding="utf-8"))
    lives = []
    for told in stories["problem"]:
        start = now - timedelta(days=told["age"], hours=2)
        lives.append((start, _life(company, told, now, start)))
    return lives


def _life(company: Company, told: dict[str, Any], now: datetime, start: datetime) -> Life:
    work, owner = company.desk.problem_work, company.people[told["owner"]]
    new = NewProblem(told["title"], told["description"], service_id=company.id_of("service", told["service"]))
    ref = work.open(owner, company.desk.new_id(), new, tuple(_alike(company, told))).ref
    yield start + timedelta(hours=3)
    work.step(owner, ref.id, ProblemState.INVESTIGATING, seen=ProblemState.NEW)
    yield start + timedelta(days=1)
    for field in ("workaround", "cause"):
        if field in told:
            work.edit(owner, ref.id, {field: FieldEdit("", told[field])})
    if told.get("confirmed"):
        yield start + timedelta(days=1, hours=4)
        work.edit(owner, ref.id, {"workaround_state": FieldEdit("proposed", "confirmed")})
    if told["until"] != ProblemState.INVESTIGATING:
        yield start + timedelta(days=2)
        work.step(owner, ref.id, ProblemState.KNOWN_ERROR, seen=ProblemState.INVESTIGATING)
    if "fix" in told:
        work.edit(owner, ref.id, {"fix": FieldEdit("", told["fix"])})
    yield now - timedelta(hours=3)
    work.link(owner, ref.id, tuple(_alike(company, told)))
    if told["until"] == ProblemState.RESOLVED:
        work.step(owner, ref.id, ProblemState.RESOLVED, seen=ProblemState.KNOWN_ERROR)


def _alike(company: Company, told: dict[str, Any]) -> Iterator[str]:
    """The newest incidents about the same that can still be changed."""
    text = f'service:"{told["service"]}" -is:closed -is:canceled'
    query = QueueQuery(text, sort="reported_at", descending=True, group_by="none", limit=_MOST)
    for row in company.desk.queue.page(company.lead, query).rows:
        if row.short_description in told["titles"]:
            yield row.id
