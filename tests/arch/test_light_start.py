"""What may be slow is not imported before it is wanted."""

import subprocess
import sys

from tests.arch.source import ROOT, Module, module_level_imports, modules

# Each costs more than all of Qt, or nearly; the first window is painted without them.
HEAVY = {
    "sqlalchemy",
    "alembic",
    "psycopg",
    "reportlab",
    "keyring",
    "holidays",
    "pypdfium2",
    "numpy",
    "scipy",
    "sklearn",
}

MODULES = {module.name: module for module in modules("app", "main.py")}


def ways_to_heavy(start: Module) -> list[str]:
    """Chains of imports that lead from a module to a heavy library as soon as it is imported itself."""
    found, seen, waiting = [], {start.name}, [(start, start.name)]
    while waiting:
        module, way = waiting.pop()
        for name in module_level_imports(module):
            if name.split(".")[0] in HEAVY:
                found.append(f"{way} -> {name}")
            for own in _with_parents(name):
                if own in MODULES and own not in seen:
                    seen.add(own)
                    waiting.append((MODULES[own], f"{way} -> {own}"))
    return found


def _with_parents(name: str) -> list[str]:
    parts = name.split(".")
    return [".".join(parts[:length]) for length in range(1, len(parts) + 1)]


def test_the_window_comes_without_the_database() -> None:
    first = [
        module for name, module in MODULES.items() if name.startswith("app.views") or name in {"main", "app.bootstrap"}
    ]
    found = sorted({way for module in first for way in ways_to_heavy(module)})
    assert not found, found


def without_qt(code: str) -> None:
    """Run code in an interpreter of its own and fail if Qt was loaded there."""
    check = (
        "\nfound = sorted({name.split('.')[0] for name in sys.modules} & {'PySide6', 'shiboken6'})"
        "\nassert not found, found\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}{check}"],
        cwd=ROOT, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stderr


def test_the_command_line_comes_without_qt() -> None:
    without_qt(
        "import runpy\n"
        "sys.argv = ['main.py', '--help']\n"
        "try:\n"
        "    runpy.run_path('main.py', run_name='__main__')\n"
        "except SystemExit as end:\n"
        "    assert not end.code, end.code\n"
    )


def test_everything_but_the_views_comes_without_qt() -> None:
    others = [name for name in MODULES if not name.startswith("app.views")]
    without_qt(f"import importlib\nfor name in {others!r}:\n    importlib.import_module(name)\n")


def test_a_desk_opens_without_what_reads_and_changes_a_single_incident() -> None:
    """The first rows need none of it, and loading it takes as long as reading them."""
    code = (
        "import sys\n"
        "import app.services.desk, app.services.sign_in\n"
        "later = {'detail', 'opened', 'commands', 'create', 'edit', 'transitions'}\n"
        "found = {f'app.services.incidents.{name}' for name in later} & set(sys.modules)\n"
        "assert not found, found\n"
    )
    without_qt(code)
