#!/usr/bin/env python3
"""Assembles BUILD/site/, the folder that a static host serves, from the web build and web/. Called by build-wasm.sh.

Files of which there is a new version under an old name could be mixed by a cache: what index.html loads carries the
hash of its content in its name. Files that did not change are not written again.
"""
import argparse
import base64
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys

import sizes

# The repository. BUDGET_FILE is renewed by --write-budget, in the commit that makes a part larger for a reason.
ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BUDGET_FILE = os.path.join(ROOT, "cmake", "size_budget.json")


def fail(message):
    sys.exit(f"site.py: {message}")


def read(*path):
    try:
        with open(os.path.join(*path), "rb") as file:
            return file.read()
    except OSError as error:
        fail(f"{error.filename}: {error.strerror}")


def short_hash(*contents):
    digest = hashlib.sha256()
    for content in contents:
        digest.update(hashlib.sha256(content).digest())
    return digest.hexdigest()[:12]


def substitute(text, values, where):
    """Replaces @NAME@; a name that is not known is a mistake in the template."""
    def value(match):
        name = match[1].decode()
        if name not in values:
            fail(f"{where}: no value for @{name}@")
        return values[name].encode()
    return re.sub(rb"@([A-Z][A-Z_]*)@", value, text)


def boot_script():
    """The page's own JavaScript: the files of web/scripts.list, one name a line, in that order."""
    names = [line.strip() for line in read(ROOT, "web", "scripts.list").decode().splitlines()]
    return b"\n".join(read(ROOT, "web", name).rstrip() for name in names if name and not name.startswith("#")) + b"\n"


def minified(script):
    """The script with what only its readers need left out: names inside functions, blanks, comments."""
    done = subprocess.run(["esbuild", "--minify", "--loader=js", "--log-level=warning"], input=script, stdout=subprocess.PIPE)
    if done.returncode != 0:
        fail("esbuild could not read a script (its messages are above)")
    return done.stdout


def shell_files(build):
    """What makes up the program: path in the site → content, and what index.html is to be told."""
    wasm, app_js = read(build, "paperdeck.wasm"), minified(read(build, "paperdeck.js"))
    css, boot = read(ROOT, "web", "app.css"), boot_script()
    index, worker = read(ROOT, "web", "index.html"), read(ROOT, "web", "sw.js")
    others = {"manifest.webmanifest": read(ROOT, "web", "manifest.webmanifest")}
    icons = os.path.join(ROOT, "assets", "icons")
    for name in sorted(os.listdir(icons)) if os.path.isdir(icons) else []:
        others[f"icons/{name}"] = read(icons, name)

    theme = read(ROOT, "web", "theme.js").rstrip()
    values = {"BUILD": short_hash(wasm, app_js, css, boot, theme, index, worker, *others.values())}
    boot = minified(substitute(boot, values, "the scripts of web/scripts.list"))

    # Stands in the page itself, and before the style: the first paint has the theme that the reader chose.
    values["THEME_JS"] = theme.decode()
    values["THEME_HASH"] = csp_hash(theme)
    values["WASM"] = f"paperdeck-{short_hash(wasm)}.wasm"
    values["WASM_BYTES"] = str(len(wasm))
    values["APP_JS"] = f"paperdeck-{short_hash(app_js)}.js"
    values["BOOT_JS"] = f"boot-{short_hash(boot)}.js"
    values["CSS"] = f"app-{short_hash(css)}.css"
    files = {
        values["WASM"]: wasm,
        values["APP_JS"]: app_js,
        values["BOOT_JS"]: boot,
        values["CSS"]: css,
        "index.html": substitute(index, values, "web/index.html"),
        **others,
    }
    return files, worker, values


def write_if_changed(path, content):
    if os.path.exists(path) and os.path.getsize(path) == len(content) and read(path) == content:
        return
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content)


def digest_files(folder):
    """The digests of a folder and those below, as paths relative to it; nothing hidden. An index.json lists digests and is none."""
    found = []
    for at, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [os.path.relpath(os.path.join(at, name), folder) for name in sorted(names)
                  if not name.startswith(".") and name != "index.json" and name.lower().endswith((".md", ".markdown", ".json", ".jsonl"))]
    return found


def remove_others(folder, wanted):
    """Leaves nothing in the folder from an earlier build that had other files."""
    for at, _, names in os.walk(folder, topdown=False):
        for name in names:
            path = os.path.join(at, name)
            if os.path.relpath(path, folder) not in wanted:
                os.remove(path)
        if not os.listdir(at):
            os.rmdir(at)


def put_digests(source, target, cli, stamp_path):
    """Copies the digests and has paperdeck-cli list them in index.json, unless nothing changed since the last time."""
    names = digest_files(source)
    if not names:
        fail(f"no .md, .markdown, .json or .jsonl file in {source} or below: nothing to show. Give another folder with --digests.")
    for name in names:
        to = os.path.join(target, name)
        found = os.stat(os.path.join(source, name))
        if not os.path.exists(to) or (os.path.getsize(to), os.path.getmtime(to)) != (found.st_size, found.st_mtime):
            os.makedirs(os.path.dirname(to), exist_ok=True)
            shutil.copy2(os.path.join(source, name), to)
    remove_others(target, set(names) | {"index.json"})

    stamp = repr([(name, os.stat(os.path.join(target, name)).st_mtime_ns) for name in names] + [os.stat(cli).st_mtime_ns])
    stamp = hashlib.sha256(stamp.encode()).hexdigest()
    index = os.path.join(target, "index.json")
    if os.path.exists(stamp_path) and read(stamp_path).decode() == stamp and os.path.exists(index):
        return names
    if subprocess.run([cli, "index", target]).returncode != 0:
        fail(f"paperdeck-cli index failed for {source} (its messages are above)")
    write_if_changed(stamp_path, stamp.encode())
    return names


def service_worker(worker, values, files):
    """sw.js with the list of what it keeps for a reader without a network. Digests it keeps as they are read."""
    kept = ["./"] + sorted(name for name in files if name != "index.html")
    return substitute(worker, {**values, "FILES": json.dumps(kept)}, "web/sw.js")


def csp_hash(content):
    return f"'sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}'"


def single_file(files, values, digests_folder, digests):
    """The whole program in one page, which opens from file://, where nothing can be fetched.

    Its scripts and style are named in its content security policy by their hashes. The WebAssembly and the digests
    are blocks of base64, which hold no "</script". Scripts stand at the end of the body: inline, none can be deferred.
    """
    page = substitute(read(ROOT, "web", "index.html"), {**values, "WASM": ""}, "web/index.html").decode()
    style = files[values["CSS"]].decode()

    # What a page of its own has no use for: icons, manifest, preloads; and the tags that load what is now inside.
    page = re.sub(r"[ \t]*<link\b[^>]*\brel=(?![\"']?stylesheet)[^>]*>\n?", "", page)
    page, styles = re.subn(r"<link\b[^>]*\brel=[\"']?stylesheet[^>]*>", lambda _: f"<style>{style}</style>", page)
    loader = r"[ \t]*<script\b[^>]*\bsrc=[\"']?([^\"'\s>]+)[^>]*></script>\n?"
    sources = re.findall(loader, page)
    page = re.sub(loader, "", page)
    if styles != 1 or sorted(sources) != sorted([values["APP_JS"], values["BOOT_JS"]]) or "</body>" not in page:
        fail("web/index.html needs one <link rel=stylesheet>, a <script src> each for @BOOT_JS@ and @APP_JS@, and </body> "
             "to be made one file")
    scripts = [files[source].decode() for source in sources]
    for source, script in zip(sources, scripts):
        if re.search(r"</script|<!--", script, re.IGNORECASE):
            fail(f"{source} holds '</script' or '<!--' and cannot stand inline: write it as '<\\/script', '<\\!--'")

    blocks = [f'<script type="application/octet-stream" id="inline-wasm">{base64.b64encode(files[values["WASM"]]).decode()}</script>']
    for name in digests:
        label = name.replace(os.sep, "/").replace("&", "&amp;").replace('"', "&quot;")
        data = base64.b64encode(read(digests_folder, name)).decode()
        blocks.append(f'<script type="text/markdown" data-name="{label}">{data}</script>')
    blocks += [f"<script>{script}</script>" for script in scripts]
    head, body_end, tail = page.rpartition("</body>")
    page = head + "\n".join(blocks) + "\n" + body_end + tail

    policy = re.search(r"<meta\b[^>]*Content-Security-Policy[^>]*content=\"([^\"]*)\"", page, re.IGNORECASE)
    if not policy:
        fail("web/index.html has no <meta http-equiv=\"Content-Security-Policy\" content=\"…\"> to put the hashes into")
    hashes = {"script-src": " ".join(csp_hash(script.encode()) for script in scripts), "style-src": csp_hash(style.encode())}
    rules = []
    for rule in policy[1].split(";"):
        name = rule.split()[0] if rule.split() else ""
        rules.append(rule.replace("'self'", hashes[name]) if name in hashes else rule)
    return (page[:policy.start(1)] + ";".join(rules) + page[policy.end(1):]).encode()


def measure(build, files, values, worker, sample, budget, notes):
    """Prints the table; returns its parts and what the first load sums up to. sample: contents of its files, or none."""
    compressor = sizes.Compressor(os.path.join(build, "sizes.json"))
    fonts = json.loads(read(build, "assets", "fonts.json"))
    wasm = compressor.sizes(files[values["WASM"]])
    font_sizes = [sum(face[key] for face in fonts["faces"].values()) for key in ("raw", "gzip", "brotli")]
    parts = {
        "html": compressor.sizes(files["index.html"]),
        "js": sizes.total(compressor, [files[values["APP_JS"]], files[values["BOOT_JS"]], worker]),
        "css": compressor.sizes(files[values["CSS"]]),
        "wasm without fonts": [whole - part for whole, part in zip(wasm, font_sizes)],
        "fonts (inside the wasm)": font_sizes,
    }
    if sample:
        parts["sample digests"] = sizes.total(compressor, sample)
    compressor.save()
    return parts, sizes.print_table(parts, budget, notes)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", required=True, help="the folder of the web build")
    parser.add_argument("--cli", required=True, help="paperdeck-cli, which writes digests/index.json")
    parser.add_argument("--digests", required=True)
    parser.add_argument("--site", help="where the site goes, if not to BUILD/site")
    parser.add_argument("--single-file", metavar="FILE", help="also write the whole program as one page")
    parser.add_argument("--budget", default=BUDGET_FILE, help="the committed sizes that parts are compared with")
    parser.add_argument("--write-budget", action="store_true", help="make today's sizes the budget of each part")
    arguments = parser.parse_args()
    build, site = arguments.build, arguments.site or os.path.join(arguments.build, "site")

    if not os.path.exists(arguments.cli):
        fail(f"{arguments.cli} is not built, and without it nobody lists the digests: cmake --build --preset cli")
    files, worker, values = shell_files(build)
    digests_folder = os.path.join(site, "digests")
    digests = put_digests(arguments.digests, digests_folder, arguments.cli, site.rstrip("/") + ".stamp")
    worker = service_worker(worker, values, files)
    everything = {**files, "sw.js": worker, "licences.txt": read(build, "licences.txt")}
    for name, content in everything.items():
        write_if_changed(os.path.join(site, name), content)
    remove_others(site, set(everything) | {os.path.join("digests", name) for name in [*digests, "index.json"]})

    notes = []
    if arguments.single_file:
        page = single_file(files, values, digests_folder, digests)
        write_if_changed(arguments.single_file, page)
        notes.append(f"one file, {arguments.single_file}: {len(page) / 1000:.1f} KB")
    sample = []
    if os.path.samefile(arguments.digests, os.path.join(ROOT, "assets", "digests")):
        sample = [read(digests_folder, name) for name in ["index.json", *digests]]
    else:
        size = sum(os.path.getsize(os.path.join(digests_folder, name)) for name in digests)
        noun = "digest" if len(digests) == 1 else "digests"
        notes.append(f"{len(digests)} {noun} from {arguments.digests}: {size / 1000:.1f} KB raw, not counted above")
    budget = sizes.read_budget(arguments.budget)
    parts, total = measure(build, files, values, worker, sample, budget, notes)

    if arguments.write_budget:
        budget.update({name: compressed for name, (_, _, compressed) in parts.items()})
        with open(arguments.budget, "w", encoding="utf-8") as file:
            json.dump(budget, file, indent=2)
            file.write("\n")
    if total > budget["first load"]:
        fail(sizes.over_budget_message(parts, budget, total, arguments.budget))
    print(f"Built {site}: copy it to any static host.")


if __name__ == "__main__":
    main()
