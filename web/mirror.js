// The mirror: DOM elements that stand transparent over what the canvas draws, for screen readers, browser find, link
// menus and tests. The program sends the whole list after a frame that changed it; here it becomes elements, keyed by
// id, in reading order, and only what differs is written. Clicks, choices and focus go back by id.
//
// A record is 20 words of 32 bits, little-endian (ItemRecord in src/ui/items.h, as are roles and states): see kWord. x, y, w, h are
// floats in CSS px of the canvas. Parents come before their children; parent 0 is the mirror itself.
'use strict';

{
  const kRecordWords = 20;
  const kWord = {
    id: 0, parent: 1, role: 2, state: 3, x: 4, y: 5, width: 6, height: 7, name: 8, description: 10, value: 12,
    posinset: 14, setsize: 15, index: 16, hash: 17,
  };
  const kState = {
    hasChecked: 1, checked: 2, hasPressed: 4, pressed: 8, current: 16, disabled: 32, busy: 64, wantsFocus: 128,
    modal: 256, labelledByHeading: 512, notTabStop: 1024, canvasPointer: 2048,
  };

  // tag; the ARIA role where the tag does not say it; isText: the name is its text, else its label; and what a new
  // element is given once. Indexed by the record's role.
  const kRoles = [
    null,
    { tag: 'input', isSearch: true, attributes: { type: 'search', autocomplete: 'off', autocapitalize: 'none',
      spellcheck: 'false', enterkeyhint: 'search', 'aria-autocomplete': 'list' } },
    { tag: 'div', role: 'status', isText: true },
    { tag: 'div', role: 'feed' },
    { tag: 'div', role: 'article', attributes: { tabindex: '-1' } },
    { tag: 'h', isText: true, isHeading: true },
    { tag: 'a', isText: true, attributes: { target: '_blank', rel: 'noopener noreferrer' } },
    { tag: 'button', attributes: { type: 'button' } },
    { tag: 'div', role: 'region' },
    { tag: 'div', role: 'group' },
    { tag: 'button', role: 'checkbox', attributes: { type: 'button' } },
    { tag: 'select' },
    { tag: 'div', role: 'alert', isText: true },
    { tag: 'p', isText: true },
    { tag: 'div', role: 'dialog' },
    { tag: 'div', role: 'progressbar' },
    { tag: 'div', role: 'navigation' },
    { tag: 'div', role: 'list' },
    { tag: 'div', role: 'listitem' },
    { tag: 'div' },
    { tag: 'span', attributes: { 'aria-hidden': 'true' } },
    { tag: 'div', role: 'separator', attributes: { 'aria-orientation': 'vertical', tabindex: '0' } },
    { tag: 'p', isText: true, attributes: { 'aria-live': 'polite' } },
    { tag: 'div', role: 'listbox' },
    { tag: 'button', role: 'option', isText: true, attributes: { type: 'button', tabindex: '-1' } },
    { tag: 'textarea', attributes: { autocapitalize: 'none', spellcheck: 'false', maxlength: '4000' } },
  ];
  const kProgressRole = 15;
  const kSeparatorRole = 21;
  const kListBoxRole = 23;
  const kOptionRole = 24;

  const root = document.getElementById('mirror');
  const rootEntry = { element: root, x: 0, y: 0 };
  const entries = new Map();          // id → entry
  const entryOf = new WeakMap();      // element → entry
  let generation = 0;                 // counts the lists, to tell which entries the newest one holds
  let isComposing = false;

  // ---- Records

  function readRecord(words, floats, i) {
    const at = i * kRecordWords;
    const string = (word) => pd.textOf(words[at + word], words[at + word + 1]);
    const role = words[at + kWord.role];
    const index = words[at + kWord.index];
    const { tag, isHeading } = kRoles[role];
    return {
      id: words[at + kWord.id],
      parent: words[at + kWord.parent],
      role,
      tag: isHeading ? `h${index || 2}` : tag,
      state: words[at + kWord.state],
      x: floats[at + kWord.x],
      y: floats[at + kWord.y],
      width: floats[at + kWord.width],
      height: floats[at + kWord.height],
      posinset: words[at + kWord.posinset],
      setsize: words[at + kWord.setsize],
      index,
      hash: words[at + kWord.hash],
      // Decoded only for an element whose hash says that it changed.
      name: () => string(kWord.name),
      description: () => string(kWord.description),
      value: () => string(kWord.value),
      valueToCaret: () => pd.textOf(words[at + kWord.value], index),
    };
  }

  function readRecords(pointer, count) {
    const { buffer } = pd.heap();
    const words = new Uint32Array(buffer, pointer >>> 0, count * kRecordWords);
    const floats = new Float32Array(buffer, pointer >>> 0, count * kRecordWords);
    return Array.from({ length: count }, (_, i) => readRecord(words, floats, i));
  }

  // ---- Elements

  function setAttribute(element, name, value) {
    if (value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }

  function createEntry(record) {
    const { role, isText, isSearch, attributes } = kRoles[record.role];
    const element = document.createElement(record.tag);
    const entry = { id: record.id, role: record.role, tag: record.tag, element, state: 0, hash: -1, x: 0, y: 0 };
    element.id = `m${record.id}`;
    if (role) element.setAttribute('role', role);
    for (const [name, value] of Object.entries(attributes || {})) element.setAttribute(name, value);
    if (isText) entry.text = element.appendChild(document.createTextNode(''));
    if (isSearch) listenToSearch(element);
    entries.set(record.id, entry);
    entryOf.set(element, entry);
    return entry;
  }

  // ---- Content

  function writeState(element, state) {
    const flag = (has, is) => (state & has ? String(Boolean(state & is)) : null);
    setAttribute(element, 'aria-checked', flag(kState.hasChecked, kState.checked));
    setAttribute(element, 'aria-pressed', flag(kState.hasPressed, kState.pressed));
    const isOption = element.getAttribute('role') === 'option';
    setAttribute(element, isOption ? 'aria-selected' : 'aria-current', state & kState.current ? 'true' : isOption ? 'false' : null);
    setAttribute(element, 'aria-busy', state & kState.busy ? 'true' : null);
    setAttribute(element, 'aria-modal', state & kState.modal ? 'true' : null);
    setAttribute(element, 'disabled', state & kState.disabled ? '' : null);
    if (element.tagName === 'BUTTON') setAttribute(element, 'tabindex', state & kState.notTabStop ? '-1' : null);
    element.style.pointerEvents = state & kState.canvasPointer ? 'none' : '';
  }

  function writePlaceInSet(element, record) {
    if (record.role === kProgressRole || record.role === kSeparatorRole) {
      setAttribute(element, 'aria-valuemin', String(record.posinset));
      setAttribute(element, 'aria-valuenow', String(record.index));
      setAttribute(element, 'aria-valuemax', String(record.setsize));
    } else {
      setAttribute(element, 'aria-posinset', record.setsize ? String(record.posinset) : null);
      setAttribute(element, 'aria-setsize', record.setsize ? String(record.setsize) : null);
    }
  }

  function writeOptions(select, value, selected) {
    const labels = value ? value.split('\n') : [];
    if (labels.join('\n') !== Array.from(select.options, (option) => option.label).join('\n')) {
      select.replaceChildren(...labels.map((label) => new Option(label)));
    }
    select.selectedIndex = selected;
  }

  // Only what the reader may safely be sent to; the program checks the same.
  function writeAddress(link, value) {
    const isWeb = /^https?:\/\/[^/]/i.test(value);
    setAttribute(link, 'href', isWeb ? value : null);
  }

  // Setting the value moves the caret and ends a composition, so it is set only when it is another one.
  function writeField(input, record) {
    const value = record.value();
    if (isComposing || input.value === value) return;
    input.value = value;
    // Some browsers focus a field whose caret is set.
    if (input !== search || input !== document.activeElement) return;
    const caret = record.valueToCaret().length;
    input.setSelectionRange(caret, caret);
  }

  function writeContent(entry, record) {
    const { element } = entry;
    const name = record.name();
    if (!entry.text) setAttribute(element, 'aria-label', name || null);
    else if (entry.text.data !== name) entry.text.data = name;
    setAttribute(element, 'aria-description', record.description() || null);
    writeState(element, record.state);
    writePlaceInSet(element, record);
    if (record.tag === 'a') writeAddress(element, record.value());
    if (element.matches('input, textarea')) writeField(element, record);
    if (record.tag === 'select') writeOptions(element, record.value(), record.index);
  }

  // ---- Place

  // Children lie relative to their parent, so a card that scrolls moves by one write.
  function writeRectangle(entry, parent, record) {
    const px = (value) => `${Math.round(value * 16) / 16}px`;
    const transform = `translate(${px(record.x - parent.x)}, ${px(record.y - parent.y)})`;
    const size = `${px(record.width)} ${px(record.height)}`;
    entry.x = record.x;
    entry.y = record.y;
    if (entry.transform !== transform) entry.element.style.transform = transform;
    if (entry.size !== size) [entry.element.style.width, entry.element.style.height] = size.split(' ');
    entry.transform = transform;
    entry.size = size;
  }

  // Puts the entry behind the sibling placed before it. What stands right is not moved: moving takes the focus away.
  function placeInOrder(entry, parent) {
    if (parent.placing !== generation) {
      parent.placing = generation;
      parent.next = parent.text ? parent.text.nextSibling : parent.element.firstChild;
    }
    if (entry.element === parent.next) parent.next = entry.element.nextSibling;
    else parent.element.insertBefore(entry.element, parent.next);
  }

  function labelByHeading(parent, heading) {
    if (!(parent.state & kState.labelledByHeading) || parent.labelled === generation) return;
    parent.labelled = generation;
    setAttribute(parent.element, 'aria-labelledby', heading.element.id);
  }

  function place(record) {
    const parent = entries.get(record.parent) || rootEntry;
    const entry = entries.get(record.id) || createEntry(record);
    const wantsFocus = (record.state & ~entry.state & kState.wantsFocus) !== 0;
    entry.generation = generation;
    if (entry.hash !== record.hash) writeContent(entry, record);
    entry.hash = record.hash;
    entry.state = record.state;
    writeRectangle(entry, parent, record);
    placeInOrder(entry, parent);
    if (kRoles[record.role].isHeading) labelByHeading(parent, entry);
    return wantsFocus ? entry : null;
  }

  // Gone ones leave before the others are placed, so that what stays need not move.
  function removeMissing(records) {
    for (const record of records) {
      const entry = entries.get(record.id);
      if (entry && entry.role === record.role && entry.tag === record.tag) entry.generation = generation;
    }
    for (const entry of entries.values()) {
      if (entry.generation === generation) continue;
      entry.element.remove();
      entries.delete(entry.id);
    }
  }

  // Behind a modal dialog nothing can be reached by Tab or by a screen reader's cursor.
  function shutBehindModal() {
    const modal = Array.from(entries.values()).find((entry) => entry.state & kState.modal);
    for (const child of root.children) child.inert = Boolean(modal) && !child.contains(modal.element);
  }

  pd.hooks.mirror = (pointer, count) => {
    generation += 1;
    const focused = focusedEntry();
    const records = readRecords(pointer, count);
    removeMissing(records);
    let wantsFocus = null;
    for (const record of records) wantsFocus = place(record) || wantsFocus;
    shutBehindModal();
    if (search) nameSuggestions(records);
    const target = wantsFocus || (focused && entries.get(focused.id) === focused ? focused : null);
    if (target && document.activeElement !== target.element) target.element.focus({ preventScroll: true });
    reportFocus();
  };

  // ---- Back to the program

  let reportedFocus = 0;
  let isReportDue = false;

  function focusedEntry() {
    return entryOf.get(document.activeElement) || null;
  }

  // The ring that the canvas draws follows the browser's own rule: for keys and text fields, not for mouse clicks.
  function visibleFocus() {
    const entry = focusedEntry();
    return entry && entries.get(entry.id) === entry && entry.element.matches(':focus-visible') ? entry.id : 0;
  }

  // Later, because focus also moves while the program is in the middle of a frame; one report for a pair of blur and focus.
  function reportFocus() {
    if (isReportDue) return;
    isReportDue = true;
    queueMicrotask(() => {
      isReportDue = false;
      const id = visibleFocus();
      if (id === reportedFocus) return;
      reportedFocus = id;
      pd.call('focus', id);
    });
  }

  function controlOf(event) {
    const element = event.target.closest('button, select');
    return element ? entryOf.get(element) : null;
  }

  // A press on a suggestion leaves the focus in the field.
  root.addEventListener('mousedown', (event) => {
    if (event.target.closest('[role=option]')) event.preventDefault();
  });
  root.addEventListener('compositionstart', () => { isComposing = true; });
  root.addEventListener('compositionend', () => { isComposing = false; });
  root.addEventListener('focusin', reportFocus);
  root.addEventListener('focusout', reportFocus);
  root.addEventListener('click', (event) => {
    const entry = controlOf(event);
    if (entry && entry.tag === 'button') pd.call('activate', entry.id);
  });
  root.addEventListener('input', ({ target }) => {
    if (target.tagName === 'TEXTAREA') pd.call('edit', entryOf.get(target).id, target.value);
  });
  root.addEventListener('change', (event) => {
    const entry = controlOf(event);
    if (entry && entry.tag === 'select') pd.call('choose', entry.id, entry.element.selectedIndex);
  });

  // ---- The search field: its own text is what the reader sees, over the box and the chips of the canvas

  let search = null;
  let reportedScroll_px = 0;
  const encoder = new TextEncoder();

  // The field keeps the focus while keys choose in the list below it.
  function nameSuggestions(records) {
    const idOf = (record) => (record ? `m${record.id}` : null);
    setAttribute(search, 'aria-controls', idOf(records.find(({ role }) => role === kListBoxRole)));
    setAttribute(search, 'aria-activedescendant', idOf(records.find(({ role, state }) => role === kOptionRole && state & kState.current)));
  }

  // Chips are drawn behind their words, so they follow when the field scrolls sideways.
  function reportScroll() {
    if (search.scrollLeft === reportedScroll_px) return;
    reportedScroll_px = search.scrollLeft;
    pd.call('input_scroll', reportedScroll_px);
  }

  function listenToSearch(input) {
    search = input;
    input.addEventListener('input', () => {
      pd.call('input', input.value, encoder.encode(input.value.slice(0, input.selectionStart)).length);
      // Asking now would lay out at once what the frame has just changed.
      requestAnimationFrame(reportScroll);
    });
    for (const type of ['scroll', 'keyup', 'blur', 'select']) input.addEventListener(type, reportScroll);
  }

  pd.hooks.focusSearch = () => queueMicrotask(() => {
    if (!search) return;
    search.focus({ preventScroll: true });
    search.select();
  });
}
