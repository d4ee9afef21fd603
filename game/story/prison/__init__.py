"""Prisons drawn as text: the format of prison.yaml, and the steps from characters to a plan."""
