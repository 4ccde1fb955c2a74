"""What the journal is asked, and what it says."""
