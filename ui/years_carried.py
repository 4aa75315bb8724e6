"""How long a task has been going on, as it is said everywhere: 第2年."""

from PySide6.QtCore import QCoreApplication


def nth_year(times: int) -> str:
    """The year a task is in when it was carried `times` times; empty for a new one."""
    words = QCoreApplication.translate("Carried", "第{year}年")
    return words.format(year=times + 1) if times else ""
