"""Merging a category into another: what goes over, what stays, and the way back."""

from datetime import UTC

import pytest

from app.domain.actor import Actor
from app.domain.errors import NotAllowed, Refused
from app.domain.incident_templates import Filling
from app.domain.instants import HOUR
from app.domain.knowledge import ArticleKind
from app.domain.lifecycle import Step
from app.domain.macros import Acts
from app.domain.sla.policy import Clock, Condition, Policy, Trait
from app.domain.vocabulary import State
from app.services.incidents.dto import Merge
from app.services.knowledge.dto import ArticleFacts, ArticleText
from app.services.macros.dto import NewMacro
from app.services.templates.dto import NewIncidentTemplate
from app.services.views.dto import NewView
from tests.support.clock_desk import computed_rows, kept_rows, with_policies
from tests.support.crew import Crew


def _other(crew: Crew, name: str, parent: str | None = None) -> str:
    return crew.desk.people_admin.add_category(crew.admin, name, parent)


def _place(crew: Crew, ref: object) -> tuple[str | None, str | None]:
    detail = crew.see(ref)  # type: ignore[arg-type]  # a reference to an incident
    return detail.category_id, detail.subcategory_id


def test_incidents_go_over_with_what_stands_below_and_come_back(crew: Crew) -> None:
    target = _other(crew, "Workplace")
    plain = crew.log(category_id=crew.category)
    deep = crew.log(category_id=crew.category, subcategory_id=crew.subcategory)
    resolved = crew.bring_to(crew.log(category_id=crew.category), State.RESOLVED)
    closed = crew.bring_to(crew.log(category_id=crew.category), State.CLOSED)
    said = crew.desk.catalogue.merge_preview(crew.admin, crew.category, target)
    assert [(use.word[1], use.number) for use in said.moves] == [
        ("{n} open or resolved incidents", 3),
        ("{n} subcategories", 1),
    ]
    assert [use.number for use in said.keeps] == [1]
    done = crew.desk.catalogue_admin.merge_category(crew.admin, crew.category, target)
    assert done.moved == 3
    assert not done.left
    assert _place(crew, plain) == (target, None)
    assert _place(crew, deep) == (target, crew.subcategory)
    assert _place(crew, resolved) == (target, None)
    assert _place(crew, closed) == (crew.category, None)
    assert not crew.desk.catalogue.category(crew.agent, crew.category).active
    assert crew.desk.catalogue.category(crew.agent, crew.subcategory).parent_id == target
    assert crew.desk.catalogue_admin.take_merge_back(crew.admin, done) == ()
    assert _place(crew, deep) == (crew.category, crew.subcategory)
    assert _place(crew, plain) == (crew.category, None)
    assert crew.desk.catalogue.category(crew.agent, crew.category).active


def test_one_below_that_has_its_like_in_the_other_goes_over_to_that(crew: Crew) -> None:
    target = _other(crew, "Workplace")
    name = crew.desk.catalogue.category(crew.agent, crew.subcategory).name
    like = _other(crew, name, target)
    deep = crew.log(category_id=crew.category, subcategory_id=crew.subcategory)
    done = crew.desk.catalogue_admin.merge_category(crew.admin, crew.category, target)
    assert _place(crew, deep) == (target, like)
    assert not crew.desk.catalogue.category(crew.agent, crew.subcategory).active
    crew.desk.catalogue_admin.take_merge_back(crew.admin, done)
    assert _place(crew, deep) == (crew.category, crew.subcategory)


def test_one_below_another_can_go_to_the_top_and_to_a_third(crew: Crew) -> None:
    top = _other(crew, "Workplace")
    third = _other(crew, "Toner", top)
    deep = crew.log(category_id=crew.category, subcategory_id=crew.subcategory)
    done = crew.desk.catalogue_admin.merge_category(crew.admin, crew.subcategory, third)
    assert _place(crew, deep) == (top, third)
    crew.desk.catalogue_admin.take_merge_back(crew.admin, done)
    crew.desk.catalogue_admin.merge_category(crew.admin, crew.subcategory, top)
    assert _place(crew, deep) == (top, None)


def test_what_two_levels_do_not_allow_is_refused_with_a_way(crew: Crew) -> None:
    target = _other(crew, "Toner", _other(crew, "Workplace"))
    merge = crew.desk.catalogue_admin.merge_category
    with pytest.raises(Refused, match="two levels only"):
        merge(crew.admin, crew.category, target)
    with pytest.raises(Refused, match="stands below"):
        merge(crew.admin, crew.category, crew.subcategory)
    crew.desk.catalogue_admin.use_category(crew.admin, target, False)
    with pytest.raises(Refused, match="not in use"):
        crew.desk.catalogue.merge_preview(crew.admin, crew.subcategory, target)
    with pytest.raises(NotAllowed):
        merge(crew.supervisor, crew.category, target)


def test_articles_templates_macros_and_policies_go_along(crew: Crew) -> None:
    desk, target = crew.desk, _other(crew, "Workplace")
    facts = ArticleFacts(kind=ArticleKind.HOW_TO, category_id=crew.category)
    article = desk.knowledge_work.create(crew.agent, desk.new_id(), ArticleText("Clear a jam", "", "Open it."), facts)
    filling = Filling("Jam", category_id=crew.category, subcategory_id=crew.subcategory)
    template = desk.new_id()
    desk.template_work.save(crew.admin, NewIncidentTemplate(template, "Jam", filling))
    macro = desk.new_id()
    acts = Acts({"category_id": crew.category})
    desk.macro_work.save(crew.admin, NewMacro(macro, "Sort", "", "", public=False, acts=acts))
    asks = (Condition(Trait.CATEGORY, frozenset({crew.category})),)
    policy = Policy("", 1, "Printers", {Clock.RESOLUTION: 4 * HOUR}, conditions=asks)
    desk.sla_admin.publish_book(crew.admin, "desk", [policy], False)
    crew.clock.advance(minutes=1)

    said = desk.catalogue.merge_preview(crew.admin, crew.category, target)
    assert {use.word[0]: use.names for use in said.moves} == {
        "{n} subcategory": (desk.catalogue.category(crew.agent, crew.subcategory).name,),
        "{n} article": ("Clear a jam",),
        "{n} template": ("Jam",),
        "{n} macro": ("Sort",),
        "{n} SLA policy": ("Printers",),
    }
    done = desk.catalogue_admin.merge_category(crew.admin, crew.category, target)
    assert desk.knowledge.detail(crew.agent, article.id).facts.category_id == target
    assert desk.templates.one(crew.admin, template).filling.category_id == target
    assert desk.macros.one(crew.admin, macro).acts.sets == {"category_id": target}
    uses = {use.word[0]: use.names for use in desk.catalogue.category_uses(crew.admin, target)}
    assert uses["{n} SLA policy"] == ("Printers",)
    crew.clock.advance(minutes=1)
    assert desk.catalogue_admin.take_merge_back(crew.admin, done) == ()
    assert desk.templates.one(crew.admin, template).filling == filling
    uses = {use.word[0]: use.names for use in desk.catalogue.category_uses(crew.admin, crew.category)}
    assert uses["{n} SLA policy"] == ("Printers",)


def test_what_was_changed_since_stays_and_is_told(crew: Crew) -> None:
    target, third = _other(crew, "Workplace"), _other(crew, "Other")
    ref = crew.log(category_id=crew.category)
    done = crew.desk.catalogue_admin.merge_category(crew.admin, crew.category, target)
    crew.desk.incidents.set_many(crew.agent, (ref.id,), {"category_id": third})
    (said,) = crew.desk.catalogue_admin.take_merge_back(crew.admin, done)
    assert said.startswith("INC-")
    assert _place(crew, ref) == (third, None)


def test_everybodys_saved_views_ask_for_both_and_for_the_old_one_alone_after_the_way_back(crew: Crew) -> None:
    desk, target = crew.desk, _other(crew, "Workplace")
    name = desk.catalogue.category(crew.agent, crew.category).name
    asks = f"is:any category:{name.lower()}"
    for owner, called, share in (
        (crew.admin, "Mine", "own"),
        (crew.supervisor, "Everybody's", "all"),
        (crew.agent, "Another's", "own"),
    ):
        desk.views_admin.save(owner, NewView(desk.new_id(), called, asks, share=share))
    desk.views_admin.save(crew.admin, NewView(desk.new_id(), "Otherwise", "category:none"))
    closed = crew.bring_to(crew.log(category_id=crew.category), State.CLOSED)
    crew.log(category_id=crew.category)
    said = desk.catalogue.merge_preview(crew.admin, crew.category, target)
    assert next(use for use in said.moves if use.word[0] == "{n} saved view").names == ("Everybody's", "Mine")
    done = desk.catalogue_admin.merge_category(crew.admin, crew.category, target)
    both = f"{asks},Workplace"
    assert _filters(crew, crew.admin) == {"Mine": both, "Otherwise": "category:none", "Everybody's": both}
    assert _filters(crew, crew.agent) == {"Another's": both, "Everybody's": both}, "also where nobody else may write"
    assert desk.views.counts(crew.agent, [both], UTC)[both] == 2, "those that went over, and those that ended"
    (told,) = crew.desk.notifications.mine(crew.agent)
    assert told.title == f"Category “{name}” was merged into “Workplace”"
    assert desk.notifications.mine(crew.admin) == ()
    assert _place(crew, closed) == (crew.category, None)
    assert desk.catalogue_admin.take_merge_back(crew.admin, done) == ()
    assert set(_filters(crew, crew.admin).values()) == {asks, "category:none"}
    assert set(_filters(crew, crew.agent).values()) == {asks}


def _filters(crew: Crew, actor: Actor) -> dict[str, str]:
    return {view.name: view.filter_text for view in crew.desk.views.mine(actor)}


def test_the_arrivals_of_what_went_over_are_told_by_a_view_of_the_old_one(crew: Crew) -> None:
    desk, target = crew.desk, _other(crew, "Workplace")
    name = desk.catalogue.category(crew.agent, crew.category).name
    view = NewView(desk.new_id(), "Told", f"category:{name}", notifies=True)
    desk.views_admin.save(crew.agent, view)
    desk.catalogue_admin.merge_category(crew.admin, crew.category, target)
    ref = crew.log(category_id=target)
    assert [each.view_id for each in desk.views.arrivals(crew.agent, [ref.id], UTC)] == [view.id]


def test_a_view_follows_one_merge_after_the_other(crew: Crew) -> None:
    desk, second, third = crew.desk, _other(crew, "Workplace"), _other(crew, "Devices")
    name = desk.catalogue.category(crew.agent, crew.category).name
    desk.views_admin.save(crew.agent, NewView(desk.new_id(), "Mine", f"category:{name}"))
    desk.catalogue_admin.merge_category(crew.admin, crew.category, second)
    crew.clock.advance(minutes=1)
    done = desk.catalogue_admin.merge_category(crew.admin, second, third)
    assert _filters(crew, crew.agent) == {"Mine": f"category:{name},Workplace,Devices"}
    desk.catalogue_admin.take_merge_back(crew.admin, done)
    assert _filters(crew, crew.agent) == {"Mine": f"category:{name},Workplace"}


def test_a_view_that_is_written_after_the_merge_asks_for_what_it_says(crew: Crew) -> None:
    desk, target = crew.desk, _other(crew, "Workplace")
    name = desk.catalogue.category(crew.agent, crew.category).name
    view, other = (NewView(desk.new_id(), called, f"category:{name}") for called in ("Changed", "Removed"))
    for each in (view, other):
        desk.views_admin.save(crew.agent, each)
    done = desk.catalogue_admin.merge_category(crew.admin, crew.category, target)
    crew.clock.advance(minutes=1)
    desk.views_admin.save(crew.agent, view)
    desk.views_admin.remove(crew.agent, other.id)
    desk.views_admin.restore(crew.agent, other.id)
    assert _filters(crew, crew.agent) == {"Changed": f"category:{name}", "Removed": f"category:{name},Workplace"}
    assert desk.catalogue_admin.take_merge_back(crew.admin, done) == ()
    assert set(_filters(crew, crew.agent).values()) == {f"category:{name}"}


def test_what_had_ended_follows_when_it_is_open_again(crew: Crew) -> None:
    with_policies(crew)
    target = _other(crew, "Workplace")
    closed, canceled = (
        crew.bring_to(crew.log(category_id=crew.category, subcategory_id=crew.subcategory), state)
        for state in (State.CLOSED, State.CANCELED)
    )
    original, duplicate = crew.log(), crew.log(category_id=crew.category)
    link = Merge(crew.desk.new_id(), duplicate.id)
    crew.desk.merge_work.merge(crew.agent, original.id, (link,))
    crew.desk.catalogue_admin.merge_category(crew.admin, crew.category, target)
    assert _place(crew, closed) == _place(crew, canceled) == (crew.category, crew.subcategory)

    again = Step(State.IN_PROGRESS, reason="It came back")
    crew.step(closed, again, crew.supervisor)
    done = crew.desk.incidents.step(crew.supervisor, canceled.id, again)
    assert _place(crew, closed) == _place(crew, canceled) == (target, crew.subcategory)
    assert ("category_id", "Hardware", "Workplace") in crew.see(closed).journal[-1].changes
    crew.desk.incidents.take_back_steps(crew.supervisor, done.steps)
    assert _place(crew, canceled) == (crew.category, crew.subcategory), "as it was"

    crew.desk.merge_work.unmerge(crew.agent, (link.link_id,))
    assert _place(crew, duplicate) == (target, None)
    assert crew.see(duplicate).journal[-1].changes == (("category_id", "Hardware", "Workplace"),)
    assert kept_rows(crew) == computed_rows(crew)


def test_what_is_only_out_of_use_stays_when_it_is_open_again(crew: Crew) -> None:
    closed = crew.bring_to(crew.log(category_id=crew.category), State.CLOSED)
    crew.desk.catalogue_admin.use_category(crew.admin, crew.category, False)
    crew.step(closed, Step(State.IN_PROGRESS, reason="It came back"), crew.supervisor)
    assert _place(crew, closed) == (crew.category, None)
