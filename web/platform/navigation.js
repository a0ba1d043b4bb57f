'use strict';
// Addresses and history. Every entry carries {n: its number, o: open overlays, s: scroll positions}.
Orderdeck.navigation = {
  depth: 0,      // overlays that own an entry
  ignored: 0,    // popstate events that we caused ourselves

  isOwnPath: function (path) { return /^\/(?![\/\\])/.test(path); },
  isAllowed: function (href) { return this.isOwnPath(href) || /^(tel|mailto):/.test(href); },
  state: function () { return history.state || { n: 1, o: 0, s: '' }; },

  begin: function () {
    history.scrollRestoration = 'manual';
    if (!history.state || !history.state.n) history.replaceState({ n: 1, o: 0, s: '' }, '');
    addEventListener('popstate', () => this.popped());
    addEventListener('pagehide', () => this.saveScrolls());
    this.tell();
    Module._p_init();
  },

  tell: function () {
    const state = this.state();
    Orderdeck.give([location.pathname, location.search.slice(1), state.n, state.s || ''].join('\n'));
  },

  saveScrolls: function () {
    const scrolls = Orderdeck.scroller.describe(), state = this.state();
    if (scrolls !== state.s) history.replaceState({ n: state.n, o: state.o, s: scrolls }, '');
  },

  // how: 0 push, 1 replace, 2 back, 3 a full page load.
  go: function (how, to) {
    if (how === 2) { history.back(); return; }
    if (!this.isOwnPath(to)) return;
    if (how === 3) { location.assign(to); return; }
    const state = this.state();
    if (how === 1) {
      history.replaceState(state, '', to);
    } else if (state.o > 0) {
      // From a menu: its entry becomes the new page, so that Back does not lead into a closed menu.
      this.depth = 0;
      history.replaceState({ n: state.n + 1, o: 0, s: '' }, '', to);
    } else {
      this.saveScrolls();
      history.pushState({ n: state.n + 1, o: 0, s: '' }, '', to);
    }
    this.tell();
    // Whoever changes the address draws afterwards, or is drawing just now.
    Module._p_route(how === 1 ? 1 : 0);
  },

  popped: function () {
    Orderdeck.scroller.forgetTimer();
    if (this.ignored > 0) { this.ignored--; return; }
    const state = this.state();
    if (this.depth > (state.o || 0)) {
      this.depth = state.o || 0;
      Module._p_overlay_back();
    } else {
      this.tell();
      Module._p_route(0);
    }
    Orderdeck.scheduler.drawNow();
  },

  // Each open menu, sheet or dialog owns a history entry of the same address.
  setOverlayDepth: function (depth) {
    if (depth === this.depth) return;
    const state = this.state();
    if (depth > this.depth) {
      this.saveScrolls();
      history.pushState({ n: state.n, o: depth, s: this.state().s }, '');
    } else if (state.o > depth) {
      this.ignored++;
      history.go(depth - state.o);
    }
    this.depth = depth;
  },

  // "path\nfield\nvalue": logs out. By fetch, because the answer clears this device's storage and what the person
  // chose for the look of the portal must outlive that; by a form when that fails, so that the browser says why.
  post: function (parts) {
    const [path, field, value] = parts.split('\n'), settings = Orderdeck.settings.all();
    if (!this.isOwnPath(path)) return;
    // WebKit tells our origin, by which the server knows its own pages, only where it may tell the referrer.
    const request = fetch(path, { method: 'POST', body: new URLSearchParams([[field, value]]),
      credentials: 'same-origin', redirect: 'manual', referrerPolicy: 'same-origin' });
    // The menu that this was chosen in goes back one entry, which would cancel a navigation that has begun.
    const closed = new Promise((resolve) => {
      if (this.state().o > 0) addEventListener('popstate', resolve, { once: true }); else resolve();
    });
    request.then((response) => closed.then(() => {
      if (response.type !== 'opaqueredirect') throw new Error('refused');
      for (const [key, text] of settings) Orderdeck.settings.store(key, text);
      location.assign('/login?lang=' + encodeURIComponent(document.documentElement.lang));
    })).catch(() => closed.then(() => this.submit(path, field, value)));
  },

  submit: function (path, field, value) {
    const form = document.createElement('form'), input = document.createElement('input');
    form.method = 'post';
    form.action = path;
    input.type = 'hidden';
    input.name = field;
    input.value = value;
    form.append(input);
    document.body.append(form);
    form.submit();
  },

  setTitle: function (title) { document.title = title; },

  setLanguage: function (tag) {
    document.documentElement.lang = tag;
    Orderdeck.fonts.setLanguage(tag);
  },
};
