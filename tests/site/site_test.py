"""What build-wasm.sh made: names, policies, licences, the one-file page, the limit on the first load, the server."""
import base64
import hashlib
import http.client
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.request

ROOT = os.environ.get("PAPERDECK_ROOT") or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
BUILD = os.path.join(ROOT, "build", "web")
SITE = os.path.join(BUILD, "site")
CLI = os.path.join(ROOT, "build", "cli", "paperdeck-cli")


def read(*path):
    with open(os.path.join(*path), "rb") as file:
        return file.read()


def text(*path):
    return read(*path).decode()


def site_files():
    return sorted(os.path.relpath(os.path.join(at, name), SITE) for at, _, names in os.walk(SITE) for name in names)


def python_with_brotli():
    for python in (sys.executable, "/usr/bin/python3"):
        if subprocess.run([python, "-c", "import brotli, fontTools"], capture_output=True).returncode == 0:
            return python
    raise unittest.SkipTest("no Python with brotli")


def assemble(site, digests, *options):
    command = [python_with_brotli(), os.path.join(ROOT, "cmake", "site.py"), "--build", BUILD, "--cli", CLI,
               "--site", site, "--digests", digests, *options]
    return subprocess.run(command, capture_output=True, text=True)


class Names(unittest.TestCase):
    def test_what_the_page_loads_is_there_and_relative(self):
        loaded = re.findall(r'(?:src|href|data-wasm)="([^"]*)"', text(SITE, "index.html"))
        self.assertGreaterEqual(len(loaded), 5)
        for path in loaded:
            self.assertNotRegex(path, r"^(/|\w+:)", "a site under a sub-path would look for it elsewhere")
            self.assertIn(path, site_files())

    def test_a_name_carries_the_hash_of_the_content(self):
        hashed = [name for name in site_files() if re.search(r"-[0-9a-f]{12}\.\w+$", name)]
        self.assertEqual(len(hashed), 4)
        for name in hashed:
            inner = hashlib.sha256(hashlib.sha256(read(SITE, name)).digest()).hexdigest()
            self.assertIn(inner[:12], name)

    def test_no_placeholder_is_left(self):
        for name in site_files():
            if name.endswith((".html", ".js", ".css", ".webmanifest")):
                self.assertNotRegex(text(SITE, name), r"@[A-Z][A-Z_]+@", name)

    def test_the_service_worker_keeps_files_that_exist(self):
        worker = text(SITE, "sw.js")
        lists = [json.loads(match) for match in re.findall(r"\[[^\[\]]*\]", worker) if "paperdeck-" in match or "digests/" in match]
        kept = [path for paths in lists for path in paths]
        self.assertIn("./", kept)
        self.assertLessEqual(set(kept) - {"./"}, set(site_files()))

    def test_nothing_tells_where_it_was_built(self):
        for name in site_files():
            content = read(SITE, name)
            for folder in {ROOT, os.path.expanduser("~")} - {"/"}:
                self.assertNotIn(folder.encode() + b"/", content, name)


class Contents(unittest.TestCase):
    def test_the_index_lists_every_digest(self):
        listed = [entry["path"] for entry in json.loads(read(SITE, "digests", "index.json"))["digests"]]
        there = [name[len("digests/"):] for name in site_files() if name.startswith("digests/") and name.endswith(".md")]
        self.assertEqual(sorted(map(urllib.request.unquote, listed)), there)

    def test_the_licences_of_everything_shipped_are_there(self):
        licences = text(SITE, "licences.txt")
        for name in ("Paperdeck", "Dear ImGui", "SDL2", "md4c", "JSON for Modern C++", "utf8proc", "Inter and STIX", "Emscripten, musl and LLVM"):
            self.assertIn(f"======== {name}", licences)

    def test_nothing_in_the_program_makes_code_of_strings(self):
        for name in site_files():
            if name.endswith(".js"):
                self.assertNotRegex(text(SITE, name), r"\beval\(|new Function\(|\.innerHTML\s*=|document\.write", name)

    def test_the_digests_of_a_folder_and_those_below_replace_the_sample(self):
        with tempfile.TemporaryDirectory() as scratch:
            mine = os.path.join(scratch, "mine")
            sample = next(name for name in site_files() if name.endswith(".md"))
            os.makedirs(os.path.join(mine, "2025", "spring ü"))
            shutil.copy(os.path.join(SITE, sample), os.path.join(mine, "a.md"))
            shutil.copy(os.path.join(SITE, sample), os.path.join(mine, "2025", "spring ü", "b.md"))
            for name in ("c.jsonl", "index.json"):
                with open(os.path.join(mine, name), "w", encoding="utf8") as file:
                    file.write('{"id": "2103.00001", "title": "A", "abstract": "B", "date": "2019-03-11"}\n')
            result = assemble(os.path.join(scratch, "site"), mine)
            self.assertEqual(result.returncode, 0, result.stderr)
            index = json.loads(read(scratch, "site", "digests", "index.json"))
            self.assertEqual(sorted(entry["path"] for entry in index["digests"]), ["2025/spring%20%C3%BC/b.md", "a.md", "c.jsonl"])
            self.assertTrue(os.path.exists(os.path.join(scratch, "site", "digests", "c.jsonl")))

    def test_a_folder_without_digests_is_refused(self):
        with tempfile.TemporaryDirectory() as scratch:
            result = assemble(os.path.join(scratch, "site"), scratch)
            self.assertNotEqual(result.returncode, 0)
            self.assertIn("no .md, .markdown, .json or .jsonl file", result.stderr)


class OneFile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.page = text(BUILD, "paperdeck.html")

    def test_it_loads_nothing(self):
        markup = re.sub(r"<(script|style)\b[^>]*>.*?</\1>", "", self.page, flags=re.DOTALL)
        self.assertNotRegex(markup, r"\bsrc=|<link\b")

    def test_its_policy_names_its_scripts_and_style_by_hash(self):
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', self.page)[1]
        rules = {rule.split()[0]: rule.split()[1:] for rule in policy.split(";") if rule.split()}
        for tag, rule in (("script", "script-src"), ("style", "style-src")):
            inline = re.findall(rf"<{tag}>(.*?)</{tag}>", self.page, flags=re.DOTALL)
            self.assertGreaterEqual(len(inline), 1)
            for content in inline:
                digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
                self.assertIn(f"'sha256-{digest}'", rules[rule])
            self.assertNotIn("'self'", rules[rule])
            self.assertNotIn("'unsafe-inline'", rules[rule])

    def test_the_program_and_the_sample_are_inside(self):
        wasm = re.search(r'<script type="application/octet-stream" id="inline-wasm">([^<]*)<', self.page)[1]
        name = next(name for name in site_files() if name.endswith(".wasm"))
        self.assertEqual(base64.b64decode(wasm), read(SITE, name))
        inside = re.findall(r'<script type="text/markdown" data-name="([^"]*)">([^<]*)<', self.page)
        there = [name[len("digests/"):] for name in site_files() if name.startswith("digests/") and name.endswith(".md")]
        self.assertGreaterEqual(len(inside), 1)
        self.assertEqual(sorted(name for name, _ in inside), there)
        for name, data in inside:
            self.assertEqual(base64.b64decode(data), read(SITE, "digests", name))


class Sizes(unittest.TestCase):
    def test_over_the_limit_the_build_fails_and_names_what_grew(self):
        with tempfile.TemporaryDirectory() as scratch:
            parts = ("html", "css", "wasm without fonts", "fonts (inside the wasm)", "sample digests")
            budget = {"first load": 1000, "js": 10, **{part: 1_000_000 for part in parts}}
            with open(os.path.join(scratch, "budget.json"), "w", encoding="utf-8") as file:
                json.dump(budget, file)
            result = assemble(os.path.join(scratch, "site"), os.path.join(ROOT, "assets", "digests"),
                              "--budget", os.path.join(scratch, "budget.json"))
            self.assertNotEqual(result.returncode, 0)
            self.assertIn("over the limit", result.stderr)
            self.assertRegex(result.stderr, r"Grown against [^:]*: js by \d+ bytes\.\n")

    def test_the_budget_lines_fit_under_the_limit_of_600_kb(self):
        budget = json.loads(read(ROOT, "cmake", "size_budget.json"))
        limit = budget.pop("first load")
        self.assertLessEqual(limit, 600_000)
        self.assertLessEqual(sum(budget.values()), limit)


class SecondRun(unittest.TestCase):
    def test_with_nothing_changed_it_takes_under_ten_seconds_and_writes_nothing(self):
        before = {name: os.stat(os.path.join(SITE, name)).st_mtime_ns for name in site_files()}
        start = time.monotonic()
        result = subprocess.run([os.path.join(ROOT, "build-wasm.sh"), "--single-file"], capture_output=True, text=True)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertLess(time.monotonic() - start, 10)
        self.assertEqual(before, {name: os.stat(os.path.join(SITE, name)).st_mtime_ns for name in site_files()})


class Arguments(unittest.TestCase):
    def test_a_wrong_one_is_named_before_anything_is_built(self):
        for arguments, message in ((["--no-such"], "unknown argument: --no-such"), (["--port", "x"], "--port needs a number"),
                                   (["--digests", "/nowhere"], "no such folder: /nowhere")):
            result = subprocess.run([os.path.join(ROOT, "build-wasm.sh"), *arguments], capture_output=True, text=True)
            self.assertNotEqual(result.returncode, 0)
            self.assertIn(message, result.stderr)


class Server(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        command = [sys.executable, os.path.join(ROOT, "cmake", "serve.py"), "--port", "0", SITE]
        cls.server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        cls.port = int(re.search(r"http://127\.0\.0\.1:(\d+)/", cls.server.stdout.readline())[1])

    @classmethod
    def tearDownClass(cls):
        cls.server.terminate()
        cls.server.wait()
        cls.server.stdout.close()

    def test_each_kind_of_file_has_its_content_type_and_is_not_cached(self):
        types = {".wasm": "application/wasm", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8",
                 ".md": "text/markdown; charset=utf-8", ".html": "text/html; charset=utf-8", ".json": "application/json",
                 ".webmanifest": "application/manifest+json", ".txt": "text/plain; charset=utf-8"}
        connection = http.client.HTTPConnection("127.0.0.1", self.port)
        for suffix, expected in types.items():
            name = next(name for name in site_files() if name.endswith(suffix))
            connection.request("GET", "/" + urllib.request.quote(name))
            response = connection.getresponse()
            body = response.read()
            self.assertEqual((response.status, response.headers["Content-Type"]), (200, expected), name)
            self.assertEqual(response.headers["Cache-Control"], "no-cache")
            self.assertEqual(body, read(SITE, name))
        connection.close()

    def test_a_taken_port_is_said_to_be_taken(self):
        command = [sys.executable, os.path.join(ROOT, "cmake", "serve.py"), "--port", str(self.port), SITE]
        result = subprocess.run(command, capture_output=True, text=True)
        self.assertNotEqual(result.returncode, 0)
        self.assertIn(f"port {self.port} is taken", result.stderr)


if __name__ == "__main__":
    unittest.main()
