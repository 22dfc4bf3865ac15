#!/usr/bin/env python3
"""Reads what the last test run of a build left behind: which tests ran, and how they ended.

    tools/test_reports.py build/dev build/asan     prints "812 passed, 0 failed"

A build folder holds junit.xml (written by ctest) and reports/<test>.xml (one for each GoogleTest
executable, written by itself). A suite's cases count only when ctest saw the whole suite end well
or badly, never when its file is a leftover.
"""

import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

PASSED = "passed"
FAILED = "failed"
NOT_RUN = "not run"


def ctest_results(junit: Path) -> dict[str, str]:
    """Name of each ctest test -> how it ended."""
    results = {}
    for case in ElementTree.parse(junit).getroot().iter("testcase"):
        status = case.get("status")
        results[case.get("name")] = {"run": PASSED, "fail": FAILED}.get(status, NOT_RUN)
    return results


def gtest_results(report: Path) -> dict[str, str]:
    """`Suite.case` -> how it ended."""
    results = {}
    for case in ElementTree.parse(report).getroot().iter("testcase"):
        name = f"{case.get('classname')}.{case.get('name')}"
        if case.get("result") != "completed":
            results[name] = NOT_RUN
        else:
            results[name] = PASSED if case.find("failure") is None else FAILED
    return results


def results_of(build: Path) -> dict[str, str]:
    """Every ctest test by its name, and every GoogleTest case as `<ctest test>/Suite.case`."""
    junit = build / "junit.xml"
    if not junit.exists():
        return {}
    results = ctest_results(junit)
    for name in list(results):
        report = build / "reports" / f"{name}.xml"
        if results[name] == NOT_RUN or not report.exists():
            continue
        try:
            cases = gtest_results(report)
        except ElementTree.ParseError:
            continue  # The suite died while writing; ctest has it as failed.
        results.update({f"{name}/{case}": end for case, end in cases.items()})
    return results


def count(results: dict[str, str]) -> tuple[int, int]:
    """Passed and failed tests; a suite with cases counts by its cases."""
    suites = {name.split("/", 1)[0] for name in results if "/" in name}
    passed = failed = 0
    for name, end in results.items():
        if end == PASSED and name not in suites:
            passed += 1
        # A suite that crashed has failed although none of its cases says so.
        elif end != PASSED and (name not in suites or not has_failed_case(name, results)):
            failed += 1
    return passed, failed


def has_failed_case(suite: str, results: dict[str, str]) -> bool:
    return any(n.startswith(f"{suite}/") and end != PASSED for n, end in results.items())


def main(builds: list[str]) -> int:
    totals = [count(results_of(Path(build))) for build in builds]
    passed, failed = (sum(column) for column in zip(*totals)) if totals else (0, 0)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
