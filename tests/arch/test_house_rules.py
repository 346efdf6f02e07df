"""Rules of the house that no linter knows. Each finding names file and line."""

import ast
import re
import sys
from collections.abc import Iterator

import pytest

from tests.arch.source import Module, dotted, imported_from, modules

APP = modules("app", "main.py")

CLOCK_HOME = {"app/infra/clock.py"}
WALL_CLOCKS = {
    "datetime.now", "datetime.utcnow", "datetime.today", "datetime.datetime.now", "datetime.datetime.utcnow",
    "date.today", "datetime.date.today", "time.time", "time.time_ns", "time.localtime", "time.gmtime",
    "QDateTime.currentDateTime", "QDateTime.currentDateTimeUtc", "QDate.currentDate", "QTime.currentTime",
    "QDateTime.currentMSecsSinceEpoch", "QDateTime.currentSecsSinceEpoch",
}  # fmt: skip

THREAD_HOMES = {"app/infra/lease.py", "app/infra/lanes.py", "app/jobs/live.py", "app/jobs/runner.py"}
THREAD_MAKERS = {
    "Thread", "Timer", "ThreadPoolExecutor", "ProcessPoolExecutor", "Process", "Pool", "ThreadPool", "to_thread",
    "start_new_thread", "QThread", "QRunnable", "QThreadPool", "QtConcurrent", "ThreadingHTTPServer",
}  # fmt: skip
# QThread.currentThread() tells where one is and starts nothing.
HARMLESS = {"QThread.currentThread", "QThread.isMainThread"}

DRAWERS = {"util", "utils", "helper", "helpers", "common", "misc", "stuff"}

NETWORK = {"imaplib", "smtplib", "poplib", "http", "urllib", "ftplib", "socketserver", "requests", "httpx"}
# Text work that happens to live in urllib reaches no machine.
NETWORK_FREE = {"urllib.parse", "http.HTTPStatus"}

# The standard library, less what touches the world outside the arguments of a function.
IMPURE = {
    "os", "pathlib", "io", "socket", "sqlite3", "subprocess", "threading", "concurrent", "multiprocessing", "asyncio",
    "time", "random", "secrets", "shutil", "tempfile", "logging", "signal", "locale", "getpass", "urllib", "http",
}  # fmt: skip


def calls(module: Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            yield node.lineno, dotted(node.func)


def all_imports(module: Module) -> Iterator[tuple[int, str]]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node.lineno, name) for name in imported_from(node))


def clock_readings(module: Module) -> list[str]:
    found = [(line, name) for line, name in calls(module) if name in WALL_CLOCKS]
    found += [(line, name) for line, name in all_imports(module) if name in {"time.time", "time.time_ns"}]
    return [f"{module.path}:{line} {name}" for line, name in found]


def thread_starts(module: Module) -> list[str]:
    found = [
        (line, name) for line, name in all_imports(module) if name.rsplit(".", 1)[-1] in THREAD_MAKERS - {"QThread"}
    ]
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call | ast.ClassDef):
            used = [node.func] if isinstance(node, ast.Call) else node.bases
            names = [dotted(expression) for expression in used]
            found += [
                (node.lineno, name) for name in names if name not in HARMLESS and set(name.split(".")) & THREAD_MAKERS
            ]
    return [f"{module.path}:{line} {name}" for line, name in found]


def test_only_the_clock_reads_the_time() -> None:
    """Everything else is handed a clock, so that a test can be at any time it likes."""
    found = [place for module in APP if module.path not in CLOCK_HOME for place in clock_readings(module)]
    assert not found, found


def test_only_lanes_and_jobs_start_threads() -> None:
    found = [place for module in APP if module.path not in THREAD_HOMES for place in thread_starts(module)]
    assert not found, found


def test_files_are_asked_for_in_one_way() -> None:
    """Else one dialog begins in the folder from which the program was started, and another where the last one ended."""
    home = "app/views/toolkit/where_files_go.py"
    found = [module.path for module in APP if module.path != home and "QFileDialog" in module.text]
    assert not found, found


def test_only_the_collector_looks_for_circles() -> None:
    """Whoever looked in a lane, or switched Python's own search on, would have objects of Qt destroyed there."""
    found = [
        f"{module.path}:{line}"
        for module in APP
        if module.path != "app/infra/collector.py"
        for line, name in all_imports(module)
        if name.split(".")[0] == "gc"
    ]
    assert not found, found


def test_no_drawer_for_everything() -> None:
    """A file named after nothing in particular becomes the biggest room of the house."""
    found = [
        module.path
        for module in modules("app", "tests", "benchmarks")
        if set(module.path.removesuffix(".py").split("/")) & DRAWERS
        or re.search(r"_(utils?|helpers?)\.py$", module.path)
    ]
    assert not found, found


def test_tables_are_not_called_models_in_the_views() -> None:
    found = [module.path for module in modules("app/views") if module.path.endswith("/models.py")]
    assert not found, "app/models means database tables; a Qt item model is called *_table.py"


def test_rules_are_pure() -> None:
    """app.domain imports itself and the part of the standard library that touches nothing."""
    found = []
    for module in modules("app/domain"):
        for line, name in all_imports(module):
            top = name.split(".", maxsplit=1)[0]
            own = name == "app" or name.startswith("app.domain")
            pure = top in sys.stdlib_module_names and top not in IMPURE
            if not (own or pure):
                found.append(f"{module.path}:{line} {name}")
    assert not found, found


def reaches_out(name: str) -> bool:
    free = any(name == module or name.startswith(f"{module}.") for module in NETWORK_FREE)
    # `import urllib` alone gives nothing to reach with; what is taken from it is listed by its own name.
    return name.split(".", maxsplit=1)[0] in NETWORK and not free and name not in {"http", "urllib"}


def test_only_channels_speak_to_other_machines() -> None:
    found = [
        f"{module.path}:{line} {name}"
        for module in APP
        if not module.path.startswith("app/channels/")
        for line, name in all_imports(module)
        if reaches_out(name)
    ]
    assert not found, found


def test_no_error_is_swallowed() -> None:
    """`except:` and a handler that only passes hide bugs; `contextlib.suppress(OneError)` says what it means."""
    found = []
    for module in modules("app", "main.py", "dev.py", "benchmarks", "migrations"):
        for node in ast.walk(module.tree):
            if isinstance(node, ast.ExceptHandler):
                bare = node.type is None
                only_passes = all(isinstance(step, ast.Pass) for step in node.body)
                if bare or only_passes:
                    found.append(f"{module.path}:{node.lineno}")
    assert not found, found


SILENCER = re.compile(r"#\s*(?:noqa|type:\s*ignore)(?P<rest>.*)$")
CODES = re.compile(r"^\s*(?:\[[\w,\s-]*\]|:\s*[A-Z]+\d+(?:\s*,\s*[A-Z]+\d+)*)")


def silenced_without_reason(module: Module) -> list[str]:
    found = []
    for number, line in enumerate(module.text.splitlines(), 1):
        silenced = SILENCER.search(line)
        if silenced is not None and len(re.findall(r"[a-z]{2,}", CODES.sub("", silenced["rest"]))) < 2:
            found.append(f"{module.path}:{number}")
    return found


def test_a_silenced_check_says_why() -> None:
    """`# noqa: X100 -- reason in words` and `# type: ignore[code]  # reason in words`."""
    everywhere = modules("app", "main.py", "dev.py", "tests", "benchmarks", "migrations")
    own = "tests/arch/test_house_rules.py"
    found = [place for module in everywhere if module.path != own for place in silenced_without_reason(module)]
    assert not found, found


@pytest.mark.parametrize("comment", ["# noqa", "# noqa: DTZ001", "# noqa: S1, S2 --", "# type: ignore[arg-type]"])
def test_a_silencer_without_reason_is_seen(comment: str) -> None:
    assert silenced_without_reason(planted(f"x = 1  {comment}\n"))


def test_a_silencer_with_reason_passes() -> None:
    assert not silenced_without_reason(planted("x = 1  # noqa: DTZ001 -- naive on purpose\n"))
    assert not silenced_without_reason(planted("x = 1  # type: ignore[misc]  # the stub is wrong\n"))


def planted(code: str) -> Module:
    return Module("app/planted.py", "app.planted", code, ast.parse(code))


@pytest.mark.parametrize(
    "code",
    [
        "from datetime import datetime, UTC\nx = datetime.now(UTC)",
        "import datetime\nx = datetime.datetime.utcnow()",
        "from time import time\nx = time()",
        "import time\nx = time.time()",
        "from PySide6.QtCore import QDateTime\nx = QDateTime.currentDateTimeUtc()",
    ],
)
def test_a_reading_of_the_time_is_seen(code: str) -> None:
    assert clock_readings(planted(code))


@pytest.mark.parametrize(
    "code",
    [
        "import threading\nthreading.Thread(target=print).start()",
        "from threading import Thread as Worker\nWorker()",
        "from concurrent.futures import ThreadPoolExecutor",
        "import concurrent.futures\nconcurrent.futures.ThreadPoolExecutor(2)",
        "from PySide6.QtCore import QThread\nclass Mine(QThread):\n    pass",
        "from PySide6 import QtCore\nQtCore.QThreadPool.globalInstance()",
    ],
)
def test_a_thread_is_seen(code: str) -> None:
    assert thread_starts(planted(code))


def test_asking_for_the_current_thread_is_no_start() -> None:
    assert not thread_starts(planted("from PySide6.QtCore import QThread\nQThread.currentThread()"))
    assert not thread_starts(planted("import threading\nlock = threading.Lock()\nme = threading.get_ident()"))
