"""All that comes beside a call once the typing rests: like incidents, open and resolved, articles, the known error,
hints for impact and urgency, and what was learned; as the window asks for it, until the last answer is shown.

The window is the real one, without a screen; from the end of the pause to the last answer is one time.
"""

import os
import random
import shutil
import tempfile
import time
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from app.domain.actor import Actor
from app.infra.bus import Bus
from app.infra.database import Database
from app.infra.migrate import upgrade
from app.infra.settings import sqlite_file, sqlite_url
from app.infra.unit_of_work import Store
from app.models.knowledge import article, article_version
from app.models.problem import problem
from app.services.demo.company import Company
from app.services.desk import make_desk
from app.services.suggestions.dto import Lesson
from benchmarks.fill import NOW
from benchmarks.harness import Result, percentile
from benchmarks.learn_probe import lessons
from benchmarks.search import made_text, peculiar_word
from benchmarks.seat import Seat, furnish, window_at
from tests.torture.simulated import SharedClock

if TYPE_CHECKING:
    from app.views.create.sheet import CreateSheet

_PROMISED = 0.1
"""Seconds that 95 of 100 pauses may take until all answers are there."""
_ASKED, _WARM_UP = 100, 5
_ARTICLES, _PROBLEMS, _LEARNED_FROM = 300, 150, 1_500
_LEARNED_AT_MOST = 50_000
"""What learning reads; a desk that has learned from so many does not learn meanwhile."""
_AFTER = 0.3
"""Seconds between an answer and the next word."""


def timed(name: str, url: str) -> Result:
    """The pauses at the desk of this address; a file is left as it is, a server's desk is furnished."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory(prefix="pause-") as temporary:
        home, kept = Path(temporary), sqlite_file(url)
        if kept is not None:
            url = sqlite_url(Path(shutil.copyfile(kept, home / "desk.sqlite")))
        upgrade(url)  # a file that is kept from an earlier run may be of an earlier schema
        clock = SharedClock.create(home / "clock", NOW)
        company = furnish(url, clock)
        database = Database(url)
        _write_answers(database, company)
        _teach(Store(database, clock, Bus()), company)
        database.close()
        with window_at(home, url, clock, home / "clock") as at:
            walls = _pauses(at, company)
    return Result(name, percentile(walls, 0.95), _PROMISED, 1.0)


def _pauses(at: Seat, company: Company) -> list[float]:
    at.live(4)
    at.press("Ctrl+N")
    sheet: list[CreateSheet] = []

    def is_open() -> bool:
        from app.views.create.sheet import CreateSheet

        sheet[:] = at.program.window.findChildren(CreateSheet)
        return bool(sheet)

    at.until(is_open, "a sheet")
    return _typed(at, sheet[-1], sorted(company.ids))


def _typed(at: Seat, sheet: "CreateSheet", names: list[tuple[str, str]]) -> list[float]:
    from PySide6.QtTest import QTest

    chance, walls, shown = random.Random(7), [], dict.fromkeys(("alike", "articles", "problem", "learned"), 0)
    services = sum(kind == "service" for kind, _ in names)
    begun: list[tuple[float, float]] = []
    computed: list[float] = []
    sheet._pause.timeout.connect(lambda: begun.append((time.perf_counter(), time.process_time())))
    background = at.program.window.context.background
    for turn in range(_ASKED + _WARM_UP):
        sheet.form.summary.clear()
        at.until(lambda: not sheet._pause.isActive() and not background.busy, "rest")
        begun.clear()
        words = made_text(chance.randrange(100_000), chance.randrange(2, 8))
        QTest.keyClicks(sheet.form.summary, f"{words} {peculiar_word(turn % services, turn % 12)}")
        at.until(lambda: bool(begun) and not background.busy, "the answers")
        walls.append(time.perf_counter() - begun[-1][0])
        computed.append(time.process_time() - begun[-1][1])
        shown["alike"] += bool(sheet.side.found())
        shown["articles"] += bool(sheet.side.articles.shown)
        shown["problem"] += sheet.side.known_error.shown is not None
        shown["learned"] += bool(sheet.form.suggested.shown())
        at.live(_AFTER)
    told = f"median {percentile(walls, 0.5) * 1e3:.0f} ms, of which the program computed"
    told += f" {percentile(computed, 0.5) * 1e3:.0f} ms, 95 of 100 {percentile(computed, 0.95) * 1e3:.0f} ms"
    print(f"    {told}; of {_ASKED + _WARM_UP} pauses so many showed: {shown}")
    assert all(count > _ASKED / 4 for count in shown.values()), f"too little was shown: {shown}"
    return walls[_WARM_UP:]


def _write_answers(database: Database, company: Company) -> None:
    """Articles that are published and problems that are looked into."""
    new_id, author = company.desk.new_id, company.lead.person_id
    services = [company.ids[key] for key in company.ids if key[0] == "service"]
    articles, versions, problems = [], [], []
    told: dict[str, Any]
    row: dict[str, Any]
    for number in range(1, _ARTICLES + 1):
        told = {"title": made_text(number * 31, 6), "summary": made_text(number, 12), "body": made_text(number, 300)}
        told |= {"audience": "internal", "author_id": author, "created_at": NOW - timedelta(days=90)}
        row = {"id": new_id(), "number": number, "kind": "how_to", "state": "published", "version": 1, "tags": []}
        articles.append(told | row | {"published_version": 1, "updated_at": NOW, "published_at": NOW})
        versions.append(told | {"article_id": row["id"], "number": 1})
    for number in range(1, _PROBLEMS + 1):
        row = {"id": new_id(), "number": number, "title": made_text(number * 17, 6), "state": "known_error"}
        row |= {"description": made_text(number * 5, 120), "workaround": made_text(number, 30)}
        row |= {"workaround_state": "confirmed", "service_id": services[number % len(services)]}
        problems.append(row | {"created_at": NOW - timedelta(days=30), "updated_at": NOW})
    with database.writing() as connection:
        connection.execute(article.insert(), articles)
        connection.execute(article_version.insert(), versions)
        connection.execute(problem.insert(), problems)
    with database.writing() as connection:
        connection.exec_driver_sql("ANALYZE")


def _teach(store: Store, company: Company) -> None:
    from app.triage.desk_lessons import learn_from

    kinds = ("service", "group", "category")
    ids = [[company.ids[key] for key in sorted(company.ids) if key[0] == kind] for kind in kinds]
    told = [_renamed(each, ids) for each in lessons(_LEARNED_FROM)]
    outcome = learn_from(told, None)
    assert outcome.content is not None
    lead: Actor = company.lead
    make_desk(store).suggestion_work.keep(lead, _LEARNED_AT_MOST, outcome.figures, outcome.content)


def _renamed(lesson: Lesson, ids: list[list[str]]) -> Lesson:
    """The same with what there is at this desk."""
    values = [some[_number_in(value or "0") % len(some)] for value, some in zip(lesson.values, ids, strict=True)]
    return lesson._replace(values=tuple(values))


def _number_in(name: str) -> int:
    return int("".join(filter(str.isdigit, name)))
