"""The styles of a form in Word: everything a reader may want to change at once is a style, nothing is set by hand."""

from collections.abc import Iterable
from typing import NamedTuple

from kpi_desktop.reports import fonts

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
MAIN = f'xmlns:w="{NAMESPACE}"'
TWIPS = 1440 / 25.4
"""Twips in a millimetre."""
PITCH = int(225 / 22 * TWIPS)
"""Twips from line to line: 22 lines on 225 mm."""
TRACKING = -5
"""Twentieths of a point between the 16 pt characters of a line of 28: 156 mm / 28 - 16 pt, rounded down."""
ALERT, GREY = "B3261E", "5F5F5F"
_ALTERNATIVES = {
    "方正小标宋简体": "宋体",
    "仿宋_GB2312": "仿宋",
    "楷体_GB2312": "楷体",
    "黑体": "SimHei",
    "宋体": "SimSun",
}
_DEFAULTS = """<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="宋体" w:eastAsia="宋体" w:hAnsi="宋体"/>
<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>
<w:pPrDefault/></w:docDefaults>"""
_TABLES = """<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:left w:w="85" w:type="dxa"/>
<w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="FormTable"><w:name w:val="报表表格"/>
<w:basedOn w:val="TableNormal"/>
<w:tblPr><w:tblBorders>{borders}</w:tblBorders><w:tblCellMar><w:top w:w="57" w:type="dxa"/>
<w:left w:w="60" w:type="dxa"/><w:bottom w:w="57" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>
</w:tblPr>
<w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="EFEFEF"/></w:tcPr></w:tblStylePr>
</w:style>"""
_STRONG = """<w:style w:type="character" w:customStyle="1" w:styleId="FormStrong"><w:name w:val="报表重点"/>
<w:rPr><w:rFonts w:ascii="黑体" w:eastAsia="黑体" w:hAnsi="黑体"/></w:rPr></w:style>"""
_FACE = '<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/><w:family w:val="auto"/></w:font>'


class Style(NamedTuple):
    """A paragraph style: id, name shown in Word, the font's role, size in points, and how its lines stand.

    `line`: twips from line to line, 0 for what the type needs. `before`, `after` in twips. `indent`: characters that
    the first line stands in. `level`: place among the headings, 0 for none.
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
    level: int = 0
    keep: bool = False
    strong: bool = False
    color: str = ""
    tracking: int = 0


def cell_code(size: float, align: str) -> str:
    """The id of the style of a cell's text."""
    return f"Cell{round(size * 10)}{align.capitalize()}"


def text_styles(formal: bool) -> list[Style]:
    """The styles of titles, paragraphs and headings: on the grid of GB/T 9704 in a formal text."""
    line, size, indent = (PITCH, 16.0, 2) if formal else (0, 12.0, 2)
    room = 0 if formal else 60
    found = [
        Style("Normal", "Normal"),
        Style(
            "Title",
            "Title",
            "title",
            22.0,
            "center",
            PITCH + 40 if formal else 0,
            0,
            PITCH if formal else 160,
            keep=True,
        ),
        Style("Heading1", "heading 1", "heading", size, "both", line, room, room, indent, 1, True),
        Style("Heading2", "heading 2", "subheading", size, "both", line, room, room, indent, 2, True),
        Style("Heading3", "heading 3", "body", size, "both", line, room, room, indent, 3, True, True),
        Style("BodyText", "Body Text", "body", size, "both", line, room, room, indent),
        Style("BodyCentre", "正文居中", "body", size, "center", line, room, room),
        Style("BodyRight", "正文居右", "body", size, "right", line, room, room),
    ]
    return [each._replace(tracking=TRACKING) if formal and each.size == size else each for each in found]


FRAME_STYLES = (
    Style("FormFacts", "表首", after=60, keep=True),
    Style("FormNote", "表注", size=9.0, before=40),
    Style("FormHead", "表头", "heading", align="center"),
    Style("FormSign", "签名", before=240),
    Style("FormGap", "表间", size=5.0),
    Style("FormPicture", "图", align="center", before=60),
    Style("Letterhead", "红头", "title", 38.0, "center", after=240, keep=True, color="D0021B"),
    Style("DraftNote", "过程稿说明", "heading", 9.0, "right", color=ALERT),
    Style("FooterInfo", "页脚信息", size=8.0, color=GREY),
    Style("PageOdd", "单页码", size=14.0, align="right"),
    Style("PageEven", "双页码", size=14.0),
)


def styles_part(formal: bool, sizes: Iterable[float]) -> bytes:
    """The part word/styles.xml, with cells of so many sizes."""
    cells = [
        Style(cell_code(size, align), f"表格{words} {size:g}", size=size, align=align)
        for size in sorted(set(sizes))
        for align, words in (("left", "居左"), ("center", "居中"), ("right", "居右"))
    ]
    paragraphs = "".join(_style(each) for each in (*text_styles(formal), *FRAME_STYLES, *cells))
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="404040"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    body = _DEFAULTS + paragraphs + _STRONG + _TABLES.format(borders=borders)
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:styles {MAIN}>{body}</w:styles>'.encode()


def fonts_part() -> bytes:
    """The part word/fontTable.xml: what Word may take where a font is not there."""
    faces = "".join(_FACE.format(name=name, other=other) for name, other in _ALTERNATIVES.items())
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:fonts {MAIN}>{faces}</w:fonts>'.encode()


def _style(style: Style) -> str:
    first = style.code == "Normal"
    kind = 'w:default="1" ' if first else "" if style.name.isascii() else 'w:customStyle="1" '
    based = "" if first else '<w:basedOn w:val="Normal"/>'
    return (
        f'<w:style w:type="paragraph" {kind}w:styleId="{style.code}"><w:name w:val="{style.name}"/>{based}<w:qFormat/>'
        f"<w:pPr>{_paragraph(style)}</w:pPr><w:rPr>{_type(style)}</w:rPr></w:style>"
    )


def _paragraph(style: Style) -> str:
    keep = "<w:keepNext/>" if style.keep else ""
    exact = f' w:line="{style.line}" w:lineRule="exact"' if style.line else ' w:line="240" w:lineRule="auto"'
    indent = f'<w:ind w:firstLineChars="{style.indent * 100}" w:firstLine="{round(style.indent * style.size * 20)}"/>'
    level = f'<w:outlineLvl w:val="{style.level - 1}"/>' if style.level else ""
    return (
        f'{keep}<w:keepLines w:val="{int(bool(style.level))}"/><w:widowControl w:val="0"/>'
        '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
        f'<w:snapToGrid w:val="{int(bool(style.line))}"/>'
        f'<w:spacing w:before="{style.before}" w:after="{style.after}"{exact}/>'
        f'{indent if style.indent else ""}<w:jc w:val="{style.align}"/>{level}'
    )


def _type(style: Style) -> str:
    face = fonts.ROLES[style.role].wanted
    strong = "<w:b/>" if style.strong else ""
    color = f'<w:color w:val="{style.color}"/>' if style.color else ""
    tracking = f'<w:spacing w:val="{style.tracking}"/>' if style.tracking else ""
    size = round(style.size * 2)
    names = f'<w:rFonts w:ascii="{face}" w:eastAsia="{face}" w:hAnsi="{face}"/>'
    return f'{names}{strong}{color}{tracking}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
