"""The results of a folder as one DuckDB file, made of its Parquet files when all of these stand."""

import os
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

from reports.batch.listing import FILES, LISTING
from reports.batch.notes import Note
from reports.batch.order import Order
from reports.batch.tables import TABLES
from reports.refusal import Refusal

DATABASE = "ilrspec.duckdb"


def check_duckdb() -> None:
    """Refuse a database where the library that writes it is not installed."""
    from importlib.util import find_spec

    if find_spec("duckdb") is None:
        raise Refusal("--as duckdb needs the package duckdb: pip install duckdb, or take --as parquet")


def write_database(order: Order, notes: Iterable[Note]) -> Path:
    """Write a table of earnings, one of findings and one of files, whole or not at all.

    Each row tells the year and the file it is of. Raises Refusal when the file cannot be written.
    """
    duckdb: Any = import_module("duckdb")

    target = order.into / DATABASE
    made = order.work / DATABASE
    try:
        order.work.mkdir(parents=True, exist_ok=True)
        made.unlink(missing_ok=True)
        settings: dict[str, str | bool | int | float | list[str]] = {
            "threads": "1",
            "preserve_insertion_order": "true",
            "memory_limit": "300MB",
        }
        with duckdb.connect(str(made), config=settings) as database:
            ordered = sorted(notes, key=lambda note: note.key)
            for table in TABLES:
                _fill(database, order, table, ordered)
            database.execute(
                f"create table files as select * from read_csv(?, header = true, columns = {_types()})",
                [str(order.into / LISTING)],
            )
            database.execute("checkpoint")
        with made.open("rb+") as stream:
            os.fsync(stream.fileno())
        made.replace(target)
    except (duckdb.Error, OSError) as error:
        raise Refusal(f"{target} cannot be written: {' '.join(str(error).split())}") from None
    return target


def _fill(database: Any, order: Order, table: str, notes: list[Note]) -> None:
    for number, note in enumerate(notes):
        name = next(name for name in note.results if name.startswith(f"{table}/"))
        rows = "select ? as Year, ? as File, * from read_parquet(?, hive_partitioning = false)"
        verb = f"insert into {table}" if number else f"create table {table} as"
        database.execute(f"{verb} {rows}", [note.year, note.name, str(order.into / name)])


def _types() -> dict[str, str]:
    """Return the columns of the list of files, of which no type may be guessed."""
    types = {"whole": "BIGINT", "pounds": "DECIMAL(18,5)", "date": "DATE"}
    return {column.heading: types.get(column.kind, "VARCHAR") for column in FILES.columns}
