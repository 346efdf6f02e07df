"""The only way into the use cases: a decorator that checks the permission and owns the transaction.

Every public method of a `*Commands` or `*Queries` class carries one of the decorators; a test in `tests/arch`
fails for one that does not, so nothing can be reached without a permission decision.
"""

from collections.abc import Callable, Collection
from functools import cache, wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.permissions import Permission, demand
from app.infra.doubts import Call
from app.infra.link import PATIENCE
from app.infra.unit_of_work import Store, Work
from app.services.access import is_requesters_login
from app.services.carry_out import Stands, carry_out


class HasStore(Protocol):
    """A service: it holds the store and nothing else of the plumbing."""

    store: Store


S = TypeVar("S", bound=HasStore)
P = ParamSpec("P")
R = TypeVar("R")

DECISIONS: dict[str, Permission] = {}
"""Which permission each decorated method asks for, by qualified name."""


STANDS: dict[str, Stands | None] = {}
"""How each command is found to have been carried out, by qualified name: None for one that leaves a receipt."""


def command(
    permission: Permission, patience: float = PATIENCE, *, stands: Stands | None = None, trusted: bool = False
) -> Callable[[Callable[Concatenate[S, Work, P], R]], Callable[Concatenate[S, Actor, P], R]]:
    """Make a method a command: it is called with the actor, and runs with a unit of work in one transaction.

    It is carried out once, also where the connection breaks while it is being saved. For that it leaves a receipt,
    unless `stands` tells whether what it makes is there; such a command must do nothing when it is.
    `patience` is how many seconds each answer of a server may take, `trusted` is that of `Database.writing`.
    """

    def decorate(method: Callable[Concatenate[S, Work, P], R]) -> Callable[Concatenate[S, Actor, P], R]:
        name = f"{method.__module__}.{method.__qualname__}"
        DECISIONS[name] = permission
        STANDS[name] = stands

        @wraps(method)
        def run(self: S, actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
            demand(actor, permission)

            def act(work: Work) -> R:
                result = method(self, work, *args, **kwargs)
                if work.written or work.touched:
                    keep_touched_clocks(work)
                return result

            return carry_out(self.store, Call(name, actor, args, kwargs), act, patience, stands, trusted=trusted)

        return run

    return decorate


def permitted(
    permission: Permission,
) -> Callable[[Callable[Concatenate[S, Actor, P], R]], Callable[Concatenate[S, Actor, P], R]]:
    """Make a method one that asks for a permission and opens what it needs by itself, such as several transactions."""

    def decorate(method: Callable[Concatenate[S, Actor, P], R]) -> Callable[Concatenate[S, Actor, P], R]:
        DECISIONS[f"{method.__module__}.{method.__qualname__}"] = permission

        @wraps(method)
        def run(self: S, actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
            demand(actor, permission)
            return method(self, actor, *args, **kwargs)

        return run

    return decorate


def keep_touched_clocks(work: Work) -> None:
    """Write the clocks of the incidents whose facts this transaction changed; `command` does it at the end of each.

    A requester's own login may not write them: the desk does that at its next look.
    """
    if is_requesters_login(work.connection):
        work.touched.clear()
        return
    keep_clocks, pass_by = _keepers()
    if work.touched:
        keep_clocks(work, work.touched)
    for incident_id in work.written:
        if incident_id not in work.touched:
            pass_by(work, incident_id)
    work.touched.clear()


@cache
def _keepers() -> tuple[Callable[[Work, Collection[str]], None], Callable[[Work, str], None]]:
    # Imported here because a start of the desk reads lists only, and the clocks bring their whole engine along.
    from app.services.sla.courses import pass_by
    from app.services.sla.keep import keep_clocks

    return keep_clocks, pass_by


def query(
    permission: Permission, patience: float = PATIENCE, *, one_state: bool = False
) -> Callable[
    [Callable[Concatenate[S, Connection, Actor, P], R]],
    Callable[Concatenate[S, Actor, P], R],
]:
    """Make a method a query: it is called with the actor, and runs with a reading connection.

    `patience` is how many seconds each answer of a server may take before it is given up. With `one_state` all that it
    reads is of one moment, however long it takes.
    """

    def decorate(method: Callable[Concatenate[S, Connection, Actor, P], R]) -> Callable[Concatenate[S, Actor, P], R]:
        DECISIONS[f"{method.__module__}.{method.__qualname__}"] = permission

        @wraps(method)
        def run(self: S, actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
            demand(actor, permission)
            if one_state:
                with self.store.snapshot(patience) as connection:
                    return method(self, connection, actor, *args, **kwargs)
            return self.store.ask(lambda connection: method(self, connection, actor, *args, **kwargs), patience)

        return run

    return decorate
