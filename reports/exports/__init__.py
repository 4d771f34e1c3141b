"""Tables as files: CSV, workbooks and Parquet, by the ending of the file's name."""
