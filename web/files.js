// Digests that the reader brings: dropped files and folders, the file dialogue, pasted Markdown. Each goes into the
// program as bytes under a name; text is never put into the page.
'use strict';

{
  const kBroughtNow = 1;
  const kFromStorage = 2;
  const kMaxFile_bytes = 1e9;
  const kLeft_ms = 800;
  // An index.json lists digests and is none.
  const kDigestName = /^(?!index\.json$).*\.(md|markdown|txt|jsonl?)$/i;
  const app = document.getElementById('app');
  const input = document.getElementById('files');

  // ---- Into the program

  // Straight from the stream into the program's memory, so that a large file is not held in JavaScript as well.
  async function readIntoHeap(blob) {
    const pointer = pd.allocate(blob.size);
    if (!pointer) throw new Error(`there is no memory left for its ${Math.round(blob.size / 1e6)} MB. Close other tabs and try again.`);
    const reader = blob.stream().getReader();
    let length = 0;
    try {
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        if (length + part.value.length > blob.size) throw new Error('it changed while it was read. Open it again.');
        pd.heap().set(part.value, pointer + length);
        length += part.value.length;
      }
    } catch (error) {
      pd.module._free(pointer);
      throw error;
    }
    return { pointer, length };
  }

  async function add(name, blob, flags) {
    try {
      if (blob.size > kMaxFile_bytes) throw new Error('it is larger than 1 GB, more than a page can hold. Split it and open the parts.');
      const { pointer, length } = await readIntoHeap(blob);
      if (flags & kBroughtNow) pd.rememberFile(name, blob);
      pd.call('add_file', name, pointer, length, flags);
    } catch (error) {
      pd.alert(name, `could not be read: ${error.message}`);
    }
  }

  // One after the other, in the order in which they were brought.
  async function addAll(files, flags) {
    for (const { name, blob } of files) await add(name, blob, flags);
  }

  pd.addStoredFiles = (files) => addAll(files, kFromStorage);

  // ---- The file dialogue

  pd.hooks.pickFiles = () => input.click();

  input.addEventListener('change', () => {
    const files = Array.from(input.files, (file) => ({ name: file.name, blob: file }));
    pd.task(addAll(files, kBroughtNow));
    // So that the same file can be chosen again.
    input.value = '';
  });

  // ---- Drop

  const fileOf = (entry) => new Promise((resolve, reject) => { entry.file(resolve, reject); });

  // A directory gives its entries in batches, an empty one at the end.
  async function entriesOf(directory) {
    const reader = directory.createReader();
    const all = [];
    for (;;) {
      const batch = await new Promise((resolve, reject) => { reader.readEntries(resolve, reject); });
      if (batch.length === 0) return all.sort((a, b) => a.name.localeCompare(b.name));
      all.push(...batch);
    }
  }

  // Of a folder only what looks like a digest and is not hidden; a file dropped by itself is always tried.
  async function collect(entry, path, files) {
    if (entry.isFile) {
      if (!path || kDigestName.test(entry.name)) files.push({ name: path + entry.name, blob: await fileOf(entry) });
      return;
    }
    for (const child of await entriesOf(entry)) {
      if (!child.name.startsWith('.')) await collect(child, `${path}${entry.name}/`, files);
    }
  }

  async function addDropped(entries, plainFiles) {
    const files = [];
    for (const entry of entries) {
      try {
        await collect(entry, '', files);
      } catch (error) {
        pd.alert(entry.name, `could not be read: ${error.message}`);
      }
    }
    for (const file of plainFiles) files.push({ name: file.name, blob: file });
    if (files.length === 0) pd.alert(entries[0]?.name ?? 'Drop', 'holds no .md, .markdown, .txt, .json or .jsonl file. Drop the digests themselves.');
    await addAll(files, kBroughtNow);
  }

  const hasFiles = (event) => Array.from(event.dataTransfer?.types ?? []).includes('Files');

  // While files are held over the page, dragover comes several times a second. Counting enter and leave instead goes
  // wrong when an element of the mirror leaves the page under them.
  let held = 0;

  function setHeld(isHeld) {
    const wasHeld = held !== 0;
    clearTimeout(held);
    held = isHeld ? setTimeout(setHeld, kLeft_ms, false) : 0;
    if (wasHeld !== isHeld) pd.call('drag', isHeld ? 1 : 0);
  }

  app.addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
    setHeld(true);
  });
  app.addEventListener('drop', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    setHeld(false);
    // Entries must be asked for now: the data of a drop is gone after its event.
    const entries = [];
    const plainFiles = [];
    for (const item of Array.from(event.dataTransfer.items).filter(({ kind }) => kind === 'file')) {
      const entry = item.webkitGetAsEntry?.();
      if (entry) entries.push(entry);
      else plainFiles.push(item.getAsFile());
    }
    pd.task(addDropped(entries, plainFiles));
  });

  // ---- Paste

  // The reader's own clock: "Pasted 2026-11-22 14.05.09.md". Colons are no part of file names everywhere.
  function pastedName(now) {
    const two = (number) => String(number).padStart(2, '0');
    const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    return `Pasted ${day} ${two(now.getHours())}.${two(now.getMinutes())}.${two(now.getSeconds())}.md`;
  }

  const isTextField = (node) => node instanceof Element && node.matches('input:not([type=file]), textarea, [contenteditable]');

  document.addEventListener('paste', (event) => {
    if (isTextField(document.activeElement)) return;
    const files = Array.from(event.clipboardData.files, (file) => ({ name: file.name, blob: file }));
    const text = event.clipboardData.getData('text/plain');
    if (files.length === 0 && text.trim() !== '') files.push({ name: pastedName(new Date()), blob: new Blob([text]) });
    if (files.length === 0) return;
    event.preventDefault();
    pd.task(addAll(files, kBroughtNow));
  });
}
