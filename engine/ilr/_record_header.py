"""The header entities of an ILR file."""

from datetime import date, datetime

from engine.ilr._record import IlrRecord


class CollectionDetails(IlrRecord):
    """What collection the file belongs to and when it was prepared.

    Source: ILR specification, Header: Collection details.
    """

    collection: str = "ILR"
    year: str
    file_preparation_date: date


class Source(IlrRecord):
    """Who sent the file and what made it. `date_time` is when the file was made.

    Source: ILR specification, Header: Source.
    """

    protective_marking: str = "OFFICIAL-SENSITIVE-Personal"
    ukprn: int
    software_supplier: str | None = None
    software_package: str | None = None
    release: str | None = None
    serial_no: str
    date_time: datetime
    reference_data: str | None = None
    component_set_version: str | None = None


class Header(IlrRecord):
    """The opening of a file: its collection, year and sender.

    Source: ILR specification, Header.
    """

    collection_details: CollectionDetails
    source: Source


class SourceFile(IlrRecord):
    """One file that went into a file put together from several.

    Source: ILR specification, Source file.
    """

    source_file_name: str
    file_preparation_date: date
    software_supplier: str | None = None
    software_package: str | None = None
    release: str | None = None
    serial_no: str
    date_time: datetime | None = None


class SourceFiles(IlrRecord):
    """The files that were put together to make this one.

    Source: ILR specification, Source files.
    """

    source_file: tuple[SourceFile, ...] = ()


class LearningProvider(IlrRecord):
    """The provider that sends the file, by UK provider reference number.

    Source: ILR specification, Learning provider.
    """

    ukprn: int
