'use strict';
// The numbers of client/platform/node_buffer.h.
Orderdeck.nodes = {
  headerWords: 13,
  nodeWords: 43,
  header: { count: 1, stringBytes: 2, overlayDepth: 3, focusId: 4, focusVersion: 5, announceVersion: 6, background: 7,
    dark: 8, polite: 9, assertive: 11 },
  word: { id: 0, parent: 1, kind: 2, flags: 3, hash: 4, x: 5, y: 6, width: 7, height: 8, radius: 9, fontSize: 10,
    weight: 11, textWidth: 12, paddingLeft: 13, paddingRight: 14, color: 15, surface: 16, level: 17, position: 18,
    setSize: 19, valueNow: 20, contentWidth: 21, contentHeight: 22, scrollX: 23, scrollY: 24, scrollVersion: 25,
    valueVersion: 26, name: 27, text: 29, value: 31, href: 33, testId: 35, description: 37, hint: 39, attributes: 41 },
  kind: { text: 1, paragraph: 2, heading: 3, link: 4, button: 5, field: 6, listItem: 10, row: 12, scrim: 26,
    skeleton: 30, menuLink: 34, label: 36, select: 37, checkbox: 38, radio: 39, switchControl: 40, file: 41, option: 44,
    note: 45, picture: 46, tooltip: 47 },
  flag: { disabled: 1, pressedKnown: 2, pressed: 4, expandedKnown: 8, expanded: 16, checkedKnown: 32, checked: 64,
    currentPage: 128, currentStep: 256, scrollsY: 512, scrollsX: 1024, focusTarget: 2048, overlay: 4096,
    coversRow: 8192, truncated: 16384, hasPopup: 32768, selectAll: 65536, multiLine: 131072,
    unspoken: 262144, hinted: 524288 },

  // Element and role of each kind.
  tags: { 1: ['span'], 2: ['p'], 4: ['a'], 5: ['button'], 6: ['input'], 7: ['div', 'group'], 8: ['ul', 'list'],
    9: ['ol', 'list'], 10: ['li'], 11: ['div', 'table'], 12: ['div', 'row'], 13: ['div', 'cell'],
    14: ['div', 'columnheader'], 15: ['nav'], 16: ['main'], 17: ['header'], 18: ['aside'], 19: ['section', 'region'],
    20: ['div', 'search'], 21: ['div', 'dialog'], 22: ['div', 'menu'], 23: ['button', 'menuitem'],
    24: ['button', 'menuitemradio'], 25: ['div', 'group'], 26: ['div'], 27: ['div', 'progressbar'], 28: ['div', 'img'],
    29: ['div', 'status'], 30: ['div'], 31: ['dl'], 32: ['dt'], 33: ['dd'], 34: ['a', 'menuitem'],
    35: ['div', 'rowgroup'], 36: ['label'], 37: ['select'], 38: ['input'], 39: ['input'], 40: ['input'], 41: ['input'],
    42: ['div', 'radiogroup'], 43: ['div', 'listbox'], 44: ['div', 'option'], 45: ['div'], 46: ['img'], 47: ['div', 'tooltip'] },

  // One frame's buffer. Strings are decoded only for nodes that changed.
  open: function (words) {
    const floats = new Float32Array(words.buffer, words.byteOffset, words.length);
    const count = words[this.header.count], stringsAt = (this.headerWords + count * this.nodeWords) * 4;
    const bytes = new Uint8Array(words.buffer, words.byteOffset + stringsAt, words[this.header.stringBytes]);
    const text = (at) => (words[at + 1] === 0 ? '' : Orderdeck.decoder.decode(bytes.subarray(words[at], words[at] + words[at + 1])));
    return { words: words, floats: floats, count: count, text: text };
  },
};
