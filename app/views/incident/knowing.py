"""Knowledge where the work is: insert, link or resolve with an article, or make one from a resolution."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from app.domain.checklists import LeftOpen
from app.domain.knowledge import ArticleUse, Audience
from app.domain.numbers import article_number
from app.domain.vocabulary import State
from app.domain.without_markup import as_plain
from app.domain.wording import tr
from app.services.knowledge.dto import ArticleDetail, LinkedArticle
from app.views.incident.acts import Act, Acts, Renewed
from app.views.incident.article_names import ArticleNames
from app.views.incident.articles_block import INSERT, LINK, RESOLVE, Offered
from app.views.incident.known_errors import use_problem
from app.views.incident.modes import NOTE
from app.views.incident.steps import why_not
from app.views.pages import Location
from app.views.steps_left import all_the_same, ask_left

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk
    from app.views.incident.page import IncidentPage

FROM_INCIDENT: Final = "from:"
"""Before the id of the incident from whose resolution the page of knowledge is to make an article."""

_ENDED: Final = {State.RESOLVED, State.CLOSED}


class Knowing:
    """Does for the page of an incident what its block of articles asks for."""

    def __init__(self, page: "IncidentPage") -> None:
        self._page, self._context = page, page.context
        self._block, self._asked = page.properties.articles, ""
        self._acts, self._ids = Acts(page.context, page.writing.casework), Renewed()
        self._block.act_wanted.connect(self._act)
        self._block.opened.connect(lambda article_id: self._context.go(Location("knowledge", article_id)))
        self._block.problem_opened.connect(lambda problem_id: self._context.go(Location("problems", problem_id)))
        self._block.taken_back.connect(self._take_back)
        for action_id, act in (
            ("incident.article_insert", INSERT),
            ("incident.article_link", LINK),
            ("incident.article_resolve", RESOLVE),
        ):
            self._bind(action_id, partial(self._first, act), partial(self._why_not, act))
        self.names = ArticleNames(self._context, page.writing.composer, self._named)
        self._bind("incident.article_find", self._block.finder.open_list, self._no_incident)
        self._bind("incident.article_make", self._make, self._not_resolved)

    def _bind(self, action_id: str, run: Callable[[], object], unavailable: Callable[[], str | None]) -> None:
        self._context.actions.bind(action_id, run, owner=self._page, unavailable=unavailable)

    def _no_incident(self) -> str | None:
        return None if self._page.detail is not None else tr("No incident is open")

    def _why_not(self, act: str) -> str | None:
        first = self._block.first()
        if first is None:
            return tr("No article seems to fit; find one first")
        if first.workaround == "" and act != LINK:
            return tr("The problem has no workaround yet")
        if act == RESOLVE:
            return why_not(self._page.detail, self._context.actor, "incident.resolve")
        return self._no_incident()

    def _not_resolved(self) -> str | None:
        detail = self._page.detail
        if detail is None or detail.state not in _ENDED or not detail.resolution_notes:
            return tr("The incident is not resolved yet")
        return None

    def _first(self, act: str) -> None:
        offered = self._block.first()
        if offered is not None:
            self._act(act, offered)

    def _act(self, act: str, offered: Offered) -> None:
        if offered.is_problem:
            use_problem(self._page, act, offered)
        else:
            {INSERT: self._insert, LINK: self._link, RESOLVE: self._resolve}[act](offered)

    def _link(self, offered: Offered) -> None:
        incident_id, use_id = self._page.writing.casework.incident_id, self._context.desk.new_id()

        def link(desk: "Desk", actor: "Actor") -> None:
            desk.knowledge_work.use(actor, use_id, offered.id, ArticleUse.LINKED, incident_id)

        text = tr("{number} is linked.", number=article_number(offered.number))
        again = partial(self._use_again, use_id, offered.id, ArticleUse.LINKED, incident_id)
        self._acts.run(Act(text, link, partial(self._unuse, use_id), again, "link"))

    def _use(self, offered: Offered, use: ArticleUse, told: str) -> None:
        incident_id, use_id = self._page.writing.casework.incident_id, self._context.desk.new_id()
        self._page.writing.casework.run(
            lambda desk, actor: desk.knowledge_work.use(actor, use_id, offered.id, use, incident_id),
            lambda _none: self._context.toasts.show(told),
        )

    def _named(self, detail: ArticleDetail, with_text: bool) -> None:
        """An article was put in while writing: it counts as one that was used here."""
        incident_id, use_id = self._page.writing.casework.incident_id, self._context.desk.new_id()
        use = ArticleUse.INSERTED if with_text else ArticleUse.LINKED
        self._page.writing.casework.run(
            lambda desk, actor: desk.knowledge_work.use(actor, use_id, detail.row.id, use, incident_id),
            lambda _none: None,
        )

    def _insert(self, offered: Offered) -> None:
        desk, actor, incident_id = self._context.desk, self._context.actor, self._page.writing.casework.incident_id

        def insert(detail: ArticleDetail) -> None:
            if incident_id != self._page.writing.casework.incident_id:
                return
            is_public = detail.row.published_version is not None and detail.row.audience is Audience.EVERYONE
            composer = self._page.writing.composer
            self._page.writing.write(composer.mode if is_public else NOTE)
            composer.edit.insertPlainText(as_plain(detail.text.body))
            told = tr("{number} is inserted.", number=article_number(offered.number))
            if not is_public:
                told = tr("{number} is internal, so it is inserted into a note.", number=article_number(offered.number))
            self._use(offered, ArticleUse.INSERTED, told)

        self._context.background.read(lambda: desk.knowledge.detail(actor, offered.id), insert)

    def _resolve(self, offered: Offered) -> None:
        """Resolve with it; steps of a checklist that stay open are asked about once, as by every resolution."""
        incident_id = self._page.writing.casework.incident_id
        if self._asked == incident_id:
            self._resolve_now(offered, incident_id)
            return

        def say(left: LeftOpen) -> None:
            self._asked = incident_id
            self._context.toasts.show(all_the_same(left, many=False), icon="list-checks")

        ask_left(self._context, (incident_id,), say, lambda: self._resolve_now(offered, incident_id))

    def _resolve_now(self, offered: Offered, incident_id: str) -> None:
        if self._page.writing.casework.incident_id != incident_id:
            # Another one was opened while the desk was asked.
            return
        use_id = self._context.desk.new_id()
        self._page.writing.casework.say_first()
        self._page.writing.casework.run(
            lambda desk, actor: desk.knowledge_work.resolve_with(actor, use_id, offered.id, incident_id),
            self._page.writing.stepped.emit,
        )

    def _take_back(self, linked: LinkedArticle) -> None:
        incident_id = self._page.writing.casework.incident_id
        back = partial(self._use_again, linked.use_id, linked.article_id, linked.kind, incident_id)
        remove = partial(self._unuse, linked.use_id)
        text = tr("{number} is no longer linked", number=article_number(linked.number))
        self._acts.run(Act(text, remove, back, remove, "unlink"))

    def _unuse(self, use_id: str, desk: "Desk", actor: "Actor") -> None:
        desk.knowledge_work.take_back(actor, self._ids.now(use_id))

    def _use_again(
        self, use_id: str, article_id: str, kind: ArticleUse, incident_id: str, desk: "Desk", actor: "Actor"
    ) -> None:
        new_id = desk.new_id()
        desk.knowledge_work.use(actor, new_id, article_id, kind, incident_id)
        self._ids.renew(use_id, new_id)

    def _make(self) -> None:
        self._context.go(Location("knowledge", f"{FROM_INCIDENT}{self._page.writing.casework.incident_id}"))
