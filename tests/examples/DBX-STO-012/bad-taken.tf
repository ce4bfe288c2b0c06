# It loses the metastore.
