"""The only way into the use cases: a decorator that checks the permission and owns the transaction.

Every public method of a `*Commands` or `*Queries` class carries one of the two decorators; a test in `tests/arch`
fails for one that does not, so nothing can be reached without a permission decision.
"""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.permissions import Permission, demand
from app.infra.unit_of_work import Store, Work


class HasStore(Protocol):
    """A service: it holds the store and nothing else of the plumbing."""

    store: Store


S = TypeVar("S", bound=HasStore)
P = ParamSpec("P")
R = TypeVar("R")

DECISIONS: dict[str, Permission] = {}
"""Which permission each decorated method asks for, by qualified name."""


def command(
    permission: Permission,
) -> Callable[[Callable[Concatenate[S, Work, P], R]], Callable[Concatenate[S, Actor, P], R]]:
    """Make a method a command: it is called with the actor, and runs with a unit of work in one transaction."""

    def decorate(method: Callable[Concatenate[S, Work, P], R]) -> Callable[Concatenate[S, Actor, P], R]:
        DECISIONS[f"{method.__module__}.{method.__qualname__}"] = permission

        @wraps(method)
        def run(self: S, actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
            demand(actor, permission)
            with self.store.writing(actor) as work:
                result = method(self, work, *args, **kwargs)
                if work.touched:
                    keep_touched_clocks(work)
                return result

        return run

    return decorate


def keep_touched_clocks(work: Work) -> None:
    """Write the clocks of the incidents that this transaction touched; `command` does it at the end of each."""
    # Imported here because a start of the desk reads lists only, and the clocks bring their whole engine along.
    from app.services.sla.keep import keep_clocks

    keep_clocks(work, work.touched)
    work.touched.clear()


def query(
    permission: Permission,
) -> Callable[
    [Callable[Concatenate[S, Connection, Actor, P], R]],
    Callable[Concatenate[S, Actor, P], R],
]:
    """Make a method a query: it is called with the actor, and runs with a reading connection."""

    def decorate(method: Callable[Concatenate[S, Connection, Actor, P], R]) -> Callable[Concatenate[S, Actor, P], R]:
        DECISIONS[f"{method.__module__}.{method.__qualname__}"] = permission

        @wraps(method)
        def run(self: S, actor: Actor, /, *args: P.args, **kwargs: P.kwargs) -> R:
            demand(actor, permission)
            with self.store.reading() as connection:
                return method(self, connection, actor, *args, **kwargs)

        return run

    return decorate
