"""Who lives and works here when a world begins: the cast, families, means, the roster."""
