"""Relations of campaigns, programs, projects, events, documents and awards."""
