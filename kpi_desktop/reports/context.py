"""What a form is made from: the facts, what was computed from them, and the day it is made."""

import re
from dataclasses import dataclass, field
from datetime import date

from kpi_desktop.assessment.facts import Facts
from kpi_desktop.assessment.names import YEAR_STATES
from kpi_desktop.assessment.results import Assessment
from kpi_desktop.assessment.rewards import Rewards, rewards
from kpi_desktop.assessment.scoring import score
from kpi_desktop.office.evidence import Evidence
from kpi_desktop.reports.templates import Templates

SAMPLE_NOTE = "示例数据，实绩为虚构"
_SAMPLE = re.compile(r"[（(【\[]?示例(?:数据)?[）)】\]]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportContext:
    """All that the forms of one year are made from.

    `today`: the day printed on them. `chain_head`: number and hash of the last entry of the journal, printed on final
    forms; `finalised`: the day of 定稿, where known. `previous` and `following`: the years beside it, where the book
    has them; `evidence`: what was attached; `templates`: what the office has changed about its forms.
    """

    facts: Facts
    assessment: Assessment
    rewards: Rewards
    today: date
    chain_head: tuple[int, str] | None = None
    finalised: date | None = None
    previous: Facts | None = None
    following: Facts | None = None
    evidence: tuple[Evidence, ...] = ()
    templates: Templates = field(default_factory=Templates)
    year: int = field(init=False)
    state: str = field(init=False)
    revision: int = field(init=False)

    def __post_init__(self) -> None:
        """Year, state and revision are those of the facts."""
        object.__setattr__(self, "year", self.facts.settings.year)
        object.__setattr__(self, "state", self.facts.state)
        object.__setattr__(self, "revision", self.facts.revision)

    @classmethod
    def of(
        cls,
        facts: Facts,
        today: date,
        chain_head: tuple[int, str] | None = None,
        finalised: date | None = None,
        previous: Facts | None = None,
        following: Facts | None = None,
        evidence: tuple[Evidence, ...] = (),
        templates: Templates | None = None,
    ) -> "ReportContext":
        """Score `facts`, compute the rewards, and put it all together."""
        assessment = score(facts)
        return cls(
            facts=facts,
            assessment=assessment,
            rewards=rewards(assessment),
            today=today,
            chain_head=chain_head,
            finalised=finalised,
            previous=previous,
            following=following,
            evidence=evidence,
            templates=templates or Templates(),
        )

    @property
    def final(self) -> bool:
        """Whether the year is 定稿."""
        return self.state == "final"

    @property
    def decimals(self) -> int:
        """Decimal places of scores."""
        return self.facts.settings.decimals

    @property
    def sample(self) -> bool:
        """Whether the unit's name or a group's note says that the data are a sample (示例)."""
        told = [self.facts.settings.unit_name, *(group.note for group in self.facts.groups)]
        return any("示例" in text for text in told if text)

    @property
    def unit(self) -> str:
        """The unit's name: the office's own for its forms, else 单位名称 without the mark of a sample; may be empty."""
        return self.templates.unit or _SAMPLE.sub("", self.facts.settings.unit_name or "").strip()

    @property
    def office(self) -> str:
        """Who draws up the forms: the unit's 督查室, unless the unit's name already ends with an office's."""
        return self.unit if self.unit.endswith(("室", "办", "办公室", "中心")) else f"{self.unit}督查室"

    @property
    def state_name(self) -> str:
        """定稿, or 定稿（第2版） of a year that was corrected."""
        name = YEAR_STATES[self.state]
        return name if self.revision == 1 else f"{name}（第{self.revision}版）"
