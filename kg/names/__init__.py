"""What the text calls places, organs, titles and towns: the names that all later stages share."""
