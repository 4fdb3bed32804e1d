"""The desktop program in a real window, driven as a person would: xdotool points and types at the
rectangles that the program's own semantic items give."""
import json
import os
import shutil
import subprocess
import tempfile
import time

PROGRAM = os.environ.get('PAPERDECK_PROGRAM', 'build/desktop/paperdeck')
PATIENCE_S = 30


def digest(day, entries, category='cs.CV'):
    """A digest of the sample's layout; entries are (id, title, abstract)."""
    lines = [f'# ArXiv {category} --{day}']
    for number, (paper_id, title, abstract) in enumerate(entries, 1):
        lines.append(f'### {number}.{title}  [ :arrow_down: ](https://arxiv.org/pdf/{paper_id}.pdf)')
        lines.append(f'>  {abstract}      ')
    return '\n'.join(lines) + '\n'


class Program:
    """One run, with a home of its own. Use as a context manager."""

    def __init__(self, *arguments, home=None, programs=None):
        self.folder = tempfile.mkdtemp(prefix='paperdeck-desktop-')
        self.home = home or os.path.join(self.folder, 'home')
        os.makedirs(self.home, exist_ok=True)
        self.items_file = os.path.join(self.folder, 'items.json')
        environment = dict(os.environ, HOME=self.home, SDL_VIDEODRIVER='x11', LIBGL_ALWAYS_SOFTWARE='1')
        for name in ('XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'GTK_THEME'):
            environment.pop(name, None)
        tools = os.path.join(self.folder, 'bin')
        os.makedirs(tools)
        self.tools = tools
        environment['PATH'] = tools + ':' + environment['PATH']
        # A browser that only notes what it is given.
        self.opened_file = os.path.join(self.folder, 'opened')
        self.write_tool('xdg-open', f'#!/bin/sh\nprintf "%s\\n" "$1" >>"{self.opened_file}"\n')
        for name, text in (programs or {}).items():
            self.write_tool(name, text)
        self.process = subprocess.Popen([PROGRAM, '--semantic-items', self.items_file, *arguments], env=environment,
                                        stderr=subprocess.PIPE)

    def write_tool(self, name, text):
        path = os.path.join(self.tools, name)
        with open(path, 'w', encoding='utf8') as file:
            file.write(text)
        os.chmod(path, 0o755)

    def __enter__(self):
        try:
            self.window = self.wait_for(self._find_window, 'the window')
            self.wait_for(self.items, 'the first semantic items')
        except Exception:
            self.__exit__(None, None, None)
            raise
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stderr.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _find_window(self):
        found = subprocess.run(['xdotool', 'search', '--pid', str(self.process.pid), '--name', 'Paperdeck'], capture_output=True, text=True)
        return found.stdout.split()[-1] if found.stdout.split() else None

    def items(self):
        """The semantic items of the last settled frame; none while there is no whole file."""
        try:
            with open(self.items_file, encoding='utf8') as file:
                return json.load(file)
        except (OSError, ValueError):
            return []

    def frames(self):
        """How many frames were drawn, and when the program said so; it does every second."""
        try:
            with open(self.items_file + '.frames', encoding='utf8') as file:
                return int(file.read()), os.fstat(file.fileno()).st_mtime
        except FileNotFoundError:
            return None

    def wait_for(self, look, what):
        """Looks until there is something; fails with `what` after PATIENCE_S."""
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            found = look()
            if found:
                return found
            if self.process.poll() is not None:
                raise AssertionError(f'the program ended with {self.process.returncode}: {self.process.stderr.read().decode()}')
            time.sleep(0.05)
        raise AssertionError(f'{what} did not come; the items are {[(i["role"], i["name"][:60]) for i in self.items()]}')

    def find(self, role, name=None, **properties):
        for item in self.items():
            if item['role'] == role and (name is None or item['name'] == name) and all(item.get(k) == v for k, v in properties.items()):
                return item
        return None

    def await_item(self, role, name=None, **properties):
        return self.wait_for(lambda: self.find(role, name, **properties), f'{role} "{name}" {properties}')

    def await_status(self, text):
        return self.await_item('status', text)

    def titles(self):
        return [item['name'] for item in self.items() if item['role'] == 'article']

    def click(self, item):
        x, y, w, h = item['rect']
        self._xdotool('mousemove', '--window', self.window, str(round(x + w / 2)), str(round(y + h / 2)))
        time.sleep(0.05)
        self._xdotool('mousedown', '1')
        time.sleep(0.05)
        self._xdotool('mouseup', '1')

    def drag(self, start, end):
        """Presses at one point of the window and lets go at another."""
        for index, (x, y) in enumerate((start, ((start[0] + end[0]) / 2, end[1]), end)):
            self._xdotool('mousemove', '--window', self.window, str(round(x)), str(round(y)))
            time.sleep(0.1)
            if index == 0:
                self._xdotool('mousedown', '1')
                time.sleep(0.1)
        self._xdotool('mouseup', '1')
        time.sleep(0.1)

    def clipboard(self):
        """The text on the clipboard of this display; empty where there is none."""
        out = subprocess.run(['xclip', '-selection', 'clipboard', '-out'], capture_output=True, text=True, timeout=PATIENCE_S)
        return out.stdout

    def key(self, *names):
        for name in names:
            self._xdotool('key', '--window', self.window, name)
            time.sleep(0.03)

    def type(self, text):
        self._xdotool('type', '--window', self.window, '--delay', '20', text)

    def wheel(self, item, steps):
        x, y, w, h = item['rect']
        self._xdotool('mousemove', '--window', self.window, str(round(x + w / 2)), str(round(y + h / 2)))
        for _ in range(abs(steps)):
            self._xdotool('click', '5' if steps > 0 else '4')

    def opened(self):
        try:
            with open(self.opened_file, encoding='utf8') as file:
                return file.read().split()
        except OSError:
            return []

    def _xdotool(self, *words):
        subprocess.run(['xdotool', *words], check=True)

    def pixels(self, item=None):
        """The window, or an item's rectangle, as (width, height, RGB bytes)."""
        out = subprocess.run(['import', '-window', self.window, '-depth', '8', 'rgb:-'], capture_output=True, check=True).stdout
        geometry = subprocess.run(['xdotool', 'getwindowgeometry', '--shell', self.window], capture_output=True, text=True, check=True).stdout
        values = dict(line.split('=') for line in geometry.split())
        width, height = int(values['WIDTH']), int(values['HEIGHT'])
        if item is None:
            return width, height, out
        x, y, w, h = (round(v) for v in item['rect'])
        rows = [out[3 * (row * width + x):3 * (row * width + x + w)] for row in range(max(y, 0), min(y + h, height))]
        return w, len(rows), b''.join(rows)
