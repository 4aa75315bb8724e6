"""The order of children that WordprocessingML prescribes (ISO/IEC 29500-1, annex A): Word repairs or refuses others."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

_PARAGRAPH = (
    "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
    "suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd "
    "snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment "
    "textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange"
)
_RUN = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
)
_TABLE = (
    "tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd "
    "tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
)
_CELL = "cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers"
_SECTION = (
    "headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols "
    "formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings"
)
_STYLE = (
    "name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal "
    "personalCompose personalReply rsid pPr rPr tblPr trPr tcPr tblStylePr"
)
_SETTINGS = (
    "writeProtection view zoom removePersonalInformation removeDateAndTime mirrorMargins alignBordersAndEdges "
    "proofState attachedTemplate linkStyles documentProtection defaultTabStop evenAndOddHeaders "
    "characterSpacingControl savePreviewPicture updateFields footnotePr endnotePr compat docVars rsids mathPr "
    "themeFontLang clrSchemeMapping shapeDefaults decimalSymbol listSeparator"
)
_COMPATIBILITY = "spaceForUL ulTrailSpace doNotExpandShiftReturn adjustLineHeightInTable useFELayout compatSetting"
ORDERS = {
    "pPr": _PARAGRAPH,
    "rPr": _RUN,
    "tblPr": _TABLE,
    "tcPr": _CELL,
    "sectPr": _SECTION,
    "style": _STYLE,
    "settings": _SETTINGS,
    "compat": _COMPATIBILITY,
    "tbl": "tblPr tblGrid tr",
    "tr": "tblPrEx trPr tc",
    "tc": "tcPr p",
    "pBdr": "top left bottom right between bar",
    "tblBorders": "top left start bottom right end insideH insideV",
    "tblCellMar": "top left start bottom right end",
    "tblStylePr": "pPr rPr tblPr trPr tcPr",
    "body": "p|tbl sectPr",
    "docDefaults": "rPrDefault pPrDefault",
}
"""By element: its children in their order; between bars those that may be mixed."""
MANY = {"tr", "tc", "p", "tbl", "headerReference", "footerReference", "tblStylePr", "compatSetting"}
"""Children that may come more than once."""


def faults(root: Any) -> Iterator[str]:
    """What stands in the wrong order, twice, or where it may not stand."""
    for element in root.iter():
        parent = _name(element)
        if parent not in ORDERS:
            continue
        steps = [step.split("|") for step in ORDERS[parent].split()]
        places = {name: at for at, step in enumerate(steps) for name in step}
        places["footerReference"] = places.get("headerReference", 0)
        found = [_name(child) for child in element]
        yield from (f"{parent}: unknown {name}" for name in found if name not in places)
        known = [places[name] for name in found if name in places]
        if known != sorted(known):
            yield f"{parent}: {' '.join(found)}"
        yield from (f"{parent}: twice {name}" for name in set(found) if name not in MANY and found.count(name) > 1)
        if parent == "p" and qn("w:pPr") in [child.tag for child in element[1:]]:
            yield "p: pPr is not first"


def _name(element: Any) -> str:
    """The local name of an element of Word's own vocabulary; of others nothing."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) and tag.startswith(qn("w:p")[:-1]) else ""
