"""Small typed dialogs: values in, a value out."""
