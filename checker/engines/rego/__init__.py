"""Makes modules mean to the embedded engine what they mean to OPA, or tells why they cannot.

The engine reads some of Rego in its own way, and in silence. What it would misread is written in
other words here, before it is loaded; what cannot be is a reason not to load the module. Only
modules of the user pass through: the tests show that the shipped ones come out as they went in.
It runs in the process of the engine, and imports only the standard library and the engine.
"""
