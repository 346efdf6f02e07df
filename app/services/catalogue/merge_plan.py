"""Which category becomes which when one is merged into another: what stands below it goes along."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from app.domain.errors import BadInput, NotFound, Refused
from app.domain.wording import tr, trn
from app.models.catalogue import category

Place = tuple[str | None, str | None]
"""A category and the one below it, as incidents and templates name them."""


class MergePlan(NamedTuple):
    """`places` gives the new place for every place that goes; `below` moves under the target, `gone` goes out of use.

    `one_for_one` gives for each category that goes the one that takes its place, `names` the same by their names.
    """

    source: Row[Any]
    target: Row[Any]
    places: Mapping[Place, Place]
    below: tuple[Row[Any], ...]
    gone: tuple[Row[Any], ...]
    one_for_one: Mapping[str, str]
    names: Mapping[str, str]


def plan_merge(connection: Connection, source_id: str, target_id: str) -> MergePlan:
    """What a merge would do; raises `Refused` where the two levels of categories do not allow it."""
    rows = {row.id: row for row in connection.execute(select(category))}
    source, target = rows.get(source_id), rows.get(target_id)
    if source is None or target is None:
        raise NotFound(tr("One of the two categories does not exist any more. Go back to the list."))
    _refuse(source, target)
    children = [row for row in rows.values() if row.parent_id == source_id]
    if children and target.parent_id is not None:
        told = trn(
            "{n} category stands below {name}.", "{n} categories stand below {name}.", len(children), name=source.name
        )
        raise Refused(
            tr("{below} There are two levels only: merge it into one at the top, or those below it first.", below=told)
        )
    theirs = {row.name.casefold(): row for row in rows.values() if row.parent_id == target_id}
    here = _place(target)
    places: dict[Place, Place] = {_place(source): here}
    below, gone, one_for_one = [], [source], {source_id: target_id}
    for child in children:
        same = theirs.get(child.name.casefold())
        if same is None:
            below.append(child)
            places[source_id, child.id] = (target_id, child.id)
        else:
            gone.append(child)
            one_for_one[child.id] = same.id
            places[source_id, child.id] = (target_id, same.id)
    names = {rows[old].name: rows[new].name for old, new in one_for_one.items()}
    return MergePlan(source, target, places, tuple(below), tuple(gone), one_for_one, names)


def _refuse(source: Row[Any], target: Row[Any]) -> None:
    if source.id == target.id:
        raise BadInput(tr("A category cannot be merged into itself. Choose another one."), "target")
    if not target.active:
        raise Refused(tr("{name} is not in use. Use it again first, or choose another one.", name=target.name))
    if target.parent_id == source.id:
        raise Refused(tr("{below} stands below {name}. Move it to the top first.", below=target.name, name=source.name))


def _place(row: Row[Any]) -> Place:
    return (row.id, None) if row.parent_id is None else (row.parent_id, row.id)
