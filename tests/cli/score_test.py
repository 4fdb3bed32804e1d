"""Real digests of twelve repositories, read and compared with what arXiv says of their papers.

The digests are not part of this repository: where ../shared is not there, these tests are skipped.
"""
import json
import os
import subprocess
import sys
import unittest

ROOT = os.environ.get("PAPERDECK_ROOT") or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CLI = os.environ.get("PAPERDECK_CLI") or os.path.join(ROOT, "build", "sanitize", "paperdeck-cli")
SHARED = os.path.join(os.path.dirname(ROOT), "shared")
TOOL = os.path.join(SHARED, "tools", "score_digests.py")

WANTED = {"recall": 0.99, "title": 0.985, "authors": 0.98, "abstract": 0.97}
MOST_GHOSTS = 0.005
# Papers that arXiv lists under another title, by other authors or with another abstract since the digest was made:
# tests/digests/README.md. What the digest says is read; it is not what the newest version says.
REWRITTEN_SINCE = {
    "Vincentqyw__cv-arxiv-daily": {"title": 0.965},
    "advanced-cs__arXiv_daily": {"title": 0.93, "authors": 0.945, "abstract": 0.89},
    "zezhishao__DailyArXiv": {"title": 0.91, "abstract": 0.885},
    "qhduan__cn-chat-arxiv": {"abstract": 0.5},  # two papers, the abstract of one cut short by the digest
}


@unittest.skipUnless(os.path.exists(TOOL), "needs ../shared with its digests and its scoring tool")
class ScoreTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        digests = os.path.join(SHARED, "digests")
        ran = subprocess.run([sys.executable, TOOL, CLI, digests, os.path.join(digests, "truth.jsonl.xz"), "--json"],
                             capture_output=True, encoding="utf8", timeout=600, check=True)
        cls.scores = json.loads(ran.stdout)

    def test_every_repository_is_read(self):
        for repository, score in self.scores.items():
            for what, least in WANTED.items():
                with self.subTest(repository=repository, what=what):
                    least = REWRITTEN_SINCE.get(repository, {}).get(what, least)
                    if score[what] is not None:
                        self.assertGreaterEqual(score[what], least)
            with self.subTest(repository=repository, what="ghosts"):
                self.assertGreater(score["papers"], 0)
                self.assertLessEqual(score["ghosts"], MOST_GHOSTS)

    def test_nothing_crashes_or_prints_bad_json(self):
        for repository, score in self.scores.items():
            self.assertEqual((score["crash"], score["bad_json"]), (0, 0), repository)


if __name__ == "__main__":
    unittest.main()
