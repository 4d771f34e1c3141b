"""Skills Bootcamps: milestones, no-pay reports and destinations as people read them."""
