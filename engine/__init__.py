"""The rules: records, reference data, parameters and a date go in; a ledger of earnings and findings comes out."""
