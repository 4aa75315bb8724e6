"""Words of kpi_desktop that the interface shows as its own, and how sentences are put together from parts.

States, lights, kinds of gaps, stages, names of tables and columns are written down in kpi_desktop, in Chinese, where
workbooks and printed forms take them from; on the screen they follow the language of the interface.
"""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication


def term(word: str) -> str:
    """A word of kpi_desktop as the interface says it; as it is where it is none of those in `ui.vocabulary`."""
    return QCoreApplication.translate("Terms", word) if word else ""


def listed(parts: Iterable[str]) -> str:
    """Names in a row: 甲、乙."""
    return QCoreApplication.translate("Terms", "、").join(parts)


def phrases(parts: Iterable[str]) -> str:
    """Parts of one sentence: 甲，乙."""
    return QCoreApplication.translate("Terms", "，").join(parts)


def clauses(parts: Iterable[str]) -> str:
    """Sentences in a row: 甲；乙."""
    return QCoreApplication.translate("Terms", "；").join(parts)


def said(what: str, words: object) -> str:
    """What is said about something: 甲：乙."""
    return QCoreApplication.translate("Terms", "{what}：{words}").format(what=what, words=words)


def blank_word() -> str:
    """What stands where there is no data."""
    return QCoreApplication.translate("Terms", "空")
