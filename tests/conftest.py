"""What all tests share: where things are, and that nothing is skipped unseen where CI is set."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("SHARED") or ROOT.parent / "shared")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of gold and seeds, which is no part of the checkout."""
    if not (SHARED / "gold").is_dir():
        pytest.skip(f"no gold in {SHARED}: put it beside the checkout, or name the folder with SHARED=dir")
    return SHARED


@pytest.fixture(scope="session")
def run():
    """Run `python -m communique` in another process, with UTF-8 and without colours; gives the finished process."""

    def start(*arguments: str, **more: object) -> subprocess.CompletedProcess[str]:
        environment = {**os.environ, "PYTHONUTF8": "1", "NO_COLOR": "1", "COLUMNS": "200", **more.pop("env", {})}
        return subprocess.run(
            [sys.executable, "-m", "communique", *arguments],
            capture_output=True, encoding="utf-8", timeout=300, check=False, env=environment, **more,
        )  # fmt: skip

    return start


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    report = yield
    _refuse_skip(report, item.nodeid)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Iterator[None]:
    report = yield
    _refuse_skip(report, collector.nodeid)
    return report


def _refuse_skip(report: pytest.TestReport | pytest.CollectReport, name: str) -> None:
    """With CI set a skipped test has failed; an expected failure is no skip."""
    if os.environ.get("CI") and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{name} was skipped, and CI is set, where nothing may be: {reason}"
