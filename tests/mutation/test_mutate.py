"""tools/mutate on small sources: what it changes, what it leaves alone, what it makes of the end."""

import os
import pathlib
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools/mutate"))
from bench import Bench, Suite, Unit  # noqa: E402
from mutants import mutants_of  # noqa: E402
from survivors import Explained, as_toml  # noqa: E402


def changes(source):
    return [mutant.change for mutant in mutants_of("f.cpp", source)]


class Mutants(unittest.TestCase):
    def test_each_kind(self):
        for body, expected in (
            ("return a < b;", ["9: < -> <=", "9: < -> >="]),
            ("return a == b;", ["9: == -> !="]),
            ("return a && b;", ["9: && -> ||"]),
            ("return !a;", ["7: ! -> nothing"]),
            ("return a + b;", ["9: + -> -"]),
            ("return 7;", ["7: 7 -> 6", "7: 7 -> 8"]),
            ("return 0U;", ["7: 0U -> 1U"]),
            ("return true;", ["7: true -> false"]),
            ("return std::min(a, b);", ["12: min -> max"]),
            ("return std::clamp(a, b, c);",
             ["12: clamp(a, b, c) -> max(a, b)", "12: clamp(a, b, c) -> min(a, c)"]),
            ("if (a) return b;", ["4: a -> !(a)"]),
            ("a = b;", ["0: a = b; -> ;"]),
            ("a -= b;", ["0: a -= b; -> ;", "2: -= -> +="]),
            ("f(a);", ["0: f(a); -> ;"]),
            ("if (a < b) continue;", ["6: < -> <=", "6: < -> >=", "11: continue; -> ;"]),
        ):
            source = "bool f() {\n  " + body + "\n}\n"
            self.assertEqual(changes(source), expected, body)

    def test_what_is_left_alone(self):
        for source in (
            "// a < b\n/* 1 + 2 */\n#define F(a) ((a) < 3)\n#if 1 && 2\n#endif\n",
            "static_assert(sizeof(int) == 4 && 1 < 2);\n",
            "template <int n = 3>\nstruct A {};\n",
            "struct A {\n  int n = 3;\n  bool b = true;\n};\n",
            "int f() {\n  const char* a = \"x < 1 && y\";\n  char b = '<';\n}\n",
            "int f() {\n  std::vector<int> a;\n  auto&& b = g();\n  const int c = d;\n}\n",
            "int f() {\n  return a;\n}\n",
            "enum class A { b, c };\n",
        ):
            self.assertEqual(changes(source), [], source)

    def test_a_lambda_holds_statements_and_a_braced_value_does_not(self):
        source = "void f() {\n  g([&](int a) -> int {\n    h(a);\n    return a;\n  });\n}\n"
        self.assertEqual(changes(source),
                         ["0: g([&](int a) -> int { h(a); return a; }); -> ;", "0: h(a); -> ;"])
        self.assertEqual(changes("A f() {\n  return A{.b = c, .d = e};\n}\n"), [])

    def test_lines_keep_their_numbers(self):
        source = "void f() {\n  g(1,\n    2);\n  check();\n}\n"
        drop = next(m for m in mutants_of("f.cpp", source) if m.change.startswith("0: g"))
        self.assertEqual(drop.apply(source), "void f() {\n  ;\n\n  check();\n}\n")

    def test_equal_lines_are_told_apart(self):
        source = "void f() {\n  a = b;\n  c();\n  a = b;\n}\n"
        self.assertEqual([m.nth for m in mutants_of("f.cpp", source) if m.text == "a = b;"], [1, 2])

    def test_every_source_can_be_read(self):
        for module in ("safety", "planner"):
            for path in sorted((ROOT / "core" / module / "src").rglob("*.cpp")):
                self.assertTrue(mutants_of(str(path), path.read_text()), path)


SOURCE = """\
namespace {
bool even(int n) { return n % 2 == 0; }
}
int count(int n) {
  int found = 0;
  for (int i = 0; i < n; ++i) {
    if (even(i)) found += 1;
  }
  return found;
}
bool big(int n) { return n > 10; }
int text() { const char* a = "0"; return a[0] - '0'; }
"""
# Tells nothing of ten itself, so that one bound of `big` cannot be told from the other.
TEST = """\
int count(int n);
bool big(int n);
int text();
int main() { return count(5) == 3 && count(4) == 2 && big(12) && !big(8) && text() == 0 ? 0 : 1; }
"""


class Judging(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.holder = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.holder.name)
        (folder / "count.cpp").write_text(SOURCE)
        (folder / "test.cpp").write_text(TEST)
        compiler = os.environ.get("CXX", "g++-12")
        cls.mutants = {m.change: m for m in mutants_of("count.cpp", SOURCE)}
        # As the build links it: a mutant's object comes first, and else the archive's is taken.
        os.system(f"cd {folder} && {compiler} -c count.cpp -o a.o && ar cr libcount.a a.o")
        cls.bench = Bench(
            folder, folder / "bench", [Unit("count.cpp", (compiler, "-O0"))],
            [Suite("test", (compiler, "-o", "{out}", "{mutant}", "test.cpp", "libcount.a"), ())])
        cls.bench.start()

    @classmethod
    def tearDownClass(cls):
        cls.holder.cleanup()

    def test_what_never_ends_is_killed_by_time(self):
        # Counting down alone would end, where numbers begin again at the top.
        source = SOURCE.replace("++i) {", "i += 1) {\n    if (i < 0) i = 0;")
        mutant = next(m for m in mutants_of("count.cpp", source) if m.change.endswith("+= -> -="))
        self.bench._limits["test"] = 2
        result = self.bench.judge(mutant, source)
        self.assertEqual((result.state, result.by), ("killed", "test (time)"))

    def test_what_a_test_notices_is_killed_and_all_else_survives(self):
        states = {c: self.bench.judge(m, SOURCE).state for c, m in self.mutants.items()}
        survivors = {c for c, state in states.items() if state == "survived"}
        self.assertEqual(survivors, {"27: > -> >=", "29: 10 -> 11", "29: 10 -> 9"})
        self.assertEqual({s for c, s in states.items() if c not in survivors}, {"killed"}, states)

    def test_what_does_not_compile_is_not_counted(self):
        mutant = self.mutants["27: > -> >="]
        broken = type(mutant)(**{**mutant.__dict__, "becomes": "> >"})
        self.assertEqual(self.bench.judge(broken, SOURCE).state, "broken")

    def test_the_same_code_is_not_counted(self):
        mutant = self.mutants["29: 10 -> 11"]
        same = type(mutant)(**{**mutant.__dict__, "becomes": "(10)"})
        self.assertEqual(self.bench.judge(same, SOURCE).state, "same")

    def test_a_test_that_fails_already_stops_the_run(self):
        bench = Bench(self.bench.root, self.bench.folder / "other", [],
                      [Suite("false", ("true",), ())])
        with self.assertRaises(SystemExit):
            bench.start()


class Survivors(unittest.TestCase):
    def explained(self, text):
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "survivors.toml"
            path.write_text(text)
            return Explained(path)

    def test_rows_that_do_not_hold_are_named(self):
        mutants = mutants_of("count.cpp", SOURCE)
        lives = next(m for m in mutants if m.change == "27: > -> >=")
        dies = next(m for m in mutants if m.change == "27: > -> <=")
        rows = "".join(
            f"[[survivor]]\nfile = 'count.cpp'\nline = {as_toml(lives.text)}\n"
            f"changes = ['{change}']\nwhy = 'it does'\n"
            for change in (lives.change, dies.change, "99: a -> b"))
        explained = self.explained(rows)
        state = type("R", (), {"by": "test"})
        alive, dead = state(), state()
        alive.state, dead.state = "survived", "killed"
        stale = dict(explained.stale(mutants, {lives: alive, dies: dead}, {"count.cpp"}))
        self.assertEqual({key[2]: sentence for key, sentence in stale.items()},
                         {"27: > -> <=": "does not survive: killed test",
                          "99: a -> b": "names no mutant there is"})
        self.assertEqual(list(explained.stale(mutants, {}, {"other.cpp"})), [])

    def test_a_row_without_a_reason_is_refused(self):
        row = "[[survivor]]\nfile = 'f'\nline = 'l'\nchanges = ['c']\nwhy = {}\n"
        self.explained(row.format("'so'"))
        for text in (row.format("''"), row.format("'so'") * 2, row.format("'so'\nelse = 1")):
            with self.assertRaises(SystemExit):
                self.explained(text)


if __name__ == "__main__":
    unittest.main()
