"""An .xlsx file as a package of XML parts, opened with care: what is no workbook, locked or a trap is refused.

Read here rather than by openpyxl, whose read-only mode trusts a sheet's stated size, knows no merged cells, cannot
tell a formula that was never computed from one that gives an empty text, takes dates in the Chinese built-in formats
(27 to 36, 50 to 58) for numbers, and which gives up a whole workbook over a style that it does not know.
"""

import posixpath
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from kpi_desktop.book.refusal import Refusal, why

LARGEST_FILE = 64 * 2**20
LARGEST_CONTENT = 512 * 2**20
MOST_PARTS = 5000
CHUNK = 2**16
SAVE_AS = "请用 Excel 或 WPS 打开，另存为“Excel 工作簿(.xlsx)”后再导入。"
_OLD_FORMAT = bytes.fromhex("D0CF11E0A1B11AE1")
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_DAMAGE = (
    ArithmeticError,
    expat.ExpatError,
    BadZipFile,
    zlib.error,
    KeyError,
    IndexError,
    TypeError,
    ValueError,
    NotImplementedError,
    EOFError,
    RuntimeError,
)


class Listener(Protocol):
    """What hears the elements of an XML part, in order. Names come without their prefix."""

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""

    def text(self, data: str) -> None:
        """Text of an element, all of it between two tags."""

    def end(self, tag: str) -> None:
        """An element ends."""


class Package:
    """The parts of an open workbook."""

    def __init__(self, archive: ZipFile) -> None:
        """`archive` is already known to be of a bearable size."""
        self._archive = archive
        self._names = {name.lower(): name for name in archive.namelist()}

    def has(self, part: str) -> bool:
        """Whether there is such a part."""
        return part.lower() in self._names

    def parse(self, part: str, listener: Listener) -> None:
        """Tell `listener` the elements of `part`. ExpatError on a document type, which no workbook has."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _refuse_doctype
        parser.StartElementHandler = lambda name, attributes: listener.start(name.rpartition(":")[2], attributes)
        parser.EndElementHandler = lambda name: listener.end(name.rpartition(":")[2])
        parser.CharacterDataHandler = listener.text
        with self._archive.open(self._names[part.lower()]) as source:
            while chunk := source.read(CHUNK):
                parser.Parse(chunk, False)
        parser.Parse(b"", True)

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """The parts that `part` names, by relation id: kind and path. The package itself is the part ''."""
        folder, name = posixpath.split(part)
        relations = _Relations(folder)
        path = posixpath.join(folder, "_rels", f"{name}.rels")
        if self.has(path):
            self.parse(path, relations)
        return relations.found


class _Relations:
    def __init__(self, folder: str) -> None:
        self.folder = folder
        self.found: dict[str, tuple[str, str]] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join("/", self.folder, attributes["Target"])).lstrip("/")
            self.found[attributes["Id"]] = attributes["Type"].rpartition("/")[2], target

    def text(self, data: str) -> None:
        pass

    def end(self, tag: str) -> None:
        pass


def _refuse_doctype(*_: object) -> None:
    raise expat.ExpatError("a document type in a workbook")


@contextmanager
def open_package(path: Path) -> Iterator[Package]:
    """The parts of the workbook at `path`. Refusal where it is none, is locked, damaged, or too large.

    Damage that shows only while a part is read is a Refusal too: it is raised at the end of the `with` block.
    """
    try:
        _look_at(path)
        with ZipFile(path) as archive:
            _weigh(archive, path.name)
            yield Package(archive)
    except FileNotFoundError:
        raise Refusal(f"找不到文件“{path}”。", "请检查文件名和所在的文件夹。") from None
    except PermissionError:
        raise Refusal(f"打不开“{path.name}”，", "请先在 Excel 或 WPS 里关闭它，并确认有读取它的权限。") from None
    except OSError as error:
        raise Refusal(f"读不了“{path.name}”（{why(error)}）。", "请把它复制到本机后再试。") from error
    except _DAMAGE as error:
        raise Refusal(f"“{path.name}”已损坏，读不出来。", SAVE_AS) from error


def _look_at(path: Path) -> None:
    """Refuse what its size or first bytes show to be no workbook."""
    if path.is_dir():
        raise Refusal(f"“{path.name}”是文件夹，不是工作簿。", "请选择一个 .xlsx 文件。")
    size = path.stat().st_size
    if size > LARGEST_FILE:
        raise Refusal(f"“{path.name}”太大({size // 2**20} MB)。", f"工作簿不要超过 {LARGEST_FILE // 2**20} MB。")
    with path.open("rb") as file:
        head = file.read(8)
        if head == _OLD_FORMAT:
            _refuse_old(path.name, locked=_LOCKED in file.read())
    if not head:
        raise Refusal(f"“{path.name}”是空文件。", SAVE_AS)
    if not head.startswith(b"PK"):
        raise Refusal(f"“{path.name}”不是 .xlsx 工作簿。", SAVE_AS)


def _refuse_old(name: str, *, locked: bool) -> None:
    if locked:
        raise Refusal(f"“{name}”设了打开密码。", "请在 Excel 或 WPS 里取消密码，另存为 .xlsx 后再导入。")
    raise Refusal(f"“{name}”是旧格式(.xls 或 .et),或设了打开密码。", SAVE_AS)


def _weigh(archive: ZipFile, name: str) -> None:
    """Refuse a package that would unfold beyond measure, before anything is unfolded."""
    parts = archive.infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_CONTENT:
        raise Refusal(f"“{name}”展开后太大。", "请删去多余的工作表、图片和格式，另存后再导入。")
    if any(part.flag_bits & 1 for part in parts):
        raise Refusal(f"“{name}”里的内容加了密。", "请去掉密码后再导入。")
