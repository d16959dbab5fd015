"""Template, styles and script of the page, as they lie in this folder, and the policy that lets only them run.

The script is written as modules, so that each can be linted and tested by itself; the page gets them as one.
"""

from __future__ import annotations

import base64
import hashlib
from functools import cache
from importlib.resources import files

from kg.export.view.builder import read


@cache
def template() -> str:
    """The Jinja template of the page."""
    return _file("page.html")


@cache
def style() -> str:
    """All styles, in the order that ``parts.json`` gives."""
    return "".join(_file(f"style/{name}.css") for name in read("parts.json")["style"])


@cache
def script() -> str:
    """All modules of the script as one: what they import and export from each other is simply in scope."""
    modules = [_bare(_file(f"script/{name}.js")) for name in read("parts.json")["script"]]
    return f'"use strict";\n(() => {{\n{"".join(modules)}start();\n}})();\n'


def policy() -> str:
    """The Content-Security-Policy: nothing is fetched, only this script and these styles count, no markup from text."""
    return (
        f"default-src 'none'; script-src '{_digest(script())}'; style-src '{_digest(style())}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _bare(module: str) -> str:
    lines = [line for line in module.splitlines(keepends=True) if not line.startswith("import ")]
    return "".join(line.removeprefix("export ") for line in lines)


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _file(name: str) -> str:
    return files("kg.export.view").joinpath(name).read_text("utf-8").replace("\r\n", "\n")
