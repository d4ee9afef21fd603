"""Things: what they are, who holds or hides them, how they come in and are found."""
