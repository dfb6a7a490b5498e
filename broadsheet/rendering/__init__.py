"""Job to bytes."""
