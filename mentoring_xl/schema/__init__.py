"""The single source of truth: tables, drop-downs, settings, buttons and findings are declared here and nowhere else."""
