'use strict';
// Native form controls beside the text fields: selects, radios, checkboxes, switches and file pickers. They are
// transparent, the canvas paints them; the browser brings lists, wheels, cameras, keys and drops.
Orderdeck.controls = {
  allowed: new Set(['for', 'target', 'rel', 'name', 'min', 'max', 'accept', 'capture', 'multiple', 'role', 'aria-invalid', 'aria-required',
    'aria-labelledby', 'aria-describedby', 'aria-controls', 'aria-activedescendant', 'aria-autocomplete', 'type',
    'inputmode', 'enterkeyhint', 'autocomplete', 'autocapitalize', 'autocorrect', 'spellcheck', 'maxlength']),
  files: new Map(), // key -> { file, url }
  fileCount: 0,

  adopt: function (el, kind) {
    const { kind: kinds } = Orderdeck.nodes;
    if (kind === kinds.select) {
      this.listen(el, () => this.give(el, el.value));
    } else if (kind === kinds.file) {
      el.type = 'file';
      this.listen(el, () => this.pick(el));
    } else {
      el.type = kind === kinds.radio ? 'radio' : 'checkbox';
      if (kind === kinds.switchControl) el.setAttribute('role', 'switch');
      this.listen(el, () => Module._p_activate(el.nodeId));
    }
  },

  // What is chosen is the model's to say: the element is written again even if nothing else about it changed.
  listen: function (el, act) {
    el.addEventListener('change', () => {
      act();
      const entry = Orderdeck.mirror.entries.get(el.nodeId);
      if (entry) entry.written = false;
      Orderdeck.scheduler.drawNow();
    });
  },

  give: function (el, text) {
    Orderdeck.give(text);
    Module._p_value(el.nodeId);
  },

  pick: function (el) {
    const clean = (text) => text.replace(/[\t\n\r]/g, ' ');
    const lines = [...el.files].map((file) => {
      const key = 'f' + ++this.fileCount;
      this.files.set(key, { file: file, url: null });
      return [key, clean(file.name), file.size, clean(file.type)].join('\t');
    });
    el.value = ''; // the same file may be picked again after it was taken out
    if (lines.length > 0) this.give(el, lines.join('\n'));
  },

  // References to other nodes of the mirror, and what else the program says about a node.
  attributes: function (entry, lines) {
    const now = new Map();
    for (const line of lines.split('\n')) {
      const equals = line.indexOf('='), name = line.slice(0, equals);
      if (this.allowed.has(name)) now.set(name, line.slice(equals + 1));
    }
    for (const name of entry.said || []) if (!now.has(name)) Orderdeck.elements.attribute(entry, name, '');
    for (const [name, value] of now) Orderdeck.elements.attribute(entry, name, value);
    entry.said = [...now.keys()];
    entry.steps = lines.includes('steps=1');
  },

  write: function (entry, frame, at) {
    const { word, flag, kind } = Orderdeck.nodes, el = entry.el, flags = frame.words[at + word.flags];
    el.disabled = (flags & flag.disabled) !== 0;
    if (entry.kind === kind.select) {
      const size = frame.floats[at + word.fontSize];
      if (size > 0) Orderdeck.elements.style(entry, 'font-size', size + 'px');
      this.options(entry, frame.text(at + word.text));
      el.value = frame.text(at + word.value);
    } else if (entry.kind !== kind.file) {
      el.checked = (flags & flag.checked) !== 0;
    }
  },

  options: function (entry, text) {
    if (entry.options === text) return;
    entry.options = text;
    entry.el.replaceChildren(...text.split('\n').slice(0, -1).map((line) => {
      const tab = line.indexOf('\t');
      return new Option(line.slice(tab + 1), line.slice(0, tab));
    }));
    Orderdeck.mirror.writes++;
  },

  picture: function (entry, key) {
    const held = this.files.get(key);
    if (!held) return;
    held.url = held.url || URL.createObjectURL(held.file);
    if (entry.el.src !== held.url) entry.el.src = held.url;
    entry.key = key;
  },

  // The preview goes with its node; the file stays until it was sent or taken out.
  forget: function (entry) {
    const held = entry.key && this.files.get(entry.key);
    if (!held || !held.url) return;
    URL.revokeObjectURL(held.url);
    held.url = null;
  },

  stepped: function (event) {
    const entry = Orderdeck.mirror.entries.get(event.target.nodeId), by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!entry || !entry.steps || !by) return false;
    event.preventDefault();
    Module._p_step(entry.id, by);
    Orderdeck.scheduler.drawNow();
    return true;
  },
};
