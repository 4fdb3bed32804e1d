"""Characters that the bundled fonts lack come from the installed fonts, found by fontconfig."""
import os
import tempfile
import unittest

from program import Program, digest

CHINESE = '基于深度学习的图像分割综述'
KOREAN = '심층 학습을 이용한 영상 분할 연구'


def crop(picture, width):
    """The left part of (width, height, RGB bytes), as rows."""
    full, height, rgb = picture
    return [rgb[3 * full * row:3 * (full * row + width)] for row in range(height)]


def contrast(rows):
    return max(map(max, rows)) - min(map(min, rows))


def color(rows):
    pixels = (row[i:i + 3] for row in rows for i in range(0, len(row), 3))
    return max(max(pixel) - min(pixel) for pixel in pixels)


class GlyphsTest(unittest.TestCase):
    def pictures(self, *titles):
        """The left 100 px of each title as the window shows it."""
        with tempfile.TemporaryDirectory() as folder:
            path = os.path.join(folder, 'd.md')
            with open(path, 'w', encoding='utf8') as file:
                file.write(digest('Thu, 11 Mar 2021', [(f'2103.{8001 + i:05d}', title, 'Plain words.') for i, title in enumerate(titles)]))
            with Program(path) as program:
                program.await_status(f'{len(titles)} of {len(titles)} papers')
                self.assertEqual(program.titles(), list(titles))
                headings = [program.await_item('heading', title) for title in titles]
                # The frame on the screen is younger than the items.
                program.wait_for(lambda: contrast(crop(program.pixels(headings[-1]), 100)) > 100, 'the last title')
                return [crop(program.pixels(heading), 100) for heading in headings]

    def test_a_digest_in_chinese_and_korean_shows_its_titles(self):
        chinese, reversed_chinese, korean, missing = self.pictures(CHINESE, CHINESE[::-1], KOREAN, '\u0378' * 9)
        for picture in (chinese, reversed_chinese, korean, missing):
            self.assertGreater(contrast(picture), 150)
        self.assertNotEqual(chinese, reversed_chinese)
        self.assertNotIn(missing, (chinese, reversed_chinese, korean))

    def test_different_characters_have_different_pictures(self):
        pictures = self.pictures('中中中中', '国国国国', '한한한한', 'ひひひひ', '𝔈𝔈𝔈𝔈', '\u0378\u0378\u0378\u0378')
        for i, picture in enumerate(pictures):
            self.assertNotIn(picture, pictures[:i])

    def test_emoji_have_their_colours(self):
        emoji, words = self.pictures('😀😀😀', 'abc')
        self.assertGreater(color(emoji), 80)
        self.assertLess(color(words), 40)

    def test_joiners_and_controls_leave_no_trace_and_what_is_missing_is_a_box(self):
        plain, joined, missing, other = self.pictures('abcdef', 'a\ufe0eb\ufe0fcdef', 'ab\u0378f', 'ab\u0379f')
        self.assertEqual(plain, joined)
        self.assertEqual(missing, other)
        self.assertNotEqual(missing, plain)


if __name__ == '__main__':
    unittest.main()
