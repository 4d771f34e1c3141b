"""Running again what an edit touches: the scenarios that changed, or everything when the rules did."""
