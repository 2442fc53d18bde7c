"""What every part of the record is made of: frozen facts, ids, texts, counts and sources."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=90)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Sources = Annotated[tuple[Slug, ...], Field(min_length=1)]
WebAddress = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]


class Fact(BaseModel):
    """Base of every part of the record."""

    model_config = ConfigDict(frozen=True, extra="forbid")
