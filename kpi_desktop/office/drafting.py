"""The words of a directive: its grounds as the office writes them, and the letter around them."""

import re
from collections.abc import Mapping
from datetime import date

from kpi_desktop.assessment.facts import Facts
from kpi_desktop.assessment.names import COLOURS
from kpi_desktop.assessment.proposals import Proposal

PURPOSES: Mapping[str, str] = {"blue": "提醒", "yellow": "警示", "red": "通报"}
"""What a directive of each colour is for."""
DEMANDS: Mapping[str, str] = {
    "blue": "请倒排工期，确保按期完成",
    "yellow": "请立即整改，查明原因，明确责任人和完成时限",
    "red": "请主要负责人牵头整改，说明原因，提出补救措施和完成时限",
}
"""What a directive of each colour asks for."""


_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_BLANK = re.compile(r"(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f])")
_COMMA = re.compile(r"(?<!\d),|,(?!\d)")
_WORDS = (
    ("到(\\d+)月", "截至\\1月底实绩"),
    ("还有0天", "今日到期"),
    (";", "；"),
    (":", "："),
    ("\\(", "（"),
    ("\\)", "）"),
)


def chinese_day(day: date) -> str:
    """A day as documents write it: 2020年7月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


def subject_of(facts: Facts, proposal: Proposal) -> str:
    """What the directive is on, by name: a task's title, an indicator's name."""
    if proposal.task is not None:
        return proposal.task.title
    assert proposal.target is not None  # a proposal is on one of the two
    code = proposal.target.indicator
    return next((each.name for each in facts.indicators if each.code == code), code)


def grounds(facts: Facts, proposal: Proposal) -> str:
    """事由: why it is issued, one sentence with the figures of the day."""
    carried = proposal.task.times_carried if proposal.task else 0
    since = f"（结转事项，第{carried + 1}年）" if carried else ""
    return f"{quoted(subject_of(facts, proposal))}{since}：{_written(proposal.reason)}。"


def body(facts: Facts, proposal: Proposal, reply_due: date | None) -> str:
    """正文: the letter, with the addressee on its first line."""
    names = {department.code: department.name for department in facts.departments}
    role = "牵头的" if proposal.task else "承担的"
    by = f"于{chinese_day(reply_due)}前" if reply_due else "及时"
    colour, purpose, demand = COLOURS[proposal.colour], PURPOSES[proposal.colour], DEMANDS[proposal.colour]
    matter, told = quoted(subject_of(facts, proposal)), _written(proposal.reason)
    return (
        f"{names.get(proposal.department, proposal.department)}：\n"
        f"经查，你单位{role}{matter}，{told}。现予{colour}色督办（{purpose}）。{demand}，并{by}书面回复。"
    )


def quoted(title: str) -> str:
    """A title in quotation marks; those inside it become single ones."""
    return f"“{title.replace('“', '‘').replace('”', '’')}”"


def _written(told: str) -> str:
    """A reason as documents write it: full-width marks, days in words, no blanks beside figures."""
    days = _DAY.sub(lambda found: chinese_day(date.fromisoformat(found[0])), told)
    text = _COMMA.sub("，", _BLANK.sub("", days))
    for short, long in _WORDS:
        text = re.sub(short, long, text)
    return text.rstrip("。")
