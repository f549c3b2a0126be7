"""``rhetoric validate``: what human codes say of a theme."""

from __future__ import annotations

from pathlib import Path

import click

from rhetoric.cli.options import finish, tell


@click.command("validate", no_args_is_help=True)
@click.argument("sheets", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--key", type=click.Path(path_type=Path), help="The .key.json of the sample. Default: beside the sheets."
)
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="The record. Default: THEME.validation.json beside them.",
)
@click.option(
    "--errors", type=click.Path(path_type=Path), help="Save the sentences seen differently, .csv or .jsonl."
)
@click.option(
    "--draws", default=1000, show_default=True, type=click.IntRange(min=100), help="Bootstrap draws."
)
@click.option("--seed", default=20101216, show_default=True, help="Seed of the bootstrap.")
def command(
    sheets: tuple[Path, ...],
    key: Path | None,
    output: Path | None,
    errors: Path | None,
    draws: int,
    seed: int,
) -> None:
    """Hold a theme against what coders say: precision, recall, F1, agreement, and the errors to read.

    SHEETS are copies of one sheet of 'rhetoric code sample', one for each coder. The figures are corrected for the
    sampling: they are those of the whole corpus. The record that is written is printed beside the theme by every report
    on these texts that finds it (beside its inputs, in the working folder, or named with --validation).

    \b
    Examples:
      rhetoric validate pluralism.csv
      rhetoric validate sheet-anna.csv sheet-ben.xlsx --errors errors.csv
    """
    import json

    from rhetoric.cli.printing import show
    from rhetoric.validation import validate

    found = validate(list(sheets), key, draws, seed)
    tell(found.problems)
    record = found.record
    click.echo(f"{record.feature}: {record.sentences} sentences, {', '.join(record.coded)}\n")
    for label, figure in (
        ("precision", record.precision),
        ("recall", record.recall),
        ("F1", record.f1),
        ("prevalence", record.prevalence),
        ("pole right", record.poles),
        ("alpha, coders", record.coders),
        ("alpha, machine", record.machine),
    ):
        click.echo(f"  {label:15} {figure}")
    for level, (coders, machine) in record.signed.items():
        click.echo(f"  alpha with pole, {level:9} coders {coders}, machine {machine}")
    rows = found.errors[["error", "doc_id", "voice", "sentence", "found"]]
    if len(rows):
        click.echo()
        show(rows, f"{len(rows)} sentences seen differently", 30)
    if errors:
        from rhetoric.batch.store import write

        write(found.errors, errors)
    name = record.feature.split(".", 1)[-1].split("@")[0]
    target = output or sheets[0].parent / f"{name}.validation.json"
    target.write_text(json.dumps(record.plain(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    click.echo(f"\n{target}: {record.line()}")
    finish(found.problems)
