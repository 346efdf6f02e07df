"""`make bench`: runs every benchmark and prints one line a promise; the exit code is 1 when one is not kept."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import (
    asking,
    clocks_kept,
    data_calls,
    growth,
    heart,
    import_log,
    live,
    rights,
    scroll,
    search,
    shift,
    sla,
    start,
    triage,
    window,
)
from benchmarks.harness import Result

_BENCHMARKS: dict[str, Callable[[Path], list[Result]]] = {
    "data": data_calls.run,
    "start": start.run,
    "scroll": scroll.run,
    "sla": sla.run,
    "clocks": clocks_kept.run,
    "heart": heart.run,
    "import": import_log.run,
    "rights": rights.run,
    "growth": growth.run,
    "live": live.run,
    "asking": asking.run,
    "search": search.run,
    "triage": triage.run,
    "window": window.run,
    "shift": shift.run,
}


def main(arguments: list[str]) -> int:
    """Run the named benchmarks, or all."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*_BENCHMARKS, []], help="which ones; all when none is named")
    parser.add_argument("--folder", type=Path, help="where filled databases are kept between runs")
    parsed = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as temporary:
        folder = parsed.folder or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        results: list[Result] = []
        for name in parsed.names or _BENCHMARKS:
            for result in _BENCHMARKS[name](folder):
                print(result.line(), flush=True)
                results.append(result)
    promises = [result for result in results if result.promised is not None]
    missed = sum(not result.is_kept for result in promises)
    print(f"{len(promises) - missed} promises kept, {missed} not.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
