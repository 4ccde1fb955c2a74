"""Files in and out: import and export formats, backups."""
