"""The way in: without a subcommand the window opens; a subcommand runs without one, and without Qt."""

import sys

from app.bootstrap import make_context
from app.cli import parse
from app.domain.errors import DeskError
from app.infra.logs import start_logging


def main(arguments: list[str]) -> int:
    """Run what was asked for and return the exit code: 0 done, 1 refused with a sentence, 2 wrongly called."""
    parsed = parse(arguments)
    try:
        context = make_context(parsed.database)
        start_logging(context.paths.logs)
        if parsed.run is not None:
            return int(parsed.run(parsed, context))
    except DeskError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    # Qt is imported only where a window is wanted, so that every subcommand works without it.
    from app.views.application import run_window

    return run_window(context)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
