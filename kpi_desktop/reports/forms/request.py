"""What an approval form asks for: to close, extend, suspend or cancel a task; recorded or about to be asked."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kpi_desktop.assessment.facts import Extension, Task
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.evidence import Evidence, about
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext

ASKS: Mapping[str, str] = {"finish": "销号", "extend": "延期", "suspend": "暂缓", "cancel": "终止"}
"""What may be asked, as a subject names it, and its name."""
_OF_STATE: Mapping[str, tuple[str, ...]] = {
    "not_started": ("extend", "suspend", "cancel"),
    "in_progress": ("finish", "extend", "suspend", "cancel"),
    "submitted": ("finish", "extend"),
    "finished": ("finish",),
    "suspended": ("suspend", "cancel"),
    "cancelled": ("cancel",),
}


@dataclass(frozen=True, slots=True)
class Request:
    """One approval: the task, what is asked, and for a recorded extension which one (counted from 1)."""

    task: Task
    ask: str
    extension: Extension | None = None
    at: int = 0

    @property
    def subject(self) -> str:
        """What a choice calls it: K01:finish, K01:extend:2."""
        return f"{self.task.code}:{self.ask}" + (f":{self.at}" if self.at else "")

    @property
    def name(self) -> str:
        """销号."""
        return ASKS[self.ask]

    @property
    def label(self) -> str:
        """K01销号; of an extension that was granted K01第1次延期."""
        return f"{self.task.code}{f'第{self.at}次' if self.at else ''}{self.name}"

    @property
    def words(self) -> str:
        """K01 海源路整治：延期（2020年9月22日批准）, as a list calls it."""
        told = f"{self.task.code} {self.task.title}：{self.name}"
        if self.extension is None:
            return told
        granted = f"{figures.day(self.extension.day)}批准" if self.extension.day else "已批准"
        return f"{told}（{granted}）"


def requests(context: ReportContext) -> list[Request]:
    """Everything that was or may be asked, task by task as in their sheet."""
    return [request for task in context.facts.tasks for request in _of(context, task)]


def _of(context: ReportContext, task: Task) -> Iterator[Request]:
    granted = [extension for extension in context.facts.extensions if extension.task == task.code]
    for at, extension in enumerate(granted, 1):
        yield Request(task, "extend", extension, at)
    for ask in _OF_STATE[task.state]:
        yield Request(task, ask)


def asked(context: ReportContext, subject: str | None) -> Request:
    """The request that is asked for, the first without a choice. Refusal on one that is not there."""
    for request in requests(context):
        if subject in (None, request.subject):
            return request
    raise Refusal(f"没有“{subject or '审批'}”这件审批事项。", "请在任务列表中重新选择。")


def proof(context: ReportContext, task: Task) -> tuple[Evidence, ...]:
    """The evidence attached to a task or its milestones."""
    return tuple(each for each in context.evidence if about(each.subject, task.code))
