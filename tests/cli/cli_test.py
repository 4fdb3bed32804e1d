"""paperdeck-cli as scripts use it: what it prints, its messages, its exit codes."""
import hashlib
import json
import os
import subprocess
import tempfile
import unittest

ROOT = os.environ.get("PAPERDECK_ROOT") or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CLI = os.environ.get("PAPERDECK_CLI") or os.path.join(ROOT, "build", "sanitize", "paperdeck-cli")

DIGEST = """# ArXiv cs.CV --Thu, 11 Mar 2021
### 1.Boats and $x_1$ [ :arrow_down: ](https://arxiv.org/pdf/2103.00001.pdf)
>  They float. Code: https://github.com/o/boats
### 2.Harbours [ :arrow_down: ](https://arxiv.org/pdf/2103.00002.pdf)
>  Where boats are.
"""
NEXT_DAY = """# ArXiv cs.LG --Fri, 12 Mar 2021
### 1.Boats and $x_1$ [ :arrow_down: ](https://arxiv.org/pdf/2103.00001.pdf)
>  They float. Code: https://github.com/o/boats
"""


class CliTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = folder.name

    def write(self, name, content):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def run_cli(self, *arguments):
        return subprocess.run([CLI, *arguments], capture_output=True, encoding="utf8", timeout=60)

    def test_parse_prints_every_entry_as_a_line_of_json(self):
        path = self.write("a.md", DIGEST)
        ran = self.run_cli("parse", path)
        papers = [json.loads(line) for line in ran.stdout.splitlines()]
        self.assertEqual((ran.returncode, ran.stderr), (0, ""))
        self.assertEqual([paper["id"] for paper in papers], ["2103.00001", "2103.00002"])
        self.assertEqual(papers[0]["file"], path)
        self.assertEqual(papers[0]["line"], 2)
        self.assertEqual(papers[0]["title"], "Boats and $x_1$")
        self.assertEqual(papers[0]["links"]["code"], "https://github.com/o/boats")
        self.assertNotIn("authors", papers[0])

    def test_a_bad_file_never_hides_the_good_ones(self):
        good, empty, binary = self.write("a.md", DIGEST), self.write("e.md", ""), self.write("b.md", b"\0\1\2")
        ran = self.run_cli("parse", empty, binary, os.path.join(self.folder, "missing.md"), good)
        self.assertEqual(ran.returncode, 1)
        self.assertEqual(len(ran.stdout.splitlines()), 2)
        messages = ran.stderr.splitlines()
        self.assertEqual(len(messages), 3)
        self.assertTrue(messages[0].startswith(empty + ": is empty"))
        self.assertTrue(messages[1].startswith(binary + ": is not text"))
        self.assertIn("missing.md: cannot be opened", messages[2])

    def test_text_without_papers_is_a_warning(self):
        ran = self.run_cli("parse", self.write("readme.md", "# About\n\nNothing.\n"))
        self.assertEqual((ran.returncode, ran.stdout), (0, ""))
        self.assertIn("readme.md: no papers found", ran.stderr)

    def test_invalid_utf8_is_named_with_its_line_and_printed_as_valid_json(self):
        path = self.write("a.md", DIGEST.encode() + b"### 3.Caf\xe9 [pdf](https://arxiv.org/pdf/2103.00003)\n> A.\n")
        ran = self.run_cli("parse", path)
        self.assertEqual(ran.returncode, 0)
        self.assertTrue(ran.stderr.startswith(path + ":6: is not valid UTF-8"))
        self.assertEqual(json.loads(ran.stdout.splitlines()[2])["title"], "Caf\ufffd")

    def test_search_merges_and_prints_rank_score_id_title(self):
        self.write("d/a.md", DIGEST)
        self.write("d/sub/b.md", NEXT_DAY)
        self.write("d/.hidden/c.md", DIGEST.replace("2103", "2102"))
        ran = self.run_cli("search", "", os.path.join(self.folder, "d"))
        self.assertEqual(ran.returncode, 0)
        self.assertEqual(ran.stdout, "1\t0\t2103.00001\tBoats and $x_1$\n2\t0\t2103.00002\tHarbours\n")
        self.assertEqual(self.run_cli("search", "--limit", "1", "boats", os.path.join(self.folder, "d")).stdout.count("\n"), 1)

    def test_search_prints_whole_papers_with_their_appearances(self):
        a, b = self.write("a.md", DIGEST), self.write("b.md", NEXT_DAY)
        papers = [json.loads(line) for line in self.run_cli("search", "--json", "float", a, b).stdout.splitlines()]
        self.assertEqual(len(papers), 1)
        self.assertEqual(papers[0]["rank"], 1)
        self.assertEqual(papers[0]["categories"], ["cs.LG", "cs.CV"])
        self.assertEqual([(at["file"], at["line"], at["date"]) for at in papers[0]["appearances"]], [(b, 2, "2021-03-12"), (a, 2, "2021-03-11")])

    def test_json_digests_stand_beside_the_markdown(self):
        lines = '{"id": "2103.00002", "title": "Harbours", "authors": ["A One"]}\n{"id": "2103.00003", "ti\n{"id": "2103.00004", "title": "Tides"}\n'
        path = self.write("d/2021-03-12.jsonl", lines)
        self.write("d/a.md", DIGEST)
        self.write("d/more/b.json", '{"papers": [{"id": "2103.00005", "title": "Winds"}]}')
        folder = os.path.join(self.folder, "d")
        parsed = self.run_cli("parse", path)
        self.assertEqual([(paper["id"], paper["line"], paper["date"]) for paper in map(json.loads, parsed.stdout.splitlines())],
                         [("2103.00002", 1, "2021-03-12"), ("2103.00004", 3, "2021-03-12")])
        self.assertTrue(parsed.stderr.startswith(path + ":2: this line is no whole JSON value"))
        self.assertEqual(self.run_cli("search", "", folder).stdout.count("\n"), 4)
        self.assertEqual(self.run_cli("index", folder).returncode, 0)
        with open(os.path.join(folder, "index.json"), encoding="utf8") as file:
            self.assertEqual({digest["path"]: digest["papers"] for digest in json.load(file)["digests"]},
                             {"2021-03-12.jsonl": 2, "a.md": 2, "more/b.json": 1})
        self.assertNotIn("index.json", self.run_cli("index", folder).stderr)

    def test_no_hit_is_no_failure(self):
        ran = self.run_cli("search", "nothing", self.write("a.md", DIGEST))
        self.assertEqual((ran.returncode, ran.stdout, ran.stderr), (0, "", ""))

    def test_search_says_what_it_did_unasked(self):
        path = self.write("a.md", DIGEST)
        for query, found, said in [
            ("harbuors", 1, "query: No match for \u201charbuors\u201d: showing \u201charbours\u201d.\n"),
            ("boats has:co", 2, "query: Not yet complete: \u201chas:co\u201d is left out.\n"),
            ("float qqqqzz", 0, "query: No match; without \u201cqqqqzz\u201d: 1 paper\n"),
            ("boats", 2, ""),
        ]:
            with self.subTest(query=query):
                ran = self.run_cli("search", query, path)
                self.assertEqual((ran.returncode, ran.stdout.count("\n"), ran.stderr), (0, found, said))

    def test_index_lists_digests_newest_first_by_encoded_path(self):
        self.write("a b#.md", DIGEST)
        self.write("tag/b\u00e9.md", NEXT_DAY)
        self.write("README.md", "# About\n")
        ran = self.run_cli("index", self.folder)
        self.assertEqual(ran.returncode, 0)
        self.assertIn("README.md: no papers found", ran.stderr)
        self.assertIn("left out of the index", ran.stderr)
        with open(os.path.join(self.folder, "index.json"), encoding="utf8") as file:
            index = json.load(file)
        self.assertEqual(index["version"], 1)
        self.assertEqual(index["digests"][0], {
            "path": "tag/b%C3%A9.md", "date": "2021-03-12", "bytes": len(NEXT_DAY), "papers": 1,
            "sha256": hashlib.sha256(NEXT_DAY.encode()).hexdigest()})
        self.assertEqual([digest["path"] for digest in index["digests"]], ["tag/b%C3%A9.md", "a%20b%23.md"])

    def test_index_lists_json_digests_and_a_day_that_says_it_is_empty(self):
        self.write("2021-03-10.md", "# ArXiv cs.CV --Wed, 10 Mar 2021\n\nNo new papers today.\n")
        self.write("2021-03-11.jsonl", '{"id": "2103.00001", "title": "A", "abstract": "B", "date": "2021-03-11"}\n')
        self.write("index.json", "{}")
        ran = self.run_cli("index", self.folder)
        self.assertEqual(ran.returncode, 0)
        self.assertNotIn("index.json", ran.stderr)
        with open(os.path.join(self.folder, "index.json"), encoding="utf8") as file:
            listed = [(digest["path"], digest["date"], digest["papers"]) for digest in json.load(file)["digests"]]
        self.assertEqual(listed, [("2021-03-11.jsonl", "2021-03-11", 1), ("2021-03-10.md", "2021-03-10", 0)])

    def test_wrong_usage_is_exit_2_and_help_is_0(self):
        for arguments in ([], ["nonsense"], ["parse"], ["search", "x"], ["search", "--limit", "x", "", "f"], ["index"], ["parse", "--nonsense", "f"]):
            self.assertEqual(self.run_cli(*arguments).returncode, 2, arguments)
        self.assertEqual(self.run_cli("--help").returncode, 0)
        self.assertEqual(self.run_cli("index", os.path.join(self.folder, "missing")).returncode, 1)


if __name__ == "__main__":
    unittest.main()
