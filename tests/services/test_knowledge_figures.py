"""What knowledge is worth: reuse, helpfulness, callers who were answered, and gaps."""

import csv
import io
from datetime import timedelta

from app.domain.knowledge import ArticleUse
from app.domain.vocabulary import State
from app.services.knowledge.dto import Gap
from app.services.knowledge.telling import as_csv, tell
from tests.services.knowledge_desk import published, write
from tests.support.crew import Crew


def test_the_figures_count_what_happened(crew: Crew) -> None:
    work, ref = crew.desk.knowledge_work, published(crew)
    write(crew, "Draft")
    first = crew.log(service_id=crew.service, category_id=crew.category)
    work.resolve_with(crew.agent, crew.desk.new_id(), ref.id, first.id)
    for _ in range(2):
        crew.bring_to(crew.log(service_id=crew.service, category_id=crew.category), State.RESOLVED)
    crew.bring_to(crew.log(), State.RESOLVED)
    work.use(crew.requester, crew.desk.new_id(), ref.id, ArticleUse.HELPED)
    work.use(crew.agent, crew.desk.new_id(), ref.id, ArticleUse.DID_NOT_HELP)
    work.use(crew.agent, crew.desk.new_id(), ref.id, ArticleUse.USED)
    found = crew.desk.knowledge.figures(crew.supervisor)
    assert (found.published, found.stale, found.resolved, found.resolved_with_article) == (1, 0, 4, 1)
    assert [(told.key, told.figure, told.part, told.of) for told in tell(found)] == [
        ("deflection", "20 %", 1, 5), ("reuse", "25 %", 1, 4), ("helpfulness", "50 %", 1, 2), ("uses", "2", 2, None),
        ("stale", "0 %", 0, 1),
    ]  # fmt: skip
    assert found.until - found.since == timedelta(days=30)
    assert found.gaps == (Gap("Printing", "Hardware", 2, crew.service, crew.category), Gap(None, None, 1))
    crew.clock.advance(days=200)
    later = crew.desk.knowledge.figures(crew.supervisor)
    assert [told.figure for told in tell(later)] == ["n/a", "n/a", "n/a", "0", "100 %"]
    assert later.gaps == ()


def test_the_file_has_the_same_numbers(crew: Crew) -> None:
    ref = published(crew)
    crew.desk.knowledge_work.resolve_with(crew.agent, crew.desk.new_id(), ref.id, crew.log().id)
    crew.bring_to(crew.log(service_id=crew.service, category_id=crew.category), State.RESOLVED)
    found = crew.desk.knowledge.figures(crew.supervisor, 7)
    rows = list(csv.DictReader(io.StringIO(as_csv(found).decode("utf-8-sig"))))
    shown = {row["figure"]: (row["count"], row["of"], row["share"]) for row in rows}
    assert shown == {
        "deflection": ("0", "2", "0.0000"), "reuse": ("1", "2", "0.5000"), "helpfulness": ("0", "0", ""),
        "uses": ("1", "", ""), "stale": ("0", "1", "0.0000"), "resolved_without_article": ("1", "", ""),
    }  # fmt: skip
    assert rows[-1]["about"] == "Printing · Hardware"
    assert (rows[0]["since"], rows[0]["until"]) == (found.since.isoformat(), found.until.isoformat())


def test_what_is_hidden_is_not_counted(crew: Crew) -> None:
    ref, secret = published(crew), crew.log()
    crew.desk.knowledge_work.resolve_with(crew.agent, crew.desk.new_id(), ref.id, secret.id)
    crew.write("incident", secret, restricted_group_id=crew.network)
    found = crew.desk.knowledge.figures(crew.agent)
    assert (found.resolved, found.uses) == (0, 0)
    assert crew.desk.knowledge.figures(crew.engineer).resolved_with_article == 1
