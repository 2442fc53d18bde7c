"""The name of the product and what it says of itself wherever it is shown."""

from __future__ import annotations

from urllib.parse import quote

NAME = "Inspection History"
STANDING = "An independent record. Not endorsed by any police force or inspectorate."
LICENCE = "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/"
"""The Open Government Licence, under which facts from the inspectorate's reports are used."""
MARK = "data:image/svg+xml," + quote(
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">'
    '<rect width="32" height="32" rx="6" fill="#1d4f91"/>'
    '<path d="M6 22h20" stroke="#fff" stroke-width="2.5" stroke-linecap="round"/>'
    '<g fill="#fff"><circle cx="9" cy="22" r="3.2"/><circle cx="17" cy="22" r="3.2"/>'
    '<circle cx="24" cy="22" r="3.2"/><path d="M9 8h14v2.6H9zM9 13h9v2.6H9z"/></g></svg>'
)
"""The product's mark: lines of a report above points in time. No crest and no logo."""
