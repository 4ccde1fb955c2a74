"""When a desk and its people work: opening hours, who is on duty, time counted while open."""
