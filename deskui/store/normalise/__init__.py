"""What people type and files bring, made comparable: letters, phone numbers, references."""
