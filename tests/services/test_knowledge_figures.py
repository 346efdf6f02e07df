"""What knowledge is worth: reuse, helpfulness, callers who were answered, and gaps."""

from app.domain.knowledge import ArticleUse
from app.domain.vocabulary import State
from app.services.knowledge.dto import Gap
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
    assert (found.reuse, found.helpfulness, found.deflected, found.uses) == (0.25, 0.5, 1, 2)
    assert found.gaps == (Gap("Printing", "Hardware", 2), Gap(None, None, 1))
    crew.clock.advance(days=200)
    later = crew.desk.knowledge.figures(crew.supervisor)
    assert (later.reuse, later.helpfulness, later.uses, later.stale, later.gaps) == (None, None, 0, 1, ())


def test_what_is_hidden_is_not_counted(crew: Crew) -> None:
    ref, secret = published(crew), crew.log()
    crew.desk.knowledge_work.resolve_with(crew.agent, crew.desk.new_id(), ref.id, secret.id)
    crew.write("incident", secret, restricted_group_id=crew.network)
    found = crew.desk.knowledge.figures(crew.agent)
    assert (found.resolved, found.uses) == (0, 0)
    assert crew.desk.knowledge.figures(crew.engineer).resolved_with_article == 1
