"""Made-up ILR files of every programme: schema-valid, the same for the same seed, without anybody's data."""
