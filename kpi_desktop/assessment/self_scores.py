"""自评与核定: what a line's computed share, the department's own and the assessors' give, side by side."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kpi_desktop.assessment import exact
from kpi_desktop.assessment.exact import Exact
from kpi_desktop.assessment.facts import SelfScore, Verdict
from kpi_desktop.assessment.results import Assessment, Line


@dataclass(frozen=True, slots=True)
class Judgement:
    """A line with the department's own share (自评), and the scores that each share gives; None for a blank."""

    line: Line
    own: SelfScore | None
    computed_score: Decimal | None
    own_score: Decimal | None

    @property
    def verdict(self) -> Verdict | None:
        """The line's own 核定; that of a lead counts for its partners and is not theirs."""
        found = self.line.spec.verdict
        return found if found and found.department == self.line.spec.department else None

    @property
    def borrowed(self) -> Verdict | None:
        """The lead's 核定, which counts for a partner without one of its own."""
        return None if self.verdict else self.line.spec.verdict

    @property
    def apart(self) -> Decimal | None:
        """How much more the own share gives than the computed one; None where either is blank."""
        if self.own_score is None or self.computed_score is None:
            return None
        return self.own_score - self.computed_score

    @property
    def differs(self) -> bool:
        """Whether 自评 claims another score than was computed, or one where nothing could be computed."""
        return self.own is not None and self.apart != 0


def score_of(line: Line, share: Exact | None) -> Decimal | None:
    """The score that `share` gives on a line, rounded as every line's is; None without a share."""
    if share is None:
        return None
    numerator, denominator = exact.ratio(share)
    return exact.units(exact.half_up(line.full_units * numerator, denominator), line.spec.decimals)


def judgements(assessment: Assessment) -> tuple[Judgement, ...]:
    """Every line of every department, groups as in their sheet, departments in rank order, lines by code."""
    return tuple(_all(assessment))


def _all(assessment: Assessment) -> Iterator[Judgement]:
    own = {(each.department, each.subject): each for each in assessment.facts.self_scores}
    for result in assessment.departments():
        for line in result.lines:
            found = own.get((result.code, line.code))
            computed = score_of(line, line.computed_share)
            yield Judgement(line, found, computed, score_of(line, found.share if found else None))
