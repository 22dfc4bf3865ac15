import tempfile
import unittest
from pathlib import Path

from loading import TOOLS, load

house = load("house_check")
LAW = house.Law.read((TOOLS.parent / "cmake/law.txt").read_text("utf-8"))
HEADER = "#pragma once\n"


def complaints(*files: tuple[str, str]) -> list[str]:
    """What house_check says about these files, each `path:line: ...`."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for path, text in files:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text, "utf-8")
        return [str(c) for c in house.check([house.File(*f) for f in files], LAW, root)]


class Texts(unittest.TestCase):
    def expect(self, path: str, text: str, *parts: str) -> None:
        found = complaints((path, text))
        self.assertEqual(len(found), len(parts), found)
        for complaint, part in zip(found, parts):
            self.assertIn(part, complaint)

    def test_machine_paths(self):
        self.expect("docs/a.md", "see /" + "home/me/x\n", "a.md:1: a path of one machine")
        self.expect("docs/a.md", "see ./" + "work/x and https://x.org/" + "home/y\n")

    def test_registry_hosts(self):
        self.expect("a.sh", "#!/bin/sh\ncurl registry." + "npmjs.org\n", "a.sh:2: the host")

    def test_left_overs(self):
        self.expect("a.cpp", "// TO" "DO later\n", "left over to finish")
        self.expect("a.cpp", "// mktemp /tmp/aXX" "XXXX, a todo list\n")
        self.expect("LICENSE", "TO" "DO\n")

    def test_switched_off(self):
        self.expect("a.cpp", "TEST(A, DISABLE" "D_b) {}\n", "switched off")
        self.expect("a.mjs", "test." "skip('x')\n", "switched off")

    def test_size(self):
        self.expect("a.cpp", "\n" * 500)
        self.expect("a.cpp", "\n" * 501, "501 lines")
        self.expect("run", "#!/bin/sh\n" + "\n" * 500, "501 lines")
        self.expect("data.toml", "\n" * 900)
        self.expect("a.cpp", "x" * 100 + "\n" + "é" * 100 + "\n" + "x" * 101 + "\n", ":3: 101 col")

    def test_pragma(self):
        self.expect("a.hpp", "// #pragma once\n", "without #pragma once")
        self.expect("a.hpp", HEADER)


class Core(unittest.TestCase):
    SOURCE = "core/safety/src/a.cpp"

    def expect(self, text: str, *parts: str, path: str = SOURCE) -> None:
        found = complaints((path, text))
        self.assertEqual(len(found), len(parts), found)
        for complaint, part in zip(found, parts):
            self.assertIn(part, complaint)

    def test_headers(self):
        for name in ("iostream", "thread", "random", "fstream"):
            self.expect(f"#include <{name}>\n", f"a.cpp:1: the core does without <{name}>")
        self.expect("#include <vector>\n#include <chrono>\n")

    def test_words(self):
        self.expect("int f() { throw 1; }\n", "'throw'")
        self.expect("void f() { try { } catch (...) { } }\n", "'try'")
        self.expect("auto t = std::chrono::system_clock::now();\n", "'::now('")
        self.expect("auto s = std::format(\"x\");\n", "'std::format'")

    def test_comments_and_strings_are_no_code(self):
        self.expect('// throw\n/* try\n throw */ auto s = "throw \\" throw";\n')
        self.expect('auto s = R"x(throw ")x"; int n = 1\'000; char c = \'"\'; int throws = 0;\n')

    def test_only_what_ships(self):
        self.expect("#include <fstream>\n", path="core/safety/tests/a.cpp")
        self.expect("#include <fstream>\n", path="cli/main.cpp")


class Host(unittest.TestCase):
    def expect(self, path: str, text: str, *parts: str) -> None:
        found = complaints((path, text))
        self.assertEqual(len(found), len(parts), found)
        for complaint, part in zip(found, parts):
            self.assertIn(part, complaint)

    def test_the_machine_is_touched_in_one_file(self):
        for name in ("sys/stat.h", "unistd.h", "langinfo.h", "fstream"):
            text = f"#include <{name}>\n"
            self.expect("cli/src/a.cpp", text, f"a.cpp:1: <{name}> is for cli/src/host.cpp")
            self.expect("cli/src/host.cpp", text)
        for code in ('getenv("HOME")', "isatty(0)", 'std::fopen("a", "w")',
                     "std::chrono::system_clock::now()"):
            text = f"auto a = {code};\n"
            self.expect("cli/src/a.cpp", text, "is for cli/src/host.cpp")
            self.expect("cli/src/host.cpp", text)
        self.expect("cli/src/a.cpp", "#include <iostream>\nauto a = is_terminal();  // isatty()\n")


class LawOfDirection(unittest.TestCase):
    def expect(self, path: str, module: str, refused: bool, *more: tuple[str, str]) -> None:
        text = f'#include "unknot/{module}/x.hpp"\n'
        found = [c for c in complaints((path, text), *more) if "law of direction" in c]
        self.assertEqual(bool(found), refused, (path, module))

    def test_core(self):
        self.expect("core/safety/src/a.cpp", "model", False)
        self.expect("core/safety/src/a.cpp", "safety", False)
        self.expect("core/safety/src/a.cpp", "planner", True)
        self.expect("core/safety/tests/a.cpp", "planner", True)
        self.expect("core/base/src/a.cpp", "model", True)

    def test_hosts(self):
        self.expect("cli/plan.cpp", "coach", False)
        self.expect("cli/plan.cpp", "server", True)
        self.expect("cli/serve.cpp", "server", False)
        self.expect("wasm/surface.cpp", "server", True)
        self.expect("tools/kbc/src/a.cpp", "planner", True)
        self.expect("tests/golden/a.cpp", "planner", False)

    def test_adapters(self):
        declared = ("adapters/store/CMakeLists.txt", "unknot_adapter(store FOR journal SOURCES a)\n")
        self.expect("adapters/store/src/a.cpp", "journal", False, declared)
        self.expect("adapters/store/src/a.cpp", "model", False, declared)
        self.expect("adapters/store/src/a.cpp", "safety", True, declared)

    def test_no_way_round(self):
        found = complaints(("core/safety/src/a.cpp", '#include "../../planner/src/b.hpp"\n'))
        self.assertIn("no path into another module", found[0])
        within = ("core/safety/src/rules/a.cpp", '#include "../b.hpp"\n')
        self.assertEqual(complaints(within), [])

    def test_absent_module(self):
        found = complaints(("core/model/CMakeLists.txt", "unknot_module(model\n  USES base)\n"))
        self.assertEqual(found, ["core/model/CMakeLists.txt:1: uses base, which is not in the tree"])


class Links(unittest.TestCase):
    def test_links(self):
        good = "# Top part\n[a](b.md#the-end-of-it) [web](https://x.org/y) [here](#top-part)\n"
        other = ("docs/b.md", "## The end, of it\n")
        self.assertEqual(complaints(("docs/a.md", good), other), [])
        self.assertIn("leads nowhere", complaints(("docs/a.md", "[a](c.md)\n"), other)[0])
        self.assertIn("no such heading", complaints(("docs/a.md", "[a](b.md#x)\n"), other)[0])

    def test_code_is_no_link(self):
        self.assertEqual(complaints(("a.md", "`[a](b)`\n```\n[a](b)\n```\n")), [])


if __name__ == "__main__":
    unittest.main()
