"""Figures: numbers that report or target something."""
