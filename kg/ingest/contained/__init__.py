"""Parsers of containers (Word, PDF, pages, Parquet, archives) in a process of their own, within bounds.

Memory and time of that process are bounded. Whatever a file makes its parser do, the file is skipped then, and the
build goes on.
"""
