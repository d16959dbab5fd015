"""Visits: who went where with whom, read off the scene of an article. A visit has no name but its parts."""

from kg.relate.discourse.visits.days import apart, day_in
from kg.relate.discourse.visits.visit import Companion, Sighting, Stop, Visit
from kg.relate.discourse.visits.visit_reader import stops_at, visited_at, visits_of

__all__ = ["Companion", "Sighting", "Stop", "Visit", "apart", "day_in", "stops_at", "visited_at", "visits_of"]
