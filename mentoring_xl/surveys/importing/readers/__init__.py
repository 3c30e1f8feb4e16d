"""One small reader per format, loaded when first used."""
