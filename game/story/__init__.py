"""Stories: reads packs of scenario files, checks them, and plays them as a guest in the prison."""
