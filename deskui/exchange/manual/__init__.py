"""The manual outside the database: its Markdown, folders of files, and what is handed out."""
