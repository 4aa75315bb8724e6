"""What stands around the text of a Word form: 过程稿 across and over the page, page numbers, the program's settings."""

from collections.abc import Sequence
from datetime import date

from kpi_desktop.reports import figures
from kpi_desktop.reports.word_blocks import paragraph, run
from kpi_desktop.reports.word_styles import LETTER_PITCH, MAIN, PITCH

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
_SETTINGS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:settings {main}><w:zoom w:percent="100"/>{mirrored}<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/>
<w:characterSpacingControl w:val="doNotCompress"/>{fields}
<w:compat><w:ulTrailSpace/><w:doNotExpandShiftReturn/><w:useFELayout/>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>
<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification"
 w:uri="http://schemas.microsoft.com/office/word" w:val="1"/></w:compat>
<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>
<w:clrSchemeMapping w:bg1="light1" w:t1="dark1" w:bg2="light2" w:t2="dark2" w:accent1="accent1" w:accent2="accent2"
 w:accent3="accent3" w:accent4="accent4" w:accent5="accent5" w:accent6="accent6" w:hyperlink="hyperlink"
 w:followedHyperlink="followedHyperlink"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>"""


def settings_part(formal: bool, listed: bool) -> bytes:
    """The part word/settings.xml; `formal`: margins mirrored, `listed`: Word asks to bring page numbers up to date."""
    fields = '<w:updateFields w:val="true"/>' if listed else ""
    return _SETTINGS.format(main=MAIN, mirrored="<w:mirrorMargins/>" if formal else "", fields=fields).encode()


def grid(letter: bool = False) -> str:
    """The grid of a formal text: 22 lines on a page, more in a letter; the styles put 28 characters on a line."""
    return f'<w:docGrid {MAIN} w:type="lines" w:linePitch="{LETTER_PITCH if letter else PITCH}"/>'


def head(made: date | None, number: int) -> str:
    """A header, the document's `number`-th: that it is a draft of that day; empty for None."""
    if made is None:
        return paragraph("DraftNote", "", outer=True)
    mark = _WATERMARK.format(main=MAIN, vml=_VML, number=number + 1, shape=2049 + number)
    words = f"过程稿\u3000{figures.day(made)}制，未定稿，不作依据"
    return paragraph("DraftNote", mark + run(words), outer=True)


def foot(lines: Sequence[str], odd: bool, numbered: bool = True) -> list[str]:
    """The footer: — 1 — on the outer side, then form, number and chain head."""
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    number = paragraph("PageOdd" if odd else "PageEven", f"{run('— ')}{field}{run(' —')}", outer=True)
    told = [paragraph("FooterInfo", run(line), outer=True) for line in lines]
    return [number, *told] if numbered else told or [paragraph("FooterInfo", "", outer=True)]
