"""What is laid on whom: the lookups of targets and tasks that several checks share."""

from collections import defaultdict

from kpi_desktop.exchange.draft import Draft


class Laid:
    """Which indicators and tasks are lines of which departments.

    A row of 责任分解 or 任务 that is itself in doubt (an unknown code, a merged cell) puts in doubt whatever it may
    have been meant to lay: nothing is said about values that could belong to it.
    """

    def __init__(self, draft: Draft) -> None:
        """References must have been checked."""
        self.pairs: set[tuple[str, str]] = set()
        self.bearers: defaultdict[str, set[str]] = defaultdict(set)
        self._lines: set[tuple[str, str]] = set()
        self._doubtful_subjects: set[str | None] = set()
        self._doubtful_departments: set[str | None] = set()
        self._all_doubtful = bool({"target", "task"} & draft.unknowable)
        for target in draft.entries["target"]:
            self._lay(target["indicator"], target["department"])
            self._doubt(target["indicator"], target["department"], target.bad & {"indicator", "department"})
        for task in draft.entries["task"]:
            for department in (task["lead"], *(task["partners"] or ())):
                self._lines.add((task["code"], department))
            if not task.reads("lead", "partners"):
                self._doubtful_subjects.add(task["code"])
            if not task.reads("code"):
                self._doubtful_departments.update((task["lead"], *(task["partners"] or ())))
        self._lines |= self.pairs

    def _lay(self, indicator: str | None, department: str | None) -> None:
        if indicator is not None and department is not None:
            self.pairs.add((indicator, department))
            self.bearers[indicator].add(department)

    def _doubt(self, indicator: str | None, department: str | None, bad: set[str]) -> None:
        if "department" in bad:
            self._doubtful_subjects.add(indicator)
        if "indicator" in bad:
            self._doubtful_departments.add(department)

    def is_borne(self, indicator: str, department: str) -> bool:
        """Whether an indicator is laid on a department, or may be meant to be."""
        return (indicator, department) in self.pairs or self._in_doubt(indicator, department)

    def is_borne_by_somebody(self, indicator: str) -> bool:
        """Whether an indicator is laid on any department, or may be meant to be."""
        return bool(self.bearers.get(indicator)) or self._in_doubt(indicator, None) or bool(self._doubtful_departments)

    def is_line(self, subject: str, department: str) -> bool:
        """Whether an indicator or a task is a line of a department, or may be meant to be."""
        return (subject, department) in self._lines or self._in_doubt(subject, department)

    def _in_doubt(self, subject: str, department: str | None) -> bool:
        return self._all_doubtful or subject in self._doubtful_subjects or department in self._doubtful_departments
