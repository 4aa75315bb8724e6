"""What stands around the text of a Word form: 过程稿 across and over the page, the footer with its page number."""

from collections.abc import Sequence

from kpi_desktop.reports.word_blocks import paragraph, run
from kpi_desktop.reports.word_styles import MAIN, PITCH

DRAFT_WORDS = "过程稿　未定稿，不作依据"
MIRRORED = f"<w:mirrorMargins {MAIN}/>"
_VML = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
_WATERMARK = """<w:r {main}><w:pict {vml}>
<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">
<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>
<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>
<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>
<v:f eqn="sum @6 0 @5"/></v:formulas>
<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800"
 o:connectangles="270,180,90,0"/>
<v:textpath on="t" fitshape="t"/></v:shapetype>
<v:shape id="PowerPlusWaterMarkObject{number}" o:spid="_x0000_s{shape}" type="#_x0000_t136" alt="过程稿"
 style="position:absolute;margin-left:0;margin-top:0;width:380pt;height:127pt;rotation:328;z-index:-251658752;
mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;
mso-position-vertical-relative:margin" fillcolor="#c81e1e" stroked="f"><v:fill opacity="6554f"/>
<v:textpath style="font-family:&quot;黑体&quot;;font-size:1pt" string="过程稿"/></v:shape></w:pict></w:r>"""


def grid() -> str:
    """The grid of a formal text: 22 lines on a page; the styles put 28 characters on a line."""
    return f'<w:docGrid {MAIN} w:type="lines" w:linePitch="{PITCH}"/>'


def head(draft: bool, number: int) -> str:
    """The header of right (0) or left (1) pages."""
    if not draft:
        return paragraph("DraftNote", "", outer=True)
    mark = _WATERMARK.format(main=MAIN, vml=_VML, number=number + 1, shape=2049 + number)
    return paragraph("DraftNote", mark + run(DRAFT_WORDS), outer=True)


def foot(lines: Sequence[str], odd: bool) -> list[str]:
    """The footer: — 1 — on the outer side, then form, number and chain head."""
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    number = paragraph("PageOdd" if odd else "PageEven", f"{run('— ')}{field}{run(' —')}", outer=True)
    return [number, *(paragraph("FooterInfo", run(line), outer=True) for line in lines)]
