"""Random whole years that the import would accept, rich in edges: ties, blanks, zeros, every rule and every setting.

A year is a function of one `random.Random` alone, so a seed names it.
"""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

from hypothesis import strategies as st

from kpi_desktop.assessment.facts import (
    WHOLE_ZONE,
    Actual,
    Category,
    Department,
    Directive,
    Facts,
    Group,
    Indicator,
    Milestone,
    Progress,
    Project,
    RaterClass,
    Rating,
    Target,
    Task,
    Verdict,
    Weight,
)
from kpi_desktop.assessment.settings import Settings
from tests.oracle.random_gaps import add_answers
from tests.oracle.random_money import add_money
from tests.oracle.random_rules import Bases, blank_or, decimal, random_bases, random_rule

ORIGINS = ("批示", "会议", "提案", None)
THIRD = Fraction(1, 3)
MULTIPLIERS = ("1", "1", "1", "1.2", "0.5", "2", "0.333", "1", "1", "0", "1", "1.5", "0.8", "1", "1", "1")
STAGES = ("签约率", "落地率", "开工率", "投产率")


class YearMaker:
    """Makes one random year, sheet by sheet. A calm one has twins and little that tells them apart."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.year = random.choice((2020, 2021, 2023))
        self.decimals = random.choice((0, 1, 2, 2, 2, 3, 4))
        self.calm = random.random() < 0.35
        self.categories: list[Category] = []
        self.groups: list[Group] = []
        self.weights: list[Weight] = []
        self.departments: list[Department] = []
        self.indicators: list[Indicator] = []
        self.falling: set[str] = set()
        self.targets: list[Target] = []
        self.actuals: list[Actual] = []
        self.tasks: list[Task] = []
        self.milestones: list[Milestone] = []
        self.progress: list[Progress] = []
        self.directives: list[Directive] = []
        self.ratings: list[Rating] = []
        self.rater_classes: list[RaterClass] = []
        self.verdicts: list[Verdict] = []
        self.projects: list[Project] = []

    # --- small choices

    def chance(self, probability: float) -> bool:
        """True with that probability."""
        return self.random.random() < probability

    def points(self, *texts: str) -> Decimal:
        """One of the numbers, at no more than the year's decimals."""
        return round(decimal(self.random, *texts), self.decimals)

    def day(self, before: int = -40, after: int = 400) -> date:
        """A day in the year or near it."""
        return date(self.year, 1, 1) + timedelta(days=self.random.randint(before, after))

    def scored(self) -> list[str]:
        """Names of the scored categories."""
        return [category.name for category in self.categories if category.kind == "scored"]

    def taking_part(self) -> list[str]:
        """Codes of the departments that are assessed."""
        return [department.code for department in self.departments if department.takes_part]

    # --- the scheme

    def make(self) -> Facts:
        """The whole year."""
        self.make_categories()
        self.make_groups()
        self.make_departments()
        self.make_indicators()
        self.make_targets()
        self.make_projects()
        self.make_tasks()
        self.make_twins()
        self.make_directives()
        self.make_verdicts()
        return add_answers(self.random, add_money(self.random, self.facts(), self.calm))

    def facts(self) -> Facts:
        """What was made so far; sheets in no particular order."""
        laid = {target.indicator for target in self.targets}
        self.actuals = [actual for actual in self.actuals if actual.indicator in laid]
        for sheet in (self.departments, self.indicators, self.targets, self.tasks, self.actuals, self.weights):
            self.random.shuffle(sheet)
        return Facts(
            settings=self.settings(),
            departments=tuple(self.departments),
            groups=tuple(self.groups),
            categories=tuple(self.categories),
            weights=tuple(self.weights),
            indicators=tuple(self.indicators),
            targets=tuple(self.targets),
            actuals=tuple(self.actuals),
            tasks=tuple(self.tasks),
            milestones=tuple(self.milestones),
            progress=tuple(self.progress),
            directives=tuple(self.directives),
            ratings=tuple(self.ratings),
            rater_classes=tuple(self.rater_classes),
            verdicts=tuple(self.verdicts),
            projects=tuple(self.projects),
        )

    def settings(self) -> Settings:
        """Every setting but those that need bands."""
        random = self.random
        deductions = [category.name for category in self.categories if category.kind == "deduction"]
        ties = ["经济得分", *self.scored()]
        return Settings(
            year=self.year,
            decimals=self.decimals,
            scaled=self.chance(0.7),
            missing_category=random.choice(("缺口", "折算")),
            room_rounding=random.choice(("舍", "四舍五入")),
            room_at_least_one=self.chance(0.7),
            tie_break=("经济得分",) if self.chance(0.5) else tuple(random.sample(ties, random.randint(1, len(ties)))),
            directive_category=random.choice(deductions) if deductions and self.chance(0.85) else None,
            blue_deduction=self.points("0", "0", "0.1"),
            yellow_deduction=self.points("0.5", "0.5", "0.25", "1"),
            red_deduction=self.points("1", "1", "2", "0.75"),
            highest_only=self.chance(0.5),
            partner_deduction=decimal(random, "0", "0.5", "0.3", "1", "0.333", "0.5"),
            partner_points=decimal(random, "0", "0.5", "0.3", "1", "0.125", "0"),
            late_share=decimal(random, "0.8", "0.8", "0.5", "1", "0", "0.333"),
            yellow_line=decimal(random, "0.05", "0", "0.1"),
            red_line=decimal(random, "0.15", "0.1", "0.3"),
            payout_unit=decimal(random, "1", "1", "100", "0.01"),
            pass_line=self.points("60", "60", "80", "20.5", "100"),
            penalties_within_rewards=self.chance(0.4),
        )

    def make_categories(self) -> None:
        """1–4 scored categories, and some bonus, deduction and veto ones between them."""
        names = self.random.sample(("经济发展", "重点工作", "党的建设", "营商环境"), self.random.randint(1, 4))
        for name in names:
            self.categories.append(Category(name, "scored", economic=name == "经济发展" or self.chance(0.15)))
        for name in ("加分项", "表彰")[: self.random.randint(0, 2)]:
            self.categories.append(Category(name, "bonus", economic=False, cap=self.cap()))
        for name in ("扣分项", "督查扣分")[: self.random.choice((0, 1, 2, 2))]:
            self.categories.append(Category(name, "deduction", economic=False, cap=self.cap()))
        for name in ("否决项", "安全事故")[: self.random.choice((0, 1, 2))]:
            self.categories.append(Category(name, "veto"))
        self.random.shuffle(self.categories)

    def cap(self) -> Decimal | None:
        """A cap, or none."""
        return blank_or(self.random, self.points("5", "1", "2.5", "0", "3", "10"), 0.4)

    def make_groups(self) -> None:
        """1–3 groups with points for most categories."""
        names = self.random.sample(("经济组", "综合组", "派驻组"), self.random.choice((1, 2, 2, 3)))
        for name in names:
            self.groups.append(Group(name, separate=self.chance(0.3)))
            given = [category for category in self.scored() if self.chance(0.85)]
            for category, points in zip(given, self.split_points(len(given)), strict=True):
                self.weights.append(Weight(name, category, points))

    def split_points(self, number: int) -> list[Decimal]:
        """Points that mostly sum to 100."""
        if number == 0:
            return []
        parts = [self.points("20", "25", "12.5", "33.33", "10", "5.55", "0") for _ in range(number - 1)]
        last = Decimal(100) - sum(parts)
        if self.chance(0.1):
            last = self.points("30", "55.5", "70")
        return [*parts, last]

    def make_departments(self) -> None:
        """2–9 departments, some of which take no part."""
        numbers = self.random.sample(range(1, 15), self.random.randint(2, 9))
        for number in numbers:
            takes_part = self.chance(0.88)
            group: str | None = self.random.choice(self.groups).name
            if not takes_part and self.chance(0.5):
                group = None
            self.departments.append(
                Department(
                    f"D{number}",
                    f"部门{number}",
                    group=group,
                    takes_part=takes_part,
                    headcount=self.random.choice((5, 12, 20, 0, 7, 10, 10)),
                    payout_headcount=blank_or(self.random, decimal(self.random, "6", "10.5", "0", "33.3"), 0.6),
                )
            )

    def make_indicators(self) -> None:
        """3–12 indicators; some fetch their values from others or from the projects."""
        numbers = self.random.sample(range(1, 31), self.random.randint(3, 12))
        by_hand: list[str] = []
        for number in numbers:
            code = self.random.choice(("E", "E", "E", "Z")) + str(number)
            rule = random_rule(self.random)
            source = self.source(by_hand) if rule.code != "panel" or self.chance(0.2) else None
            if source is None and rule.code != "panel":
                by_hand.append(code)
            if self.chance(0.4):
                self.falling.add(code)
            self.indicators.append(
                Indicator(
                    code,
                    f"指标{number}",
                    self.random.choice(self.scored()),
                    self.random.choice(("亿元", "家", None)),
                    rule,
                    accumulation=self.random.choice(("cumulative", "cumulative", "sum", "last", "average")),
                    cadence=self.random.choice(("month", "month", "quarter", "year")),
                    source=source,
                    key=self.chance(0.2),
                )
            )

    def source(self, by_hand: list[str]) -> str | None:
        """Where an indicator's figures come from."""
        if self.chance(0.12) and by_hand:
            return f"指标:{self.random.choice(by_hand)}"
        if self.chance(0.08):
            return f"项目:{self.random.choice(STAGES)}"
        return "统计局" if self.chance(0.05) else None

    # --- targets and figures

    def make_targets(self) -> None:
        """Lays every indicator on some departments."""
        codes = self.taking_part()
        for indicator in self.indicators:
            bearers = [code for code in codes if self.chance(0.6)]
            shared = random_bases(self.random, indicator.rule, indicator.code in self.falling)
            zone_wide = self.chance(0.15)
            for code in bearers:
                bases = random_bases(self.random, indicator.rule, indicator.code in self.falling)
                if self.chance(0.25):
                    bases = shared
                self.targets.append(self.target(indicator.code, code, bases))
                self.add_figures(indicator, code, bases)
            if zone_wide and bearers and self.by_hand(indicator):
                self.add_months(indicator, WHOLE_ZONE, shared.actual)

    def by_hand(self, indicator: Indicator) -> bool:
        """Whether its months are entered."""
        fetches = (indicator.source or "").startswith(("指标:", "项目:"))
        return indicator.rule.code != "panel" and not fetches

    def target(self, indicator: str, department: str, bases: Bases) -> Target:
        """A target with random points, multiplier and quarter targets."""
        random = self.random
        base = bases.base if bases.base is not None else Decimal(10)
        quarters = [blank_or(random, base * decimal(random, "0.25", "0.5", "0.75", "1", "0.1"), 0.5) for _ in range(3)]
        return Target(
            indicator,
            department,
            self.points("5", "10", "3", "2.5", "10", "10", "7", "8", "4", "0", "3.33"),
            bases.base,
            bases.stretch,
            bases.prior,
            THIRD if self.chance(0.05) else decimal(random, *MULTIPLIERS),
            *quarters,
        )

    def add_figures(self, indicator: Indicator, department: str, bases: Bases) -> None:
        """Months or ratings of one target."""
        if indicator.rule.code == "panel":
            self.add_ratings(indicator.code, department)
        elif self.by_hand(indicator):
            self.add_months(indicator, department, bases.actual)

    def add_months(self, indicator: Indicator, department: str, actual: Decimal | None) -> None:
        """Months that come to the actual in the indicator's way of accumulating."""
        if actual is None:
            return
        number = 12 if self.chance(0.2) else self.random.randint(1, 4)
        months = sorted(self.random.sample(range(1, 13), number))
        if self.chance(0.4) and months[-1] != 12:
            months.append(12)
        values = self.month_values(indicator.accumulation, actual, len(months))
        for month, value in zip(months, values, strict=True):
            self.actuals.append(Actual(indicator.code, department, month, value))

    def month_values(self, accumulation: str, actual: Decimal, number: int) -> list[Decimal]:
        """`number` values that come to the actual."""
        parts = [decimal(self.random, "0", "1", "-1", "2.5", "0.1") for _ in range(number - 1)]
        if accumulation == "sum":
            return [*parts, actual - sum(parts)]
        if accumulation == "average":
            return [*parts, actual * number - sum(parts)]
        return [*(part * actual for part in parts), actual]

    def add_ratings(self, indicator: str, department: str) -> None:
        """Ballots of several classes, five and more in some."""
        if not self.rater_classes:
            for name in self.random.sample(("主要领导", "分管领导", "部门互评"), self.random.randint(1, 3)):
                self.rater_classes.append(RaterClass(name, decimal(self.random, "0.4", "0.3", "0.333", "40", "1")))
        number = self.random.choice((0, 1, 2, 5, 6, 8))
        for place in range(number):
            rater_class = self.random.choice(self.rater_classes).name
            score = decimal(self.random, "90", "80", "85.5", "100", "0", "90", "77.77")
            raters = [code for code in self.taking_part() if code != department]
            rater = f"评委{place}" if self.chance(0.5) else None
            rater_department = self.random.choice(raters) if raters and self.chance(0.3) else None
            ballots = self.random.choice((1, 1, 1, 2, 4, 5, 3))
            self.ratings.append(Rating(indicator, department, rater, rater_department, rater_class, score, ballots))

    def make_projects(self) -> None:
        """Projects with planned and reached dates, some beyond the year."""
        for number in range(self.random.choice((0, 0, 3, 6, 10))):
            dates = [self.day(-100, 500) if self.chance(0.6) else None for _ in range(8)]
            department = self.random.choice(self.departments).code
            self.projects.append(Project(f"P{number}", f"项目{number}", department, None, None, None, *dates))

    # --- tasks

    def make_tasks(self) -> None:
        """0–8 tasks with milestones and reports."""
        for number in self.random.sample(range(1, 40), 0 if self.calm else self.random.choice((0, 2, 4, 6, 8))):
            code = self.random.choice(("T", "T", "A")) + str(number)
            lead = self.random.choice(self.departments).code
            self.add_task(code, lead)

    def add_task(self, code: str, lead: str) -> None:
        """One task in any state."""
        random = self.random
        others = [department.code for department in self.departments if department.code != lead]
        partners = tuple(random.sample(others, min(len(others), random.choice((0, 0, 1, 2, 3)))))
        state = random.choice(
            ("not_started", "in_progress", "in_progress", "submitted", "finished", "finished", "suspended", "cancelled")
        )
        finished = self.day() if state == "finished" else None
        task = Task(
            code,
            f"任务{code}",
            random.choice(self.scored()),
            lead,
            self.points("5", "10", "3", "0", "2.5", "8"),
            partners,
            basis="会议纪要" if state in ("suspended", "cancelled") else None,
            start=self.day() if self.chance(0.4) else None,
            due=self.day() if self.chance(0.8) else None,
            cadence=random.choice(("week", "month", "quarter")),
            state=state,
            finished=finished,
            carried_from="X1" if self.chance(0.2) else None,
            times_carried=random.choice((0, 0, 0, 1, 2)),
        )
        if finished and task.due and self.chance(0.2):
            task = replace(task, finished=task.due)
        if self.chance(0.3):
            start = task.start or date(self.year, 1, 1)
            task = replace(task, due=start + timedelta(days=random.choice((10, 100, 200, 50, 0))))
        self.tasks.append(task)
        self.add_milestones(task)
        self.add_progress(task)

    def add_milestones(self, task: Task) -> None:
        """Milestones late, open, undated; all done when the task is finished."""
        for number in range(self.random.choice((0, 0, 1, 2, 3, 4))):
            due = self.day() if self.chance(0.8) else None
            done = self.day() if task.state == "finished" or self.chance(0.5) else None
            if done and due and self.chance(0.3):
                done = due
            weight = decimal(self.random, "1", "1", "2", "0.5", "3")
            self.milestones.append(Milestone(task.code, f"节点{number}", due, weight, done))

    def add_progress(self, task: Task) -> None:
        """Reports with and without percent, several on a day."""
        days = [self.day() for _ in range(self.random.choice((0, 1, 2, 3)))]
        for _ in range(self.random.choice((0, 0, 1, 3, 5))):
            day = self.random.choice(days) if days else self.day()
            percent = blank_or(self.random, decimal(self.random, "0", "0.5", "0.3", "1", "0.333", "0.7"), 0.25)
            self.progress.append(Progress(task.code, day, percent))

    # --- ties

    def make_twins(self) -> None:
        """Makes some departments the twins of others, so that ranks are shared."""
        codes = self.taking_part()
        for code in codes[1:]:
            if self.chance(0.7 if self.calm else 0.3):
                self.make_twin(self.random.choice(codes[: codes.index(code)]), code)

    def make_twin(self, model: str, twin: str) -> None:
        """Gives `twin` the group, the targets, the figures and the tasks of `model`."""
        group = next(found.group for found in self.departments if found.code == model)
        self.departments = [replace(found, group=group) if found.code == twin else found for found in self.departments]
        sheets: tuple[list[Any], ...] = (self.targets, self.actuals, self.ratings)
        for sheet in sheets:
            kept = [row for row in sheet if row.department != twin]
            copies = [replace(row, department=twin) for row in kept if row.department == model]
            sheet[:] = kept + copies
        self.ratings = [
            replace(row, rater_department=None) if row.rater_department == row.department else row
            for row in self.ratings
        ]
        self.copy_tasks(model, twin)

    def copy_tasks(self, model: str, twin: str) -> None:
        """Gives the twin tasks like those that the model leads."""
        if self.chance(0.5):
            return
        for task in [task for task in self.tasks if task.lead == model]:
            code = f"{task.code}-{twin}"
            if twin in task.partners or any(found.code == code for found in self.tasks):
                continue
            self.tasks.append(replace(task, code=code, lead=twin))
            self.milestones += [replace(row, task=code) for row in self.milestones if row.task == task.code]
            self.progress += [replace(row, task=code) for row in self.progress if row.task == task.code]

    # --- directives and verdicts

    def make_directives(self) -> None:
        """Cards of all colours, several on one task or target."""
        subjects = [("task", row.code, "") for row in self.tasks]
        subjects += [("target", row.indicator, row.department) for row in self.targets]
        if not subjects:
            return
        favourites = self.random.sample(subjects, min(len(subjects), 3))
        for number in range(0 if self.calm else self.random.choice((0, 2, 4, 7))):
            kind, code, department = self.random.choice(favourites if self.chance(0.6) else subjects)
            task, indicator = (code, None) if kind == "task" else (None, code)
            colour = self.random.choice(("blue", "yellow", "red", "yellow"))
            self.directives.append(
                Directive(f"督{number}", task, indicator, department or None, colour, self.day(0, 364))
            )

    def make_verdicts(self) -> None:
        """The assessors' shares of some lines, of leads and of partners."""
        if self.calm:
            return
        codes = self.taking_part()
        subjects = [(row.department, row.indicator) for row in self.targets]
        for task in self.tasks:
            subjects += [(code, task.code) for code in task.partners if code in codes]
            subjects.append((task.lead, task.code))
        for department, subject in subjects:
            if self.chance(0.07):
                share = self.random.choice((Decimal(0), Decimal("0.5"), 1, Decimal("1.5"), Decimal("0.925"), THIRD))
                self.verdicts.append(Verdict(department, subject, share, "核定依据"))


def random_year(seed: int) -> Facts:
    """The random year that the seed names."""
    return YearMaker(Random(seed)).make()


def whole_years() -> st.SearchStrategy[Facts]:
    """The same years as a hypothesis strategy."""
    return st.integers(min_value=0, max_value=2**32 - 1).map(random_year)
