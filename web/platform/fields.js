'use strict';
// Native inputs over the painted fields: visible only while they have the focus, so that composition, selection,
// autofill and the soft keyboard are the browser's.
Orderdeck.fields = {
  adopt: function (el) {
    el.className = 'text-entry';
    // What is typed then replaces the old text; a click that marks nothing counts as one that only enters the field.
    let entered = false;
    const selectAll = () => { if (Orderdeck.mirror.entries.get(el.nodeId)?.selectAll) el.select(); };
    const selectUnlessMarked = (text) => { if (el.value === text && el.selectionStart === el.selectionEnd) selectAll(); };
    el.addEventListener('focus', () => { entered = true; selectAll(); });
    el.addEventListener('mouseup', () => {
      if (!entered) return;
      entered = false;
      selectUnlessMarked(el.value);
      setTimeout(selectUnlessMarked, 0, el.value); // WebKit takes the selection away after the click
    });
    el.addEventListener('input', () => {
      Orderdeck.give(el.value);
      Module._p_value(el.nodeId);
      Orderdeck.scheduler.drawPromptly();
    });
  },

  write: function (entry, frame, at) {
    const { word, flag } = Orderdeck.nodes, el = entry.el, e = Orderdeck.elements, f = frame.floats;
    el.readOnly = (frame.words[at + word.flags] & flag.disabled) !== 0;
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
