"""The printable plan as PDF: a page a week for the fridge, a page a session for the gym bag."""

from runlift.formats.plan_pdf.pages import Paper, Printed
from runlift.formats.plan_pdf.write import dump_pdf, page_images

__all__ = ["Paper", "Printed", "dump_pdf", "page_images"]
