"""The rules of the house that no linter knows, each a sentence. Each test lists the places that break its rule."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAVY = {"openpyxl", "matplotlib", "typst", "docx", "alembic", "typer", "rich", "pypinyin"}
"""Slow to import, and needed by nobody until some work is asked for."""
HEAVY_ROOMS = (
    "kpi_desktop/exchange",
    "kpi_desktop/reports",
    "kpi_desktop/cli.py",
    "kpi_desktop/cli",
    "kpi_desktop/book/migrations",
)
"""Where such a module may be imported on top: loaded by those who do that work, never at start-up."""
RECORDS = ("kpi_desktop/book/migrations/versions",)
"""Migrations that were run somewhere stay as they are, however long."""
WAITING = {"processEvents", "qWait", "sleep", "msleep", "usleep"}
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
DEFINITION = (*FUNCTION, ast.ClassDef)


# --- Who may do what


def test_only_the_office_and_the_book_open_an_operation():
    assert not [
        place(path, call)
        for path in sources("kpi_desktop", "ui", but=("kpi_desktop/book", "kpi_desktop/office"))
        for call in calls(path)
        if called(call) == "operation"
    ]


def test_only_the_office_and_the_book_write_to_tables():
    """A table's `insert`, `update` and `delete` take no argument; those of lists, dicts and sets do."""
    writing = {"insert", "update", "delete"}
    elsewhere = sources("kpi_desktop", but=("kpi_desktop/book", "kpi_desktop/office"))
    through_tables = [
        place(path, call)
        for path in elsewhere
        for call in calls(path)
        if isinstance(call.func, ast.Attribute) and called(call) in writing and not call.args and not call.keywords
    ]
    through_functions = [
        place(path, node)
        for path in elsewhere
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("sqlalchemy")
        if writing & {name.name for name in node.names}
    ]
    assert not through_tables + through_functions


def test_the_window_holds_no_sql():
    imports = [place(path, node) for path in sources("ui") for name, node in imported(path) if name == "sqlalchemy"]
    executions = [place(path, call) for path in sources("ui") for call in calls(path) if called(call) == "execute"]
    assert not imports + executions


def test_kpi_desktop_imports_no_qt():
    qt = {"PySide6", "shiboken6", "qtawesome", "ui"}
    assert not [place(path, node) for path in sources("kpi_desktop") for name, node in imported(path) if name in qt]


def test_the_calculus_imports_the_standard_library_and_itself_only():
    assert not [
        place(path, node)
        for path in sources("kpi_desktop/assessment")
        for node in nodes(path)
        for module in modules_of(node)
        if module.partition(".")[0] not in sys.stdlib_module_names
        if not f"{module}.".startswith("kpi_desktop.assessment.")
    ]


def test_the_first_start_needs_nothing_but_python():
    files = [ROOT / "kpi_desktop/__init__.py", ROOT / "kpi_desktop/bootstrap.py"]
    assert not [
        place(path, node) for path in files for name, node in imported(path) if name not in sys.stdlib_module_names
    ]


# --- Exactness


def test_the_calculus_knows_no_float():
    literals = [
        place(path, node)
        for path in sources("kpi_desktop/assessment")
        for node in nodes(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    conversions = [
        place(path, call)
        for path in sources("kpi_desktop/assessment")
        for call in calls(path)
        if called(call) == "float"
    ]
    assert not literals + conversions


# --- Start-up


def test_heavy_modules_are_imported_where_they_are_used():
    light = [*sources("kpi_desktop", "ui", but=HEAVY_ROOMS), ROOT / "main.py"]
    assert not [
        place(path, node) for path in light for name, node in imported(path, inside_functions=False) if name in HEAVY
    ]


def test_opening_the_window_imports_nothing_heavy():
    window = ROOT / "ui" / "app.py"
    module = "ui.app" if window.exists() else "ui"
    code = f"import sys, {module}; print(*sorted({HEAVY} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert (run.stdout.strip(), run.stderr, run.returncode) == ("", "", 0)


# --- Qt


def test_nothing_waits_by_sleeping_or_by_running_the_event_loop():
    """A worker sends a signal, a test waits for what the user sees; only tests of whole processes may poll."""
    assert not [
        place(path, node)
        for path in sources("kpi_desktop", "ui", "tests", but=("tests/reliability",))
        for node in nodes(path)
        if WAITING & names_of(node)
    ]


def test_tables_are_models_and_never_widgets_that_hold_their_own_data():
    assert not [place(path, node) for path in sources("ui") for node in nodes(path) if "QTableWidget" in names_of(node)]


def test_texts_to_translate_are_plain_literals():
    """lupdate sees neither `tr(f"…")` nor `f"{tr('…')}"`; `tr("…").format(…)` is what it finds."""
    built = [
        place(path, call)
        for path in sources("ui")
        for call in calls(path)
        if called(call) == "tr" and call.args and not isinstance(call.args[0], ast.Constant)
    ]
    inside = [
        place(path, node)
        for path in sources("ui")
        for node in nodes(path)
        if isinstance(node, ast.JoinedStr)
        if any(isinstance(part, ast.Call) and called(part) in ("tr", "translate") for part in ast.walk(node))
    ]
    assert not built + inside


# --- Size and words


def test_files_stay_under_400_lines():
    assert not [
        f"{path.relative_to(ROOT)}: {lines}"
        for path in sources("kpi_desktop", "ui", but=RECORDS)
        if (lines := len(text(path).splitlines())) > 400
    ]


def test_functions_stay_under_60_lines():
    assert not [
        f"{place(path, node)} {node.name}: {lines}"
        for path in sources("kpi_desktop", "ui", but=RECORDS)
        for node in nodes(path)
        if isinstance(node, FUNCTION) and (lines := node.end_lineno - node.lineno + 1) > 60
    ]


def test_everything_public_in_kpi_desktop_has_a_docstring():
    modules = [str(path.relative_to(ROOT)) for path in sources("kpi_desktop") if not ast.get_docstring(tree(path))]
    inside = [
        f"{place(path, node)} {node.name}"
        for path in sources("kpi_desktop")
        for node in public(tree(path))
        if not ast.get_docstring(node)
    ]
    assert not modules + inside


def test_no_file_speaks_of_one_machine():
    folders = [f"/{name}/" for name in ("work", "root")] + ["/tmp/" + "venv"]
    kinds = {".py", ".toml", ".md", ".typ", ".qss", ".json", ".yml", ".cfg", ""}
    tops = [top for top in ROOT.iterdir() if kept(top)]
    files = [path for top in tops for path in (top.rglob("*") if top.is_dir() else [top])]
    ours = [path for path in files if path.suffix in kinds and path.is_file() and kept(path)]
    assert not [str(path.relative_to(ROOT)) for path in ours if any(folder in text(path) for folder in folders)]


# --- How the rules read the sources


def sources(*rooms: str, but: tuple[str, ...] = ()) -> list[Path]:
    """The Python files in `rooms`, but for those in the rooms or files `but`."""
    files = sorted(path for room in rooms for path in (ROOT / room).rglob("*.py") if kept(path))
    return [path for path in files if not any(path.is_relative_to(ROOT / room) for room in but)]


def kept(path: Path) -> bool:
    """Whether a file is the project's own, not made by a tool."""
    made = {".git", ".venv", ".hypothesis", ".benchmarks", "__pycache__", "build", "dist"}
    return not any(part in made or part.endswith("_cache") for part in path.relative_to(ROOT).parts)


@cache
def text(path: Path) -> str:
    """What a file says; nothing when it is not text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@cache
def tree(path: Path) -> ast.Module:
    """A file's syntax tree."""
    return ast.parse(text(path))


@cache
def nodes(path: Path) -> list[ast.AST]:
    """Every node of a file."""
    return list(ast.walk(tree(path)))


def calls(path: Path) -> list[ast.Call]:
    """Every call in a file."""
    return [node for node in nodes(path) if isinstance(node, ast.Call)]


def called(call: ast.Call) -> str:
    """The last name of what is called: `operation` for `book.operation(…)`."""
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")


def names_of(node: ast.AST) -> set[str]:
    """The names that a node uses or imports."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return {name.name for name in node.names}
    return {getattr(node, "attr", "") or getattr(node, "id", "")}


def modules_of(node: ast.AST) -> list[str]:
    """The modules that an import statement names; relative ones are not used here."""
    if isinstance(node, ast.Import):
        return [name.name for name in node.names]
    return [node.module or "."] if isinstance(node, ast.ImportFrom) else []


def imported(path: Path, inside_functions: bool = True) -> Iterator[tuple[str, ast.AST]]:
    """The top-level packages that a file imports; without those that only a function or a type checker imports."""
    for node in nodes(path) if inside_functions else outside_functions(tree(path)):
        for module in modules_of(node):
            yield module.partition(".")[0], node


def outside_functions(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that run when a module is imported."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, FUNCTION) or (isinstance(child, ast.If) and "TYPE_CHECKING" in names_of(child.test)):
            continue
        yield child
        yield from outside_functions(child)


def public(node: ast.Module | ast.ClassDef) -> Iterator[ast.AST]:
    """The public classes, functions and methods, those under `if` and `try` included."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, DEFINITION):
            if not child.name.startswith("_"):
                yield child
                yield from public(child) if isinstance(child, ast.ClassDef) else ()
        elif isinstance(child, ast.If | ast.Try):
            yield from public(child)


def place(path: Path, node: ast.AST) -> str:
    """Where to look."""
    return f"{path.relative_to(ROOT)}:{node.lineno}"
