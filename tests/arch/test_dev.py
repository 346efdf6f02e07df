"""The bootstrap runs before anything is installed, so it leans on nothing and says plainly what a machine lacks."""

import ast
import ctypes
import json
import shutil
import sys
from pathlib import Path

import pytest

import dev
from tests.arch.source import ROOT, modules


def test_leans_on_the_standard_library_only() -> None:
    (module,) = modules("dev.py")
    tops = {
        name.split(".")[0]
        for node in ast.walk(module.tree)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else []
        )
    }
    assert tops <= set(sys.stdlib_module_names)


def test_an_old_python_can_read_it_and_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    ast.parse((ROOT / "dev.py").read_text(encoding="utf-8"), feature_version=(3, 8))
    monkeypatch.setattr(dev, "OLDEST_PYTHON", (3, 99))
    with pytest.raises(dev.SetUpError, match="newer"):
        dev.use_a_new_enough_python()


@pytest.mark.parametrize(
    ("variables", "display"),
    [({}, False), ({"DISPLAY": ":0"}, True), ({"WAYLAND_DISPLAY": "wayland-0"}, True), ({"DISPLAY": ""}, False)],
)
@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="Windows and macOS always have a screen")
def test_a_display_is_known_by_the_environment(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], display: bool
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert dev.has_display() is display


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A Linux on which no library of Qt is found."""

    def refuse(soname: str) -> None:
        raise OSError(soname)

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(ctypes, "CDLL", refuse)
    monkeypatch.setattr(dev, "SYSROOT", tmp_path / "system")
    monkeypatch.delenv("DEV_NO_SYSTEM", raising=False)


@pytest.mark.usefixtures("bare_machine")
def test_may_be_told_not_to_install_and_then_names_every_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEV_NO_SYSTEM", "1")
    with pytest.raises(dev.SetUpError) as error:
        dev.prepare_system(display=True)
    assert all(package in str(error.value) for package in ("libgl1", "libfontconfig1", "libxcb-cursor0"))


@pytest.mark.usefixtures("bare_machine")
def test_names_the_packages_where_there_is_no_apt(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(dev.SetUpError, match=r"no apt-get.*\n.*libgl1"):
        dev.prepare_system(display=False)


@pytest.mark.usefixtures("bare_machine")
def test_libraries_unpacked_before_are_enough(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "system/usr/lib/x86_64-linux-gnu"
    folder.mkdir(parents=True)
    for soname in dev.needed_libraries(display=False):
        (folder / soname).touch()
    dev.prepare_system(display=False)
    env: dict[str, str] = {"LD_LIBRARY_PATH": "/opt/lib"}
    monkeypatch.setattr(dev, "CACHE", tmp_path)
    dev.use_unpacked_libraries(env)
    assert env["LD_LIBRARY_PATH"].split(":")[0] == str(folder)
    assert env["LD_LIBRARY_PATH"].endswith(":/opt/lib")


@pytest.mark.parametrize(
    ("variables", "utf8"),
    [
        ({}, False),
        ({"LANG": "C"}, False),
        ({"LANG": "de_DE.UTF-8"}, True),
        ({"LANG": "en_US.utf8"}, True),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "C"}, False),
    ],
)
def test_another_encoding_is_noticed(variables: dict[str, str], utf8: bool) -> None:
    assert dev.speaks_utf8(variables) is utf8


def test_a_pip_that_is_too_old_is_told_from_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "call", lambda command: 1)
    for version, words in (((20, 3), "its pip is 20.3"), ((), "it has no pip")):
        monkeypatch.setattr(dev, "pip_version", lambda version=version: version)
        with pytest.raises(dev.SetUpError, match=words) as error:
            dev.make_environment()
        assert "apt-get install python3-pip" in str(error.value)


def test_an_environment_that_fits_is_left_alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    python = tmp_path / "bin/python"
    python.parent.mkdir()
    python.touch()
    monkeypatch.setattr(dev, "VENV", tmp_path)
    monkeypatch.setattr(dev, "STAMP", tmp_path / "stamp.json")
    monkeypatch.setattr(dev, "venv_python", lambda: python)
    dev.STAMP.write_text(f'{{"python": {json.dumps(dev.INTERPRETER)}, "lock": "{dev.digest(dev.DEV_LOCK)}"}}')

    def fail() -> list[str]:
        raise AssertionError("it was set up again")

    monkeypatch.setattr(dev, "make_environment", fail)
    dev.prepare_python(dev.DEV_LOCK)
    dev.prepare_python(dev.RUN_LOCK)  # the development lock holds it whole
    dev.STAMP.write_text("torn")
    with pytest.raises(AssertionError, match="set up again"):
        dev.prepare_python(dev.DEV_LOCK)


def test_every_command_of_the_makefile_is_one_of_the_bootstrap() -> None:
    targets = next(
        line for line in (ROOT / "Makefile").read_text(encoding="utf-8").splitlines() if line.startswith("run ")
    )
    assert set(targets.rstrip(":").split()) == set(dev.COMMANDS)
