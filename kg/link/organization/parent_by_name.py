"""What the full name of an organ says of its order: its township or zone, the organ that it is a part of."""

from __future__ import annotations

from kg.lexicon.shipped import pattern

TOWN = pattern("organ-forms", "town")
"""An organ of a township, with the township: 中共三营镇委员会."""
ZONE = pattern("organ-forms", "zone")
"""An organ of a zone, with the zone: 某某新区管委会."""
COMMITTEE = pattern("organ-forms", "committee-part")
"""A part of a party committee: its head (中共临汾市) and the part (宣传部)."""
OFFICE = pattern("organ-forms", "government-part")
"""A part of a government: the government and the part (办公室)."""
GROUP = pattern("organ-forms", "group-office")
"""The office of a leading group, with the group."""
VILLAGE = pattern("organ-forms", "village")
"""A committee of a village, with the village."""
STANDING = pattern("organ-forms", "standing-group")
"""A group that works for its place: 指挥部, 领导小组."""
