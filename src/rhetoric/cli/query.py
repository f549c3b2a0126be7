"""``rhetoric query``: SQL over the tables of a result directory."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("query", no_args_is_help=True)
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("sql", default="")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Save as .csv, .jsonl, .parquet or .xlsx instead."
)
@click.option("--limit", type=click.IntRange(min=1), default=50, help="Rows to show. Default: 50.")
def command(folder: Path, sql: str, output: Path | None, limit: int) -> None:
    """Ask the tables that 'rhetoric batch' wrote, by SQL (DuckDB), without loading them.

    Without SQL, the tables and their columns are listed. A query can read these tables and nothing else.

    \b
    Examples:
      rhetoric query results
      rhetoric query results "select feature, sum(hits) as hits from scores where voice = 'all' group by 1 order by 2 desc"
      rhetoric query results "select meta->>'party' as party, count(*) as texts from documents group by 1" -o parties.csv
    """
    from rhetoric.batch.query import open_results
    from rhetoric.cli.printing import show

    results = open_results(folder)
    if not sql:
        show(results.columns)
    elif output:
        rows = results.save(sql, output)
        click.echo(f"{output}: {rows:,} rows")
    else:
        found = results.sql(sql, limit + 1)
        show(found, limit=limit)
