"""How a wrong engine is put in place of the right one, in a process of its own that ends with the tests."""

from collections.abc import Callable
from typing import Any

Mutant = Callable[[], None]


def collector(found: dict[str, Mutant]) -> Callable[[str], Callable[[Mutant], Mutant]]:
    """A decorator that files a mutant under the words of the clock research, part 7."""

    def called(name: str) -> Callable[[Mutant], Mutant]:
        def keep(mutant: Mutant) -> Mutant:
            found[name] = mutant
            return mutant

        return keep

    return called


def swap(owner: Any, name: str, make: Callable[[Any], Any]) -> None:
    """Put what `make` builds from the right thing in its place."""
    setattr(owner, name, make(getattr(owner, name)))
