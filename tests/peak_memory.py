"""The most memory that a program has held, told by the program itself."""

PEAK = '''
def peak():
    """Return the most resident memory that this program has held, in MB."""
    try:
        # What getrusage tells counts what the parent held too, when it began this program as a copy of itself.
        with open("/proc/self/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
    except OSError:
        import resource, sys

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 * 1024 if sys.platform == "darwin" else 1024)
'''
"""To be put before the text of a program that is run by a test; not for Windows."""
