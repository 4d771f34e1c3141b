"""Tests of the ILR room: records, schema by year, XML in and out."""
