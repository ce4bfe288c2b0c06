# Nothing is left of the configuration, which disables the delivery.
