"""What the full name of an organ says of its order: its township or zone, the organ that it is a part of."""

from __future__ import annotations

import re

TOWN = re.compile(
    r"(?:中共)?(?P<town>[^中共].{1,20}?(?:镇|乡|苏木|街道))(?:委员会|工作委员会|人民政府|办事处|人民代表大会|人民武装部|武装部)\Z"
)
"""An organ of a township, with the township: 中共三营镇委员会."""
ZONE = re.compile(r"(?P<zone>.{2,30}(?:区|园|港|城))(?:管理委员会|管委会|党工委|工委|党委|工作委员会)\Z")
"""An organ of a zone, with the zone: 某某新区管委会."""
COMMITTEE = re.compile(r"(?P<head>中共.+?)委(?!员会)(?P<part>.{2,})\Z")
"""A part of a party committee: its head (中共临汾市) and the part (宣传部)."""
OFFICE = re.compile(r"(?P<head>.+人民政府)(?P<part>办公厅|办公室|研究室|.{2,}(?:领导小组|指挥部)(?:办公室)?)\Z")
"""A part of a government: the government and the part (办公室)."""
GROUP = re.compile(r"(?P<head>.+(?:领导小组|指挥部))办公室\Z")
"""The office of a leading group, with the group."""
