"""Who is at which event, and what they do there."""
