"""Arguments that several commands take, with the same words everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import ArgumentParser, Namespace

    from kg.ingest.formats.part import Options
    from kg.pipeline.extractors import Extractor


def graph(parser: ArgumentParser) -> None:
    """Which written graph: the first argument."""
    parser.add_argument("graph", help="graph.ttl, another RDF file, or the output folder")


def entity(parser: ArgumentParser) -> None:
    """Which of its entities."""
    parser.add_argument("name", help="a name or alias of the entity, or its IRI")


def form(parser: ArgumentParser) -> None:
    """For people or for machines."""
    parser.add_argument("--format", choices=("text", "json"), default="text", help="how to print (text)")


def quiet(parser: ArgumentParser) -> None:
    """Nothing but errors."""
    parser.add_argument("-q", "--quiet", action="store_true", help="say nothing but errors")


def described(parser: ArgumentParser) -> None:
    """What a package says of itself."""
    about = "title, creators, license … of the package (--to package), in TOML: see docs/package.md"
    parser.add_argument("--describe", metavar="FILE", help=about)


def corpus(parser: ArgumentParser) -> None:
    """The columns of a corpus that is read, and what to do with broken bytes."""
    own = "a folder with rows and patterns of your own beside those of the program (docs/adding.md)"
    parser.add_argument("--lexicon", metavar="FOLDER", help=own)
    corpora = parser.add_argument_group("columns of a corpus (.csv .tsv .jsonl .parquet)")
    for name in ("text", "id", "date", "title", "source"):
        dest = "source_column" if name == "source" else name
        corpora.add_argument(
            f"--{name}", default="", metavar="COLUMN", dest=dest, help=f"the column that holds the {name}"
        )


def options(args: Namespace) -> Options:
    """How to read, as the command line says."""
    from kg.ingest.formats.part import Columns, Options

    columns = Columns(args.text, args.id, args.date, args.title, args.source_column)
    return Options(replace=getattr(args, "replace", False), columns=columns)


def extracting(parser: ArgumentParser) -> None:
    """Extractors beside our own reading; none unless named."""
    more = parser.add_argument_group("extractors beside the program's own reading (docs/adding.md)")
    more.add_argument("--extractor", action="append", default=[], metavar="NAME", help="one of an installed package")
    more.add_argument("--assist", metavar="URL", help="a model behind an OpenAI-compatible server, http://HOST:PORT/v1")
    more.add_argument("--model", default="", metavar="NAME", help="the model for --assist")
    more.add_argument(
        "--answers", default="assist.jsonl", metavar="FILE", help="where its answers are kept (assist.jsonl)"
    )


def extractors(args: Namespace) -> tuple[Extractor, ...]:
    """Those that are named. Raises ``UsageError`` for one that is not installed, and for --assist without --model."""
    from pathlib import Path

    from kg.errors import UsageError
    from kg.pipeline.assist import Assist
    from kg.pipeline.extractors import installed

    found = installed(args.extractor)
    if args.assist and not args.model:
        raise UsageError("--assist", "no model is named", "Name one with --model")
    if args.assist and not args.assist.startswith(("http://", "https://")):
        raise UsageError(f"--assist {args.assist}", "this is no address of a server", "Give http://HOST:PORT/v1")
    return (*found, Assist(args.assist, args.model, Path(args.answers))) if args.assist else found
