"""The fonts of the printed forms: what a form asks for, what this machine has, and what replaces what."""

import sys
from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple


class Role(NamedTuple):
    """A role in a form: its name, the font the standard asks for, and the families to take, best first."""

    name: str
    wanted: str
    families: tuple[str, ...]


_SERIF = ("Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "SimSun", "宋体")
_SANS = ("Noto Sans SC", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "微软雅黑")
ROLES: Mapping[str, Role] = MappingProxyType(
    {
        "title": Role(
            "标题",
            "方正小标宋简体",
            ("FZXiaoBiaoSong-B05S", "方正小标宋简体", "FZXiaoBiaoSong-B05", "SimSun", "宋体", *_SERIF),
        ),
        "body": Role("正文", "仿宋_GB2312", ("FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", *_SERIF)),
        "heading": Role("一级标题、表内重点", "黑体", ("SimHei", "黑体", *_SANS)),
        "subheading": Role("二级标题", "楷体_GB2312", ("KaiTi_GB2312", "楷体_GB2312", "KaiTi", "楷体", *_SERIF)),
        "table": Role("表格", "宋体", ("SimSun", "宋体", *_SERIF)),
    }
)
"""English family name first, then the Chinese one: which of them a font gives depends on the system."""
SAME_FONT: tuple[frozenset[str], ...] = (
    frozenset({"FZXiaoBiaoSong-B05S", "方正小标宋简体"}),
    frozenset({"FangSong_GB2312", "仿宋_GB2312"}),
    frozenset({"SimHei", "黑体"}),
    frozenset({"KaiTi_GB2312", "楷体_GB2312"}),
    frozenset({"SimSun", "宋体"}),
)
HEAVY_TITLES = frozenset({"FZXiaoBiaoSong-B05S", "方正小标宋简体", "FZXiaoBiaoSong-B05"})
"""Title fonts that are dark enough without a stroke."""


class FontUse(NamedTuple):
    """What prints a role: `used` is None where the machine has no font for it; `replaced`: it is not the wanted one."""

    role: str
    wanted: str
    used: str | None
    replaced: bool

    @property
    def sentence(self) -> str:
        """The use as a sentence for the user."""
        if self.used is None:
            return f"{self.role}：没有可用的中文字体，应装“{self.wanted}”"
        return f"{self.role}：缺“{self.wanted}”，以“{self.used}”代替" if self.replaced else f"{self.role}：{self.used}"


def font_folders() -> tuple[Path, ...]:
    """Folders with the fonts that come with the program; none on Windows, which has its own."""
    if sys.platform == "win32":
        return ()
    return (_packaged_fonts(),)


def _packaged_fonts() -> Path:
    import pylopdf_fonts_zh_cn

    return pylopdf_fonts_zh_cn.sans_path().parent


def chosen(available: Collection[str]) -> dict[str, list[str]]:
    """The families of `available` for each role, best first; missing ones are not named, Typst would only warn."""
    spelled = {family.casefold(): family for family in available}
    return {
        code: list(dict.fromkeys(spelled[f.casefold()] for f in role.families if f.casefold() in spelled))
        for code, role in ROLES.items()
    }


def uses(available: Collection[str]) -> tuple[FontUse, ...]:
    """For each role the font that prints it."""
    found = []
    for code, families in chosen(available).items():
        role, used = ROLES[code], next(iter(families), None)
        same = used == role.wanted or any({used, role.wanted} <= names for names in SAME_FONT)
        found.append(FontUse(role.name, role.wanted, used, used is not None and not same))
    return tuple(found)


@cache
def available_fonts() -> tuple[str, ...]:
    """The families Typst finds on this machine, with those that come with the program."""
    import typst

    return tuple(typst.Fonts(font_paths=[str(folder) for folder in font_folders()]).families())


def fonts_report() -> tuple[FontUse, ...]:
    """What prints each role on this machine."""
    return uses(available_fonts())
