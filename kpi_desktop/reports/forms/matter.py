"""What a directive is about: one that was issued, or one that is proposed."""

from dataclasses import dataclass
from datetime import date

from kpi_desktop.assessment.facts import Directive, Indicator, Target, Task
from kpi_desktop.assessment.names import COLOURS
from kpi_desktop.book.refusal import Refusal
from kpi_desktop.office.directives import DirectiveDraft, work_of_the_day
from kpi_desktop.office.drafting import DEMANDS, PURPOSES, quoted
from kpi_desktop.reports import figures
from kpi_desktop.reports.context import ReportContext
from kpi_desktop.reports.forms.form import Choice
from kpi_desktop.reports.forms.work import judged_day, known

PROPOSED = "new:"
"""Begins the subject of a directive that is only proposed: new:T03, new:E10/05."""
FINDINGS = {"blue": "须抓紧推进", "yellow": "进展滞后", "red": "严重滞后"}
"""What a directive of each colour finds."""


@dataclass(frozen=True, slots=True)
class Matter:
    """A directive with what it is on. `place`: its place in its sheet, None of one that is not issued."""

    directive: Directive | DirectiveDraft
    place: int | None
    department: str
    task: Task | None = None
    indicator: Indicator | None = None
    target: Target | None = None

    @property
    def code(self) -> str:
        """The code of the task or indicator."""
        return self.task.code if self.task else self.indicator.code if self.indicator else ""

    @property
    def name(self) -> str:
        """The title of the task, or the indicator's name."""
        return self.task.title if self.task else self.indicator.name if self.indicator else self.code

    @property
    def subject(self) -> str:
        """What a choice calls it."""
        if self.place is not None:
            return str(self.place)
        return f"{PROPOSED}{self.code}" + ("" if self.task else f"/{self.department}")

    @property
    def reason(self) -> str:
        """事由 without the name it may begin with, and without a full stop."""
        told = (self.directive.reason or "").strip().removeprefix(quoted(self.name))
        head, colon, rest = told.partition("：")
        told = rest if colon and (not head or head.startswith("（结转事项")) else told
        return told.rstrip("。；")

    @property
    def reply(self) -> str | None:
        """The reply, of one that was answered."""
        return self.directive.reply if isinstance(self.directive, Directive) else None

    @property
    def replied(self) -> date | None:
        """The day of the reply."""
        return self.directive.replied if isinstance(self.directive, Directive) else None


def issued(context: ReportContext) -> list[Matter]:
    """The directives of the year, as in their sheet."""
    return [_matter(context, directive, place) for place, directive in enumerate(context.facts.directives)]


def proposed(context: ReportContext) -> list[Matter]:
    """What is proposed on the day of the print."""
    day = judged_day(context, Choice())
    return [_matter(context, each.draft, None) for each in work_of_the_day(context.facts, day)]


def chosen(context: ReportContext, subject: str | None) -> Matter:
    """The directive that is asked for; without a choice the newest, else the first proposed.

    Refusal on a subject that is not there.
    """
    if subject is None:
        listed = issued(context)[-1:] or proposed(context)[:1]
    else:
        listed = proposed(context) if subject.startswith(PROPOSED) else issued(context)
    for matter in listed:
        if subject in (None, matter.subject):
            return matter
    raise Refusal(f"没有“{subject or '督办单'}”这份督办单。", "请在督办单列表中重新选择。")


def _matter(context: ReportContext, directive: Directive | DirectiveDraft, place: int | None) -> Matter:
    if directive.task:
        task = known(context).tasks.get(directive.task)
        return Matter(directive, place, task.lead if task else directive.department or "", task)
    facts, department = context.facts, directive.department or ""
    indicator = next((each for each in facts.indicators if each.code == directive.indicator), None)
    target = next((t for t in facts.targets if (t.indicator, t.department) == (directive.indicator, department)), None)
    return Matter(directive, place, department, None, indicator, target)


def listed_words(matter: Matter) -> str:
    """〔2020〕7号 黄 T05海源路: how a list of directives calls it."""
    number = (matter.directive.number or "（未编号）") if matter.place is not None else "（拟发）"
    return f"{number} {COLOURS[matter.directive.colour]} {matter.code} {matter.name}"


def letter(matter: Matter) -> str:
    """正文: what is behind, which colour, what is asked, by when; the grounds with their figures stand in the table."""
    directive = matter.directive
    role = "牵头的" if matter.task else "承担的"
    colour, purpose = COLOURS[directive.colour], PURPOSES[directive.colour]
    by = f"于{figures.day(directive.reply_due)}前" if directive.reply_due else "及时"
    told = f"经查，你单位{role}{quoted(matter.name)}{FINDINGS[directive.colour]}，情况见下表。"
    return f"{told}现予{colour}色督办（{purpose}）。{DEMANDS[directive.colour]}，并{by}书面回复。"


def label(matter: Matter) -> str:
    """〔2020〕7号黄K01; of one that is proposed 拟发黄E25-D12."""
    colour = COLOURS[matter.directive.colour]
    number = matter.directive.number or f"未编号{(matter.place or 0) + 1}"
    on = matter.code if matter.task else f"{matter.code}-{matter.department}"
    return f"{number if matter.place is not None else '拟发'}{colour}{on}"
