"""`make mutants`: runs the tests of the clocks against each wrong engine and says which of them nobody noticed.

Without vectors by default, so that the project's own tests have to notice; `--vectors` runs the vectors alone. Words
after that choose mutants by parts of their names. The exit code is 1 when a mutant survived or the right engine failed.
"""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tests.mutants.plugin import MUTANTS

ROOT = Path(__file__).parents[2]
OWN = [
    "test_sla_conventions.py",
    "test_sla_cases.py",
    "test_calendar.py",
    "test_sla_attach.py",
    "test_sla_explain.py",
    "test_sla_properties.py",
]
VECTORS = ["test_sla_vectors.py"]
RIGHT = ""


def fails(name: str, files: list[str]) -> bool:
    """Whether a test fails with this mutant in place, or without one."""
    env = {key: value for key, value in os.environ.items() if key != "SLA_MUTANT"}
    if name:
        env["SLA_MUTANT"] = name
    options = ["-x", "-q", "-p", "tests.mutants.plugin", "-p", "no:randomly", "-p", "no:cacheprovider"]
    paths = [str(ROOT / "tests" / "domain" / file) for file in files]
    command = [sys.executable, "-m", "pytest", *options, *paths]
    done = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    if done.returncode not in {0, 1}:
        raise SystemExit(f"{name}: pytest ended with {done.returncode}\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.returncode == 1


def main(arguments: list[str]) -> int:
    """Run the right engine and the chosen wrong ones; print one line each."""
    files = VECTORS if "--vectors" in arguments else OWN
    words = [word for word in arguments if not word.startswith("-")]
    chosen = [name for name in MUTANTS if not words or any(word in name for word in words)]
    survived = 0
    with ThreadPoolExecutor(max_workers=2) as pool:
        for name, noticed in zip([RIGHT, *chosen], pool.map(lambda n: fails(n, files), [RIGHT, *chosen]), strict=True):
            wrong = noticed is (name == RIGHT)
            survived += wrong
            verdict = ("FAILS" if wrong else "passes") if name == RIGHT else ("SURVIVES" if wrong else "noticed")
            print(f"{verdict:<9} {name or 'the right engine'}", flush=True)
    print(f"{len(chosen)} wrong engines; {survived} problems.")
    return 1 if survived else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
