"""The network as GEXF 1.2 for Gephi, with time on edges whose article or tenure has a date. Control characters go."""

from __future__ import annotations

from calendar import monthrange
from typing import TYPE_CHECKING, Any

from kg.export.markup import escape
from kg.export.network.filled import Filled, one_each
from kg.export.network.graph_to_network import network

if TYPE_CHECKING:
    from kg.model.graph import Graph

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    "<meta><creator>zhengtu</creator></meta>\n"
    '<graph defaultedgetype="directed" mode="dynamic" timeformat="date">\n'
)
_TYPES = {str: "string", int: "long", float: "double"}
_OWN = frozenset({"label", "start", "end"})


def gexf(graph: Graph) -> bytes:
    """The bytes of ``graph.gexf``."""
    return write_gexf(network(graph)).encode()


def write_gexf(net: Any) -> str:
    """GEXF of a network whose attributes each have one type."""
    values = Filled('<attvalue for="{0}" value="{1}"/>', _OWN)
    lines = [_HEAD, *_attributes("node", net.nodes(data=True))]
    lines += [*_attributes("edge", ((s, d) for s, _, d in net.edges(data=True))), "<nodes>\n"]
    for node, attributes in net.nodes(data=True):
        head = f'id="{escape(node)}" label="{escape(attributes["label"])}"'
        lines.append(f"<node {head}><attvalues>{values.of(attributes)}</attvalues></node>\n")
    lines.append("</nodes>\n<edges>\n")
    for source, target, key, attributes in net.edges(keys=True, data=True):
        ends = f'source="{escape(source)}" target="{escape(target)}" label="{escape(attributes["label"])}"'
        head = f'id="{escape(key)}" {ends}{_time(attributes)}'
        lines.append(f"<edge {head}><attvalues>{values.of(attributes)}</attvalues></edge>\n")
    return "".join([*lines, "</edges>\n</graph>\n</gexf>\n"])


def _attributes(domain: str, rows: Any) -> list[str]:
    types = {name: _TYPES[type(value)] for name, value in one_each(rows) if name not in _OWN}
    made = [f'<attribute id="{name}" title="{name}" type="{kind}"/>\n' for name, kind in sorted(types.items())]
    return [f'<attributes class="{domain}" mode="static">\n', *made, "</attributes>\n"]


def _time(attributes: dict[str, Any]) -> str:
    """From the first to the last day that the dates allow: the tenure's own time, else the day of the article."""
    begin = attributes["start"] or attributes["date"]
    end = attributes["end"] or ("" if attributes["start"] else attributes["date"])
    first = f' start="{_day(begin, False)}"' if begin else ""
    return first + (f' end="{_day(end, True)}"' if end else "")


def _day(date: str, last: bool) -> str:
    """The first or last day of a date of any precision.

    >>> _day("2022-02", True)
    '2022-02-28'
    """
    parts = date.split("-")
    year, month = parts[0], parts[1] if len(parts) > 1 else ("12" if last else "01")
    if len(parts) > 2:
        return date
    return f"{year}-{month}-{monthrange(int(year), int(month))[1] if last else 1:02d}"
