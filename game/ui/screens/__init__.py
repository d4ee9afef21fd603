"""The screens around the desk: each draws a frame, and says by a step what is to come next."""
