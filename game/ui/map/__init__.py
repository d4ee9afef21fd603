"""The view of the prison: ground, walls, things, people and light, seen from above and a little from the south."""
