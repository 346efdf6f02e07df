"""Publishing a book of policies, for the command and for what else changes the conditions of policies."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select, update

from app.domain.errors import BadInput
from app.domain.events import ReferenceDataChanged
from app.domain.instants import micros
from app.domain.kept_words import WordKind
from app.domain.sla.attach import PolicyBook
from app.domain.sla.policy import Policy
from app.domain.sla.validate import refuse_bad_book
from app.domain.text import clean_line
from app.domain.wording import tr
from app.infra.unit_of_work import Work
from app.models.clocks import sla_policy, sla_policy_version
from app.services.kept_words.rows import load_words
from app.services.sla.books import DESK, IMPORTED, read_rules
from app.services.sla.definitions import policy_to_data
from app.services.sla.recount import recount_open
from app.services.sla.versions import add_book, add_policy, add_policy_version

_LONGEST_NAME = 200


def publish_book(work: Work, policy_set: str, policies: Sequence[Policy], *, applies_to_open: bool, note: str) -> int:
    """Publish policies in this order from now on; `Refused` with every fatal finding of the validators."""
    checked_set(policy_set)
    for policy in policies:
        checked_name(policy.name)
    rules = read_rules(work.connection, policy_set)
    own = load_words(work.connection, WordKind.HOLD).own
    refuse_bad_book(PolicyBook(micros(work.now), tuple(policies), applies_to_open), rules.timelines, own)
    versions = [_version_of(work, policy_set, policy) for policy in policies]
    number = add_book(work, policy_set, versions, work.now, applies_to_open=applies_to_open, note=clean_line(note))
    if applies_to_open:
        recount_open(work, (policy_set,))
    work.events.append(ReferenceDataChanged(work.actor.author_id, "sla_book"))
    return number


def checked_name(name: str) -> str:
    """The name as it is kept; `BadInput` for none, and for one that is too long."""
    cleaned = clean_line(name)
    if not cleaned:
        raise BadInput(tr("Give it a name."), "name")
    if len(cleaned) > _LONGEST_NAME:
        raise BadInput(
            tr(
                "The name has {count} characters, {longest_name} are the most.",
                count=len(cleaned),
                longest_name=_LONGEST_NAME,
            ),
            "name",
        )
    return cleaned


def checked_set(policy_set: str) -> None:
    """Pass, or `BadInput` for a set of policies that there is not."""
    if policy_set not in {DESK, IMPORTED}:
        raise BadInput(
            tr("There is no set of policies “{policy_set}”. There are desk and imported.", policy_set=policy_set),
            "policy_set",
        )


def _version_of(work: Work, policy_set: str, policy: Policy) -> tuple[str, int]:
    """The stored version that says the same, or a new one."""
    version = sla_policy_version.c
    known = select(sla_policy.c.id).where(sla_policy.c.id == policy.policy_id, sla_policy.c.policy_set == policy_set)
    if work.connection.execute(known).scalar() is None:
        new_id = add_policy(work, policy_set, clean_line(policy.name))
        return new_id, add_policy_version(work, replace(policy, policy_id=new_id))
    newest = work.connection.execute(
        select(version.number, version.definition)
        .where(version.policy_id == policy.policy_id)
        .order_by(version.number.desc())
        .limit(1)
    ).one()
    if newest.definition == policy_to_data(policy):
        return policy.policy_id, newest.number
    work.connection.execute(
        update(sla_policy).where(sla_policy.c.id == policy.policy_id).values(name=clean_line(policy.name))
    )
    return policy.policy_id, add_policy_version(work, policy)
