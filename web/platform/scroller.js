'use strict';
// Native scrollers: the canvas follows scrollTop. A spacer gives the extent; children stand in content coordinates.
Orderdeck.scroller = {
  entries: new Set(),
  timer: 0,

  adopt: function (el, horizontal) {
    el.classList.add(horizontal ? 'scroll-x' : 'scroll-y');
    el.tabIndex = 0;
    const spacer = document.createElement('div');
    spacer.className = 'spacer';
    spacer.setAttribute('aria-hidden', 'true');
    el.append(spacer);
    el.addEventListener('scroll', () => {
      Module._p_scroll(el.nodeId, el.scrollLeft, el.scrollTop);
      Orderdeck.scheduler.request();
      clearTimeout(this.timer);
      this.timer = setTimeout(() => Orderdeck.navigation.saveScrolls(), 150);
    }, { passive: true });
  },

  write: function (entry, frame, at) {
    const { word } = Orderdeck.nodes, f = frame.floats, el = entry.el, spacer = el.firstChild;
    const size = f[at + word.contentWidth] + ':' + f[at + word.contentHeight];
    this.entries.add(entry);
    if (entry.contentSize !== size) {
      entry.contentSize = size;
      spacer.style.width = el.classList.contains('scroll-x') ? f[at + word.contentWidth] + 'px' : '1px';
      spacer.style.height = el.classList.contains('scroll-y') ? f[at + word.contentHeight] + 'px' : '1px';
    }
    const version = frame.words[at + word.scrollVersion];
    if (version === (entry.scrollVersion || 0)) return;
    entry.scrollVersion = version;
    el.scrollTo(f[at + word.scrollX], f[at + word.scrollY]);
  },

  forgetTimer: function () { clearTimeout(this.timer); },

  // "id:x:y,..." for the history entry.
  describe: function () {
    const out = [];
    for (const entry of this.entries) {
      if (!entry.el.isConnected) { this.entries.delete(entry); continue; }
      const x = Math.round(entry.el.scrollLeft), y = Math.round(entry.el.scrollTop);
      if (x > 0 || y > 0) out.push(entry.id + ':' + x + ':' + y);
    }
    return out.join(',');
  },
};
