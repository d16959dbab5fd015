"""Builds: the order of the stages, the processes that read, what they keep, and what a build writes."""
