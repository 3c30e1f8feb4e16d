"""A school's own roadmap: a file in any usual format becomes rows of the plan, and nothing of it is lost."""
