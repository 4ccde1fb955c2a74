"""The manual: searched, read, written, and given to customers where it may be."""
