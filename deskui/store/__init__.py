"""What is kept: models, migrations, reads, writes and the lookup index. The only layer that knows Peewee."""
