"""What the tests of the built program share: one demo on a free port."""

import pytest

from yui_demo import Demo


@pytest.fixture(scope="session")
def demo(tmp_path_factory):
    """A demo with data of its own, stopped when all tests have run."""
    running = Demo(tmp_path_factory.mktemp("demo"))
    yield running
    running.stop()
