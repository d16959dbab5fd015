"""Zhengtu 政图: the knowledge graph behind what Chinese local governments and papers write."""
