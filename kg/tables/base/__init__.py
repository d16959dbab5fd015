"""The layers of a graph themselves as tables: articles, entities, relations, figures, quotations, dates."""
