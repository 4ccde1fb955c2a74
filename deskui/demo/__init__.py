"""The sample shop: the people of the stories, and as many made-up ones as asked for."""
