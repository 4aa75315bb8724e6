"""Tables: plain cells, one list-backed model, one delegate that paints by the kind of cell, one view."""
