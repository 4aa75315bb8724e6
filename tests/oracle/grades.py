"""Section 6: ranks, bands with room, ties that cannot be decided, vetoes and recorded decisions."""

from fractions import Fraction
from math import floor

from kpi_desktop.assessment.facts import Adjustment, Facts, GradeBand
from tests.oracle.arithmetic import exactly, round_to_unit
from tests.oracle.results import OracleDepartment, OracleGroup


def merits(facts: Facts, department: OracleDepartment) -> list[Fraction]:
    """What ranks a department: its total, then 同分比较."""
    found = [department.total]
    for name in facts.settings.tie_break:
        found.append(department.economic_score if name == "经济得分" else department.category_score(name))
    return found


def rank_group(facts: Facts, group: OracleGroup) -> None:
    """Ranks 1, 2, 2, 4 and the order of the list."""
    for department in group.departments:
        department.rank = 1
        for other in group.departments:
            if merits(facts, other) > merits(facts, department):
                department.rank += 1
    group.departments.sort(key=lambda department: (department.rank, department.code))


def bands_of(facts: Facts, group: str) -> list[GradeBand]:
    """The group's own bands, else the common ones, from the highest minimum down."""
    own = [band for band in facts.bands if band.group == group]
    common = [band for band in facts.bands if band.group is None]
    return sorted(own or common, key=lambda band: exactly(band.minimum), reverse=True)


def room_of(facts: Facts, band: GradeBand, number: int) -> int | None:
    """How many departments fit into a band; None is no limit."""
    rooms = []
    if band.room is not None:
        rooms.append(band.room)
    if band.room_share is not None:
        exact_room = exactly(band.room_share) * number
        half_up = facts.settings.room_rounding == "四舍五入"
        room = int(round_to_unit(exact_room, Fraction(1))) if half_up else floor(exact_room)
        if exactly(band.room_share) > 0 and facts.settings.room_at_least_one:
            room = max(room, 1)
        rooms.append(room)
    return min(rooms) if rooms else None


def decision_of(facts: Facts, department: str) -> str | None:
    """The grade of a recorded decision."""
    for decision in facts.decisions:
        if decision.department == department:
            return decision.grade
    return None


def vetoes_of(facts: Facts, department: str) -> list[Adjustment]:
    """The veto entries of a department."""
    veto_categories = [category.name for category in facts.categories if category.kind == "veto"]
    return [
        entry for entry in facts.adjustments if entry.department == department and entry.category in veto_categories
    ]


def grade_group(facts: Facts, group: OracleGroup) -> None:
    """Gives everybody in the group a grade."""
    for department in group.departments:
        vetoes = vetoes_of(facts, department.code)
        department.vetoed = len(vetoes) > 0
        department.rewards_stopped = any(entry.stops_rewards for entry in vetoes)
    bands = bands_of(facts, group.name)
    if not bands:
        return
    for department in group.departments:
        if department.vetoed:
            department.grade = vetoed_grade(facts, bands, department)
        decision = decision_of(facts, department.code)
        if decision is not None:
            department.grade = decision
    fill_bands(facts, group, bands)


def earned_place(bands: list[GradeBand], total: Fraction) -> int:
    """The place in the list of the band that the score alone earns; looks at the minima only."""
    for place, band in enumerate(bands):
        if total >= exactly(band.minimum):
            return place
    return len(bands) - 1


def vetoed_grade(facts: Facts, bands: list[GradeBand], department: OracleDepartment) -> str:
    """The lowest that any entry gives, or what the score alone earns where that is lower."""
    names = [band.name for band in bands]
    earned = earned_place(bands, department.total)
    lowest = earned
    for entry in vetoes_of(facts, department.code):
        if entry.treatment == "降一档":
            place = min(earned + 1, len(bands) - 1)
        elif entry.treatment is not None:
            place = names.index(entry.treatment)
        elif facts.settings.veto_grade in names:
            place = names.index(str(facts.settings.veto_grade))
        else:
            place = len(bands) - 1
        lowest = max(lowest, place)
    return names[lowest]


def fill_bands(facts: Facts, group: OracleGroup, bands: list[GradeBand]) -> None:
    """Those without a veto or a decision, in rank order, those equal in rank together."""
    number = len(group.departments)
    left: list[int | None] = []
    for band in bands:
        room = room_of(facts, band, number)
        for department in group.departments:
            if room is not None and not department.vetoed and decision_of(facts, department.code) == band.name:
                room -= 1
        left.append(room)
    closed = [False for _ in bands]
    others = [
        department
        for department in group.departments
        if not department.vetoed and decision_of(facts, department.code) is None
    ]
    for rank in sorted({department.rank for department in others}):
        equals = [department for department in others if department.rank == rank]
        place_equals(bands, left, closed, equals)


def place_equals(
    bands: list[GradeBand], left: list[int | None], closed: list[bool], equals: list[OracleDepartment]
) -> None:
    """Puts departments that are equal in rank into the first band that takes all of them."""
    for place, band in enumerate(bands):
        last = place == len(bands) - 1
        room = left[place]
        if not last:
            if equals[0].total < exactly(band.minimum) or closed[place]:
                continue
            if room is not None and room <= 0:
                continue
            if room is not None and len(equals) > room:
                closed[place] = True
                for department in equals:
                    department.undecided = True
                continue
        for department in equals:
            department.grade = band.name
        if room is not None:
            left[place] = room - len(equals)
        return
