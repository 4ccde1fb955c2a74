"""What an import brings: who is who, what is merged, what is added, and the plan of it all."""
