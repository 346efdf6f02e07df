"""Bring the catalogs up to date with the source and compile them; see the package."""

import sys

from app.views.toolkit.tongue import SHIPPED
from tests.words.catalog import compile_to, path_of, read, renewed, write
from tests.words.source import texts


def main() -> int:
    """Renew every catalog and print what is left to translate."""
    found = texts()
    for language in SHIPPED:
        entries = renewed(read(language), found)
        write(language, entries)
        compile_to(language, path_of(language).with_suffix(".qm"))
        left = [entry.source for entry in entries if not entry.is_translated]
        sys.stdout.write(f"{language}: {len(entries)} texts, {len(left)} to translate\n")
        sys.stdout.writelines(f"  {source!r}\n" for source in left)
    return 0


if __name__ == "__main__":
    sys.exit(main())
