"""Who could mentor whom: scores, bans, the best set of pairs, and the reasons a person reads."""
