"""Knowledge beside an incident: the articles that were used for it, those that may answer it, and finding others."""

from collections.abc import Container, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.knowledge import ArticleKind
from app.domain.numbers import article_number, problem_number
from app.domain.permissions import Permission, may
from app.domain.problems import WorkaroundState
from app.domain.vocabulary import State
from app.domain.wording import tr
from app.services.incidents.dto import IncidentDetail
from app.services.knowledge.dto import Case, LinkedArticle, SuggestedArticle
from app.services.problems.dto import ProblemChoice, SuggestedProblem
from app.services.search.dto import Hit, Kind, SearchQuery
from app.views.context import ViewContext
from app.views.incident.blocks import Block
from app.views.knowledge.looks import USES
from app.views.problems.looks import state_name, workaround_name
from app.views.toolkit import tokens
from app.views.toolkit.tokens import Size
from app.views.widgets.buttons import Button, IconButton
from app.views.widgets.choice_popup import Answer, Option
from app.views.widgets.flow import FlowLayout
from app.views.widgets.labels import ElidedLabel, Label
from app.views.widgets.marks import Symbol
from app.views.widgets.pick_field import PickField
from app.views.widgets.spans import isolated

if TYPE_CHECKING:
    from app.domain.actor import Actor
    from app.services.desk import Desk

INSERT, LINK, RESOLVE = "insert", "link", "resolve"
_KEYS: Final = {INSERT: "Ctrl+Shift+I", LINK: "Ctrl+Shift+K", RESOLVE: "Ctrl+Shift+R"}


class Offered(NamedTuple):
    """An article, or a problem, that can be used for the incident: suggested, or found by hand."""

    id: str
    number: int
    title: str
    about: str
    icon: str
    workaround: str | None = None
    """What a problem says helps meanwhile; None for an article."""
    about_problem: ProblemChoice | None = None
    """The problem that an article is about."""

    @property
    def is_problem(self) -> bool:
        """Whether it is a problem rather than an article."""
        return self.workaround is not None

    @property
    def shown_number(self) -> str:
        """The number as people say it."""
        return problem_number(self.number) if self.is_problem else article_number(self.number)


class ArticlesBlock(Block):
    """`act_wanted` carries what to do and the Offered article or problem; `opened` an article's id, `problem_opened`
    that of a problem, `taken_back` a LinkedArticle.
    """

    act_wanted = Signal(str, object)
    opened = Signal(str)
    problem_opened = Signal(str)
    taken_back = Signal(object)

    def __init__(self, context: ViewContext) -> None:
        self.finder = PickField(tr("Find an article"), self._ask, icon="search")
        super().__init__(tr("Knowledge"))
        self.setProperty("manual", "knowledge#where-the-work-is")
        self._context = context
        self._key = f"articles-{id(self)}"
        self._case: tuple[str, Case] | None = None
        self._answered: tuple[str, Case] | None = None
        self._found: Offered | None = None
        self._suggested: tuple[Offered, ...] = ()
        self._linked: tuple[LinkedArticle, ...] = ()
        self._can_work = self._is_open = False
        self.finder.set_value("", empty=tr("Find an article"))
        self.finder.chosen.connect(self._chosen)
        self._body = QWidget(self)
        self.column.addWidget(self._body)
        self.column.addWidget(self.finder)

    def show_incident(self, detail: IncidentDetail, *, editable: bool) -> None:
        """Show the articles of this incident, and look for others where what is known of it has changed."""
        self._can_work, self._is_open = editable, State(detail.state).is_open
        case = Case(f"{detail.short_description}\n{detail.description[:2_000]}", detail.service_id, detail.category_id)
        if self._case is None or self._case[0] != detail.id:
            self._found, self._suggested, self._linked = None, (), ()
        self._case = (detail.id, case)
        self.finder.setVisible(editable)
        self._show()
        self._read(detail.id, case)

    def _read(self, incident_id: str, case: Case) -> None:
        desk, actor = self._context.desk, self._context.actor
        # Who only reads is shown what was linked, and nothing to choose from.
        works = may(actor, Permission.INCIDENT_WORK)
        before, suggest = self._suggested, works and self._answered != (incident_id, case)

        def read() -> tuple[tuple[LinkedArticle, ...], Sequence[Offered]]:
            found = _look_for(desk, actor, case) if suggest else before
            return desk.knowledge.of_incident(actor, incident_id), found

        def arrived(answer: tuple[tuple[LinkedArticle, ...], Sequence[Offered]]) -> None:
            if self._case == (incident_id, case):
                self._answered = self._case
                linked, suggested = answer[0], tuple(answer[1])
                if (linked, suggested) != (self._linked, self._suggested):
                    self._linked, self._suggested = linked, suggested
                    self._show()
                    self._context.actions.refresh()
                self.setVisible(works or bool(linked))

        self._context.background.read(read, arrived, lambda _error: None, key=self._key)

    def first(self) -> Offered | None:
        """The article that a key means: the one that was found by hand, else the best suggestion."""
        offered = self.offered()
        return offered[0] if offered else None

    def offered(self) -> tuple[Offered, ...]:
        """What is offered, without what was used already."""
        used = {each.article_id for each in self._linked}
        found = () if self._found is None else (self._found,)
        rest = (each for each in self._suggested if each not in found)
        return tuple(each for each in (*found, *rest) if each.id not in used)

    def _show(self) -> None:
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        shown: set[str] = set()
        for each in self._linked:
            if each.article_id not in shown:
                shown.add(each.article_id)
                column.addWidget(self._linked_row(each))
        offers = self.offered()
        named = {each.id for each in offers if each.is_problem}
        for place, offered in enumerate(offers):
            column.addWidget(self._card(offered, named, is_first=place == 0))
        if not column.count():
            column.addWidget(Label(tr("No article seems to fit"), tokens.META, "text3"))
        self.column.replaceWidget(self._body, body)
        self._body.hide()
        self._body.deleteLater()
        self._body = body

    def _linked_row(self, linked: LinkedArticle) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(Symbol("book-open-check", USES[linked.kind], "green"))
        row.addWidget(self._number(linked.article_id, linked.number, linked.title))
        row.addWidget(ElidedLabel(f"{USES[linked.kind]}: {isolated(linked.title)}", tokens.META, "text2"), 1)
        if self._can_work:
            cross = IconButton("x", tr("Take back {number}", number=article_number(linked.number)), size=24)
            cross.clicked.connect(lambda _checked=False: self.taken_back.emit(linked))
            row.addWidget(cross)
        return holder

    def _number(self, article_id: str, number: int, title: str) -> Button:
        button = Button(article_number(number), kind="link", height=24)
        button.setAccessibleName(tr("Open {number}: {title}", number=article_number(number), title=title))
        button.clicked.connect(lambda _checked=False: self.opened.emit(article_id))
        return button

    def _offered_number(self, offered: Offered) -> Button:
        if not offered.is_problem:
            return self._number(offered.id, offered.number, offered.title)
        return self._problem_number(offered.id, offered.shown_number, offered.title)

    def _problem_number(self, problem_id: str, number: str, title: str) -> Button:
        button = Button(number, kind="link", height=24)
        button.setAccessibleName(tr("Open {number}: {title}", number=number, title=title))
        button.clicked.connect(lambda _checked=False: self.problem_opened.emit(problem_id))
        return button

    def _about(self, about: ProblemChoice) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(Symbol("circle-alert", tr("Problem"), "text2"))
        row.addWidget(self._problem_number(about.id, about.shown_number, about.title))
        told = f"{state_name(about.state)} · {workaround_name(about.workaround_state)}"
        row.addWidget(ElidedLabel(told, tokens.META, "text3"), 1)
        return row

    def _card(self, offered: Offered, named: Container[str], *, is_first: bool) -> QWidget:
        """What is offered, with the problem that it is about, unless that stands among the `named` by itself."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        top = QHBoxLayout()
        top.setSpacing(4)
        what = tr("Suggested problem") if offered.is_problem else tr("Suggested article")
        top.addWidget(Symbol(offered.icon, what, "text2"))
        top.addWidget(self._offered_number(offered))
        top.addWidget(ElidedLabel(offered.about, tokens.META, "text3"), 1)
        column.addLayout(top)
        title = ElidedLabel(isolated(offered.title), tokens.UI_MEDIUM)
        title.setContentsMargins(4, 0, 0, 0)
        column.addWidget(title)
        if offered.about_problem is not None and offered.about_problem.id not in named:
            column.addLayout(self._about(offered.about_problem))
        if offered.workaround:
            helps = ElidedLabel(isolated(" ".join(offered.workaround.split())), tokens.META, "text2")
            helps.setToolTip(offered.workaround)
            helps.setContentsMargins(4, 0, 0, 0)
            column.addWidget(helps)
        if self._can_work:
            column.addLayout(self._acts(offered, is_first=is_first))
        return holder

    def _acts(self, offered: Offered, *, is_first: bool) -> FlowLayout:
        row = FlowLayout(2)
        acts = self._acts_of(offered)
        for act, text in acts:
            button = Button(text, kind="ghost", height=Size.TARGET_LEAST)
            keys = f" ({_KEYS[act].replace('+', ' ')})" if is_first else ""
            button.setToolTip(f"{text}: {offered.shown_number}{keys}")
            button.setAccessibleName(f"{text}: {offered.shown_number} {offered.title}")
            button.clicked.connect(partial(self._act, act, offered))
            row.addWidget(button)
        return row

    def _acts_of(self, offered: Offered) -> list[tuple[str, str]]:
        insert = tr("Use workaround") if offered.is_problem else tr("Insert")
        if offered.workaround == "":
            return [(LINK, tr("Link"))]
        ends = [(RESOLVE, tr("Resolve with it"))] if self._is_open else []
        return [(INSERT, insert), (LINK, tr("Link")), *ends]

    def _act(self, act: str, offered: Offered, _checked: bool = False) -> None:
        self.act_wanted.emit(act, offered)

    def _ask(self, text: str, answer: Answer) -> None:
        desk, actor = self._context.desk, self._context.actor
        if not text.strip():
            answer([Option(each, each.title, each.shown_number) for each in self.offered()])
            return
        asked = SearchQuery(text, limit=10, kinds=frozenset({Kind.ARTICLE}))

        def arrived(hits: list[Hit]) -> None:
            answer([Option(_of_hit(hit), hit.title.text, article_number(hit.number or 0)) for hit in hits])

        self._context.background.read(
            lambda: [hit for group in desk.search.find(actor, asked).groups for hit in group.hits],
            arrived,
            key=f"{self._key}-find",
        )

    def _chosen(self, option: Option) -> None:
        if isinstance(option.value, Offered):
            self._found = option.value
            self.finder.set_value("", empty=tr("Find an article"))
            self._show()
            self._context.actions.refresh()


def _look_for(desk: "Desk", actor: "Actor", case: Case) -> list[Offered]:
    """What fits best: known errors whose workaround is confirmed, then articles, then other problems, such as those
    that only an article speaks for.
    """
    articles = desk.knowledge.suggest(actor, case)
    problems = desk.problems.suggest(actor, case, articles)
    confirmed = WorkaroundState.CONFIRMED
    sure = [each for each in problems if each.workaround_state is confirmed and not each.by_article]
    return [
        *map(_of_problem, sure),
        *map(_of_suggestion, articles),
        *(_of_problem(each) for each in problems if each not in sure),
    ]


def _of_problem(each: SuggestedProblem) -> Offered:
    parts = (state_name(each.state), workaround_name(each.workaround_state), each.why)
    return Offered(each.id, each.number, each.title, " · ".join(parts), "circle-alert", each.workaround)


def _of_suggestion(each: SuggestedArticle) -> Offered:
    elsewhere = "" if each.problem is not None else each.problem_ref
    known = tr("known error{word}", word=(f" {elsewhere}" if elsewhere else ""))
    parts = (known if each.kind is ArticleKind.KNOWN_ERROR else "", each.why, tr("review due") if each.is_stale else "")
    icon = "triangle-alert" if each.kind is ArticleKind.KNOWN_ERROR else "book-open"
    about = " · ".join(filter(None, parts))
    return Offered(each.id, each.number, each.title, about, icon, about_problem=each.problem)


def _of_hit(hit: Hit) -> Offered:
    state = "" if hit.state == "published" else hit.state.replace("_", " ")
    return Offered(hit.id, hit.number or 0, hit.title.text, state, "book-open", about_problem=hit.problem)
