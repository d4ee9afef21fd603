"""The warden's desk: the whole screen, its regions and panels."""
