"""Making the demo desk: ninety days are played back with the desk's own commands, then the file is put in place."""

import heapq
import os
import random
import tempfile
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from app.domain.vocabulary import ReviewState, State
from app.domain.wording import in_english
from app.infra.bus import Bus
from app.infra.clock import SteppedClock
from app.infra.migrate import upgrade
from app.infra.settings import sqlite_url
from app.infra.unit_of_work import Store
from app.services.demo.checklists import begin_checklists, write_checklists
from app.services.demo.company import Company, found_company, seed
from app.services.demo.knowledge import article_lives
from app.services.demo.lives import Case, Life, usual_life
from app.services.demo.macros import write_macros
from app.services.demo.one_go import OneGo
from app.services.demo.outage import outage_life, write_review
from app.services.demo.passing_time import PassingTime, escalate_some, give_hours
from app.services.demo.problems import problem_lives
from app.services.demo.templates import write_templates
from app.services.desk import make_desk
from app.services.incidents.queue_dto import QueueQuery
from app.services.session import Progress

INCIDENTS = 300
DAYS = 90
_SEED = 20261123
_OUTAGE_DAYS = 12


def build_demo(path: Path, now: datetime, progress: Progress | None = None) -> None:
    """Write the demo desk as of `now` and put it in place of what was at the path, whole or not at all.

    `progress` is told how many incidents are logged, of how many.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as folder:
        unfinished = Path(folder) / "demo.sqlite"
        upgrade(sqlite_url(unfinished))
        clock = SteppedClock(now - timedelta(days=DAYS + 1))
        # Nothing is lost when the computer fails here: the file is not in place yet.
        database = OneGo(sqlite_url(unfinished), durable=False)
        try:
            with database.together(), in_english():
                data = seed()
                company = found_company(make_desk(Store(database, clock, Bus())), data)
                give_hours(company)
                write_macros(company)
                checklists = write_checklists(company, data)
                write_templates(company, data, checklists)
                time = PassingTime(company, clock, now, random.Random(_SEED))
                lives = _cases(company, data, now)
                begin = now - timedelta(minutes=14)
                lives += article_lives(company, now, random.Random(_SEED))
                lives += problem_lives(company, now)
                _play(time, now, [*lives, (begin, escalate_some(company, begin))], progress)
                _begin_reviews(company, clock, now)
                clock.move_to(now - timedelta(minutes=25))
                begin_checklists(company, checklists)
                clock.move_to(now)
        finally:
            database.close()
        _sync(unfinished)
        for left in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                path.with_name(f"{path.name}{left}").unlink()
        unfinished.replace(path)


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _cases(company: Company, data: dict[str, Any], now: datetime) -> list[tuple[datetime, Life]]:
    dice = random.Random(_SEED)
    outage_day = _workday(now - timedelta(days=_OUTAGE_DAYS))
    outage = Case(company, data["outage"], dice, outage_day.replace(hour=9, minute=12, second=0, microsecond=0))
    lives: list[tuple[datetime, Life]] = [(outage.start, outage_life(outage))]
    count = INCIDENTS - 1 - len(data["outage"]["children"])
    for start in _arrivals(dice, now, count):
        # Some are slow from the first look on, so that the queue of today has a backlog.
        pace = dice.choice((1, 1, 1, 1, 1, 1, 4, 25))
        case = Case(company, dice.choice(data["story"]), random.Random(dice.random()), start, pace)
        lives.append((start, usual_life(case)))
    return lives


def _arrivals(dice: random.Random, now: datetime, count: int) -> list[datetime]:
    """Moments at which calls come: on working days, most of them in the morning, a few at weekends, some just now."""
    found: list[datetime] = [now - timedelta(minutes=dice.uniform(5, 300)) for _ in range(9)]
    while len(found) < count:
        day = now - timedelta(days=dice.uniform(0, DAYS))
        if day.weekday() >= 5 and dice.random() < 0.9:
            continue
        hour = dice.choice((7.5, 9.3, 10.2, 11.4, 13.8, 15.1)) + dice.gauss(0, 0.9)
        at = day.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(hours=min(max(hour, 0), 23))
        if at < now - timedelta(minutes=2):
            found.append(at)
    return found


def _workday(day: datetime) -> datetime:
    return day - timedelta(days=max(0, day.weekday() - 4))


def _play(
    time: PassingTime,
    now: datetime,
    lives: list[tuple[datetime, Life]],
    progress: Progress | None,
) -> None:
    waiting = [(start, index, life) for index, (start, life) in enumerate(lives)]
    heapq.heapify(waiting)
    begun: set[int] = set()
    while waiting:
        at, index, life = heapq.heappop(waiting)
        # What would happen after the present has not happened yet: such an incident is open.
        if at >= now:
            continue
        time.to(at)
        following = next(life, None)
        if following is not None:
            heapq.heappush(waiting, (following, index, life))
        if index not in begun:
            begun.add(index)
            if progress is not None:
                progress(len(begun), len(lives))
    time.to(now)


def _begin_reviews(company: Company, clock: SteppedClock, now: datetime) -> None:
    """Reviews in other states: two drafts, one of them written, and one that is being read."""
    desk, lead = company.desk, company.lead
    clock.move_to(now - timedelta(minutes=50))
    query = QueueQuery("is:resolved,closed priority:2", sort="number", group_by="none", limit=40)
    done = [row for row in desk.queue.page(lead, query).rows if row.state in {State.RESOLVED, State.CLOSED}]
    text = {
        "summary": "Customers were billed by last year's tariff. It was found before the bills were sent.",
        "detection": "Reported by finance during the check before the run.",
        "causes": [["Nobody owns the end dates of the tariff table.", "Three rows had none."]],
        "actions": [["Check for open end dates before every run", "prevent", "Sofia Duarte", 5, "open"]],
    }
    for index, row in enumerate(done[:3]):
        if index == 0:
            desk.reviews_admin.begin(lead, row.id, desk.new_id())
            continue
        review = write_review(company, lead, row.id, text)
        if index == 2:
            seen = desk.reviews.detail(lead, review).content.edit
            desk.reviews_admin.step(lead, review, ReviewState.IN_REVIEW, seen=seen)
    clock.move_to(now)
