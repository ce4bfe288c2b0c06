"""Rego engines: each is given modules, data and a document, and answers for each package.

Nothing is imported here: the processes of the engines start with this package, and each run waits for them.
"""
