"""Everything a person reads: the command line, the report page, statements of earnings, Allure results."""
