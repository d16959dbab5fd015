"""Which organ or firm a mention is."""
