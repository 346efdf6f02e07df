import linecache
from pathlib import Path

import pytest

import app.views  # noqa: F401 -- it is what is tested


def test_importing_a_module_beside_qt_does_not_read_its_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "module_of_a_start.py"
    path.write_text("ANSWER = 42\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    # As the statement does it, which is where PySide looks in; `import_module` goes another way.
    assert __import__("module_of_a_start").ANSWER == 42
    assert str(path) not in linecache.cache
