"""The verbs: the same work as the window's, for scripts and for checking."""

from kpi_desktop.cli.verbs import main

__all__ = ["main"]
