# Nothing is left of the configuration, which turns the setting off.
