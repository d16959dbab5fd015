"""Visits as events: their entities, mentions, relations and days."""
