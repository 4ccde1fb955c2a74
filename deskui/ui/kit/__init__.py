"""What dialogs are made of: sheets, forms and their fields, lists, questions, pages."""
