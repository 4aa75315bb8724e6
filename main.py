"""The door: no arguments opens the window, a verb does the same work without one."""

from __future__ import annotations

import sys

from kpi_desktop import bootstrap


def open_window(book: str | None = None) -> int:
    """Show the window, on `book` or on the last one; the exit status when it is closed."""
    from ui.app import run

    return run(book)


def main() -> int:
    """Do what the command line asks for; the exit status."""
    bootstrap.ensure()
    try:
        if len(sys.argv) == 1:
            return open_window()
        from kpi_desktop import cli

        return cli.main(sys.argv[1:], open_window=open_window)
    except ImportError as error:
        if ".so" not in str(error):  # a shared library of Qt's, which the system lacks
            raise
        sys.exit(bootstrap.library_advice(error))


if __name__ == "__main__":
    sys.exit(main())
