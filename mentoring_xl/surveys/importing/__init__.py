"""Answers from the files of form services or a typed-in table: columns become questions, signatures become people."""
