"""The parameters of a scoring rule as fields to fill in: their texts, what is wrong with one, how they are written."""

from collections.abc import Mapping
from types import MappingProxyType

from kpi_desktop.assessment import text as reading
from kpi_desktop.assessment.rules import RULES, Parameter, RuleError, parse_rule

_BEGINNINGS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {"bands": {"档": "100%:100%,90%:90%,80%:70%"}, "curve": {"点": "0:0,100:100%"}}
)
"""What stands at first in the parameters that have no default."""


def parameter_texts(code: str, params: str) -> dict[str, str]:
    """The text of every parameter of a rule, in order: as given, else its default; unreadable text gives nothing."""
    given = _given(params)
    return {each.name: given.get(each.name, each.default or "") for each in RULES[code].parameters}


def rule_params(code: str, texts: Mapping[str, str]) -> str:
    """`texts` as a rule's `键=值;键=值`, in the rule's order; blanks and what is the default anyway are left out."""
    written = []
    for parameter in RULES[code].parameters:
        text = reading.half_width(texts.get(parameter.name, ""))
        if text and text != parameter.default:
            written.append(f"{parameter.name}={text}")
    return ";".join(written)


def parameter_problem(parameter: Parameter, text: str) -> str:
    """Why `text` cannot stand in that field, as a Chinese sentence; empty where it can."""
    clean = reading.half_width(text)
    if not clean:
        return "" if parameter.default is not None else f"不能空着，{parameter.hint}"
    if ";" in clean or "=" in clean:
        return "不能有“;”和“=”"
    try:
        parameter.read(clean)
    except RuleError as error:
        return str(error)
    return ""


def beginning(code: str, params: str = "") -> str:
    """Parameters to begin with when an indicator changes to this rule: those of `params` that it has and can read."""
    texts = dict(_BEGINNINGS.get(code, {}))
    for parameter in RULES[code].parameters:
        text = _given(params).get(parameter.name, "")
        if text and not parameter_problem(parameter, text):
            texts[parameter.name] = text
    return rule_params(code, texts)


def reads(code: str, params: str) -> bool:
    """Whether the rule can read these parameters."""
    try:
        parse_rule(code, params)
    except RuleError:
        return False
    return True


def _given(params: str) -> dict[str, str]:
    try:
        return dict(reading.pairs(params))
    except ValueError:
        return {}
