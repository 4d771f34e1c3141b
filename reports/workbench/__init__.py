"""The workbench: feature files edited as tables in the browser, on this machine only."""
