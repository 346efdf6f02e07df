"""`main.py matrix`: show the priority matrix, or load another one."""

import argparse
import json
import tomllib
from collections.abc import Callable
from pathlib import Path

from app.domain.errors import BadInput
from app.domain.priority import BUILT_IN, PriorityMatrix
from app.services.session import Context

_KINDS: dict[str, Callable[[str], object]] = {".toml": tomllib.loads, ".json": json.loads}
_HOLDS = "name, impact, urgency, priority and cells"


def add_parser(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Offer the subcommand."""
    names = ", ".join(f'"{matrix.name}"' for matrix in BUILT_IN)
    parser = subparsers.add_parser(
        "matrix",
        help="show the impact x urgency matrix, or load another",
        description="Shows the matrix that gives priorities, or loads another one. A matrix in which a higher impact or"
        " urgency would give a lower priority is refused, and the cell is named. Stored priorities keep their value.",
    )
    parser.add_argument("--load", metavar="NAME|FILE", help=f"a built-in matrix ({names}) or a .toml or .json file")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace, context: Context) -> int:
    """Show the matrix in force, after loading the wanted one."""
    session = context.open(context.url)
    try:
        if arguments.load:
            session.desk.settings_admin.set_matrix(session.actor, _wanted(arguments.load))
        print(_drawn(session.desk.settings.matrix(session.actor)))
    finally:
        session.desk.close()
    return 0


def _wanted(name: str) -> object:
    if any(matrix.name == name for matrix in BUILT_IN):
        return name
    path = Path(name)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BadInput(
            f"{path} cannot be read: {error.strerror}. Give a file, or the name of a built-in one."
        ) from error
    read = _KINDS.get(path.suffix.lower())
    if read is None:
        raise BadInput(f"{path} is no matrix: that is a .toml or .json file with {_HOLDS}.")
    try:
        return read(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise BadInput(f"{path} is no text in UTF-8. A matrix is a text file with {_HOLDS}.") from error
    except (ValueError, RecursionError) as error:
        raise BadInput(f"{path} is not valid {path.suffix[1:].upper()}: {error}.") from error


def _drawn(matrix: PriorityMatrix) -> str:
    cells = [[f"{cell} {matrix.priority_label(cell)}" for cell in row] for row in matrix.cells]
    table = [["impact \\ urgency", *matrix.urgency_labels]]
    table += [[label, *row] for label, row in zip(matrix.impact_labels, cells, strict=True)]
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in table]
    return "\n".join([matrix.name, *lines])
