'use strict';
// Native inputs over the painted fields: visible only while they have the focus, so that composition, selection,
// autofill and the soft keyboard are the browser's.
Orderdeck.fields = {
  allowed: new Set(['type', 'inputmode', 'enterkeyhint', 'autocomplete', 'autocapitalize', 'autocorrect', 'spellcheck',
    'maxlength', 'aria-invalid', 'aria-required']),

  adopt: function (el) {
    el.addEventListener('input', () => {
      Orderdeck.give(el.value);
      Module._p_value(el.nodeId);
      Orderdeck.scheduler.request();
    });
  },

  write: function (entry, frame, at) {
    const { word, flag } = Orderdeck.nodes, el = entry.el, e = Orderdeck.elements, f = frame.floats;
    for (const line of frame.text(at + word.attributes).split('\n')) {
      const equals = line.indexOf('='), name = line.slice(0, equals);
      if (this.allowed.has(name)) e.attribute(entry, name, line.slice(equals + 1));
    }
    e.attribute(entry, 'placeholder', frame.text(at + word.hint));
    e.style(entry, 'font-size', f[at + word.fontSize] + 'px');
    e.style(entry, 'padding-left', f[at + word.paddingLeft] + 'px');
    e.style(entry, 'padding-right', f[at + word.paddingRight] + 'px');
    e.style(entry, '--ink', '#' + frame.words[at + word.color].toString(16).padStart(6, '0'));
    entry.selectAll = (frame.words[at + word.flags] & flag.selectAll) !== 0;
    const value = frame.text(at + word.value), version = frame.words[at + word.valueVersion];
    // While somebody types, the text is theirs; only a deliberate change of ours overwrites it.
    if ((document.activeElement !== el || version !== entry.valueVersion) && el.value !== value) el.value = value;
    entry.valueVersion = version;
  },
};
