"""Asking a graph that was written: its file into a store, a query over it, the answer as table, CSV or JSON."""

from kg.query.answer import Answer, ask
from kg.query.shipped import Parameter, Shipped, find, shipped
from kg.query.store import open_graph

__all__ = ["Answer", "Parameter", "Shipped", "ask", "find", "open_graph", "shipped"]
