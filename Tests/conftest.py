"""What the tests of the built program share: one demo on a free port, on each engine."""

import pytest

from yui_demo import ENGINES, Demo


@pytest.fixture(scope="session", params=ENGINES)
def demo(request, tmp_path_factory):
    """A demo with data of its own, stopped when all its tests have run."""
    running = Demo(tmp_path_factory.mktemp("demo"), request.param)
    yield running
    running.stop()
