"""申诉复核: claims of departments and what became of them."""
