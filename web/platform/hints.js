'use strict';
// Tooltips: whose is due. The mouse costs no frame; only a tooltip that comes or goes is drawn. It waits until the mouse
// rests, stays while the mouse is on it or the keyboard's focus on what it belongs to, and goes by Escape or a press.
Orderdeck.hints = {
  shown: 0,
  byFocus: false,
  wanted: 0,
  timer: 0,
  cover: null,      // a link that lies over the texts of its row, while the mouse is on it
  keyboard: false,  // the last deed
  quiet: false,     // the focus is moved by us

  show: function (id) {
    clearTimeout(this.timer);
    if (id === this.shown) return;
    this.shown = id;
    Module._p_hint(id);
    Orderdeck.scheduler.request();
  },

  want: function (id) {
    if (id === this.wanted) return;
    this.wanted = id;
    clearTimeout(this.timer);
    if (id === 0 && this.byFocus) return;
    // The way from an element to its tooltip takes a moment; from one tooltip to the next one need not wait.
    const delay = id === 0 ? 250 : this.shown !== 0 ? 80 : 450;
    this.timer = setTimeout(() => { this.byFocus = false; this.show(id); }, delay);
  },

  over: function (event) {
    this.cover = null;
    if (event.pointerType === 'touch' || !(event.target instanceof Element)) return;
    if (event.target.closest('.tooltip')) { this.want(this.shown); return; }
    const own = event.target.closest('.hinted');
    if (!own && event.target.closest('.covers')) this.cover = event.target.closest('.covers');
    if (this.cover) this.moved(event); else this.want(own ? own.nodeId : 0);
  },

  moved: function (event) {
    if (!this.cover) return;
    const at = [...this.cover.parentElement.querySelectorAll('.hinted')].find((el) => {
      const box = el.getBoundingClientRect();
      return event.clientX >= box.left && event.clientX < box.right && event.clientY >= box.top && event.clientY < box.bottom;
    });
    this.want(at ? at.nodeId : 0);
  },

  focused: function (event) {
    const el = event.target;
    if (!this.keyboard || this.quiet || !(el instanceof Element) || !el.matches(':focus-visible')) return;
    const box = el.matches('.covers') ? el.parentElement : el;
    const hinted = el.matches('.hinted') ? el : el.matches('.scroll-y,.scroll-x') ? null : box.querySelector('.hinted');
    if (!hinted && !this.shown) return;
    this.byFocus = hinted !== null;
    this.show(hinted ? hinted.nodeId : 0);
  },

  left: function () {
    if (!this.byFocus) return;
    this.byFocus = false;
    this.show(0);
  },

  // True when there was one. It does not come back before the mouse or the focus was elsewhere.
  dismiss: function () {
    const was = this.shown !== 0;
    this.byFocus = false;
    this.show(0);
    return was;
  },

  // After each frame: what it belonged to may be gone.
  settle: function () {
    if (this.shown !== 0 && !Orderdeck.mirror.entries.has(this.shown)) this.dismiss();
  },

  begin: function () {
    const { app } = Orderdeck;
    app.addEventListener('pointerover', (event) => this.over(event));
    app.addEventListener('pointermove', (event) => this.moved(event), { passive: true });
    app.addEventListener('pointerleave', () => { this.cover = null; this.want(0); });
    app.addEventListener('focusin', (event) => this.focused(event));
    app.addEventListener('focusout', () => this.left());
    addEventListener('pointerdown', () => { this.keyboard = false; this.dismiss(); }, true);
    addEventListener('keydown', () => { this.keyboard = true; }, true);
    addEventListener('blur', () => this.dismiss());
  },
};
