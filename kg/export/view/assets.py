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
    """All modules of the script as one, each in a scope of its own, in an order in which none needs a later one."""
    modules = [_scoped(name, _file(f"script/{name}.js")) for name in read("parts.json")["script"]]
    return f'"use strict";\n(() => {{\n{"".join(modules)}of_main.start();\n}})();\n'


def policy() -> str:
    """The Content-Security-Policy: nothing is fetched, only this script and these styles count, no markup from text."""
    return (
        f"default-src 'none'; script-src '{_digest(script())}'; style-src '{_digest(style())}'; img-src data:; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


def _scoped(name: str, module: str) -> str:
    """A module, without its remarks, as a constant of what it exports; imports are taken from the other constants."""
    lines, exported, remark = [], [], False
    for line in module.splitlines(keepends=True):
        remark = remark or line.startswith("/*")
        if remark or line == "\n":  # what is said to those who read the modules need not travel with every page
            remark = remark and not line.endswith("*/\n")
            continue
        if line.startswith("import "):
            lines.append(line.replace("import", "const", 1).replace('} from "./', "} = of_").replace('.js";', ";"))
            continue
        if line.startswith("export "):
            exported.append(line.removeprefix("export ").removeprefix("async ").split()[1].split("(")[0])
        lines.append(line.removeprefix("export "))
    return f"const of_{name} = (() => {{\n{''.join(lines)}return {{ {', '.join(exported)} }};\n}})();\n"


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def _file(name: str) -> str:
    return files("kg.export.view").joinpath(name).read_text("utf-8").replace("\r\n", "\n")
