"""F1: what each page is for and how its work is done, in sentences."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from ui.frame import entries


def help_for(key: str) -> Sequence[str]:
    """The sentences about the page `key`, what it is for first; none for a page without any."""
    return {**_running(), **_judging(), **_keeping()}.get(key, ())


def _running() -> dict[str, Sequence[str]]:
    translate = QCoreApplication.translate
    return {
        entries.OVERVIEW: (
            translate("Help", "一页看全年：走到哪一步、下一步还差什么、谁亮灯、谁该报没报、名次如何。"),
            translate("Help", "每个数字都能点，点了就到它数的那张清单；“逐个跳到”依次走完所有缺口。"),
            translate("Help", "右上“截至”改成别的日子，亮灯、到期和缺口都按那一天算。"),
        ),
        entries.TARGETS: (
            translate("Help", "把指标和任务分到部门：左边选部门，右边直接在表里填。"),
            translate("Help", "最后一行输入即新增；可从 Excel、WPS 整块粘贴。“按指标”把一个指标一次分给各部门。"),
            translate("Help", "系数只在同一类别里移动分值；要让经济指标更重，请改分组给经济类的分值。"),
        ),
        entries.SUPERVISION: (
            translate("Help", "督查台账：所有任务和落后的指标，按灯排，灯后写明原因。"),
            translate("Help", "选一行，右侧是它跨年的全过程；报进展、附佐证、延期、销号、暂缓、终止都在右侧。"),
            translate("Help", "虚线卡片是按规则建议发的督办单，点“起草”可改可发，编号自动接续。"),
            translate("Help", "“日历”把期限、节点和待回复排到每一天；PageUp、PageDown 翻月，点一条看经过。"),
        ),
        entries.BLANKS: (
            translate("Help", "年终对表检查：每一处空白列在部门名下，双击去填，或在右侧写明为什么空着。"),
            translate("Help", "有一处没有填也没有说明，年度就不能往下走。"),
        ),
        entries.CARRY_OVER: (
            translate("Help", "把没办完的带进下一年：先看清单，填新期限；确实不再办的写明依据。"),
            translate("Help", "结转两次不会重复；结转后期限空着的，列为缺口。"),
        ),
        entries.ECONOMY: (
            translate("Help", "逐月录实绩：指标×月、部门×月或一个月一列地填，快报和核定分开标。"),
            translate("Help", "下方折线对照进度，右侧写明到确保、力争每月还要多少。"),
            translate("Help", "“月调度”“季分析”填分析和对策，打印在专报里。"),
        ),
        entries.PROJECTS: (
            translate("Help", "重点项目按签约、落地、开工、投产四列挂图，误期的标红。"),
            translate("Help", "卡片拖到下一列，或按 Ctrl+→，即登记已到；双击改日期和投资；“录入”是同一批项目的表格。"),
            translate("Help", "四率随“截至”变，“各部门”逐家列出；误期的可以一步转为督查事项。"),
        ),
    }


def _judging() -> dict[str, Sequence[str]]:
    translate = QCoreApplication.translate
    return {
        entries.SCORE: (
            translate("Help", "名次、考核表和每一分的来历：点一项，右侧从原始数据一步步算到得分，可以复制。"),
            translate("Help", "“还差多少再得一分”按曲线反算；并列争名额的在这里写明依据作出认定。"),
            translate("Help", "“比较”把两个部门或两个年度逐项并列；“图表”与报表里的图相同，可以复制、存图。"),
        ),
        entries.PANEL: (
            translate("Help", "评议分按评委×部门填，或按票数填；满 5 票去一个最高、一个最低，划线的就是。"),
            translate("Help", "评委不能评自己的部门；没有评分的类别不计权重，其余类别按比例补足。"),
        ),
        entries.VERDICTS: (
            translate("Help", "自评与核定并排：核定要写依据，写了就代替计算的得分率，计算的仍看得到。"),
        ),
        entries.ADJUSTMENTS: (
            translate("Help", "加分、扣分、否决逐笔记，写明事由和依据；超过类别上限的部分不计。"),
            translate("Help", "督办单按颜色扣分，不用在这里再记。"),
        ),
        entries.APPEALS: (
            translate("Help", "申诉一件一行：诉求、核查、结论和依据；采纳的影响记成一笔加减分，随结论一起写入。"),
        ),
        entries.WHATIF: (
            translate("Help", "在方案的副本上试：改分值、系数、参数、等次、奖惩，名次和钱立即跟着变，台账不动。"),
            translate("Help", "“稳不稳”写明改多少就会换位；可存成方案比较，“采用”才写入，一步可撤销。"),
        ),
        entries.AWARDS: (
            translate("Help", "奖惩办法按序执行，每条读成一句话；点一格看这笔钱怎么来。"),
            translate("Help", "横加等于竖加；计划减兑现就是未分，未分的原因写在旁边。"),
        ),
        entries.REPORTS: (
            translate("Help", "二十二种报表，预览就是打印的样子；可存 PDF、Word、Excel,也可各部门成批。"),
            translate("Help", "“版式”改单位名、红头、签字栏和自己的话，存在台账里。定稿前的结果报表带“过程稿”。"),
        ),
    }


def _keeping() -> dict[str, Sequence[str]]:
    translate = QCoreApplication.translate
    return {
        entries.SCHEME: (
            translate("Help", "考核办法的数字化：分组、类别、分值、指标和计分规则、等次、参数。"),
            translate("Help", "选一个指标，右侧改规则，曲线随打字重画；“从去年套”整套搬来再改。"),
        ),
        entries.DEPARTMENTS: (
            translate("Help", "部门的编码、分组、人数；发钱另有折算人数时填折算人数。"),
            translate("Help", "有牵连的部门不能删，右侧列出牵着什么；不再考核的把“参评”改为否。"),
        ),
        entries.ARCHIVE: (
            translate("Help", "台账是一个文件：导入导出、填报表收发、每一处改动的历史、备份与恢复都在这里。"),
            translate("Help", "不要在程序打开时直接复制台账文件，请用“备份”。"),
        ),
    }
