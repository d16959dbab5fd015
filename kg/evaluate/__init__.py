"""Scoring a written graph against gold answers: entities, relations, posts, figures, statements, and the date."""

from kg.evaluate.found import from_graph
from kg.evaluate.gold import from_gold
from kg.evaluate.score import Miss, Scores, evaluate

__all__ = ["Miss", "Scores", "evaluate", "from_gold", "from_graph"]
