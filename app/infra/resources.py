"""Where the files that come with the program are: fonts and icons."""

from pathlib import Path

from app.domain.wording import tr

# The folder stands beside the package in a checkout, in a wheel's site-packages and in a PyInstaller
# folder alike, so one rule finds it in all three.
_ROOT = Path(__file__).resolve().parents[2] / "resources"


def resource_path(*parts: str) -> Path:
    """The path of a file or folder below `resources`, such as `resource_path("icons", "inbox.svg")`.

    Raises FileNotFoundError when it is missing, because then the installation is damaged, and
    ValueError when the parts point outside the resources folder.
    """
    path = _ROOT.joinpath(*parts).resolve()
    if not path.is_relative_to(_ROOT):
        raise ValueError(f"{'/'.join(parts)} is outside the resources folder.")
    if not path.exists():
        raise FileNotFoundError(
            tr("{path} is missing from this installation of Mainstay. Install it again.", path=path)
        )
    return path
