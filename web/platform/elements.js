'use strict';
// Makes and writes single elements. Only textContent, allowed attributes and CSSOM: strings are data, never markup.
Orderdeck.elements = {
  make: function (kind, flags, level) {
    const { tags, flag } = Orderdeck.nodes;
    const [tag, role] = kind === Orderdeck.nodes.kind.heading ? ['h' + Math.min(6, Math.max(1, level))] : tags[kind] || ['div'];
    const el = document.createElement(tag === 'input' && flags & flag.multiLine ? 'textarea' : tag);
    if (role && role !== 'group') el.setAttribute('role', role);
    if (tag === 'button') el.type = 'button';
    if (kind === Orderdeck.nodes.kind.field) Orderdeck.fields.adopt(el);
    else if (tag === 'input' || tag === 'select') Orderdeck.controls.adopt(el, kind);
    if (kind === Orderdeck.nodes.kind.note) el.className = 'note';
    if (kind === Orderdeck.nodes.kind.scrim) el.className = 'scrim';
    if (kind === Orderdeck.nodes.kind.skeleton) el.className = 'skeleton';
    if (kind === Orderdeck.nodes.kind.scrim || kind === Orderdeck.nodes.kind.skeleton) el.setAttribute('aria-hidden', 'true');
    if (flags & flag.unspoken) { el.className = 'unspoken'; el.setAttribute('aria-hidden', 'true'); }
    if (kind === Orderdeck.nodes.kind.tooltip) el.className = 'tooltip';
    if (role && role.startsWith('menuitem')) el.tabIndex = -1;
    if (flags & (flag.scrollsX | flag.scrollsY)) Orderdeck.scroller.adopt(el, (flags & flag.scrollsX) !== 0);
    return el;
  },

  attribute: function (entry, name, value) {
    if (entry.attributes[name] === value) return;
    entry.attributes[name] = value;
    if (value === '') entry.el.removeAttribute(name); else entry.el.setAttribute(name, value);
    Orderdeck.mirror.writes++;
  },

  style: function (entry, name, value) {
    if (entry.styles[name] === value) return;
    entry.styles[name] = value;
    entry.el.style.setProperty(name, value);
    Orderdeck.mirror.writes++;
  },

  // Writes what differs from the last time.
  write: function (entry, frame, at) {
    const { word, flag, kind } = Orderdeck.nodes, f = frame.floats, w = frame.words, flags = w[at + word.flags];
    this.place(entry, frame, at);
    this.attribute(entry, 'aria-label', frame.text(at + word.name));
    this.attribute(entry, 'data-testid', frame.text(at + word.testId));
    this.attribute(entry, 'aria-description', frame.text(at + word.description));
    this.states(entry, flags);
    if (entry.kind === kind.text) this.text(entry, frame, at, flags);
    if (entry.kind === kind.link || entry.kind === kind.menuLink) {
      const href = frame.text(at + word.href);
      this.attribute(entry, 'href', Orderdeck.navigation.isAllowed(href) ? href : '');
    }
    Orderdeck.controls.attributes(entry, frame.text(at + word.attributes));
    if (entry.kind === kind.field) Orderdeck.fields.write(entry, frame, at);
    if (entry.kind >= kind.select && entry.kind <= kind.file) Orderdeck.controls.write(entry, frame, at);
    if (entry.kind === kind.picture) Orderdeck.controls.picture(entry, frame.text(at + word.value));
    if (flags & (flag.scrollsX | flag.scrollsY)) Orderdeck.scroller.write(entry, frame, at);
    this.sets(entry, w[at + word.position], w[at + word.setSize]);
    const measure = Math.round(f[at + word.valueNow]);
    if (entry.role === 'progressbar') this.attribute(entry, 'aria-valuenow', String(measure));
    if (entry.role === 'progressbar' || entry.role === 'img') this.style(entry, '--measure', measure + '%');
  },

  place: function (entry, frame, at) {
    const { word } = Orderdeck.nodes, f = frame.floats, px = (value) => Math.round(value * 100) / 100 + 'px';
    this.style(entry, 'left', px(f[at + word.x]));
    this.style(entry, 'top', px(f[at + word.y]));
    if (entry.kind !== Orderdeck.nodes.kind.text) {
      this.style(entry, 'width', px(f[at + word.width]));
      this.style(entry, 'height', px(f[at + word.height]));
      if (f[at + word.radius] > 0) this.style(entry, 'border-radius', px(f[at + word.radius]));
    }
  },

  states: function (entry, flags) {
    const { flag } = Orderdeck.nodes;
    const three = (name, known, on) => this.attribute(entry, name, flags & known ? String((flags & on) !== 0) : '');
    three('aria-pressed', flag.pressedKnown, flag.pressed);
    three('aria-expanded', flag.expandedKnown, flag.expanded);
    // Native controls say it themselves; of a list, the option that Enter takes is the selected one.
    if (entry.role === 'option') three('aria-selected', flag.checkedKnown, flag.checked);
    else if (!/^(INPUT|SELECT)$/.test(entry.el.tagName)) three('aria-checked', flag.checkedKnown, flag.checked);
    this.attribute(entry, 'aria-current', flags & flag.currentPage ? 'page' : flags & flag.currentStep ? 'step' : '');
    this.attribute(entry, 'aria-haspopup', flags & flag.hasPopup ? 'menu' : '');
    this.attribute(entry, 'aria-disabled', flags & flag.disabled ? 'true' : '');
    if (flags & flag.focusTarget) this.attribute(entry, 'tabindex', '-1');
    const feedback = flags >>> 28 & 3;
    entry.el.classList.toggle('covers', (flags & flag.coversRow) !== 0);
    entry.el.classList.toggle('hinted', (flags & (flag.hinted | flag.truncated)) !== 0);
    for (const level of [1, 2, 3]) entry.el.classList.toggle('fb' + level, feedback === level);
    if (entry.role === 'dialog') this.attribute(entry, 'aria-modal', 'true');
    if (entry.role === 'group' && entry.attributes['aria-label']) this.attribute(entry, 'role', 'group');
  },

  sets: function (entry, position, size) {
    const text = (value) => (value > 0 ? String(value) : '');
    if (entry.role === 'table') { this.attribute(entry, 'aria-rowcount', text(size)); return; }
    if (entry.role === 'row') { this.attribute(entry, 'aria-rowindex', text(position)); return; }
    this.attribute(entry, 'aria-posinset', size > 0 ? text(position) : '');
    this.attribute(entry, 'aria-setsize', text(size));
  },

  // The browser's line is stretched to the canvas's, so that selections cover the painted glyphs.
  text: function (entry, frame, at, flags) {
    const { word, flag } = Orderdeck.nodes, f = frame.floats, text = frame.text(at + word.text);
    const size = f[at + word.fontSize], weight = frame.words[at + word.weight], width = f[at + word.textWidth];
    if (entry.el.textContent !== text) { entry.el.textContent = text; Orderdeck.mirror.writes++; }
    const cut = (flags & flag.truncated) !== 0;
    this.style(entry, 'font-size', size + 'px');
    this.style(entry, 'font-weight', String(weight));
    this.style(entry, 'line-height', f[at + word.height] + 'px');
    this.style(entry, '--ink', '#' + frame.words[at + word.color].toString(16).padStart(6, '0'));
    this.style(entry, 'width', cut ? Math.ceil(f[at + word.width]) + 'px' : 'auto');
    const natural = cut ? 0 : Orderdeck.fonts.width(text, weight, size);
    const ratio = natural > 0 ? width / natural : 1;
    this.style(entry, 'transform', Math.abs(ratio - 1) < 0.004 ? 'none' : 'scaleX(' + ratio.toFixed(4) + ')');
  },
};
