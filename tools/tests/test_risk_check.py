import tempfile
import unittest
from pathlib import Path

from loading import load

reports = load("test_reports.py")
risk = load("risk_check")

JUNIT = """<testsuite>
  <testcase name="unknot_safety" status="run"/>
  <testcase name="unknot_model" status="fail"/>
  <testcase name="law_allowed" status="run"/>
  <testcase name="house_tools" status="notrun"/>
</testsuite>"""
SAFETY = """<testsuites><testsuite>
  <testcase name="low_back" result="completed" classname="Audit"/>
  <testcase name="each/0" result="completed" classname="All/Gate"/>
  <testcase name="each/1" result="completed" classname="All/Gate"/>
  <testcase name="off" result="suppressed" classname="Audit"/>
</testsuite></testsuites>"""
MODEL = """<testsuites><testsuite>
  <testcase name="bad" result="completed" classname="Request"><failure/></testcase>
  <testcase name="good" result="completed" classname="Request"/>
</testsuite></testsuites>"""


def results(**more: str) -> dict[str, str]:
    with tempfile.TemporaryDirectory() as folder:
        build = Path(folder)
        (build / "reports").mkdir()
        (build / "junit.xml").write_text(JUNIT)
        for name, text in {"unknot_safety": SAFETY, "unknot_model": MODEL, **more}.items():
            (build / "reports" / f"{name}.xml").write_text(text)
        return reports.results_of(build)


def hazard(**change) -> dict:
    return {"id": "h1", "title": "t", "situation": "s", "harm": "h", "severity": "serious",
            "controls": ["c1"], **change}


def control(**change) -> dict:
    return {"id": "c1", "what": "w", "kind": "design", "rules": ["never_zones"],
            "tests": ["unknot_safety/Audit.low_back"], **change}


class Reports(unittest.TestCase):
    def test_ends(self):
        found = results()
        self.assertEqual(found["unknot_safety/Audit.low_back"], reports.PASSED)
        self.assertEqual(found["unknot_safety/Audit.off"], reports.NOT_RUN)
        self.assertEqual(found["unknot_model/Request.bad"], reports.FAILED)
        self.assertEqual(found["law_allowed"], reports.PASSED)
        self.assertEqual(found["house_tools"], reports.NOT_RUN)

    def test_counts_cases_and_plain_tests(self):
        # Passed: low_back, each/0, each/1, good, law_allowed. Failed: off, bad, house_tools.
        self.assertEqual(reports.count(results()), (5, 3))

    def test_a_crash_counts_as_a_failure(self):
        self.assertEqual(reports.count(results(unknot_model="<testsuites><testsu")), (4, 3))

    def test_a_left_over_report_counts_for_nothing(self):
        self.assertNotIn("unknot_gone/Audit.low_back", results(unknot_gone=SAFETY))

    def test_no_run(self):
        self.assertEqual(reports.results_of(Path("no_such_build")), {})


class Risks(unittest.TestCase):
    def expect(self, hazards: list[dict], controls: list[dict], *parts: str, rules=("never_zones",)):
        table = {"hazard": hazards, "control": controls}
        found = risk.complaints(table, set(rules), results())
        self.assertEqual(len(found), len(parts), found)
        for part in parts:
            self.assertTrue(any(part in c for c in found), (part, found))

    def test_in_order(self):
        self.expect([hazard()], [control()])
        self.expect([hazard()], [control(tests=["law_allowed", "unknot_safety/All/Gate.each/*"])])

    def test_chain(self):
        self.expect([], [], "no hazard at all")
        self.expect([hazard(controls=[])], [], "hazard h1: has no control", "rule never_zones")
        self.expect([hazard(controls=["c1", "c2"])], [control()], "names the control c2")
        self.expect([hazard()], [control(), control(id="c2")], "c2: guards against no hazard")
        self.expect([hazard()], [control(tests=[])], "control c1: has no test")

    def test_information_alone_is_not_enough(self):
        told = control(kind="information")
        self.expect([hazard()], [told])
        self.expect([hazard(severity="critical")], [told], "only information stands against it")

    def test_tests_must_have_run_and_passed(self):
        for name, end in (("unknot_safety/Audit.gone", "did not run"),
                          ("unknot_safety/Audit.off", "not run"),
                          ("unknot_model/Request.bad", "failed"), ("house_tools", "not run")):
            self.expect([hazard()], [control(tests=[name])], end)
        self.expect([hazard()], [control(tests=["unknot_model/*"])], "Request.bad: failed")

    def test_rules(self):
        self.expect([hazard()], [control()], "rule pace: no control", rules=("never_zones", "pace"))
        self.expect([hazard()], [control(rules=["never_zones", "x"])], "rule x: named by a control")

    def test_shape(self):
        self.expect([hazard(), hazard()], [control()], "hazard h1: stands twice")
        self.expect([hazard(extra=1)], [control()], "hazard h1: does not know extra")
        self.expect([{"id": "h1"}], [control()], "hazard h1: lacks")
        self.expect([hazard(severity="bad")], [control()], "severity is one of")
        self.expect([hazard()], [control(kind="luck")], "kind is one of")


if __name__ == "__main__":
    unittest.main()
