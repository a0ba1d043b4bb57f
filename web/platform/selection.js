'use strict';
// What is copied. Each line of the canvas is an element of its own, which the browser would run together: here the lines
// of a paragraph become one text again, cells of a row are parted by tabs, the rest by blanks and line ends.
Orderdeck.selection = {
  // The selected texts that can be seen, in reading order.
  pieces: function (range) {
    const root = range.commonAncestorContainer, out = [];
    const walker = document.createTreeWalker(root.nodeType === Node.TEXT_NODE ? root.parentNode : root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const el = node.parentElement;
      if (el.tagName !== 'SPAN' || !range.intersectsNode(node)) continue;
      const from = node === range.startContainer ? range.startOffset : 0;
      const text = node.data.slice(from, node === range.endContainer ? range.endOffset : undefined);
      const box = el.getBoundingClientRect();
      if (text === '' || box.height === 0 || getComputedStyle(el).userSelect === 'none') continue;
      out.push({ text: text, el: el, box: box });
    }
    return out;
  },

  isSameLine: function (a, b) {
    const middle = b.box.top + b.box.height / 2;
    return middle > a.box.top && middle < a.box.bottom;
  },

  // A blank at the end of a line was left out when it was broken; Chinese has none.
  lineEnd: function (a, b) {
    const letter = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{N}\p{P}]$/u;
    const wide = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
    return letter.test(a.text) && !wide.test(b.text) && !wide.test(a.text.at(-1)) ? ' ' : '';
  },

  between: function (a, b) {
    const isOneText = a.el.parentElement === b.el.parentElement && a.el.parentElement.matches('p, .note, .tooltip');
    if (isOneText) return this.isSameLine(a, b) ? '' : this.lineEnd(a, b);
    const rowOf = ({ el }) => el.closest('[role=row]'), cellOf = ({ el }) => el.closest('[role=cell], [role=columnheader]');
    if (rowOf(a) && rowOf(a) === rowOf(b)) return cellOf(a) === cellOf(b) ? ' ' : '\t';
    return this.isSameLine(a, b) ? ' ' : '\n';
  },

  text: function (range) {
    return this.pieces(range).reduce((out, piece, i, all) => out + (i > 0 ? this.between(all[i - 1], piece) : '') + piece.text, '');
  },

  begin: function () {
    document.addEventListener('copy', (event) => {
      const selection = getSelection();
      if (Orderdeck.input.isField(event.target) || selection.isCollapsed || selection.rangeCount === 0) return;
      const text = this.text(selection.getRangeAt(0));
      if (text === '') return;
      event.clipboardData.setData('text/plain', text);
      event.preventDefault();
    });
  },
};
