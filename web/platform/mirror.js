'use strict';
// Real elements exactly over the canvas, one per node, in reading order. Nodes are matched by id; equal hashes write
// nothing, and an element that has the focus is never moved.
Orderdeck.mirror = {
  page: document.getElementById('page'),
  overlay: document.getElementById('overlay'),
  entries: new Map(),
  frame: 0,
  writes: 0, // to the DOM, in the last frame
  focusVersion: 0,
  wantedFocus: 0,
  announced: 0,

  present: function (words) {
    const frame = Orderdeck.nodes.open(words), { header, headerWords, nodeWords } = Orderdeck.nodes;
    this.frame++;
    this.writes = 0;
    this.pageCursor = null;
    this.overlayCursor = null;
    for (let i = 0; i < frame.count; i++) this.update(frame, headerWords + i * nodeWords);
    this.theme(words[header.background], words[header.dark]);
    this.page.inert = words[header.overlayDepth] > 0;
    this.coverLowerOverlays();
    this.moveFocus(words[header.focusId], words[header.focusVersion]);
    this.removeUnseen();
    this.announce(frame, words[header.announceVersion]);
    Orderdeck.navigation.setOverlayDepth(words[header.overlayDepth]);
    Orderdeck.hints.settle();
  },

  // Of several overlays, only what follows the last scrim can be used.
  coverLowerOverlays: function () {
    let covered = false;
    for (let el = this.overlay.lastElementChild; el; el = el.previousElementSibling) {
      if (el.inert !== covered) el.inert = covered;
      covered = covered || el.className === 'scrim';
    }
  },

  update: function (frame, at) {
    const { word, flag } = Orderdeck.nodes, w = frame.words, id = w[at + word.id], kind = w[at + word.kind];
    let entry = this.entries.get(id);
    if (entry && (entry.kind !== kind || entry.level !== w[at + word.level])) {
      entry.el.remove();
      entry = undefined;
    }
    if (!entry) {
      const el = Orderdeck.elements.make(kind, w[at + word.flags], w[at + word.level]);
      el.nodeId = id;
      el.id = 'n' + id;
      entry = { id: id, el: el, kind: kind, level: w[at + word.level], role: (Orderdeck.nodes.tags[kind] || [])[1] || '',
        attributes: {}, styles: {}, hash: 0, written: false, cursor: null, seen: 0, parent: null };
      this.entries.set(id, entry);
      this.writes++;
    }
    entry.seen = this.frame;
    entry.cursor = entry.el.firstChild && entry.el.firstChild.className === 'spacer' ? entry.el.firstChild : null;
    this.order(entry, w[at + word.parent], (w[at + word.flags] & flag.overlay) !== 0);
    if (!entry.written || entry.hash !== w[at + word.hash]) {
      Orderdeck.elements.write(entry, frame, at);
      entry.hash = w[at + word.hash];
      entry.written = true;
    }
  },

  order: function (entry, parentId, isOverlay) {
    const parent = parentId === 0 ? null : this.entries.get(parentId);
    const box = parent ? parent.el : isOverlay ? this.overlay : this.page;
    const cursor = parent ? parent.cursor : isOverlay ? this.overlayCursor : this.pageCursor;
    const expected = cursor ? cursor.nextSibling : box.firstChild;
    const inPlace = expected === entry.el;
    const stays = entry.el.parentNode === box && entry.el.contains(document.activeElement);
    if (!inPlace && !stays) { box.insertBefore(entry.el, expected); this.writes++; }
    entry.parent = parent;
    if (parent) parent.cursor = entry.el; else if (isOverlay) this.overlayCursor = entry.el; else this.pageCursor = entry.el;
  },

  moveFocus: function (id, version) {
    if (version !== this.focusVersion) { this.focusVersion = version; this.wantedFocus = id; }
    const entry = this.wantedFocus && this.entries.get(this.wantedFocus);
    if (!entry || entry.seen !== this.frame) return;
    this.wantedFocus = 0;
    // A heading stays where Back has scrolled its page to; a field that is wrong has to be seen.
    if (Orderdeck.input.isField(entry.el) && this.isOutOfSight(entry.el)) entry.el.scrollIntoView({ block: 'center' });
    Orderdeck.hints.quiet = true;
    entry.el.focus({ preventScroll: true });
    Orderdeck.hints.quiet = false;
    if (entry.selectAll) entry.el.select();
  },

  // A list row that was scrolled out of sight stays while it has the focus, or the keyboard would lose its place.
  removeUnseen: function () {
    const active = document.activeElement, { kind } = Orderdeck.nodes;
    let kept = null;
    for (const entry of this.entries.values()) {
      if (entry.seen === this.frame) continue;
      const isRow = entry.kind === kind.row || entry.kind === kind.listItem;
      if (isRow && entry.el.contains(active) && entry.parent && entry.parent.seen === this.frame && this.isOutOfSight(entry.el)) kept = entry.el;
      if (kept && kept.contains(entry.el)) continue;
      entry.el.remove();
      Orderdeck.controls.forget(entry);
      this.entries.delete(entry.id);
      this.writes++;
    }
  },

  // A row in sight that is no longer drawn is gone.
  isOutOfSight: function (el) {
    const scroller = el.closest('.scroll-y');
    if (!scroller) return false;
    const row = el.getBoundingClientRect(), window = scroller.getBoundingClientRect();
    return row.bottom <= window.top || row.top >= window.bottom;
  },

  theme: function (background, dark) {
    if (this.background === background && this.dark === dark) return;
    this.background = background;
    this.dark = dark;
    const color = '#' + background.toString(16).padStart(6, '0');
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    document.getElementById('theme-color').content = color;
  },

  announce: function (frame, version) {
    if (version === this.announced) return;
    this.announced = version;
    for (const name of ['polite', 'assertive']) {
      const text = frame.text(Orderdeck.nodes.header[name]), region = document.getElementById(name);
      // The same words twice are spoken twice only when the text differs.
      if (text !== '') region.textContent = region.textContent === text ? text + '\u00a0' : text;
    }
  },
};
