"""The engine that asks a real OPA server.

Nothing is imported here: what is below needs the extra `opa`, and only runs that ask for OPA have it.
"""
