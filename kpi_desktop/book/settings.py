"""The settings of a year as the book keeps them: rows of 参数, each value as its canonical text."""

from decimal import Decimal
from fractions import Fraction
from typing import Any

from kpi_desktop.assessment import text as reading
from kpi_desktop.assessment.exact import Exact
from kpi_desktop.assessment.settings import SETTINGS, SettingDefinition, Settings
from kpi_desktop.book.columns import codes_text, codes_value, exact_text, exact_value

_EXACT = ("points", "share", "payout_unit")
_YES, _NO = "是", "否"


def read_setting(definition: SettingDefinition, text: str) -> Any:
    """The value of a setting's text. ValueError, with a Chinese sentence, when it is none or out of its range.

    Whether a grade or a category of that name exists is not looked at.
    """
    clean = reading.half_width(text)
    if definition.kind in _EXACT:
        return _exact(definition, clean)
    if definition.kind in ("year", "decimals"):
        return _whole(definition, clean)
    if definition.kind == "flag":
        return _one_of(clean, (_YES, _NO)) == _YES
    if definition.kind == "choice":
        return _one_of(clean, definition.choices)
    if definition.kind == "tie_break":
        return tuple(part.strip() for part in codes_value(clean))
    return text


def write_setting(definition: SettingDefinition, value: Any) -> str | None:
    """The canonical text of a setting's value; None for a blank. TypeError on a float."""
    if value is None:
        return None
    if definition.kind in _EXACT:
        return exact_text(value)
    if definition.kind == "flag":
        return _YES if value else _NO
    if definition.kind == "tie_break":
        return codes_text(value)
    return str(value)


def settings_of(year: int, texts: dict[str, str | None]) -> Settings:
    """The settings of `year` from the rows of 参数, name to text; what is missing or blank has its default."""
    values: dict[str, Any] = {}
    for definition in SETTINGS:
        text = texts.get(definition.name)
        if text is not None and text != "":
            values[definition.field] = read_setting(definition, text)
    return Settings(**(values | {"year": year}))


def _exact(definition: SettingDefinition, text: str) -> Exact:
    number = reading.number(text)
    if number < 0:
        raise ValueError(f"“{text}”不能是负数")
    if definition.choices and number not in map(Fraction, definition.choices):
        raise ValueError(f"“{text}”应为 {'、'.join(definition.choices)} 之一")
    value = exact_value(exact_text(number))
    return value if isinstance(value, Decimal) else number


def _whole(definition: SettingDefinition, text: str) -> int:
    number = reading.number(text)
    if number.denominator != 1:
        raise ValueError(f"“{text}”应为整数")
    if definition.kind == "decimals" and not 0 <= number <= 4:
        raise ValueError(f"“{text}”应为 0 到 4")
    if definition.kind == "year" and not 1900 <= number <= 9999:
        raise ValueError(f"“{text}”不像一个年度")
    return int(number)


def _one_of(text: str, choices: tuple[str, ...]) -> str:
    if text not in choices:
        raise ValueError(f"“{text}”应为 {'、'.join(choices)} 之一")
    return text
