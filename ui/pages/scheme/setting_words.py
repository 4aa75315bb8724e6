"""What every parameter of a year means, in the order in which the settings are shown."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication


class Section(NamedTuple):
    """Parameters that belong together: (name, what it does)."""

    title: str
    hints: tuple[tuple[str, str], ...]


def sections() -> list[Section]:
    """All parameters but the year itself."""
    return [_scores(), _grades(), _supervision(), _money()]


def _scores() -> Section:
    translate = QCoreApplication.translate
    return Section(
        translate("Scheme", "单位和计分"),
        (
            ("单位名称", translate("Scheme", "印在各种表样上")),
            ("分数小数位", translate("Scheme", "得分、分值和加减分保留几位，0 到 4")),
            ("折算", translate("Scheme", "同一类别各项的分值折算成分组给的分值；否：各项分值之和须正好等于它")),
            ("缺项", translate("Scheme", "部门没有某类指标任务时：缺口是失去这些分，折算是分到其他类别")),
            ("协办分值比例", translate("Scheme", "协办部门按任务分值的多少计分；0 为不计")),
            ("迟延得分率", translate("Scheme", "逾期才完成的任务和节点按多少得分")),
        ),
    )


def _grades() -> Section:
    translate = QCoreApplication.translate
    return Section(
        translate("Scheme", "排名和等次"),
        (
            ("同分比较", translate("Scheme", "总分相同时依次比较，经济得分或类别名，之间用、")),
            ("否决等次", translate("Scheme", "一票否决没有写明处理时定的等次；空着为最后一等")),
            ("名额取整", translate("Scheme", "比例乘以部门数有小数时怎样取整")),
            ("名额至少一", translate("Scheme", "比例大于 0 时至少给一个名额")),
            ("及格线", translate("Scheme", "低分扣罚没有写明及格线时用的分数")),
        ),
    )


def _supervision() -> Section:
    translate = QCoreApplication.translate
    return Section(
        translate("Scheme", "督查"),
        (
            ("督查扣分类别", translate("Scheme", "督办单扣的分记入哪个扣分类别；空着为不扣分")),
            ("蓝单扣分", translate("Scheme", "每张蓝色督办单扣几分")),
            ("黄单扣分", translate("Scheme", "每张黄色督办单扣几分")),
            ("红单扣分", translate("Scheme", "每张红色督办单扣几分")),
            ("督查扣分就高", translate("Scheme", "同一事项只计扣分最高的一张")),
            ("协办扣分比例", translate("Scheme", "牵头部门扣分时协办部门按多少扣")),
            ("进度黄线", translate("Scheme", "落后全年目标的多少亮黄灯")),
            ("进度红线", translate("Scheme", "落后全年目标的多少亮红灯")),
        ),
    )


def _money() -> Section:
    translate = QCoreApplication.translate
    return Section(
        translate("Scheme", "兑现"),
        (
            ("兑现单位", translate("Scheme", "金额算到元（1）、百元（100）或分（0.01）")),
            ("扣罚以奖励为限", translate("Scheme", "一个部门的扣罚合计不超过它的奖励")),
        ),
    )
