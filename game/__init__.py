"""Emerald City: a prison, person by person, in which every event has causes one can follow."""
