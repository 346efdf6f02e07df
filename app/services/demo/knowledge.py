"""What the demo desk knows: a dozen articles in every state, used for the incidents of ninety days."""

import random
import tomllib
from datetime import datetime, timedelta
from typing import Any

from app.domain.knowledge import ArticleKind, ArticleStep, ArticleUse, Audience
from app.infra.resources import resource_path
from app.services.demo.company import Company
from app.services.demo.lives import Life
from app.services.incidents.queue_dto import QueueQuery, QueueRow
from app.services.knowledge.dto import ArticleFacts, ArticleRef, ArticleText


def article_lives(company: Company, now: datetime, dice: random.Random) -> list[tuple[datetime, Life]]:
    """When each article is begun, and its life from then on."""
    stories = tomllib.loads(resource_path("seed", "knowledge.toml").read_text(encoding="utf-8"))
    begun = now - timedelta(days=24)
    lives = [(begun, _searches(company, stories["searched"], now, begun))]
    for told in stories["article"]:
        start = now - timedelta(days=told["age"], minutes=dice.uniform(30, 300))
        lives.append((start, _life(company, told, now, start, random.Random(dice.random()))))
    return lives


def _searches(company: Company, told: dict[str, int], now: datetime, start: datetime) -> Life:
    """Callers look for what no article says."""
    searches = [words for words, times in told.items() for _ in range(times)]
    for part, words in enumerate(searches, 1):
        yield start + (now - timedelta(hours=2) - start) * (part / len(searches))
        company.desk.search_admin.count_unfound(company.people[company.callers[0]], words)


def _life(company: Company, told: dict[str, Any], now: datetime, start: datetime, dice: random.Random) -> Life:
    desk, author, lead = company.desk, company.people[told["author"]], company.lead
    text = ArticleText(told["title"], told["summary"], told["body"], Audience(told["audience"]))
    ref = desk.knowledge_work.create(author, desk.new_id(), text, _facts(company, told, now))
    until = told["until"]
    yield start + timedelta(hours=2)
    ref = desk.knowledge_work.step(author, ref.id, ArticleStep.SUBMIT, seen=1)
    yield start + timedelta(hours=20)
    if until == "in_review":
        return
    if until == "sent_back":
        desk.knowledge_work.step(lead, ref.id, ArticleStep.SEND_BACK, told["reason"], seen=1)
        return
    ref = desk.knowledge_work.step(lead, ref.id, ArticleStep.PUBLISH, seen=1)
    begun = start + timedelta(days=1)
    for part in range(1, told["uses"] + 1):
        yield begun + (now - timedelta(days=1) - begun) * (part / told["uses"])
        _use(company, told, ref, dice)
    yield now - timedelta(hours=dice.uniform(3, 20))
    if until == "retired":
        desk.knowledge_work.step(lead, ref.id, ArticleStep.RETIRE, told["reason"], seen=1)
    elif told.get("next"):
        body = f"{told['body'].rstrip()}\n\n> {told['next']}\n"
        changed = ArticleText(text.title, text.summary, body, text.audience)
        desk.knowledge_work.write(author, ref.id, changed, seen=1)


def _facts(company: Company, told: dict[str, Any], now: datetime) -> ArticleFacts:
    path = told.get("category", "")
    name = path if not path or company.ids.get(("category", path)) else path.split("/")[0]
    return ArticleFacts(
        kind=ArticleKind(told["kind"]),
        category_id=company.id_of("category", name) if name else None,
        service_ids=tuple(company.id_of("service", each) for each in told["services"]),
        tags=tuple(told["tags"]),
        problem_ref=told.get("problem", ""),
        review_on=(now + timedelta(days=told["due"])).date(),
    )


def _use(company: Company, told: dict[str, Any], ref: ArticleRef, dice: random.Random) -> None:
    """Somebody uses the article for an incident about its service, and a caller or an agent says whether it helped."""
    desk, agent = company.desk, company.people[dice.choice(company.members["Service desk"])]
    about = _recent(company, told["services"][0])
    if about:
        kind = dice.choice((ArticleUse.LINKED, ArticleUse.LINKED, ArticleUse.INSERTED, ArticleUse.USED))
        desk.knowledge_work.use(agent, desk.new_id(), ref.id, kind, dice.choice(about).id)
    opinion = ArticleUse.HELPED if dice.random() < 0.8 else ArticleUse.DID_NOT_HELP
    who = company.people[dice.choice(company.callers)] if told["audience"] == "everyone" else agent
    desk.knowledge_work.use(who, desk.new_id(), ref.id, opinion)


def _recent(company: Company, service: str) -> tuple[QueueRow, ...]:
    query = QueueQuery(f'service:"{service}"', sort="reported_at", descending=True, group_by="none", limit=8)
    return tuple(company.desk.queue.page(company.lead, query).rows)
