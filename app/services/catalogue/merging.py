"""Merging a category into another one: what it would do, doing it in one transaction, and taking it back in one."""

from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select

from app.domain.actor import Actor
from app.domain.vocabulary import State
from app.domain.wording import marked_count, trn
from app.infra.unit_of_work import Work
from app.models.catalogue import category
from app.models.incident import incident
from app.services.access import visible
from app.services.catalogue import merge_conditions, merge_rows
from app.services.catalogue.dto import Use
from app.services.catalogue.merge_dto import INCIDENTS, Merge, MergePreview
from app.services.catalogue.merge_plan import MergePlan, Place, plan_merge
from app.services.catalogue.merged import forget, remember
from app.services.escalation.crowd import crowd_of
from app.services.incidents.dto import Outcome
from app.services.incidents.many import set_many, take_back_many
from app.services.notifications.dto import NoticeKind
from app.services.notifications.outbox import Notice, tell

_ENDED = (State.CLOSED.value, State.CANCELED.value)
"""These may only be read, so they keep what they were given."""


def preview_merge(connection: Connection, actor: Actor, source_id: str, target_id: str) -> MergePreview:
    """What would go over and what would stay; the same refusals as the merge."""
    plan = plan_merge(connection, source_id, target_id)
    counted = select(incident.c.state.in_(_ENDED).label("ended"), func.count().label("number"))
    counted = counted.where(or_(*map(_at, plan.places)), visible(actor)).group_by("ended")
    incidents = {bool(row.ended): row.number for row in connection.execute(counted)}
    changes = merge_rows.named_changes(connection, actor, plan)
    conditions = merge_conditions.condition_changes(connection, plan)
    policies = tuple(each.name for each in conditions if each.book != merge_conditions.RULES)
    rules = tuple(each.name for each in conditions if each.book == merge_conditions.RULES)
    moves = (
        Use(INCIDENTS, incidents.get(False, 0)),
        Use(
            marked_count("{n} subcategory", "{n} subcategories"),
            len(plan.places) - 1,
            tuple(row.name for row in plan.below)[:3],
        ),
        *merge_rows.uses_of_rows(connection, changes),
        merge_rows.views_that_ask(connection, actor, plan),
        Use(marked_count("{n} SLA policy", "{n} SLA policies"), len(policies), policies[:3]),
        Use(marked_count("{n} escalation rule", "{n} escalation rules"), len(rules), rules[:3]),
    )
    keeps = (
        Use(
            marked_count("{n} closed or canceled incident", "{n} closed or canceled incidents"), incidents.get(True, 0)
        ),
    )
    return MergePreview(
        plan.source.name,
        plan.target.name,
        tuple(use for use in moves if use.number),
        tuple(use for use in keeps if use.number),
    )


def merge(work: Work, source_id: str, target_id: str) -> Merge:
    """Do it; what cannot be moved is left and told, and the category that goes is taken out of use."""
    # Whoever changes a category meanwhile waits, and finds it out of use.
    work.connection.execute(select(category.c.id).order_by(category.c.id).with_for_update())
    plan = plan_merge(work.connection, source_id, target_id)
    conditions = merge_conditions.condition_changes(work.connection, plan)
    merge_conditions.publish(work, conditions, f"Category {plan.source.name} was merged into {plan.target.name}")
    rows = (*merge_rows.category_changes(plan), *merge_rows.named_changes(work.connection, work.actor, plan))
    merge_rows.write(work, rows)
    key = remember(work, plan)
    _tell_the_desk(work, plan)
    return Merge(plan.source.name, plan.target.name, _move_incidents(work, plan), rows, conditions, key)


def _tell_the_desk(work: Work, plan: MergePlan) -> None:
    """What somebody keeps for themselves alone nobody else reads or changes, so everybody hears of the merge."""
    old, new = plan.source.name, plan.target.name
    title = f"Category “{old}” was merged into “{new}”"
    body = "Saved views that ask for it find what went over, too. Your own templates and macros stay as they are."
    key = f"merged:{plan.source.id}:{work.now.isoformat()}"
    tell(work, crowd_of(work).names, Notice(key, NoticeKind.CATALOGUE, None, title, body))


def take_back(work: Work, done: Merge) -> tuple[str, ...]:
    """Undo a merge; sentences for what somebody changed since, which stays as it is."""
    forget(work, done.key)
    rows_left = merge_rows.put_back(work, done.rows)
    outcomes = take_back_many(work, done.incidents)
    note = f"The merge of category {done.source} into {done.target} was taken back"
    rules_left = merge_conditions.put_back(work, done.conditions, note)
    said = [each.refused for each in outcomes if each.refused]
    if rows_left:
        said.append(
            trn(
                "{n} category, article, template or macro was changed since and stays.",
                "{n} categories, articles, templates or macros were changed since and stay.",
                rows_left,
            )
        )
    if rules_left:
        said.append(
            trn(
                "{n} policy or rule was published since and stays.",
                "{n} policies or rules were published since and stay.",
                rules_left,
            )
        )
    return tuple(said)


def _at(place: Place) -> ColumnElement[bool]:
    """The incidents that stand there."""
    category_id, below_id = place
    return and_(incident.c.category_id == category_id, incident.c.subcategory_id.is_not_distinct_from(below_id))


def _move_incidents(work: Work, plan: MergePlan) -> tuple[Outcome, ...]:
    moved: list[Outcome] = []
    for place, (new_category, new_below) in plan.places.items():
        wanted = select(incident.c.id).where(_at(place), incident.c.state.not_in(_ENDED), visible(work.actor))
        ids = tuple(work.connection.execute(wanted).scalars())
        former = {"category_id": place[0], "subcategory_id": place[1]}
        values = {"category_id": new_category, "subcategory_id": new_below}
        # Both are told, also where one stays: the way back gives both, or a category would clear what is below it.
        moved += (
            each if each.refused else replace(each, before=former, after=values) for each in set_many(work, ids, values)
        )
    return tuple(moved)
