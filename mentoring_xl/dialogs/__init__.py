"""What controls ask a person about in the open suite before they press: a module for each, with `run`."""
