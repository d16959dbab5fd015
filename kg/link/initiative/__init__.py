"""Which campaign, program, project, event, document or award a mention is."""
