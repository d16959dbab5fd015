"""Builds: the order of the stages, the processes that read, what they keep, and what a build writes."""

from __future__ import annotations

from typing import Final

AUTO: Final = -1
"""Of jobs: as many processes as pay, one for some dozens of texts, one on each core for more."""
