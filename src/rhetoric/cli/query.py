"""``rhetoric query``: SQL over the tables of a result directory."""

from __future__ import annotations

from pathlib import Path

import click


@click.command("query", no_args_is_help=True)
@click.argument("folder", type=click.Path(path_type=Path))
@click.argument("sql", default="")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Save all rows as .csv, .jsonl, .parquet or .xlsx, and show none.",
)
@click.option("--limit", type=click.IntRange(min=1), default=50, help="The most rows to show. Default: 50.")
def command(folder: Path, sql: str, output: Path | None, limit: int) -> None:
    """Ask the tables that 'rhetoric batch' wrote into FOLDER, by SQL (DuckDB), without loading them.

    Without SQL, the tables and their columns are listed. SQL is one SELECT in quotation marks; it reads these tables and nothing else. In
    'scores', rows whose voice is 'all' are those of whole texts. Further fields of a text (party, outlet, ...) are JSON in the column 'meta' of
    'documents'.

    \b
    Which tables are there, and what went wrong:
      rhetoric query results
      rhetoric query results "select source, line, error, message from errors"
    \b
    Hits of every feature; texts by party, saved; a score by party:
      rhetoric query results "select feature, sum(hits) as hits from scores where voice = 'all' group by 1 order by 2 desc"
      rhetoric query results "select meta->>'party' as party, count(*) as texts from documents group by 1" -o parties.csv
      rhetoric query results "select meta->>'party' as party, avg(value) as rate from scores join documents using (doc_id) \\
        where voice = 'all' and feature like 'theme.solidarity%' group by 1"
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
