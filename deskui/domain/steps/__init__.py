"""Lists of steps: checklists that a case has to pass, guides that show how something is done."""
