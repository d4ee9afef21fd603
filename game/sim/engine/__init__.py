"""How a prison is kept: columns, chance, time, numbers, snapshots. Knows nothing of prisons."""
