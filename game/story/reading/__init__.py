"""Reading files that strangers wrote: restricted YAML into models, all faults named at line and column."""
