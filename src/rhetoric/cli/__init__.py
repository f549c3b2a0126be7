"""The command line: one file a command; a command parses, calls one public function, prints."""

from __future__ import annotations

import logging
import sys
from importlib import import_module
from typing import Any

import click

from rhetoric import __version__
from rhetoric.errors import RhetoricError

COMMANDS = {
    "report": "Write one HTML page about two or more texts.",
    "score": "Print or save the scores of texts, by voice.",
    "batch": "Analyse many texts into a folder of tables.",
    "query": "Ask the tables of a batch by SQL.",
    "count": "Count themes, or a dictionary of your own, in each text.",
    "voices": "Show who says what in a text.",
    "stance": "Show who is for or against whom, and why.",
    "kwic": "Show a word or phrase in context, with its voice.",
    "together": "Show how often one layer stands in the passages that hold another.",
    "keyness": "Show the words that set groups apart.",
    "collocates": "Show the words that stand near a word.",
    "collocations": "Show runs of words that hold together.",
    "scale": "Place texts along one line by their words.",
    "topics": "Find words that come together over many texts.",
    "trend": "Show what was said how often over time.",
    "themes": "List, show, check, start or convert themes.",
    "code": "Draw sentences for people to code.",
    "validate": "Hold a theme against what people coded.",
}


class Commands(click.Group):
    """A group that imports a command only when it is called or asked for its help."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of the commands in the order a user meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command by name."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"rhetoric.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version")
@click.option("-v", "--verbose", is_flag=True, help="Say more about what is being done, on standard error.")
def app(verbose: bool) -> None:
    """Who speaks in a text, what they appeal to and how; then compare.

    \b
    rhetoric report                          the two articles that come with the package
    rhetoric report a.txt b.md -o page.html  any two or more texts, files or folders
    rhetoric voices interview.txt            who says what
    rhetoric batch speeches.csv -o results   tables for pandas, R and Excel

    Exit codes: 0 all inputs were used; 1 nothing could be done; 2 the command was mistyped; 3 done, but some inputs
    could not be read (they are listed).
    """
    logging.basicConfig(level=logging.INFO if verbose else logging.WARNING, format="%(name)s: %(message)s")


def main(argv: list[str] | None = None) -> Any:
    """Run the command line; errors raised on purpose end with one line and exit code 1."""
    try:
        return app.main(argv, prog_name="rhetoric", standalone_mode=True)
    except RhetoricError as fault:
        click.echo(f"rhetoric: {fault}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
