"""The window: what the warden's desk knows, drawn; and his orders, taken."""
