"""Those outside: relatives, the visits they pay, and what is overheard."""
