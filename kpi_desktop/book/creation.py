"""Making a new book, and bringing an older one up to date: both by the migrations, the only description that counts.

Alembic is imported here alone, and only when there is something to do: it costs as much as opening the window.
"""

import sqlite3
from pathlib import Path

from sqlalchemy.pool import StaticPool

from kpi_desktop.book.connection import connect
from kpi_desktop.book.files import beside, discard, publish
from kpi_desktop.book.header import APPLICATION_ID, SCHEMA_VERSION
from kpi_desktop.book.refusal import Refusal, why
from kpi_desktop.book.writing import driver, engine_for

MIGRATIONS = Path(__file__).parent / "migrations"


def create(path: Path) -> None:
    """Make an empty book at `path`, all of it or nothing.

    Refusal when the folder does not exist or cannot be written, or when the file has come to be meanwhile.
    """
    if not path.parent.is_dir():
        raise Refusal(f"文件夹“{path.parent}”不存在。", "请先建立文件夹，或另选位置。")
    made = beside(path, "new")
    try:
        connection = connect(made, "rwc")
        try:
            migrate(connection)
        finally:
            connection.close()
        publish(made, path)
    except FileExistsError:
        raise Refusal(f"“{path}”已经存在。", "请换一个文件名，或直接打开它。") from None
    except (OSError, sqlite3.OperationalError) as error:
        reason = why(error) if isinstance(error, OSError) else str(error)
        raise Refusal(
            f"不能在文件夹“{path.parent}”中建立台账：{reason}。", "请检查权限和磁盘空间，或另选位置。"
        ) from error
    finally:
        discard(made)


def migrate(connection: sqlite3.Connection) -> None:
    """Run what migrations are missing, in one transaction; foreign keys are off in it and checked at its end.

    RuntimeError when rows then refer to what is not there: a bug of a migration, and nothing has changed.
    """
    connection.execute("PRAGMA foreign_keys=OFF")  # without effect once a transaction has begun
    engine = engine_for(lambda: connection, StaticPool)  # the connection stays the caller's
    with engine.connect() as session, session.begin():
        _upgrade(session)
        broken = driver(session).execute("PRAGMA foreign_key_check").fetchone()
        if broken:
            raise RuntimeError(f"a migration left rows of {broken[0]} that refer to nothing")
        session.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        session.exec_driver_sql(f"PRAGMA user_version={SCHEMA_VERSION}")
    connection.execute("PRAGMA foreign_keys=ON")


def _upgrade(session: object) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": session})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    command.upgrade(config, "head")
