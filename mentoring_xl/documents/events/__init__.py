"""Papers of what happens around the pairs: minutes, training, thank-you letters, news, reports."""
