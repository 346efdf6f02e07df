"""For whom something is that people keep: for themselves, for a group of theirs, or for everybody."""

from collections.abc import Sequence
from typing import Final

from app.domain.actor import Actor
from app.domain.wording import tr
from app.views.widgets.choice_popup import Option

SHARE: Final = "share"
"""The field of a form that says for whom an entry is."""

_TEAM: Final = "team"


def share_options(groups: Sequence[Option], actor: Actor) -> list[Option]:
    """What can be chosen: only groups of one's own."""
    mine = [Option(f"{_TEAM}:{each.value}", tr("The team {label}", label=each.label)) for each in groups]
    mine = [each for each, group in zip(mine, groups, strict=True) if group.value in actor.group_ids]
    return [Option("own", tr("Only me")), *mine, Option("all", tr("Everybody at the desk"))]


def share_value(share: str, group_id: str | None) -> str:
    """The value of the field."""
    return f"{_TEAM}:{group_id}" if share == _TEAM else share


def share_of(value: str) -> tuple[str, str | None]:
    """What the value of the field means: the kind, and the group of a team."""
    share, _, group = value.partition(":")
    return share, group or None


def share_words(share: str, group_name: str | None) -> str:
    """As a row of a list says it."""
    return {"own": tr("Only me"), "all": tr("Everybody")}.get(share, group_name or tr("Team"))
