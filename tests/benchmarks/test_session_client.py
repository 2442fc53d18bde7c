"""A session without a browser sees and chooses what a reader in a browser would."""

import asyncio

import pytest

from benchmarks.servers import serving
from benchmarks.session_client import NotDrawn, Session

APP = """
import streamlit as st

def first():
    st.title("First")
    one = st.selectbox("One", ["a", "b", "c"], index=1, key="one")
    several = st.multiselect("Several", ["x", "y", "z"], default=["y"], key="several")
    side = st.segmented_control("Side", ["left", "right"], default="left", key="side")
    if st.toggle("Ask", key="ask"):
        st.query_params["asked"] = "yes"
    words = st.text_input("Words", "some", key="words-said")
    st.html(f"{one} {several} {side} {words} {st.query_params.to_dict()}")
    st.html("long " * 10_000 + "way")

def broken():
    st.title("Broken")
    raise ValueError("It is broken.")

st.navigation([st.Page(first), st.Page(broken)]).run()
"""
LONG = "long " * 10_000 + "way"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    folder = tmp_path_factory.mktemp("app")
    (folder / "app.py").write_text(APP)
    with serving(folder / "app.py", folder, "--client.showErrorDetails", "full") as server:
        yield server


def within(server, steps):
    """What `steps` gives back, a coroutine function of one session."""

    async def whole():
        session = await Session.opened(server.address)
        try:
            return await steps(session)
        finally:
            await session.close()

    return asyncio.run(whole())


def test_a_visit_shows_the_page_as_it_stands_before_any_choice(server):
    drawn = within(server, lambda session: session.visit(""))
    assert drawn.titles == ["First"]
    assert drawn.html == ["b ['y'] left some {}", LONG]
    assert drawn.received > 50_000
    assert drawn.seconds > 0


def test_each_choice_changes_the_page_and_stays_with_those_that_follow(server):
    async def choices(session):
        await session.visit("")
        said = []
        for key, *options in (
            ("one", "c"), ("several", 0, "z"), ("side", 1), ("words-said", "other"), ("ask", "yes"),
        ):  # fmt: skip
            said.append((await session.choose(key, *options)).html[0])
        return said, session.query

    assert within(server, choices) == (
        [
            "c ['y'] left some {}",
            "c ['x', 'z'] left some {}",
            "c ['x', 'z'] right some {}",
            "c ['x', 'z'] right other {}",
            "c ['x', 'z'] right other {'asked': 'yes'}",
        ],
        "asked=yes",
    )


def test_what_was_sent_once_is_not_sent_again_and_is_still_on_the_page(server):
    async def twice(session):
        await session.visit("")
        return [await session.choose("one", option) for option in ("a", "b", "c", "a")]

    for drawn in within(server, twice):
        assert drawn.received < 10_000
        assert drawn.html[1] == LONG


def test_a_page_that_fails_is_not_taken_for_one_that_was_drawn(server):
    async def broken(session):
        await session.visit("")
        await session.visit("broken")

    with pytest.raises(NotDrawn, match="It is broken"):
        within(server, broken)


def test_choosing_where_there_is_nothing_to_choose_says_what_there_is(server):
    async def lost(session):
        await session.visit("")
        await session.choose("two", 1)

    with pytest.raises(NotDrawn, match=r"two.*'one', 'several', 'side', 'ask', 'words-said'"):
        within(server, lost)
