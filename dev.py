"""Sets the checkout up and runs it: `python3 dev.py run`, `test`, `check`, `bench`, `mutants`, `pictures`, `lock`.

Standard library only, because it runs before anything is installed. It makes `.venv`, installs exactly what the lock
files say, brings the system libraries Qt needs where they are missing, and starts the thing asked for. A second call
finds everything in place and costs a fraction of a second. `make run` and `make test` are aliases of it; on Windows
type `py dev.py run`.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
CACHE = ROOT / ".cache"
SYSROOT = CACHE / "system"  # system libraries unpacked for a person who may not install any
STAMP = VENV / "mainstay-installed.json"
RUN_LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
INTERPRETER = f"{sys.version} of {sys.base_prefix} for {VENV}"  # a virtual environment serves one of each
OLDEST_PYTHON = (3, 11)
OLDEST_PIP = (22, 3)  # the first that can install into another environment (`pip --python`)

# Shared library -> Debian package. All are looked for at once, since Qt names only the first it misses.
OFFSCREEN_LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
}
X11_LIBRARIES = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}


class SetUpError(Exception):
    """The machine lacks something that this program cannot bring; the message says what and how to get it."""


def say(message: str) -> None:
    """Print one line about what is being done, at once, so that it stands before the output of what it announces."""
    print(f"[dev] {message}", flush=True)


def call(command: list[str], env: dict[str, str] | None = None) -> int:
    """Run a program in the checkout, its output passed through, and return its exit code."""
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode


def require(command: list[str], failure: str, env: dict[str, str] | None = None) -> None:
    """Run a program that has to succeed; `failure` says what its failing means to the person."""
    code = call(command, env)
    if code != 0:
        raise SetUpError(f"{failure}\n  failed with exit code {code}: {' '.join(command)}")


# --- Python and its packages --------------------------------------------------------------------------------------


def use_a_new_enough_python() -> None:
    """Start again under a newer interpreter where `python3` is older than Mainstay needs."""
    if sys.version_info >= OLDEST_PYTHON:
        return
    for minor in range(15, OLDEST_PYTHON[1] - 1, -1):
        found = shutil.which(f"python3.{minor}")
        if found:
            raise SystemExit(call([found, str(ROOT / "dev.py"), *sys.argv[1:]]))
    raise SetUpError(
        f"Mainstay needs Python {OLDEST_PYTHON[0]}.{OLDEST_PYTHON[1]} or newer; this is {sys.version.split()[0]}.\n"
        "  Install a newer one and start it with that: python3.12 dev.py run"
    )


def venv_python() -> Path:
    """The interpreter of the virtual environment, on whatever system this is."""
    return VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def digest(lock: Path) -> str:
    """The contents of a lock file as one short text."""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def read_stamp() -> dict[str, str]:
    """What `.venv` is known to hold: the interpreter it was made with and the lock it satisfies; empty if unknown."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
        return {"python": str(stamp["python"]), "lock": str(stamp["lock"])}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def pip_version() -> tuple[int, ...]:
    """The version of the pip that belongs to the running interpreter; empty where there is none."""
    answer = subprocess.run([sys.executable, "-m", "pip", "--version"], capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        return ()
    return tuple(int(part) for part in answer.stdout.split()[1].split(".")[:2] if part.isdigit())


def make_environment() -> list[str]:
    """Make an empty `.venv` and return the command that installs into it.

    The outer pip installs into it, because Debian ships Python without the means to put a pip inside; where the outer
    pip is missing or too old, the interpreter's own bundled one is tried.
    """
    fresh = [] if read_stamp().get("python") == INTERPRETER and venv_python().exists() else ["--clear"]
    outer = pip_version()
    if outer >= OLDEST_PIP:
        require(
            [sys.executable, "-m", "venv", *fresh, "--without-pip", str(VENV)],
            "The virtual environment .venv could not be made.",
        )
        return [sys.executable, "-m", "pip", "--python", str(venv_python())]
    if call([sys.executable, "-m", "venv", *fresh, str(VENV)]) == 0:
        return [str(venv_python()), "-m", "pip"]
    found = f"its pip is {'.'.join(map(str, outer))}" if outer else "it has no pip"
    needed = ".".join(map(str, OLDEST_PIP))
    raise SetUpError(
        f"{sys.executable} cannot set up Mainstay: {found}, and {needed} or newer is needed.\n"
        "  On Debian and Ubuntu: apt-get install python3-pip\n"
        f"  Elsewhere: {sys.executable} -m ensurepip --upgrade"
    )


def prepare_python(lock_file: Path) -> None:
    """Bring `.venv` to what the lock file says; does nothing when it is there already."""
    if VENV.is_symlink():
        say(f"{VENV.name} is a link to {VENV.resolve()}: used as it is, nothing is installed")
        return
    stamp = read_stamp()
    enough = {digest(lock_file), digest(DEV_LOCK)}  # the development lock holds the other one whole
    if venv_python().exists() and stamp.get("python") == INTERPRETER and stamp.get("lock") in enough:
        return
    say(f"setting up {VENV} from {lock_file.name} (once)")
    pip = make_environment()
    STAMP.unlink(missing_ok=True)  # so that an interrupted installation is not taken for a whole one
    require(
        [
            *pip, "install", "--disable-pip-version-check", "--quiet", "--require-hashes",
            "--only-binary", ":all:", "-r", str(lock_file),
        ],
        "The packages Mainstay needs could not be installed; pip says why above.",
    )  # fmt: skip
    STAMP.write_text(json.dumps({"python": INTERPRETER, "lock": digest(lock_file)}), encoding="utf-8")


# --- System libraries ---------------------------------------------------------------------------------------------


def has_display() -> bool:
    """Whether a window can be seen here: always on Windows and macOS, by the environment elsewhere."""
    if sys.platform in ("win32", "darwin"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def needed_libraries(display: bool) -> dict[str, str]:
    """The shared libraries Qt loads, by name, with the package that brings each."""
    needed = dict(OFFSCREEN_LIBRARIES)
    if display:
        needed.update(X11_LIBRARIES)
    if display and os.environ.get("WAYLAND_DISPLAY"):
        needed.update(WAYLAND_LIBRARIES)
    return needed


def loads(soname: str) -> bool:
    """Whether the dynamic linker of this system finds the library."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def unpacked_libraries() -> set[str]:
    """File names of the libraries unpacked under `.cache/system`."""
    return {path.name for folder in library_folders() for path in folder.iterdir()}


def library_folders() -> list[Path]:
    """Folders of `.cache/system` that hold shared libraries."""
    candidates = [*SYSROOT.glob("usr/lib/*-linux-*"), *SYSROOT.glob("lib/*-linux-*"), SYSROOT / "usr/lib"]
    return [folder for folder in candidates if folder.is_dir()]


def prepare_system(display: bool) -> None:
    """Bring the system libraries Qt needs: by apt-get as root or with sudo, else unpacked under `.cache`.

    Nothing is done on Windows and macOS, whose wheels carry everything. `DEV_NO_SYSTEM=1` forbids installing and only
    names the packages.
    """
    if not sys.platform.startswith("linux"):
        return
    unpacked = unpacked_libraries()
    missing = [
        package for soname, package in needed_libraries(display).items() if soname not in unpacked and not loads(soname)
    ]
    if not missing:
        return
    listed = " ".join(missing)
    if os.environ.get("DEV_NO_SYSTEM") == "1":
        raise SetUpError(f"System libraries are missing. Packages that bring them (Debian's names): {listed}")
    if shutil.which("apt-get") is None:
        raise SetUpError(
            "System libraries are missing and there is no apt-get here to bring them.\n"
            f"  Install what your system calls these Debian packages: {listed}"
        )
    say(f"system libraries are missing: {listed}")
    may_install = install_prefix()
    if may_install is None:
        unpack_packages(missing)
    else:
        install_packages(may_install, missing)


def install_prefix() -> list[str] | None:
    """What to put before apt-get so that it may install: nothing for root, sudo where it asks nothing, else None."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    asks_nothing = subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    return ["sudo", "-n"] if asks_nothing else None


def install_packages(prefix: list[str], packages: list[str]) -> None:
    """Install Debian packages on the machine; package lists are renewed only when the first attempt fails."""
    install = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq",
               "--no-install-recommends", *packages]  # fmt: skip
    say("installing them with apt-get")
    if call([*install, "-o", "Dpkg::Use-Pty=0"]) == 0:
        return
    # A list that cannot be renewed (a foreign source that is down) does not matter as long as the packages are found.
    call([*prefix, "apt-get", "update", "-qq"])
    require([*install, "-o", "Dpkg::Use-Pty=0"], "The system libraries could not be installed.")


def unpack_packages(packages: list[str]) -> None:
    """Fetch Debian packages and what they depend on with private apt folders, and unpack them under `.cache`."""
    say(f"no right to install: unpacking them under {SYSROOT} (once)")
    apt = CACHE / "apt"
    for folder in (apt / "lists/partial", apt / "archives/partial"):
        folder.mkdir(parents=True, exist_ok=True)
    private = [
        "-o", f"Dir::State::lists={apt / 'lists'}", "-o", f"Dir::Cache={apt}",
        "-o", f"Dir::Cache::archives={apt / 'archives'}", "-o", "Debug::NoLocking=1",
        "-o", "APT::Sandbox::User=", "-qq",
    ]  # fmt: skip
    call(["apt-get", "update", *private])
    require(
        ["apt-get", "install", "-y", "--download-only", "--no-install-recommends", *private, *packages],
        "The system libraries could not be fetched. Ask an administrator to install: " + " ".join(packages),
    )
    for archive in sorted((apt / "archives").glob("*.deb")):
        require(["dpkg-deb", "-x", str(archive), str(SYSROOT)], f"{archive.name} could not be unpacked.")
    shutil.rmtree(apt)


def font_settings() -> Path:
    """A fontconfig file for unpacked libraries, whose own was never put in place, and return where it is."""
    target = CACHE / "fonts.conf"
    target.write_text(
        '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
        f"  <dir>{SYSROOT / 'usr/share/fonts'}</dir>\n  <dir>/usr/share/fonts</dir>\n"
        f"  <cachedir>{CACHE / 'fontconfig'}</cachedir>\n</fontconfig>\n",
        encoding="utf-8",
    )
    return target


def environment(offscreen: bool) -> dict[str, str]:
    """The environment for what is started: UTF-8, unpacked libraries where there are some, no screen where asked."""
    env = dict(os.environ)
    env["PATH"] = os.pathsep.join([str(venv_python().parent), env.get("PATH", "")])
    env["VIRTUAL_ENV"] = str(VENV)
    env.pop("PYTHONHOME", None)
    # Tests start the program hundreds of times; without its compiled modules each start takes seconds.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    if offscreen:
        env["QT_QPA_PLATFORM"] = "offscreen"
    if sys.platform.startswith("linux"):
        if not speaks_utf8(env):
            env["LC_ALL"] = "C.UTF-8"  # Qt complains about any other encoding
        use_unpacked_libraries(env)
    return env


def speaks_utf8(env: dict[str, str]) -> bool:
    """Whether the locale that these variables choose has the encoding UTF-8."""
    chosen = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or ""
    return chosen.upper().replace("-", "").endswith("UTF8")


def use_unpacked_libraries(env: dict[str, str]) -> None:
    """Point the linker, fontconfig and the keyboard library at `.cache/system`, where there is one."""
    folders = library_folders()
    if not folders:
        return
    inherited = filter(None, [env.get("LD_LIBRARY_PATH")])
    env["LD_LIBRARY_PATH"] = os.pathsep.join([*map(str, folders), *inherited])
    if not Path("/etc/fonts/fonts.conf").exists():
        env["FONTCONFIG_FILE"] = str(font_settings())
    if not Path("/usr/share/X11/xkb").exists():
        env["XKB_CONFIG_ROOT"] = str(SYSROOT / "usr/share/X11/xkb")


# --- What can be asked for ----------------------------------------------------------------------------------------


def run(arguments: list[str]) -> int:
    """Start Mainstay; without a display do the main job offscreen and leave pictures and a PDF in `out/`."""
    display = has_display()
    prepare_python(RUN_LOCK)
    prepare_system(display)
    main = [str(venv_python()), str(ROOT / "main.py")]
    if arguments or display:
        return call([*main, *arguments], environment(offscreen=not display))
    say("no display here: doing a desk's day offscreen on demo data (log, work, resolve, review)")
    output = ROOT / "out"
    code = call([*main, "tour", "--output", str(output)], environment(offscreen=True))
    if code == 0:
        say(f"done; pictures of the window and the review as a PDF are in {output}")
        for path in sorted(output.iterdir()):
            print(f"      {path}", flush=True)
    return code


def static_checks() -> list[str]:
    """Run the checks that execute no code of the desk; returns the names of those that failed."""
    tools = venv_python().parent
    env = environment(offscreen=True)
    checks = {
        "lint": [str(tools / "ruff"), "check", "."],
        "format": [str(tools / "ruff"), "format", "--check", "."],
        "import contracts": [str(tools / "lint-imports"), "--no-logo"],
        "types": [str(tools / "mypy")],
    }
    failed = []
    for name, command in checks.items():
        say(f"checking {name}")
        if call(command, env) != 0:
            failed.append(name)
    return failed


def report_failures(failed: list[str]) -> int:
    """Name what failed; returns the exit code."""
    if failed:
        say(f"FAILED: {', '.join(failed)}")
        return 1
    return 0


def check(_arguments: list[str]) -> int:
    """Lint, format, import contracts and types."""
    prepare_python(DEV_LOCK)
    return report_failures(static_checks())


def test(arguments: list[str]) -> int:
    """Run all checks and all tests, the PostgreSQL ones included, on all cores.

    Arguments go to pytest, which then runs by itself, and skip the checks.
    """
    prepare_python(DEV_LOCK)
    prepare_system(display=False)
    failed = [] if arguments else static_checks()
    pytest, env = [str(venv_python()), "-m", "pytest"], environment(offscreen=True)
    if arguments:
        passed = call([*pytest, *arguments], env) == 0
    else:
        passed = call([*pytest, "-n", "auto", "--dist", "worksteal"], env) == 0 or passes_alone(pytest, env)
    if not passed:
        failed.append("tests")
    return report_failures(failed)


def passes_alone(pytest: list[str], env: dict[str, str]) -> bool:
    """Whether what failed on busy cores passes when nothing runs beside it; its failure stays printed above.

    A test that needs this is worth mending: it waits for something in the wrong way, or has found a race.
    """
    say("some tests failed; they are tried once more, one after another")
    return call([*pytest, "--last-failed", "--last-failed-no-failures", "none"], env) == 0


def bench(arguments: list[str]) -> int:
    """Measure what is promised about speed, as ratios to floors measured in the same run."""
    prepare_python(DEV_LOCK)
    prepare_system(display=False)
    return call([str(venv_python()), "-m", "benchmarks", *arguments], environment(offscreen=True))


def mutants(arguments: list[str]) -> int:
    """Show that the tests of the clocks notice each known way of counting wrongly."""
    prepare_python(DEV_LOCK)
    return call([str(venv_python()), "-m", "tests.mutants.run", *arguments], environment(offscreen=True))


def torture(arguments: list[str]) -> int:
    """Fire on one desk from many programs that are killed at random: 1,000 kills on each database, tens of minutes."""
    prepare_python(DEV_LOCK)
    return call([str(venv_python()), "-m", "tests.torture.run", *arguments], environment(offscreen=True))


def pictures(_arguments: list[str]) -> int:
    """Make the pictures of the manual anew, in both themes, by leading the window through a day on demo data."""
    prepare_python(RUN_LOCK)
    prepare_system(display=False)
    tour = [str(venv_python()), str(ROOT / "main.py"), "tour", "--all", "--output", str(ROOT / "docs/pictures")]
    return call(tour, environment(offscreen=True))


def lock(arguments: list[str]) -> int:
    """Renew the lock files from pyproject.toml (maintainer); `--upgrade` moves to the newest versions."""
    tools = CACHE / "lock-tools"
    uv = tools / ("Scripts/uv.exe" if sys.platform == "win32" else "bin/uv")
    if not uv.exists():
        require([sys.executable, "-m", "venv", "--without-pip", str(tools)], "No environment for uv.")
        python = uv.with_name("python.exe" if sys.platform == "win32" else "python")
        require([sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "uv"], "No uv.")
    compile_lock = [
        str(uv), "pip", "compile", "--quiet", "--universal", "--generate-hashes", "--no-annotate",
        "--no-emit-index-url", "--no-emit-find-links",
        "--python-version", ".".join(map(str, OLDEST_PYTHON)), "--custom-compile-command", "make lock", *arguments,
    ]  # fmt: skip
    require([*compile_lock, "pyproject.toml", "-o", RUN_LOCK.name], f"{RUN_LOCK.name} could not be made.")
    require(
        [*compile_lock, "-c", RUN_LOCK.name, "pyproject.toml", "--group", "dev", "-o", DEV_LOCK.name],
        f"{DEV_LOCK.name} could not be made.",
    )
    say(f"written: {RUN_LOCK.name}, {DEV_LOCK.name}")
    return 0


COMMANDS = {
    "run": run, "test": test, "check": check, "bench": bench, "mutants": mutants, "torture": torture,
    "pictures": pictures, "lock": lock,
}  # fmt: skip


def main() -> int:
    """Read the command line and do what it asks; returns the exit code."""
    summaries = [f"{name:8} {(command.__doc__ or '').splitlines()[0]}" for name, command in COMMANDS.items()]
    parser = argparse.ArgumentParser(
        prog="dev.py",
        description="Sets the checkout up and runs it.",
        formatter_class=argparse.RawTextHelpFormatter,
    )
    parser.add_argument("command", choices=list(COMMANDS), help="\n".join(summaries))
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="passed on to what is started")
    chosen = parser.parse_args()
    try:
        use_a_new_enough_python()
        return COMMANDS[chosen.command](chosen.arguments)
    except SetUpError as error:
        print(f"\n{error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
