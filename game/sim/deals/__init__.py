"""Deals: what inmates do for and to one another in a day, deed by deed; the systems decide when one is done."""
