"""The styles of a form in Word: everything a reader may want to change at once is a style, nothing is set by hand."""

from collections.abc import Iterable
from typing import NamedTuple

from kpi_desktop.reports import fonts
from kpi_desktop.reports.paper import POINT

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = f'xmlns:w="{NAMESPACE}"'
TWIPS = 1440 / 25.4
"""Twips in a millimetre."""
PITCH = int(225 / 22 * TWIPS)
"""Twips from line to line: 22 lines on 225 mm."""
LETTER_PITCH = 492
"""The same in the letter format: the 24.6 pt of print."""
TRACKING = -5
"""Twentieths of a point between the 16 pt characters of a line of 28: 156 mm / 28 - 16 pt, rounded down."""
LINE = 1.3
"""From line to line in tables, in sizes of the type: what 宋体 takes by itself, whatever font replaces it."""
AS_NEEDED = -1
"""The line of a paragraph that is as high as its picture."""
TEXT_WIDTH = 156.0
"""Millimetres of a formal page's text."""
LISTED_ROOM, CLOSEST = 20, 0.62
"""Lines of the grid for a list of contents; the closest that its own may be."""
TITLE_SIZE, LETTERHEAD_SIZE = 22.0, 38.0
UNIT_SIZE, OFFICE_SIZE = 26.0, 18.0
"""Points of the unit and of the office on a cover."""
ALERT, GREY, RED = "B3261E", "5F5F5F", "D0021B"


class Style(NamedTuple):
    """A paragraph style: id, name shown in Word, the font's role, size in points, and how its lines stand.

    `line`: twips from line to line. `before`, `after` in twips. `indent`: characters that the first line stands in,
    `left`: all lines. `level`: place among the headings, 0 for none. `rule`: its border, `tab`: millimetres to the
    right end of a dotted line. `based`: the style it comes from, `following`: that of the paragraph after it.
    """

    code: str
    name: str
    role: str = "table"
    size: float = 10.5
    align: str = "left"
    line: int = 0
    before: int = 0
    after: int = 0
    indent: int = 0
    left: int = 0
    right: int = 0
    level: int = 0
    keep: bool = False
    strong: bool = False
    color: str = ""
    tracking: int = 0
    rule: str = ""
    tab: float = 0.0
    based: str = "Normal"
    following: str = ""


def cell_code(size: float, align: str) -> str:
    """The id of the style of a cell's text; `align` may be head, for the text of a column's head."""
    return f"Cell{round(size * 10)}{align.capitalize()}"


def text_styles(formal: bool, letter: bool = False) -> list[Style]:
    """The styles of titles, paragraphs and headings: on the grid of GB/T 9704 in a formal text, closer in a letter."""
    found = (_letter_styles() if letter else _formal_styles()) if formal else _table_styles()
    named = {"Heading1": "heading 1", "Heading2": "heading 2", "Heading3": "heading 3"}
    return [each._replace(name=named.get(each.code, each.name)) for each in found]


def _formal_styles() -> list[Style]:
    body = Style("BodyText", "Body Text", "body", 16.0, "both", PITCH, indent=2, tracking=TRACKING)
    heading = body._replace(keep=True, following="BodyText")
    end = body._replace(align="center", indent=0, left=13, based="BodyText")
    return [
        Style("Title", "Title", "title", TITLE_SIZE, "center", PITCH + 20, 0, PITCH, keep=True, following="BodyText"),
        heading._replace(code="Heading1", role="heading", level=1),
        heading._replace(code="Heading2", role="subheading", level=2),
        heading._replace(code="Heading3", level=3, strong=True),
        heading._replace(
            code="SlipHead", name="回执标题", role="heading", align="center", indent=0, before=240, level=1
        )._replace(rule=_rule("top", "dashed", 6, 8, GREY), based="Heading1"),
        body,
        body._replace(code="Addressee", name="主送机关", indent=0, based="BodyText"),
        body._replace(code="BodyCentre", name="正文居中", align="center", indent=0, based="BodyText"),
        end._replace(code="Office", name="落款单位", before=400, keep=True),
        end._replace(code="Day", name="落款日期"),
        body._replace(code="SignSide", name="双方签名", align="left", indent=0, based="BodyText"),
        body._replace(code="SignGap", name="签名间", line=PITCH - 40, indent=0, based="BodyText"),
        Style("FormFacts", "表首", "subheading", 10.5, "center", PITCH, 0, 0, keep=True),
        Style("Caption", "caption", "heading", 10.5, "center", 273, 120, 80),
        *_annex_styles(),
    ]


def _letter_styles() -> list[Style]:
    """Those of a formal text, closer to each other."""
    found = {each.code: each for each in _formal_styles()}
    own = {
        "Title": found["Title"]._replace(line=540, after=60),
        "FormFacts": found["FormFacts"]._replace(line=300, after=40),
        "SlipHead": found["SlipHead"]._replace(line=380, before=120),
        "Office": found["Office"]._replace(before=80),
    }
    return [each._replace(line=LETTER_PITCH) if each.line == PITCH else each for each in (found | own).values()]


def _annex_styles() -> list[Style]:
    """Titles and headings over the tables that are annexed to a text."""
    return [
        Style("AnnexTitle", "附件表题", "title", TITLE_SIZE, "center", 580, 0, 160, keep=True, based="Title"),
        Style("AnnexFacts", "附件表首", "table", 10.5, "left", 273, 0, 60, keep=True, based="FormFacts"),
        Style("AnnexHead1", "附件标题", "heading", 14.0, "left", 400, level=1, keep=True),
        Style("AnnexHead2", "附件分题", "heading", 10.5, "left", 273, level=2, keep=True),
    ]


def _table_styles() -> list[Style]:
    heading = Style("Heading1", "", "heading", 12.0, "left", 312, 160, 60, level=1, keep=True)
    return [
        Style("Title", "Title", "title", TITLE_SIZE, "center", 580, 0, 160, keep=True),
        heading,
        heading._replace(code="Heading2", role="subheading", level=2),
        heading._replace(code="Heading3", role="body", level=3, strong=True),
        Style("FormFacts", "表首", after=60, keep=True),
        Style("Caption", "caption", "heading", 10.5, "center", 273, 80, 60),
    ]


FRAME_STYLES = (
    Style("TableText", "表内正文", before=60, after=60),
    Style("FormNote", "表注", size=9.0, before=30),
    Style("FormSign", "签名", before=260),
    Style("FormSignDay", "签名日期", align="right", before=120),
    Style("FormGap", "表间", size=5.0, line=100),
    Style("FormEnd", "表尾", size=1.0, line=20),
    Style("FormPicture", "图", align="center", line=AS_NEEDED, before=60),
    Style("DraftNote", "过程稿说明", "heading", 9.0, "right", color=ALERT),
    Style("FooterInfo", "页脚信息", size=8.0, color=GREY, line=200),
    Style("PageOdd", "单页码", size=14.0, align="right", line=320, right=1),
    Style("PageEven", "双页码", size=14.0, line=320, left=1),
)
COVER_STYLES = (
    Style("CoverNumber", "封面编号", "body", 16.0, "right", PITCH),
    Style("CoverUnit", "封面单位", "title", UNIT_SIZE, "center", 760, 2000),
    Style("CoverTitle", "封面标题", "title", 38.0, "center", 1000, 1300, 400),
    Style("CoverOffice", "封面落款", "body", OFFICE_SIZE, "center", 700, 3600),
    Style("CoverDay", "封面日期", "body", 18.0, "center", 700),
    Style("TOCHeading", "TOC Heading", "title", TITLE_SIZE, "center", PITCH + 20, 0, PITCH, keep=True),
    Style("TOC1", "toc 1", "heading", 16.0, "left", PITCH, tab=TEXT_WIDTH),
    Style("TOC2", "toc 2", "body", 16.0, "left", PITCH, left=2, tab=TEXT_WIDTH),
)


def styles_part(
    formal: bool, sizes: Iterable[float], inset: int, listed: int = 0, letterhead: int = 0, letter: bool = False
) -> bytes:
    """The part word/styles.xml, with cells of so many sizes and `inset` twips over and under their texts.

    `listed`: the lines of the list of contents, closer where they would need another page. `letterhead`: the signs of
    the red name over a letter, smaller where it would need another line. `letter`: in the letter format.
    """
    cells = [
        Style(cell_code(size, align), f"表格{words} {size:g}", role, size, "center" if align == "head" else align)
        for size in sorted(set(sizes))
        for align, words, role in (
            ("left", "居左", "table"),
            ("center", "居中", "table"),
            ("right", "居右", "table"),
            ("head", "表头", "heading"),
        )
    ]
    rule = _rule("bottom", "thickThinSmallGap", 24, 6, RED)
    size = min(LETTERHEAD_SIZE, int(TEXT_WIDTH / POINT / max(letterhead, 1)))
    line, after = (860, 100) if letter else (900, 240)
    head = Style("Letterhead", "红头", "title", size, "center", line, after=after, keep=True, color=RED, rule=rule)
    cover = [each._replace(line=_closer(listed)) if each.tab else each for each in COVER_STYLES if listed]
    known = (Style("Normal", "Normal"), *text_styles(formal, letter), *FRAME_STYLES, head, *cover, *cells)
    paragraphs = "".join(map(_style, known))
    body = _DEFAULTS + paragraphs + _CHARACTERS + _table_looks(inset)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {MAIN}>{body}</w:styles>'.encode()


def _closer(lines: int) -> int:
    """From line to line of a list of contents that fits on its page, if that is not too close."""
    fitting = LISTED_ROOM * PITCH // max(lines, 1)
    return min(fitting, PITCH) if fitting >= CLOSEST * PITCH else PITCH


def fonts_part() -> bytes:
    """The part word/fontTable.xml: what Word may take where a font is not there."""
    faces = "".join(_FACE.format(name=name, other=other) for name, other in _ALTERNATIVES.items())
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {MAIN}>{faces}</w:fonts>'.encode()


def _rule(side: str, kind: str, size: int, space: int, color: str) -> str:
    return f'<w:pBdr><w:{side} w:val="{kind}" w:sz="{size}" w:space="{space}" w:color="{color}"/></w:pBdr>'


def _table_looks(inset: int) -> str:
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="404040"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return _TABLES.format(borders=borders, inset=inset)


def _style(style: Style) -> str:
    first = style.code == "Normal"
    kind = 'w:default="1" ' if first else "" if style.name.isascii() else 'w:customStyle="1" '
    based = "" if first else f'<w:basedOn w:val="{style.based}"/>'
    following = f'<w:next w:val="{style.following}"/>' if style.following else ""
    return (
        f'<w:style w:type="paragraph" {kind}w:styleId="{style.code}"><w:name w:val="{style.name}"/>{based}{following}'
        f"<w:qFormat/><w:pPr>{_paragraph(style)}</w:pPr><w:rPr>{_type(style)}</w:rPr></w:style>"
    )


def _paragraph(style: Style) -> str:
    line = style.line or round(style.size * LINE * 20)
    high = f'w:line="{line}" w:lineRule="exact"' if line != AS_NEEDED else 'w:line="240" w:lineRule="auto"'
    level = f'<w:outlineLvl w:val="{style.level - 1 if style.level else 9}"/>'
    tab = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{int(style.tab * TWIPS)}"/></w:tabs>'
    return (
        f'<w:keepNext w:val="{int(style.keep)}"/><w:keepLines w:val="{int(bool(style.level))}"/>'
        f'<w:widowControl w:val="0"/>{style.rule}{tab if style.tab else ""}'
        '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'<w:snapToGrid w:val="{int(line in (PITCH, LETTER_PITCH))}"/>'
        f'<w:spacing w:before="{style.before}" w:after="{style.after}" {high}/>'
        f'{_indent(style)}<w:jc w:val="{style.align}"/>{level}'
    )


def _indent(style: Style) -> str:
    def side(name: str, count: int) -> str:
        return f' w:{name}Chars="{count * 100}" w:{name}="{round(count * style.size * 20)}"'

    return f"<w:ind{side('left', style.left)}{side('right', style.right)}{side('firstLine', style.indent)}/>"


def _type(style: Style) -> str:
    face = fonts.ROLES[style.role].wanted
    color = f'<w:color w:val="{style.color}"/>' if style.color else ""
    size = round(style.size * 2)
    return (
        f'<w:rFonts w:ascii="{face}" w:eastAsia="{face}" w:hAnsi="{face}" w:cs="{face}"/>'
        f'<w:b w:val="{int(style.strong)}"/>{color}'
        f'<w:spacing w:val="{style.tracking}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


_ALTERNATIVES = {
    "方正小标宋简体": "宋体",
    "仿宋_GB2312": "仿宋",
    "楷体_GB2312": "楷体",
    "黑体": "SimHei",
    "宋体": "SimSun",
}
_FACE = '<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
_DEFAULTS = """<w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体" w:cs="宋体"/>
<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
<w:pPrDefault/></w:docDefaults>"""
_TABLES = """<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/>
<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="FormTable"><w:name w:val="报表表格"/>
<w:basedOn w:val="TableNormal"/>
<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar><w:top w:w="{inset}" w:type="dxa"/>
<w:left w:w="50" w:type="dxa"/><w:bottom w:w="{inset}" w:type="dxa"/><w:right w:w="50" w:type="dxa"/></w:tblCellMar>
</w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EFEFEF"/></w:tcPr></w:tblStylePr>
</w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="FormOpinions"><w:name w:val="意见栏"/>
<w:basedOn w:val="FormTable"/><w:tblPr/></w:style>"""
_CHARACTERS = """<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">
<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:semiHidden/></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="FormStrong"><w:name w:val="报表重点"/>
<w:rPr><w:rFonts w:ascii="黑体" w:eastAsia="黑体" w:hAnsi="黑体" w:cs="黑体"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="FormLine"><w:name w:val="填写线"/>
<w:rPr><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="LightRed"><w:name w:val="红灯"/>
<w:rPr><w:color w:val="C4372F"/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="LightYellow"><w:name w:val="黄灯"/>
<w:rPr><w:color w:val="B87100"/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="LightGreen"><w:name w:val="绿灯"/>
<w:rPr><w:color w:val="23804E"/></w:rPr></w:style>"""
