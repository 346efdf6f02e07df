"""What may be slow is not imported before it is wanted."""

import subprocess
import sys

import pytest

from tests.arch.source import ROOT, Module, module_level_imports, modules

# Each costs more than all of Qt, or nearly; the first window is painted without them.
HEAVY = {"sqlalchemy", "alembic", "psycopg", "reportlab", "keyring", "holidays", "pypdfium2"}

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


@pytest.mark.skipif(not (ROOT / "main.py").exists(), reason="there is no main.py yet")
@pytest.mark.parametrize("arguments", [["--help"], ["kpi", "--help"], ["import", "--help"], ["report", "--help"]])
def test_the_command_line_comes_without_qt(arguments: list[str]) -> None:
    code = (
        "import runpy, sys\n"
        f"sys.argv = ['main.py', *{arguments!r}]\n"
        "try:\n"
        "    runpy.run_path('main.py', run_name='__main__')\n"
        "except SystemExit as end:\n"
        "    assert not end.code, end.code\n"
        "found = sorted({name.split('.')[0] for name in sys.modules} & {'PySide6', 'shiboken6'})\n"
        "assert not found, found\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert ran.returncode == 0, ran.stderr
