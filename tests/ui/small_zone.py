"""A small zone as its workbook has it: 6 departments, 12 indicators, 10 tasks and what was judged of them.

Each sheet has the headers that are used and its rows; a blank cell is "".
"""

from pathlib import Path
from typing import NamedTuple

YEAR = 2020


class Sheet(NamedTuple):
    """A sheet of the workbook."""

    headers: str
    rows: tuple[tuple[str, ...], ...]

    def columns(self, *names: str) -> list[tuple[str, ...]]:
        """The rows with the columns `names`; "" stands for one that the sheet has not."""
        places = [self.headers.split().index(name) if name else -1 for name in names]
        return [tuple(row[place] if place >= 0 else "" for place in places) for row in self.rows]

    def where(self, name: str, value: str) -> "Sheet":
        """Only the rows that have `value` there."""
        place = self.headers.split().index(name)
        return Sheet(self.headers, tuple(row for row in self.rows if row[place] == value))


def sheet(headers: str, text: str) -> Sheet:
    """A sheet from lines whose cells are parted by |."""
    return Sheet(headers, tuple(tuple(c.strip() for c in line.split("|")) for line in text.strip().splitlines()))


SETTINGS = sheet(
    "名称 值",
    """
    单位名称|小湖开发区
    缺项|折算
    督查扣分类别|督查扣分
    协办分值比例|30%
    协办扣分比例|50%
    否决等次|不合格
    同分比较|经济得分、重点工作
    """,
)
GROUPS = sheet("分组 单独考核 说明", "甲组|否|主责部门\n乙组|是|协同部门")
CATEGORIES = sheet(
    "类别 性质 经济 上限",
    """
    经济指标|计分|是|
    重点工作|计分|否|
    党的建设|计分|否|
    加分|加分|否|2
    督查扣分|扣分|否|3
    一票否决|否决|否|
    """,
)
WEIGHTS = sheet(
    "分组 类别 分值",
    """
    甲组|经济指标|60
    甲组|重点工作|25
    甲组|党的建设|15
    乙组|经济指标|50
    乙组|重点工作|30
    乙组|党的建设|20
    """,
)
DEPARTMENTS = sheet(
    "编码 名称 类型 分组 参评 人数",
    """
    D01|经济发展局|内设机构|甲组|是|20
    D02|投资促进局|内设机构|甲组|是|18
    D03|规划建设局|内设机构|甲组|是|25
    D04|财政局|内设机构|乙组|是|15
    D05|社会事业局|内设机构|乙组|是|22
    D06|湖滨街道|街道|乙组|是|40
    """,
)
BANDS = sheet(
    "等次 最低分 比例上限 系数",
    """
    优秀|90|34%|1.2
    良好|80||1
    合格|60||0.8
    不合格|0||0
    """,
)
CLASSES = sheet("类别 权重", "主要领导|50%\n部门互评|30%\n服务对象|20%")
INDICATORS = sheet(
    "编码 名称 单位 计分办法 累计方式 报送周期 数据来源 重点 类别 参数",
    """
    E01|固定资产投资|亿元|确保力争|累计|月||是|经济指标|超额加分率=20%;封顶=110%
    E02|招商到位资金|亿元|完成率|合计|月||是|经济指标|封顶=120%
    E03|规上工业产值|亿元|增长率|累计|月||是|经济指标|每点扣=5%;每点加=2%;封顶=115%
    E04|基础设施投资|亿元|缺口扣分|累计|月||否|经济指标|
    E05|万元能耗|吨标煤|逆向|平均|季||否|经济指标|倍率=2
    E06|税收收入|万元|分档|累计|月||是|经济指标|档=100%:100%,95%:90%,85%:70%
    E07|安全事故|起|达标|期末|月||否|重点工作|方向=低优
    E08|空气优良率|%|功效系数|期末|月||否|重点工作|
    E09|市场主体|户|排名|期末|月||否|经济指标|范围=全部;每位扣=10%
    E10|就业|人|自定义曲线|累计|月||否|经济指标|点=0:0,80:0.8,100:1,120:1.1
    E11|投资增速|%|增长率|累计|月|指标:E01|否|经济指标|每点扣=0.1分
    P01|作风评议||评议|累计|年||否|党的建设|
    """,
)
TARGETS = sheet(
    "指标编码 部门编码 分值 系数 确保目标 力争目标 上年实绩 一季度目标 半年目标 三季度目标",
    """
    E01|D01|10|1.2|20|26|18|3|8|14
    E01|D02|8||22|30|20|||
    E01|D03|8||12.5|15|13|||
    E11|D01|4||8%||18|||
    E02|D02|12||30||24|||
    E02|D06|6||5||4.5|||
    E03|D01|10||10%||40|||
    E03|D04|6||6%||12|||
    E04|D03|12||9||8.2|||
    E05|D03|5||0.8||0.9|||
    E05|D05|5||0.6||0.7|||
    E06|D04|12||12600||11800|||
    E07|D05|3||0|||||
    E07|D06|3||0|||||
    E08|D05|4||80|95||||
    E09|D02|4||||3100|||
    E09|D06|4||||2800|||
    E09|D04|3||||900|||
    E10|D05|6|||||||
    E10|D06|6|||||||
    P01|D01|10|||||||
    P01|D02|10|||||||
    P01|D03|10|||||||
    P01|D04|10|||||||
    P01|D05|10|||||||
    P01|D06|10|||||||
    """,
)
ACTUALS = sheet(
    "指标编码 部门编码 月份 数值 口径",
    """
    E01|D01|3|3.86|核定
    E01|D01|6|9.94|核定
    E01|D01|12|21.86|核定
    E01|D02|12|31.5|核定
    E01|D03|12|11.275|核定
    E02|D02|1|10.5|核定
    E02|D02|2|11.25|核定
    E02|D02|12|6|核定
    E02|D06|12|4.4|快报
    E03|D01|12|43.6|核定
    E03|D04|12|12.9|核定
    E04|D03|12|8.505|核定
    E05|D03|3|0.84|核定
    E05|D03|12|0.86|核定
    E05|D05|12|0.59|核定
    E06|D04|12|12096|核定
    E07|D05|12|0|核定
    E07|D06|12|1|核定
    E08|D05|12|88.5|核定
    E09|D02|12|3220|核定
    E09|D06|12|2950|核定
    E09|D04|12|2950|核定
    E10|D05|12|95|核定
    E10|全区|12|112|核定
    """,
)
TASKS = sheet(
    "编码 名称 类别 分值 协办部门 完成标准 开始日期 期限 报送周期 牵头部门",
    """
    K01|海源路改造|重点工作|4|D02、D06|通车|2020-01-15|2020-10-31|月|D03
    K02|政务大厅扩建|重点工作|3||投用|2020-02-01|2020-12-20|月|D01
    K03|招商推介会|重点工作|3|D01|举办四场|2020-01-01|2020-11-30|季|D02
    K04|预算绩效管理|重点工作|4||全覆盖|2020-01-01|2020-12-31|月|D04
    K05|幼儿园建设|重点工作|5|D06|开园|2020-03-01|2020-09-01|月|D05
    K06|老旧小区改造|重点工作|5||完工|2020-03-01|2020-12-15|月|D06
    K07|河道整治|重点工作|2||验收|2020-01-01|2020-12-31|周|D03
    K08|党建示范点|党的建设|3||挂牌|2020-01-01|2020-12-31|月|D05
    K09|信访积案化解|重点工作|0||清零|2020-01-01|2020-12-31|周|D01
    K10|人才公寓|重点工作|2||入住|2020-01-01|2020-12-31|月|D02
    """,
)
CLOSED = {"K02": "2020-12-18", "K03": "2020-12-05"}
"""Tasks that are finished, and when."""
SUSPENDED = {"K10": "主任办公会第9次纪要"}
MILESTONES = sheet(
    "任务编码 节点 期限 权重 完成日期",
    """
    K01|征地|2020-03-31|1|2020-03-20
    K01|管线迁改|2020-06-30|2|2020-07-15
    K01|通车|2020-10-31|3|
    K05|主体封顶|2020-06-30|1|2020-06-28
    K05|开园|2020-09-01|1|2020-09-01
    """,
)
PROGRESS = sheet(
    "任务编码 日期 完成比例 进展情况",
    """
    K04|2020-06-30|40%|制度已出台
    K04|2020-12-10|85%|覆盖八成单位
    K06|2020-11-30|62.5%|外立面完成
    K07|2020-12-20|1/3|清淤三分之一
    K08|2020-12-25|100%|已挂牌
    """,
)
DIRECTIVES = sheet("编号 任务编码 级别 日期 事由", "〔2020〕1号|K01|红|2020-12-31|逾期未通车")
NAMED = sheet(
    "评委 评委类别 评委部门 D01 D02 D03 D04 D05 D06",
    """
    张三|主要领导||93|94.5|86|91|90|88
    李四|主要领导||92|95|87.5|90|88.5|86
    甲一|部门互评|D01||92|85|90|91|87
    乙二|部门互评|D02|95||88|89|90|89.5
    丙三|部门互评|D03|90|91||88|86|85
    丁四|部门互评|D04|97|90|84||92|90
    戊五|部门互评|D05|91|93|86.5|93||80
    己六|部门互评|D06|94|89|83|85|95|
    """,
)
BALLOTS = sheet(
    "部门编码 评委类别 分数 票数",
    """
    D01|服务对象|95|12
    D01|服务对象|60|3
    D02|服务对象|90|20
    D04|服务对象|85.5|4
    D06|服务对象|75|6
    D06|服务对象|100|1
    """,
)
SELF_SCORES = sheet(
    "部门编码 对象 得分率 说明",
    """
    D01|E01|90%|上级认定口径
    D03|K01|100%|
    D05|P01|95.5%|
    """,
)
VERDICTS = sheet(
    "部门编码 对象 得分率 依据",
    """
    D06|K05|80%|协办事项按期完成
    D04|E06|0.955|税收口径调整会议纪要
    D03|K07|1/2|现场核查
    """,
)
ADJUSTMENTS = sheet(
    "部门编码 类别 分值 事由 依据 处理 停发",
    """
    D02|加分|1.5|招商获市级表扬|昆招〔2020〕2号||
    D02|加分|1|营商环境先进|昆改〔2020〕9号||
    D03|督查扣分|0.25|迟报月报|通报10号||
    D06|一票否决||安全责任事故|工委纪要1号|降一档|是
    """,
)


def write_workbook(path: Path) -> Path:
    """The zone as a workbook."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.active)
    for title, (headers, rows) in sheets().items():
        page = book.create_sheet(title)
        page.append(headers)
        for row in rows:
            page.append([cell or None for cell in row])
    book.save(path)
    return path


def sheets() -> dict[str, tuple[list[str], list[tuple[str, ...]]]]:
    """Every sheet as (headers, rows)."""
    found = {
        "参数": Sheet(SETTINGS.headers, (("年度", str(YEAR)), *SETTINGS.rows)),
        "部门": DEPARTMENTS,
        "分组": GROUPS,
        "类别": CATEGORIES,
        "权重": WEIGHTS,
        "指标": INDICATORS,
        "责任分解": TARGETS,
        "实绩": ACTUALS,
        "任务": _tasks(),
        "节点": MILESTONES,
        "进展": PROGRESS,
        "督办单": DIRECTIVES,
        "评议": _ratings(),
        "评委类别": CLASSES,
        "自评": SELF_SCORES,
        "核定": VERDICTS,
        "加减分": ADJUSTMENTS,
        "等次": BANDS,
    }
    return {title: (each.headers.split(), list(each.rows)) for title, each in found.items()}


def _tasks() -> Sheet:
    """The tasks with what became of them."""
    states = dict.fromkeys((row[0] for row in PROGRESS.rows), "推进中")  # the first report sets a task going
    states |= dict.fromkeys(CLOSED, "已销号") | dict.fromkeys(SUSPENDED, "暂缓")
    rows = []
    for row in TASKS.rows:
        code, state = row[0], states.get(row[0], "未开展")
        rows.append((*row, state, CLOSED.get(code, ""), SUSPENDED.get(code, "")))
    return Sheet(f"{TASKS.headers} 状态 完成日期 依据", tuple(rows))


def _ratings() -> Sheet:
    """Named ratings and ballots without a name, one a row."""
    departments = NAMED.headers.split()[3:]
    rows = [
        ("P01", code, rater, own, rater_class, score, "")
        for rater, rater_class, own, *scores in NAMED.rows
        for code, score in zip(departments, scores, strict=True)
        if score
    ]
    rows += [("P01", code, "", "", rater_class, score, count) for code, rater_class, score, count in BALLOTS.rows]
    return Sheet("指标编码 部门编码 评委 评委部门 评委类别 分数 票数", tuple(rows))
