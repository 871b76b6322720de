"""What there is to tell of files that could not be read, or were passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from runlift.formats.activity.outcome import error, note, warning
from runlift.wording.names import counted

if TYPE_CHECKING:
    from runlift.domain.quantity import Finding
    from runlift.formats.child_process.worker import ReaderDefectError


def no_file() -> Finding:
    """Tell that there is nothing of that name."""
    return error("file_not_found", "There is no such file or folder.", "Check the name.")


def too_much() -> Finding:
    """Tell that reading took too much."""
    return error(
        "file_too_complex",
        "Reading the file took more than 10 seconds or 512 MB.",
        "Export it again from where it comes from.",
    )


def defect(fault: ReaderDefectError) -> Finding:
    """Tell that a reader failed, which it never should."""
    return error(
        "reader_failed",
        f"Runlift could not make sense of the file ({fault}).",
        "Please report this line with the file; the other files are read all the same.",
    )


def too_deep() -> Finding:
    """Tell that an archive lies too deep in others."""
    return error(
        "archive_too_deep",
        "The archive lies in an archive within an archive, or there are too many of them.",
        "Unpack the outer one and give that folder.",
    )


def not_unpacked() -> Finding:
    """Tell that an inner archive is damaged or too large."""
    return error(
        "archive_not_unpacked",
        "The archive within the archive is damaged or too large.",
        "Unpack the outer one yourself and give that folder.",
    )


def archive_too_large(count: int) -> Finding:
    """Tell that files were not read any more."""
    return error(
        "archive_too_large",
        f"The archive comes to more than any export does; {count:,} of its files were not read.",
        "Unpack it and give the folder with the activities.",
    )


def passed_over(count: int) -> Finding:
    """Tell that an archive holds other files."""
    return note(
        "others_passed_over",
        f"{counted(count, 'other file')} of the archive, such as pictures, by the name no activity.",
        "Nothing is to be done.",
    )


def table_of_files(count: int) -> Finding:
    """Tell that a table holds nothing but what it knows of other files."""
    return note(
        "table_of_files",
        f"The table tells of {counted(count, 'other file')}; what it knows was put to what they hold.",
        "Nothing is to be done.",
    )


def files_not_there(count: int) -> Finding:
    """Tell that a table names files that are not beside it."""
    return warning(
        "files_not_there",
        f"{counted(count, 'file')} that the table names could not be found; the table alone tells of them.",
        "Give the whole export to have what the files hold as well.",
    )
