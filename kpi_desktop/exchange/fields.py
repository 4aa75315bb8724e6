"""What a sheet and a column of the exchange workbook are: the words in which `columns` is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from types import MappingProxyType
from typing import Any

from kpi_desktop.assessment.exact import Exact


class Kind(Enum):
    """How the cells of a column are read."""

    CODE = "编码"
    NAME = "名称"
    TEXT = "文字"
    NUMBER = "数字"
    INTEGER = "整数"
    SHARE = "百分比"
    DATE = "日期"
    FLAG = "是或否"
    CHOICE = "选项"
    CODES = "编码(、分隔)"
    SETTING = "参数值"


@dataclass(frozen=True, slots=True)
class Reference:
    """What a column names: a row of `table` by its only key; of a category, one of `kinds`; or one of `also`."""

    table: str
    kinds: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A column: how its cells are read, what they may hold, where they are stored.

    `name`: the column of the book's table. `blank`: what a blank cell stands for. `choices`: stored code to name.
    `low`, `high`: the range, `above_low` where the low end itself is out of it. `among`: the only numbers allowed.
    `decimals`: not more of them than the year has. `in_unit`: a number in the indicator's unit. `forbidden`: signs
    that a code or name must not hold, because lists and parameters use them. `reserved`: words with a meaning of their
    own. `tidy`: makes one spelling of several.
    """

    header: str
    name: str
    kind: Kind
    required: bool = False
    blank: Any = None
    choices: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    refers: Reference | None = None
    low: Exact | None = None
    high: Exact | None = None
    above_low: bool = False
    among: tuple[Decimal, ...] = ()
    decimals: bool = False
    in_unit: bool = False
    forbidden: str = ""
    reserved: tuple[str, ...] = ()
    tidy: Callable[[str], str] | None = None

    def within(self, value: Exact) -> bool:
        """Whether `value` is in the column's range."""
        if self.low is not None and (value < self.low or (self.above_low and value == self.low)):
            return False
        if self.high is not None and value > self.high:
            return False
        return not self.among or Fraction(value) in self.among


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: its title, the book's table, the names of its key columns, its columns in order.

    Without a key, rows are told apart by their whole content and an import replaces them. `rows_with`: only rows that
    have this column are keyed, the others are without key. `comes_in`: whether an import reads it.
    """

    title: str
    table: str
    key: tuple[str, ...] = ()
    fields: tuple[Field, ...]
    rows_with: str | None = None
    comes_in: bool = True

    def field(self, name: str) -> Field:
        """The column stored as `name`. KeyError where there is none."""
        for column in self.fields:
            if column.name == name:
                return column
        raise KeyError(name)

    def is_keyed(self, values: Mapping[str, Any]) -> bool:
        """Whether a row with `values` is told apart by the key."""
        return bool(self.key) and (self.rows_with is None or values.get(self.rows_with) is not None)

    def key_of(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        """The key of a row."""
        return tuple(values.get(name) for name in self.key)
