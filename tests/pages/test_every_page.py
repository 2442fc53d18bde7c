"""Every page of the menu, drawn through the frame: a new page cannot go untested.

The frame is asserted each time, since a page can be drawn without it and look well in a test.
"""

import pytest

from components.navigation import PAGES

KEYS = [page.key for page in PAGES]


@pytest.mark.parametrize("key", KEYS)
def test_a_page_is_drawn_in_the_full_frame_under_one_title(key, open_page, html_text):
    app = open_page(key)
    assert [error.value for error in app.exception] == []
    assert len(app.title) == 1
    text = html_text(app)
    assert text.count("An independent record. Not endorsed by any police force or") == 1
    assert text.count('<footer class="foot">') == 1
    assert "Open Government Licence v3.0" in text.partition('<footer class="foot">')[2]


@pytest.mark.parametrize("page", PAGES, ids=KEYS)
def test_the_title_is_the_name_in_the_menu_or_the_subject(page, open_page):
    (title,) = open_page(page.key).title
    if page.key in ("inspection", "meeting"):
        assert title.value != page.title
    else:
        assert title.value == page.title


@pytest.mark.parametrize("key", KEYS)
def test_a_page_drawn_again_is_the_same_page(key, open_page, html_text):
    app = open_page(key)
    before = html_text(app)
    assert html_text(app.run()) == before


@pytest.mark.parametrize("key", KEYS)
def test_an_unknown_force_in_the_address_is_no_exception(key, open_page, html_text):
    app = open_page(key, force="no-such-force")
    assert [error.value for error in app.exception] == []
    assert '<footer class="foot">' in html_text(app)
