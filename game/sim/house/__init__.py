"""The building: plan, ground, ways, spots, wings, and how people get about in it."""
