"""What goes on in people and between them: thoughts, ties, signs, what they know and hear of."""
