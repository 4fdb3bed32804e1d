"""What the compiler does not see of the plan in src/README.md. Doors themselves are include folders: cmake/rooms.cmake."""
import os
import re
import subprocess
import tempfile
import unittest

ROOT = os.environ.get("PAPERDECK_ROOT") or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


def sources():
    for at, _, names in os.walk(os.path.join(ROOT, "src")):
        for name in sorted(names):
            if name.endswith((".h", ".cpp")):
                path = os.path.join(at, name)
                with open(path, encoding="utf-8") as file:
                    yield os.path.relpath(path, os.path.join(ROOT, "src")), file.read()


class Rooms(unittest.TestCase):
    def test_nobody_climbs_through_a_window(self):
        for path, text in sources():
            self.assertNotRegex(text, r'#\s*include\s*"[^"]*\.\./', path)

    def test_the_kind_of_platform_is_known_to_platform_alone(self):
        for path, text in sources():
            if not path.startswith("platform/"):
                self.assertNotRegex(text, r"__EMSCRIPTEN__|#\s*include\s*<(emscripten|SDL)", path)

    def test_imgui_is_known_to_ui_and_platform_and_its_backends_to_the_shells_alone(self):
        for path, text in sources():
            if re.search(r'#\s*include\s*[<"]imgui', text):
                self.assertTrue(path.startswith(("ui/", "platform/")), path)
            if re.search(r"#\s*include\s*[<\"]imgui_impl", text):
                self.assertRegex(path, r"^platform/\w+_shell\.")

    def test_a_door_that_is_not_in_the_list_does_not_compile(self):
        commands = os.path.join(ROOT, "cmake", "rooms.cmake")
        with tempfile.TemporaryDirectory() as scratch:
            for path, text in {
                "CMakeLists.txt": f'cmake_minimum_required(VERSION 3.22)\nproject(toy CXX)\nadd_library(paperdeck_warnings INTERFACE)\n'
                                  f'include("{commands}")\npaperdeck_room(low)\npaperdeck_room(side)\npaperdeck_room(high DOORS low)\n',
                "src/low/low.h": "#pragma once\n", "src/low/low.cpp": '#include "low/low.h"\n',
                "src/side/side.h": "#pragma once\n", "src/side/side.cpp": '#include "side/side.h"\n',
                "src/high/high.cpp": '#include "low/low.h"\n',
            }.items():
                os.makedirs(os.path.dirname(os.path.join(scratch, path)), exist_ok=True)
                with open(os.path.join(scratch, path), "w", encoding="utf-8") as file:
                    file.write(text)

            def build():
                run = lambda *command: subprocess.run(command, cwd=scratch, capture_output=True, text=True)
                configured = run("cmake", "-G", "Ninja", "-B", "build")
                return configured if configured.returncode else run("cmake", "--build", "build")

            built = build()
            self.assertEqual(built.returncode, 0, built.stdout + built.stderr)
            with open(os.path.join(scratch, "src/high/high.cpp"), "a", encoding="utf-8") as file:
                file.write('#include "side/side.h"\n')
            built = build()
            self.assertNotEqual(built.returncode, 0)
            self.assertIn("side/side.h", built.stdout)


if __name__ == "__main__":
    unittest.main()
