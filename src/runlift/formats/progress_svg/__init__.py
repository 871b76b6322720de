"""Progress in pictures: SVG of phone width, and the same as PNG."""
