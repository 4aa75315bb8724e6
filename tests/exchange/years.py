"""Whole small years, drawn at random within the rules: rows by table, as the book keeps them."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from kpi_desktop.assessment.names import AWARD_METHODS, GAPS
from kpi_desktop.exchange.cells import trimmed

Rows = dict[str, list[dict[str, Any]]]

TEXTS = st.one_of(
    st.sampled_from(["=1+1", "-", "1", "007", "2020-01-01", "是", "8%", "a\nb", "10²", "(甲)", "'x", "_x0041_", "@"]),
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).map(trimmed).filter(bool),
)
MAYBE_TEXT = st.none() | TEXTS
DAYS = st.dates(date(1990, 1, 1), date(2040, 12, 31))
MAYBE_DAY = st.none() | DAYS
FIGURES = st.one_of(
    st.integers(-(10**12), 10**12).map(Decimal),
    st.decimals(-(10**9), 10**9, places=4),
    st.decimals(-1, 1, places=18),
    st.fractions(-5, 5, max_denominator=12),
)
MAYBE_FIGURE = st.none() | FIGURES
COUNTS = st.one_of(st.integers(0, 500).map(Decimal), st.decimals(0, 500, places=1))
SHARES = st.one_of(st.decimals(0, 1, places=4), st.fractions(0, 1, max_denominator=9))
RULES = [
    ("completion", ""),
    ("completion", "起评=50%;封顶=120%"),
    ("tiered", "确保得分率=70%"),
    ("growth", "每点扣=0.1分;取整=进"),
    ("bands", "档=95%:100%,90%:90%;方向=低优"),
    ("pass", "取值=增量"),
    ("rank", "每位扣=10%"),
    ("panel", "去极值=否"),
    ("curve", "点=0:0,1:1"),
]
AWARDS = {
    "pool": "总额=1000;因素=人数",
    "per_head": "标准=20.5;起付线=60",
    "contribution": "总额=100;指标={0}:1",
    "excess": "指标={0};单位=1%;标准=5",
    "placing": "1=3;2=1;递补=是",
    "low_score": "标准=1",
    "grade_penalty": "等次=优;金额=5",
    "card_penalty": "黄=1",
    "unfinished": "标准=2",
}


def points(decimals: int) -> st.SearchStrategy[Decimal]:
    return st.decimals(0, 100, places=decimals)


def some(draw, of: list, low: int = 0, high: int = 4) -> list:
    """A few different ones, in any order."""
    return draw(st.lists(st.sampled_from(of), unique=True, min_size=min(low, len(of)), max_size=high)) if of else []


@st.composite
def small_years(draw) -> Rows:
    """The rows of a year that breaks no rule."""
    rows: Rows = {}
    decimals = draw(st.integers(0, 4))
    rows["setting"] = settings(draw, decimals)
    scheme(draw, rows, decimals)
    indicators(draw, rows, decimals)
    tasks(draw, rows, decimals)
    verdicts(draw, rows, decimals)
    rewards(draw, rows)
    papers(draw, rows)
    return rows


def settings(draw, decimals: int) -> list[dict[str, Any]]:
    optional = {
        "单位名称": TEXTS.map(lambda text: text.replace("\n", "")).filter(bool),
        "折算": st.sampled_from("是否"),
        "协办分值比例": SHARES.map(str),
        "迟延得分率": st.just("1/3"),
        "进度红线": st.just("0.125"),
        "黄单扣分": points(decimals).map(str),
        "兑现单位": st.sampled_from(["1", "100", "0.01"]),
        "同分比较": st.sampled_from(["经济得分", "重点、经济得分"]),
        "否决等次": st.just("差"),
        "督查扣分类别": st.just("扣"),
    }
    chosen = {name: draw(optional[name]) for name in some(draw, sorted(optional), high=6)}
    return [{"name": name, "value": value} for name, value in {"分数小数位": str(decimals), **chosen}.items()]


def scheme(draw, rows: Rows, decimals: int) -> None:
    rows["group_"] = [
        {"name": name, "separate": draw(st.booleans()), "note": draw(MAYBE_TEXT)} for name in ("甲组", "乙组(二)")
    ]
    rows["category"] = [
        {"name": "经济", "kind": "scored", "economic": True, "cap": None},
        {"name": "重点", "kind": "scored", "economic": False, "cap": None},
        {"name": "加", "kind": "bonus", "economic": False, "cap": draw(st.none() | points(decimals))},
        {"name": "扣", "kind": "deduction", "economic": draw(st.booleans()), "cap": None},
        {"name": "否", "kind": "veto", "economic": False, "cap": None},
    ]
    rows["weight"] = [
        {"group": group, "category": category, "points": draw(points(decimals))}
        for group in ("甲组", "乙组(二)")
        for category in some(draw, ["经济", "重点"])
    ]
    rows["department"] = [
        {
            "code": code,
            "name": draw(TEXTS),
            "kind": draw(MAYBE_TEXT),
            "group": draw(st.sampled_from(["甲组", "乙组(二)"])) if takes_part else None,
            "takes_part": takes_part,
            "headcount": draw(COUNTS),
            "payout_headcount": draw(st.none() | COUNTS),
            "head": draw(MAYBE_TEXT),
            "leader": draw(MAYBE_TEXT),
        }
        for code, takes_part in (("D01", True), ("2", True), ("003", True), ("税务", False))
    ]
    rows["grade_band"] = [
        {
            "name": name,
            "group": group,
            "minimum": draw(COUNTS),
            "room_share": draw(st.none() | SHARES),
            "room": draw(st.none() | st.integers(0, 9)),
            "coefficient": draw(COUNTS),
        }
        for name, group in [("优", None), ("差", None), *[(each, "甲组") for each in some(draw, ["优", "良"])]]
    ]


def indicators(draw, rows: Rows, decimals: int) -> None:
    rows["indicator"] = []
    for code in some(draw, ["E01", "E02", "11", "收入"], 1):
        rule, params = draw(st.sampled_from(RULES))
        rows["indicator"].append(
            {
                "code": code,
                "name": draw(TEXTS),
                "category": draw(st.sampled_from(["经济", "重点"])),
                "unit": draw(st.sampled_from([None, "亿元", "%", "户"])),
                "rule": rule,
                "params": params,
                "accumulation": draw(st.sampled_from(["cumulative", "sum", "last", "average"])),
                "cadence": draw(st.sampled_from(["month", "quarter", "year"])),
                "source": draw(st.sampled_from([None, "统计局:月报", "项目:开工率"])),
                "key": draw(st.booleans()),
            }
        )
    by_hand = [each for each in rows["indicator"] if each["rule"] != "panel" and each["source"] != "项目:开工率"]
    if len(by_hand) > 1 and draw(st.booleans()):
        by_hand[0]["source"] = f"指标:{by_hand[1]['code']}"
        by_hand = by_hand[1:]
    rows["target"] = [
        {
            "indicator": each["code"],
            "department": department,
            "points": draw(points(decimals)),
            **{name: draw(MAYBE_FIGURE) for name in ("base", "stretch", "prior", "q1", "half", "q3")},
            "multiplier": draw(COUNTS),
        }
        for each in rows["indicator"]
        for department in some(draw, ["D01", "2", "003"])
    ]
    entered = {each["code"] for each in by_hand}
    places = [(each["indicator"], each["department"]) for each in rows["target"] if each["indicator"] in entered]
    places += sorted({(indicator, "全区") for indicator, _ in places})
    rows["actual"] = [
        {
            "indicator": indicator,
            "department": department,
            "month": draw(st.integers(1, 12)),
            "value": draw(FIGURES),
            "basis": draw(st.sampled_from(["preliminary", "confirmed"])),
            "analysis": draw(MAYBE_TEXT),
            "countermeasure": draw(MAYBE_TEXT),
        }
        for indicator, department in some(draw, places, high=6)
    ]


def tasks(draw, rows: Rows, decimals: int) -> None:
    rows["task"], rows["milestone"], rows["progress"] = [], [], []
    for code in some(draw, ["T01", "7", "督〔2020〕3号"]):
        state = draw(st.sampled_from(["not_started", "in_progress", "submitted", "finished", "suspended", "cancelled"]))
        lead, *others = draw(st.permutations(["D01", "2", "003", "税务"]))
        rows["task"].append(
            {
                "code": code,
                "title": draw(TEXTS),
                "category": draw(st.sampled_from(["经济", "重点"])),
                "lead": lead,
                "points": draw(points(decimals)),
                "partners": tuple(some(draw, others)),
                **{name: draw(MAYBE_TEXT) for name in ("origin", "document", "owner", "leader", "standard")},
                "basis": draw(TEXTS),
                **{name: draw(MAYBE_DAY) for name in ("assigned", "start", "due", "original_due")},
                "cadence": draw(st.sampled_from(["week", "month", "quarter"])),
                "state": state,
                "finished": draw(DAYS if state == "finished" else MAYBE_DAY),
                "carried_from": draw(st.sampled_from([None, "2019-1"])),
                "times_carried": draw(st.integers(0, 3)),
                "original_year": draw(st.sampled_from([None, 2018])),
            }
        )
        rows["milestone"] += [
            {
                "task": code,
                "title": title,
                "due": draw(MAYBE_DAY),
                "weight": draw(COUNTS.filter(bool)),
                "done": draw(DAYS if state == "finished" else MAYBE_DAY),
            }
            for title in some(draw, ["开工", "完工(一期)"])
        ]
    codes = [each["code"] for each in rows["task"]]
    rows["progress"] = [
        {
            "task": draw(st.sampled_from(codes)),
            "day": draw(st.dates(date(2020, 1, 1), date(2020, 1, 3))),
            "percent": draw(st.none() | SHARES),
            **{name: draw(MAYBE_TEXT) for name in ("narrative", "problem", "next_step")},
        }
        for _ in range(draw(st.integers(0, 4)) if codes else 0)
    ]
    subjects = [(code, None, None) for code in codes]
    subjects += [(None, each["indicator"], each["department"]) for each in rows["target"]]
    rows["directive"] = [
        {
            "number": draw(MAYBE_TEXT),
            "task": task,
            "indicator": indicator,
            "department": department,
            "colour": draw(st.sampled_from(["blue", "yellow", "red"])),
            "day": draw(DAYS),
            **{name: draw(MAYBE_DAY) for name in ("reply_due", "replied")},
            **{name: draw(MAYBE_TEXT) for name in ("reason", "reply")},
        }
        for task, indicator, department in some(draw, subjects)
    ]


def verdicts(draw, rows: Rows, decimals: int) -> None:
    panels = {each["code"] for each in rows["indicator"] if each["rule"] == "panel"}
    rated = [(each["indicator"], each["department"]) for each in rows["target"] if each["indicator"] in panels]
    rows["rater_class"] = [{"name": name, "weight": draw(COUNTS.filter(bool))} for name in ("领导", "部门")]
    rows["rating"] = [
        {
            "indicator": indicator,
            "department": department,
            "rater": rater,
            "rater_department": draw(st.sampled_from([None, "税务"])),
            "rater_class": draw(st.sampled_from(["领导", "部门"])),
            "score": draw(st.decimals(0, 100, places=2)),
            "ballots": draw(st.integers(1, 9)),
        }
        for indicator, department in some(draw, rated)
        for rater in (None, None, "张三", "李四")
    ]
    lines = [(each["department"], each["indicator"]) for each in rows["target"]]
    lines += [(each["lead"], each["code"]) for each in rows["task"]]
    rows["self_score"] = [
        {"department": department, "subject": subject, "share": draw(SHARES), "note": draw(MAYBE_TEXT)}
        for department, subject in some(draw, lines)
    ]
    rows["verdict"] = [
        {
            "department": department,
            "subject": subject,
            "share": draw(st.decimals(0, "1.5", places=3) | st.fractions(0, "3/2", max_denominator=7)),
            "basis": draw(TEXTS),
        }
        for department, subject in some(draw, lines)
    ]
    rows["adjustment"] = []
    for _ in range(draw(st.integers(0, 3))):
        category = draw(st.sampled_from(["加", "扣", "否"]))
        veto = category == "否"
        rows["adjustment"].append(
            {
                "department": draw(st.sampled_from(["D01", "2"])),
                "category": category,
                "points": Decimal(0) if veto else draw(points(decimals).filter(bool)),
                "reason": draw(TEXTS),
                "basis": draw(MAYBE_TEXT),
                "treatment": draw(st.sampled_from([None, "降一档"])) if veto else None,
                "stops_rewards": draw(st.booleans()) if veto else True,
            }
        )


def rewards(draw, rows: Rows) -> None:
    goals = [each["code"] for each in rows["indicator"] if each["rule"] not in ("panel", "rank")]
    methods = [method for method in AWARD_METHODS if goals or method not in ("contribution", "excess")]
    rows["award_rule"] = [
        {
            "name": f"奖{place}",
            "method": method,
            "scope": draw(st.sampled_from(["全部", "一般", "乙组(二)、甲组"])),
            "params": AWARDS[method].format(*goals[:1]),
        }
        for place, method in enumerate(some(draw, methods))
    ]
    rows["consequence"] = [
        {"trigger": trigger, "content": content}
        for trigger in some(draw, ["等次:优", "督办:红"])
        for content in some(draw, ["表扬", "约谈"])
    ]


def papers(draw, rows: Rows) -> None:
    rows["explanation"] = [
        {
            "kind": kind,
            "subject": draw(st.sampled_from(["E01", "D01", "〔2020〕1号"])),
            "text": draw(TEXTS),
            "author": draw(MAYBE_TEXT),
            "day": draw(MAYBE_DAY),
        }
        for kind in some(draw, sorted(GAPS))
    ]
    rows["extension"] = [
        {
            "task": each["code"],
            "old_due": draw(MAYBE_DAY),
            "new_due": draw(DAYS),
            "reason": draw(TEXTS),
            "approver": draw(MAYBE_TEXT),
            "day": draw(MAYBE_DAY),
        }
        for each in some(draw, rows["task"] and list(range(len(rows["task"])))) and [rows["task"][0]]
    ]
    rows["appeal"] = [
        {
            "number": number,
            "department": "D01",
            "subject": draw(st.none() | st.just("E01")),
            "claim": draw(TEXTS),
            "result": draw(st.sampled_from([None, "采纳", "部分采纳", "不采纳"])),
            "basis": draw(MAYBE_TEXT),
            "raised": draw(MAYBE_DAY),
            "decided": draw(MAYBE_DAY),
        }
        for number in some(draw, ["S1", "2"])
    ]
    rows["grade_decision"] = [
        {"department": department, "grade": "优", "basis": draw(TEXTS), "day": draw(MAYBE_DAY)}
        for department in some(draw, ["2", "003"])
        if not any(band["group"] == "甲组" for band in rows["grade_band"])
    ]
    rows["project"] = [
        {
            "code": code,
            "name": draw(TEXTS),
            "department": draw(st.sampled_from(["D01", "税务"])),
            **{name: draw(st.none() | COUNTS) for name in ("investment", "year_plan", "year_done")},
            **{
                name: draw(MAYBE_DAY)
                for stage in (("sign_planned", "signed"), ("land_planned", "landed"))
                for name in (*stage, "begin_planned", "begun", "produce_planned", "produced")
            },
        }
        for code in some(draw, ["P1", "P2"])
    ]
