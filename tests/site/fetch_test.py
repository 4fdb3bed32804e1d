"""cmake/fetch.cmake: where a pinned source may come from, and what it says when it comes from nowhere."""
import hashlib
import os
import subprocess
import tempfile
import unittest

ROOT = os.environ.get("PAPERDECK_ROOT") or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SCRIPT = f"""
list(APPEND CMAKE_MODULE_PATH "{ROOT}/cmake")
include(fetch)
paperdeck_fetch(toy toy_dir)
message("DIR ${{toy_dir}}")
message("LICENCE ${{toy_dir_LICENCE_FILE}}")
"""


class Fetching(unittest.TestCase):
    def setUp(self):
        self.scratch = tempfile.TemporaryDirectory()
        self.addCleanup(self.scratch.cleanup)
        self.folder = self.scratch.name
        self.write("script.cmake", SCRIPT)
        self.write("toy-1.0/toy.c", "int toy;\n")
        self.write("toy-1.0/LICENSE", "Do as you like.\n")
        os.makedirs(self.path("sources"))
        self.archive = self.path("sources", "toy_1.0.orig.tar.gz")
        subprocess.run(["tar", "czf", self.archive, "-C", self.folder, "toy-1.0"], check=True)
        with open(self.archive, "rb") as file:
            self.sha256 = hashlib.sha256(file.read()).hexdigest()

    def path(self, *names):
        return os.path.join(self.folder, *names)

    def write(self, name, text):
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.write(text)

    def fetch(self, repository="file:///nowhere", commit="0" * 40, sources=True):
        self.write("lock", f"toy | 1.0 | {repository} | {commit} | pool/main/t/toy/toy_1.0.orig.tar.gz | {self.sha256} | MIT | LICENSE | a test\n")
        environment = {**os.environ, "PAPERDECK_CACHE": self.path("cache"),
                       "PAPERDECK_SOURCES": self.path("sources") if sources else ""}
        return subprocess.run(["cmake", f"-DPAPERDECK_LOCK_FILE={self.path('lock')}", "-P", self.path("script.cmake")],
                              env=environment, capture_output=True, text=True)

    def fetched_folder(self, result):
        self.assertEqual(result.returncode, 0, result.stderr)
        folder = result.stderr.split("DIR ")[1].splitlines()[0]
        self.assertTrue(os.path.exists(os.path.join(folder, "toy.c")), folder)
        self.assertTrue(os.path.exists(result.stderr.split("LICENCE ")[1].splitlines()[0]))
        return folder

    def test_an_archive_in_the_sources_folder_is_taken(self):
        self.fetched_folder(self.fetch())

    def test_an_archive_with_another_hash_is_refused(self):
        with open(self.archive, "ab") as file:
            file.write(b"x")
        result = self.fetch()
        self.assertNotEqual(result.returncode, 0)
        self.assertIn("is not the pinned archive", " ".join(result.stderr.split()))

    def test_the_cache_serves_after_the_first_time(self):
        first = self.fetched_folder(self.fetch())
        self.assertEqual(self.fetched_folder(self.fetch(sources=False)), first)

    def test_upstream_is_taken_at_the_pinned_commit(self):
        git = ["git", "-C", self.path("toy-1.0"), "-c", "user.name=t", "-c", "user.email=t@example.org"]
        for command in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "one"]):
            subprocess.run(git + command, check=True)
        commit = subprocess.run(git + ["rev-parse", "HEAD"], check=True, capture_output=True, text=True).stdout.strip()
        repository = "file://" + self.path("toy-1.0")
        self.fetched_folder(self.fetch(repository, commit, sources=False))

    def test_a_source_that_is_nowhere_is_named_with_the_other_ways(self):
        result = self.fetch(sources=False)
        self.assertNotEqual(result.returncode, 0)
        message = " ".join(result.stderr.split())
        for needed in ("toy_1.0.orig.tar.gz", self.sha256, "PAPERDECK_SOURCES", "file:///nowhere", self.path("cache")):
            self.assertIn(needed, message)


class Lock(unittest.TestCase):
    def test_every_line_pins_a_commit_and_a_sha256(self):
        with open(os.path.join(ROOT, "cmake", "dependencies.lock"), encoding="utf-8") as file:
            lines = [line.rstrip("\n").split(" | ") for line in file if not line.startswith("#")]
        self.assertGreaterEqual(len(lines), 6)
        for fields in lines:
            with self.subTest(fields[0]):
                self.assertEqual(len(fields), 9)
                self.assertRegex(fields[3], "^[0-9a-f]{40}$")
                self.assertRegex(fields[5], "^[0-9a-f]{64}$")
                self.assertTrue(fields[2].startswith("https://github.com/"))


if __name__ == "__main__":
    unittest.main()
