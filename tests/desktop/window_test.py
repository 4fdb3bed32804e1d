import os
import tempfile
import time
import unittest

from program import Program, digest

DAY = 'Thu, 11 Mar 2021'
PAPERS = [
    ('2103.06255', 'Involution: Inverting the Inherence of Convolution', 'A kernel shared over channels, not places, of cost $O(K^2)$.'),
    ('2103.06191', 'A Study of Face Obfuscation in ImageNet', 'Blurred faces cost little. Code: <a href="https://github.com/princetonvisualai/imagenet-face-obfuscation">this https URL</a>.'),
    ('2103.06182', 'Dynamical Pose Estimation', 'Springs and damping align two sets of points.'),
]


class WindowTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def write(self, name, content):
        path = os.path.join(self.folder.name, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'wb') as file:
            file.write(content if isinstance(content, bytes) else content.encode())
        return path

    def test_a_file_named_on_the_command_line_is_shown_as_cards(self):
        with Program(self.write('2021-03-11.cs.CV.md', digest(DAY, PAPERS))) as program:
            program.await_status('3 of 3 papers')
            self.assertEqual(program.titles(), [title for _, title, _ in PAPERS])
            self.assertTrue(program.find('checkbox', 'cs.CV'))
            self.assertTrue(program.find('checkbox', '2021-03-11'))

    def test_a_folder_stands_for_the_digests_below_it(self):
        self.write('a/2021-03-11.md', digest(DAY, PAPERS[:1]))
        self.write('b/c/2021-03-12.md', digest('Fri, 12 Mar 2021', PAPERS[1:], 'cs.LG'))
        with Program(self.folder.name) as program:
            program.await_status('3 of 3 papers')
            self.assertEqual(program.titles()[-1], PAPERS[0][1], 'the newest day comes first')

    def test_without_arguments_the_sample_is_there(self):
        with Program() as program:
            status = program.wait_for(lambda: program.find('status'), 'the status')
            program.wait_for(lambda: not program.find('status')['name'].startswith('0 '), 'papers')
            self.assertGreaterEqual(int(program.find('status')['name'].split()[2]), 40, status)

    def test_typing_searches_and_escape_leaves_the_field(self):
        with Program(self.write('d.md', digest(DAY, PAPERS))) as program:
            program.await_status('3 of 3 papers')
            program.key('slash')
            program.type('pose')
            program.await_status('1 of 3 papers')
            program.key('Escape')
            program.key('j')
            self.assertEqual(program.find('searchbox')['value'], 'pose', 'j belongs to the list again')
            program.click(program.find('button', 'Clear search'))
            program.await_status('3 of 3 papers')

    def test_what_is_completed_in_the_middle_leaves_the_caret_behind_it(self):
        with Program(self.write('d.md', digest(DAY, PAPERS))) as program:
            program.await_status('3 of 3 papers')
            program.key('slash')
            program.type(' pose')
            program.key('Home')
            program.type('has:co')
            program.await_item('option', 'code')
            program.key('Down', 'Return')
            program.await_item('searchbox', value='has:code pose')
            program.type(' a')
            program.await_item('searchbox', value='has:code a pose')
            program.key('Home')
            program.type('is:u')
            program.click(program.await_item('option'))
            program.wait_for(lambda: not program.find('option'), 'the end of the list')
            program.type('X')
            self.assertRegex(program.wait_for(lambda: program.find('searchbox')['value'].count('X') and program.find('searchbox')['value'], 'an X'), '^is:[a-z]+X')

    def test_highlights_are_typed_line_by_line_and_remembered(self):
        path = self.write('d.md', digest(DAY, PAPERS))
        home = os.path.join(self.folder.name, 'home')
        with Program(path, home=home) as program:
            program.await_status('3 of 3 papers')
            program.key('h')
            program.click(program.await_item('textbox', 'Words'))
            program.type('pose')
            program.key('Return')
            program.type('blurred fac*')
            program.await_item('textbox', 'Words', value='pose\nblurred fac*')
            program.key('Escape')
            program.await_item('dialog', 'Highlights')
            program.key('Escape')
            program.wait_for(lambda: program.items() and not program.find('dialog'), 'the end of the dialogue')
            program.click(program.await_item('button', 'Only'))
            program.await_status('2 of 3 papers')
        with Program(path, home=home) as program:
            program.await_status('2 of 3 papers')
            self.assertEqual(program.find('article', PAPERS[1][1])['description'], 'Highlights: Blurred faces')

    def test_a_filter_is_part_of_the_query(self):
        with Program(self.write('d.md', digest(DAY, PAPERS))) as program:
            program.await_status('3 of 3 papers')
            program.click(program.find('checkbox', 'Code link'))
            program.await_status('1 of 3 papers')
            self.assertEqual(program.find('searchbox')['value'], 'has:code')
            program.click(program.await_item('checkbox', 'Code link', checked=True))
            program.await_status('3 of 3 papers')

    def test_keys_move_the_selection_and_open_links(self):
        with Program(self.write('d.md', digest(DAY, PAPERS))) as program:
            program.await_status('3 of 3 papers')
            program.key('j')
            program.await_item('article', PAPERS[1][1], current=True)
            program.key('k')
            program.await_item('article', PAPERS[0][1], current=True)
            program.key('v')
            program.wait_for(lambda: program.opened() == ['https://arxiv.org/abs/2103.06255'], 'the arXiv page')
            program.click(program.find('link', 'PDF'))
            program.wait_for(lambda: 'https://arxiv.org/pdf/2103.06255.pdf' in program.opened(), 'the PDF')

    def test_help_opens_and_closes(self):
        with Program(self.write('d.md', digest(DAY, PAPERS))) as program:
            program.await_status('3 of 3 papers')
            program.key('question')
            program.await_item('dialog', 'Help')
            program.key('Escape')
            program.wait_for(lambda: not program.find('dialog'), 'closed help')

    def test_the_theme_switch_changes_the_pixels_and_is_remembered(self):
        path = self.write('d.md', digest(DAY, PAPERS))
        home = os.path.join(self.folder.name, 'home')
        with Program(path, home=home) as program:
            program.await_status('3 of 3 papers')
            before = brightness(program.pixels())
            program.click(program.find('button', 'Theme'))
            program.wait_for(lambda: brightness(program.pixels()) < before - 100, 'a dark window')
        with Program(path, home=home) as program:
            program.await_status('3 of 3 papers')
            program.wait_for(lambda: brightness(program.pixels()) < before - 100, 'a dark window again')

    def test_ctrl_plus_zooms_all_that_is_drawn_and_it_is_remembered(self):
        with tempfile.TemporaryDirectory() as home:
            with Program(home=home) as program:
                wide = program.find('feed')['rect']
                program.key('ctrl+plus')
                item = program.wait_for(lambda: next((i for i in program.items() if i['role'] == 'feed' and i['rect'] != wide), None), 'a zoomed feed')
                self.assertAlmostEqual(program.find('button', 'Help')['rect'][0], 1280 / 1.1 - 59, delta=6)
                zoomed = item['rect']
            with Program(home=home) as program:
                self.assertEqual(program.find('feed')['rect'], zoomed)
                program.key('ctrl+0')
                program.wait_for(lambda: program.find('feed')['rect'] == wide, 'the size as it comes')

    def test_a_card_title_is_drawn(self):
        with Program(self.write('d.md', digest(DAY, PAPERS))) as program:
            program.await_status('3 of 3 papers')
            heading = program.find('heading', PAPERS[0][1])
            _, _, rgb = program.pixels(heading)
            self.assertGreater(max(rgb) - min(rgb), 150, 'dark ink on a light card')

    def test_a_drag_selects_and_ctrl_c_copies_mathematics_in_its_source(self):
        with Program(self.write('d.md', digest(DAY, PAPERS))) as program:
            program.await_status('3 of 3 papers')
            title = program.find('heading', PAPERS[0][1])
            abstract = program.find('text', PAPERS[0][2])
            x, y, _, _ = title['rect']
            right, bottom = abstract['rect'][0] + abstract['rect'][2], abstract['rect'][1] + abstract['rect'][3]
            program.drag((x + 1, y + 10), (right - 2, bottom - 5))
            program.key('ctrl+c')
            copied = f'{PAPERS[0][1]}\n{PAPERS[0][2]}'
            program.wait_for(lambda: program.clipboard() == copied, f'the copy (the clipboard has {program.clipboard()!r})')
            program.key('Escape')
            program.drag((x + 1, y + 10), (x + 1, y + 60))
            program.key('ctrl+c')
            program.wait_for(lambda: program.clipboard() not in ('', copied), 'another copy')

    def test_the_wheel_scrolls_the_list(self):
        many = [(f'2103.{i:05d}', f'Paper number {i}', 'A few words.') for i in range(1, 80)]
        with Program(self.write('d.md', digest(DAY, many))) as program:
            program.await_status('79 of 79 papers')
            program.wheel(program.find('feed'), 12)
            program.wait_for(lambda: 'Paper number 1' not in program.titles(), 'later cards')
            program.key('g', 'g')
            program.wait_for(lambda: program.titles()[:1] == ['Paper number 1'], 'the first card')
            program.key('shift+g')
            program.wait_for(lambda: program.titles()[-1:] == ['Paper number 79'], 'the last card')

    def test_bad_files_say_what_is_wrong_and_the_good_one_stays(self):
        good = self.write('good.md', digest(DAY, PAPERS))
        empty = self.write('empty.md', b'')
        binary = self.write('binary.md', b'\x00\x01\x02' * 1000)
        missing = os.path.join(self.folder.name, 'missing.md')
        with Program(good, empty, binary, missing) as program:
            program.await_status('3 of 3 papers')
            for path in (empty, binary, missing):
                program.wait_for(lambda: any(i['role'] == 'alert' and path in i['name'] for i in program.items()), f'an alert about {path}')
            count = sum(1 for i in program.items() if i['role'] == 'alert')
            program.click(program.find('button', 'Dismiss'))
            program.wait_for(lambda: sum(1 for i in program.items() if i['role'] == 'alert') == count - 1, 'one alert less')

    def test_a_file_changed_on_disk_is_offered_for_reload(self):
        path = self.write('d.md', digest(DAY, PAPERS[:2]))
        with Program(path) as program:
            program.await_status('2 of 2 papers')
            time.sleep(1.2)
            self.write('d.md', digest(DAY, PAPERS))
            program.click(program.await_item('button', 'Reload'))
            program.await_status('3 of 3 papers')

    def test_open_takes_what_the_dialogue_answers_and_remembers_it(self):
        path = self.write('d.md', digest(DAY, PAPERS))
        home = os.path.join(self.folder.name, 'home')
        with Program(home=home) as program:
            program.write_tool('zenity', f'#!/bin/sh\necho "{path}"\n')
            program.wait_for(lambda: program.find('button', 'Open…'), 'the button')
            program.click(program.find('button', 'Open…'))
            program.await_item('button', f'Remove {path}')
        with Program(home=home) as program:
            program.await_status('3 of 3 papers')
            program.click(program.await_item('button', f'Remove {path}'))
            program.await_status('0 of 0 papers')

    def test_nothing_is_drawn_while_nothing_happens(self):
        with Program(self.write('d.md', digest(DAY, PAPERS))) as program:
            program.await_status('3 of 3 papers')
            time.sleep(2)
            before, before_s = program.wait_for(program.frames, 'the number of frames')
            after, after_s = program.wait_for(lambda: (program.frames()[1] > before_s + 3) and program.frames(), 'it 3 s later')
            self.assertEqual(after, before)
            program.key('j')
            program.wait_for(lambda: program.frames()[0] > before, 'the frame of a key')

    def test_the_desktop_s_wish_for_contrast_and_dark_colours_is_obeyed(self):
        gsettings = '#!/bin/sh\ncase "$3" in %s) echo "%s";; *) echo false;; esac\n'
        looks = []
        for tool in (gsettings % ('none', ''), gsettings % ('high-contrast', 'true'), gsettings % ('color-scheme', "'prefer-dark'")):
            with Program(self.write('d.md', digest(DAY, PAPERS)), programs={'gsettings': tool}) as program:
                program.await_status('3 of 3 papers')
                time.sleep(1)
                looks.append(program.pixels()[2])
        plain, contrast, dark = looks
        # Lines and soft words are darker where there shall be more contrast, the ground is not.
        self.assertNotEqual(contrast, plain)
        self.assertLess(abs(sum(contrast[::97]) - sum(plain[::97])) / len(plain[::97]), 20)
        self.assertLess(sum(dark[::97]), sum(plain[::97]) / 2)

    def test_wrong_usage_is_said(self):
        import subprocess
        from program import PROGRAM
        run = subprocess.run([PROGRAM, '--no-such-option'], capture_output=True, text=True)
        self.assertEqual(run.returncode, 2)
        self.assertIn('--no-such-option', run.stderr)


def brightness(pixels):
    rgb = pixels[2]
    return sum(rgb[::97]) / max(1, len(rgb[::97]))


if __name__ == '__main__':
    unittest.main()
