"""Which statements of guidance could be broken without any scenario noticing: values nudged, rules dropped."""
