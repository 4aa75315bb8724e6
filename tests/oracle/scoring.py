"""Section 5, from lines to a department's total, and the whole of sections 2 to 6 in one call."""

from fractions import Fraction

from kpi_desktop.assessment.facts import Category, Department, Directive, Facts, Target, Task, Verdict
from tests.oracle.arithmetic import ZERO, divide, exactly, round_to_unit, smallest
from tests.oracle.grades import grade_group, rank_group
from tests.oracle.results import OracleAssessment, OracleCategory, OracleDepartment, OracleGroup, OracleLine
from tests.oracle.shares import judgement, target_outcome, task_outcome

# --- lines


def lines_of(facts: Facts, department: Department) -> list[OracleLine]:
    """All lines of a department by code."""
    lines = []
    for target in facts.targets:
        if target.department == department.code:
            lines.append(target_line(facts, target))
    for task in facts.tasks:
        if task.state in ("suspended", "cancelled"):
            continue
        if task.lead == department.code:
            lines.append(task_line(facts, task, department.code, "task", exactly(task.points)))
        if department.code in task.partners and exactly(facts.settings.partner_points) > 0:
            weight = exactly(task.points) * exactly(facts.settings.partner_points)
            lines.append(task_line(facts, task, department.code, "partner", weight))
    return sorted(lines, key=lambda line: line.code)


def verdict_of(facts: Facts, department: str, subject: str) -> Verdict | None:
    """The assessors' share of one line."""
    for verdict in facts.verdicts:
        if verdict.department == department and verdict.subject == subject:
            return verdict
    return None


def target_line(facts: Facts, target: Target) -> OracleLine:
    """The line of an indicator."""
    category = next(found.category for found in facts.indicators if found.code == target.indicator)
    computed = target_outcome(facts, target)
    weight = exactly(target.points) * exactly(target.multiplier)
    line = OracleLine(target.indicator, "target", category, weight, computed, computed.share, computed.status, target)
    line.judged = judgement(facts, target)
    return with_verdict(line, verdict_of(facts, target.department, target.indicator))


def task_line(facts: Facts, task: Task, department: str, kind: str, weight: Fraction) -> OracleLine:
    """The line of a task, for its lead or for a partner."""
    computed = task_outcome(facts, task)
    line = OracleLine(task.code, kind, task.category, weight, computed, computed.share, computed.status)
    verdict = verdict_of(facts, department, task.code)
    if verdict is None:
        verdict = verdict_of(facts, task.lead, task.code)
    return with_verdict(line, verdict)


def with_verdict(line: OracleLine, verdict: Verdict | None) -> OracleLine:
    """A verdict replaces the share, blank or not."""
    if verdict is not None:
        line.share = exactly(verdict.share)
        line.status = "assessed"
    return line


# --- categories and full marks


def group_points(facts: Facts, group: str | None, category: str) -> Fraction:
    """The points that a group gives a category."""
    return sum(
        (exactly(found.points) for found in facts.weights if found.group == group and found.category == category), ZERO
    )


def categories_with_points(facts: Facts, department: Department) -> list[Category]:
    """The scored categories to which the department's group gives points, as in their sheet."""
    return [
        category
        for category in facts.categories
        if category.kind == "scored" and group_points(facts, department.group, category.name) > 0
    ]


def is_missing(lines: list[OracleLine], category: Category) -> bool:
    """缺项: no line with weight."""
    return not any(line.category == category.name and line.weight > 0 for line in lines)


def points_of_categories(facts: Facts, department: Department, lines: list[OracleLine]) -> dict[str, Fraction]:
    """The points of each category for this department, after 缺项 (calculus, section 5, step 3)."""
    categories = categories_with_points(facts, department)
    points = {category.name: group_points(facts, department.group, category.name) for category in categories}
    if facts.settings.missing_category == "缺口":
        return points
    missing = [category.name for category in categories if is_missing(lines, category)]
    for name in missing:
        points[name] = ZERO
    if missing and facts.settings.scaled:
        parts = divide(Fraction(100), smallest(facts.settings.decimals), list(points.values()))
        points = dict(zip(points, parts, strict=True))
    return points


def lay_out_full_marks(facts: Facts, department: Department, lines: list[OracleLine]) -> dict[str, Fraction]:
    """Gives every line its full marks; returns the full of each category with points."""
    unit = smallest(facts.settings.decimals)
    points = points_of_categories(facts, department, lines)
    fulls = dict(points)
    for category in categories_with_points(facts, department):
        if is_missing(lines, category):
            continue
        members = [line for line in lines if line.category == category.name]
        weights = [line.weight for line in members]
        if facts.settings.scaled:
            parts = divide(points[category.name], unit, weights)
        else:
            parts = [round_to_unit(weight, unit) for weight in weights]
        for line, full in zip(members, parts, strict=True):
            line.full = full
        fulls[category.name] = sum(parts, ZERO)
    return fulls


# --- bonus and deduction


def capped(sums: dict[str, Fraction], facts: Facts, kind: str) -> Fraction:
    """The sum over the categories of a kind, each at most its cap."""
    total = ZERO
    for category in facts.categories:
        if category.kind == kind:
            amount = sums.get(category.name, ZERO)
            total += amount if category.cap is None else min(amount, exactly(category.cap))
    return total


def entries_of(facts: Facts, department: str) -> dict[str, Fraction]:
    """加减分 entries per category."""
    sums: dict[str, Fraction] = {}
    for entry in facts.adjustments:
        if entry.department == department:
            sums[entry.category] = sums.get(entry.category, ZERO) + exactly(entry.points)
    return sums


def colour_points(facts: Facts, directive: Directive) -> Fraction:
    """What a directive deducts by its colour."""
    settings = facts.settings
    return exactly(
        {
            "blue": settings.blue_deduction,
            "yellow": settings.yellow_deduction,
            "red": settings.red_deduction,
        }[directive.colour]
    )


def task_of(facts: Facts, code: str) -> Task:
    """The task of that code."""
    for task in facts.tasks:
        if task.code == code:
            return task
    raise KeyError(code)


def directive_amounts(facts: Facts, department: str) -> dict[tuple[str, str], list[Fraction]]:
    """What each directive deducts from the department, by the task or target that it is on."""
    unit = smallest(facts.settings.decimals)
    found: dict[tuple[str, str], list[Fraction]] = {}
    for directive in facts.directives:
        points = colour_points(facts, directive)
        if directive.task is not None:
            task = task_of(facts, directive.task)
            if task.lead == department:
                found.setdefault(("task", task.code), []).append(points)
            elif department in task.partners:
                part = round_to_unit(points * exactly(facts.settings.partner_deduction), unit)
                found.setdefault(("task", task.code), []).append(part)
        elif directive.department == department:
            found.setdefault(("target", str(directive.indicator)), []).append(points)
    return found


def directive_deduction(facts: Facts, department: str) -> Fraction:
    """What directives deduct from the department; 就高 counts only the largest on one task or target."""
    total = ZERO
    for amounts in directive_amounts(facts, department).values():
        total += max(amounts) if facts.settings.highest_only else sum(amounts, ZERO)
    return total


def deduction_of(facts: Facts, department: str) -> Fraction:
    """All that is deducted."""
    sums = entries_of(facts, department)
    category = facts.settings.directive_category
    if category is not None:
        sums[category] = sums.get(category, ZERO) + directive_deduction(facts, department)
    return capped(sums, facts, "deduction")


# --- a department, a year


def department_of(facts: Facts, department: Department) -> OracleDepartment:
    """A department's lines, categories and total; rank and grade come later."""
    unit = smallest(facts.settings.decimals)
    lines = lines_of(facts, department)
    fulls = lay_out_full_marks(facts, department, lines)
    for line in lines:
        line.score = ZERO if line.share is None else round_to_unit(line.full * line.share, unit)
    categories = []
    for category in categories_with_points(facts, department):
        score = sum((line.score for line in lines if line.category == category.name), ZERO)
        categories.append(OracleCategory(category.name, category.economic, fulls[category.name], score))
    bonus = capped(entries_of(facts, department.code), facts, "bonus")
    deduction = deduction_of(facts, department.code)
    total = sum((category.score for category in categories), ZERO) + bonus - deduction
    return OracleDepartment(department, lines, categories, bonus, deduction, max(total, ZERO))


def score(facts: Facts) -> OracleAssessment:
    """Sections 2 to 6 for a whole year."""
    groups = []
    for group in facts.groups:
        members = [found for found in facts.departments if found.takes_part and found.group == group.name]
        result = OracleGroup(group.name, group.separate, [department_of(facts, member) for member in members])
        rank_group(facts, result)
        grade_group(facts, result)
        groups.append(result)
    return OracleAssessment(facts, groups)
