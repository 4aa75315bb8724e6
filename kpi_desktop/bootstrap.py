"""The first start: make `.venv` beside main.py, install the dependencies there and go on inside it.

Standard library only, and parsed by Python 3.8, so that an old interpreter gets a sentence instead of a SyntaxError.
Nothing but `os` and `sys` is imported until there is work to do, and messages go to standard error: standard output
belongs to the verbs.
"""

from __future__ import annotations

import io
import os
import sys

TYPE_CHECKING = False  # as in typing, whose import would cost more than this whole module
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import NoReturn

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYPROJECT = os.path.join(ROOT, "pyproject.toml")
LOCK = os.path.join(ROOT, ".venv.lock")
STAMP = os.path.join(VENV, "kpi-desktop-ready")
"""What `.venv` was made from. Written last and taken away while pip works: no stamp means start afresh."""

QT_PACKAGES = """
    libdbus-1-3 libegl1 libfontconfig1 libfreetype6 libgl1 libglib2.0-0 libgssapi-krb5-2 libx11-6 libx11-xcb1 libxcb1
    libxcb-cursor0 libxcb-glx0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 libxcb-render0
    libxcb-render-util0 libxcb-shape0 libxcb-shm0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1 libxkbcommon0
    libxkbcommon-x11-0
"""
"""Debian packages with the libraries that Qt's own modules and its X11 platform load."""

QT_CHECK = """
import ctypes, PySide6
import PySide6.QtPdfWidgets, PySide6.QtPrintSupport, PySide6.QtSvg, PySide6.QtTest, PySide6.QtWidgets
for platform in ("offscreen", "xcb"):
    ctypes.CDLL(f"{PySide6.__path__[0]}/Qt/plugins/platforms/libq{platform}.so")
"""
"""Loads the modules and the platform plugins (offscreen, xcb) as the program would, without a screen."""


def ensure(extra: str = "") -> None:
    """Return only in an interpreter that has the dependencies, and those of the optional set `extra`.

    Does nothing in a frozen program and with KPI_DESKTOP_NO_SETUP=1 (a developer's own environment). Otherwise sets up
    `.venv` when it is not ready and starts the same command again inside it. Exit status 1, with what to do, when that
    fails.
    """
    _speak_utf8()
    if sys.version_info < (3, 11):
        _give_up(
            f"需要 Python 3.11 或更新版本，当前是 {sys.version.split()[0]}。请安装新版 Python 后重试。",
            "Python 3.11 or newer is needed.",
        )
    if getattr(sys, "frozen", False) or os.environ.get("KPI_DESKTOP_NO_SETUP") == "1":
        return
    if not is_ready(extra):
        _set_up(extra)
    if not _inside():
        _run_again()


def is_ready(extra: str = "") -> bool:
    """Whether `.venv` holds what pyproject.toml asks for now (the test set includes the ordinary one)."""
    stamp = _read(STAMP)
    return stamp in (_wanted(extra), _wanted("test")) and _usable(stamp)


def ensure_libraries(python: str, tools: dict[str, str] | None = None) -> bool:
    """Whether Qt's system libraries load in `python` and `tools` (program → Debian package) are there, on Linux.

    Installs what is missing when it may (root, with apt-get); otherwise prints the command that does.
    """
    if sys.platform != "linux":
        return True
    import shutil

    missing = [package for tool, package in (tools or {}).items() if not shutil.which(tool)]
    status, output = _run([python, "-c", QT_CHECK])
    problem = output.strip().rpartition("\n")[2] if status else ""
    if ".so" in problem:
        missing += QT_PACKAGES.split()
    return not missing or _apt_install(missing, problem)


def library_advice(error: ImportError) -> str:
    """What to tell a person whose Linux lacks a system library that Qt needs."""
    command = "sudo apt-get install " + " ".join(QT_PACKAGES.split())
    return f"缺少 Qt 需要的系统库 / a system library that Qt needs is missing: {error}\n  {command}"


def _speak_utf8() -> None:
    """Chinese on every console and into every pipe, whatever the code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _say(chinese: str, english: str) -> None:
    print(f"{chinese} / {english}", file=sys.stderr, flush=True)


def _give_up(chinese: str, english: str, details: str = "") -> NoReturn:
    if details:
        print(details.rstrip(), file=sys.stderr)
    _say(chinese, english)
    raise SystemExit(1)


def _python() -> str:
    """The interpreter in `.venv`; without a console when this one has none (pythonw)."""
    if sys.platform == "win32":
        windowless = os.path.basename(sys.executable).lower() == "pythonw.exe"
        return os.path.join(VENV, "Scripts", "pythonw.exe" if windowless else "python.exe")
    return os.path.join(VENV, "bin", "python")


def _inside() -> bool:
    return os.path.normcase(os.path.realpath(sys.prefix)) == os.path.normcase(os.path.realpath(VENV))


def _wanted(extra: str) -> str:
    """The stamp of an environment for this Python version and the dependencies as declared now."""
    with open(PYPROJECT, encoding="utf-8") as file:
        declared = file.read().partition("\n[tool.")[0]
    return f"python {sys.version_info[0]}.{sys.version_info[1]} {extra}\n{declared}"


def _read(path: str) -> str:
    """What a file says; nothing when it is missing."""
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except OSError:
        return ""


def _usable(stamp: str) -> bool:
    """Whether an environment with this stamp can be kept: same Python version, and its base Python still exists."""
    if stamp.split(" ")[:2] != _wanted("").split(" ")[:2] or not os.path.exists(_python()):
        return False
    lines = _read(os.path.join(VENV, "pyvenv.cfg")).splitlines()
    return any(line.startswith("home = ") and os.path.isdir(line[len("home = ") :]) for line in lines)


def _set_up(extra: str) -> None:
    _say("正在准备运行环境，首次约需几分钟，请保持联网", "Setting up, some minutes the first time; needs the network")
    try:
        with open(LOCK, "w", encoding="ascii") as lock:
            _wait_for(lock)
            if is_ready(extra):  # another start did it meanwhile
                return
            before = _read(STAMP)
            if not _usable(before) and not _inside():
                before = ""
                _make_venv(lock)
            if before:
                os.remove(STAMP)
            _install(extra, lock, before)
            _write_stamp(_wanted(extra))
        ensure_libraries(_python())
        _say("运行环境已就绪", "Ready")
    except OSError as error:
        _give_up(f"无法准备运行环境：{error}", f"cannot write in {ROOT}? Is the disk full or the folder read-only?")
    except KeyboardInterrupt:
        _give_up("已取消，下次启动会重新准备", "Cancelled; the next start begins again")


def _wait_for(lock: io.TextIOWrapper) -> None:
    """Hold `lock` until it is closed; the system frees it when the process dies."""
    waiting = ("另一个窗口正在准备运行环境，请稍候", "Another start is setting up, waiting for it")
    if sys.platform == "win32":
        import errno
        import msvcrt

        mode = msvcrt.LK_NBLCK
        while True:
            try:
                return msvcrt.locking(lock.fileno(), mode, 1)
            except OSError as error:
                if error.errno not in (errno.EACCES, errno.EDEADLK):
                    raise
                if mode == msvcrt.LK_NBLCK:
                    _say(*waiting)
                mode = msvcrt.LK_LOCK  # tries for ten seconds
    else:
        import fcntl

        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say(*waiting)
            fcntl.flock(lock, fcntl.LOCK_EX)


def _make_venv(lock: io.TextIOWrapper) -> None:
    from importlib.util import find_spec

    if find_spec("ensurepip") is None or find_spec("venv") is None:  # Debian keeps them in a package of their own
        package = f"python3.{sys.version_info[1]}-venv"
        if not _apt_install([package], "No module named ensurepip"):
            _give_up("装好上述软件包后请重新运行", "Install that package, then run this again")
    _say("建立 .venv", "Creating .venv")
    status, output = _run([sys.executable, "-m", "venv", "--clear", VENV], lock)
    if status:
        _give_up("无法建立 .venv，请安装完整的 Python", "Cannot create .venv; install a complete Python", output)


def _install(extra: str, lock: io.TextIOWrapper, before: str) -> None:
    """Install the requirements, and the stamp `before` again when pip fails in an orderly way (it rolls back)."""
    import tomllib

    with open(PYPROJECT, "rb") as file:
        project = tomllib.load(file)["project"]
    requirements = project["dependencies"] + (project["optional-dependencies"][extra] if extra else [])
    _say(f"安装 {len(requirements)} 个组件", f"Installing {len(requirements)} packages and what they need")
    options = ["--no-input", "--disable-pip-version-check", "--prefer-binary", "--progress-bar", "off"]
    status, output = _run([_python(), "-m", "pip", "install", *options, *requirements], lock, _show_progress)
    if sys.stderr.isatty():
        print(file=sys.stderr)
    if status:
        if before:
            _write_stamp(before)
        errors = [line[:200] for line in output.splitlines() if "ERROR" in line]
        _give_up(*_advice(output), "\n".join(errors[-3:]))


def _advice(output: str) -> tuple[str, str]:
    """What to do about a pip that failed, from what it printed: Chinese, English."""
    if "No space left" in output:
        return "磁盘空间不足，请腾出约 2 GB 后重新运行", "The disk is full: free about 2 GB and run this again"
    if any(word in output for word in ("Retrying", "from versions: none", "ConnectionError", "Timeout", "SSLError")):
        return (
            "下载失败，请检查网络后重新运行；也可先设置代理 HTTPS_PROXY=http://地址:端口 或镜像 PIP_INDEX_URL=地址",
            "Download failed: check the network, or set HTTPS_PROXY or PIP_INDEX_URL (a mirror), and run this again",
        )
    return (
        f"安装失败（Python {sys.version.split()[0]}）。原因见上；若 Python 版本过新，请改用 3.11 至 3.13",
        "Installation failed for the reason above; if this Python is very new, use 3.11 to 3.13",
    )


def _show_progress(line: str) -> None:
    """One line of a terminal, written over again; nothing into a file or pipe."""
    words = line.split()
    if words and words[0] in ("Collecting", "Downloading", "Using", "Installing") and sys.stderr.isatty():
        words[1] = words[1].split("-cp")[0].split("-py")[0]  # a wheel's name and version, so that its size fits in
        print(f"\r  {' '.join(words)[:70]:70}", end="", file=sys.stderr, flush=True)


def _run(
    command: list[str], lock: io.TextIOWrapper | None = None, show: Callable[[str], None] | None = None
) -> tuple[int, str]:
    """Run `command` without input; its exit status and everything it printed. Each line is given to `show` at once.

    The command keeps `lock` open as long as it lives: should this process be killed, its orphan still holds the lock.
    """
    import subprocess

    settings = {"PYTHONUTF8": "1", "PIP_USER": "0", "DEBIAN_FRONTEND": "noninteractive"}
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, **settings},
        pass_fds=(lock.fileno(),) if lock and sys.platform != "win32" else (),
    )
    lines = []
    for line in process.stdout or ():
        lines.append(line)
        if show:
            show(line)
    return process.wait(), "".join(lines)


def _apt_install(packages: list[str], problem: str) -> bool:
    """Install Debian packages when that is allowed, or print the command. Whether they were installed."""
    import shutil

    command = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if problem:
        print(problem, file=sys.stderr)
    if sys.platform == "win32" or os.geteuid() != 0 or not shutil.which("apt-get"):
        _say("缺少系统软件包，请由管理员执行", "System packages are missing; as an administrator run")
        print(f"  sudo apt-get install {' '.join(packages)}", file=sys.stderr, flush=True)
        return False
    _say(f"安装 {len(packages)} 个系统软件包", f"Installing {len(packages)} system packages")
    _run(["apt-get", "update"])
    status, output = _run([*command, "-o", "DPkg::Lock::Timeout=300"])
    if status:
        print(output, file=sys.stderr)
    return status == 0


def _write_stamp(text: str) -> None:
    with open(STAMP + ".new", "w", encoding="utf-8") as file:
        file.write(text)
    os.replace(STAMP + ".new", STAMP)


def _run_again() -> None:
    """This command once more, inside `.venv`."""
    command = [_python(), *sys.orig_argv[1:]]
    os.environ.setdefault("PYTHONUTF8", "1")
    if sys.platform != "win32":
        os.execv(command[0], command)
    import subprocess

    process = subprocess.Popen(command)  # exec on Windows would give the prompt back at once
    while True:
        try:
            raise SystemExit(process.wait())
        except KeyboardInterrupt:
            continue  # the command got it too, and decides
