"""The way in: without a subcommand the window opens; a subcommand runs without one, and without Qt."""

import sys

from app.bootstrap import make_context
from app.cli import parse
from app.domain.errors import DeskError
from app.infra.collector import collect_by_hand
from app.infra.logs import start_logging


def main(arguments: list[str]) -> int:
    """Run what was asked for and return the exit code: 0 done, 1 refused, 2 wrongly called, 130 stopped."""
    parsed = parse(arguments)
    try:
        context = make_context(parsed.database)
        start_logging(context.paths.logs)
        code = 0 if parsed.run is None else int(parsed.run(parsed, context))
        address = None if parsed.window is None else parsed.window(parsed, context)
    except DeskError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    except KeyboardInterrupt:
        # A command that was writing has taken its work back before the interrupt gets here.
        sys.stderr.write("Stopped.\n")
        return 130
    if code or (parsed.run is not None and address is None and not parsed.tour):
        return code
    # Qt is imported only where a window is wanted, so that every subcommand works without it; and the views only once
    # it is known in which language they say what they say when they are read.
    from app.views.toolkit.tongue import speak_language

    if parsed.tour:
        speak_language(parsed.language)
        from app.views.tour import run_tour

        try:
            return run_tour(context, parsed.output, whole=parsed.whole)
        except DeskError as error:
            sys.stderr.write(f"{error}\n")
            return 1
    collect_by_hand()
    speak_language(context.settings.language)
    from app.views.application import run_window

    return run_window(context, address)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
