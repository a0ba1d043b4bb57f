'use strict';
// What people do. Activation is the click event only: tap, mouse, Enter, Space, screen readers and tests all end in it.
Orderdeck.input = {
  nodeOf: function (target) {
    return target instanceof Element ? target.closest('a,button,.scrim,[role=option],input,textarea,select,label') : null;
  },

  clicked: function (event) {
    const el = this.nodeOf(event.target);
    if (!el || !el.nodeId || /^(INPUT|TEXTAREA|SELECT|LABEL)$/.test(el.tagName)) return;
    if (el.getAttribute('aria-disabled') === 'true') { event.preventDefault(); return; }
    if (el.tagName === 'A') {
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
      if (el.target === '_blank') return;
      const href = el.getAttribute('href') || '';
      if (Orderdeck.navigation.isOwnPath(href)) {
        event.preventDefault();
        Orderdeck.navigation.go(href === location.pathname + location.search ? 1 : 0, href);
      }
    }
    Module._p_activate(el.nodeId);
    Orderdeck.scheduler.drawNow();
  },

  isField: function (el) { return el instanceof Element && /^(INPUT|TEXTAREA|SELECT)$/.test(el.tagName); },

  pressed: function (event) {
    if (event.isComposing || event.defaultPrevented) return;
    const field = this.isField(event.target), menu = event.target instanceof Element && event.target.closest('[role=menu]');
    if (field && Orderdeck.controls.stepped(event)) return;
    if (event.key === 'Escape') {
      if (Orderdeck.hints.dismiss()) return;
      Module._p_escape();
      Orderdeck.scheduler.drawNow();
    } else if (event.key === 'Enter' && event.target.tagName === 'INPUT') {
      Module._p_submit(event.target.nodeId);
      Orderdeck.scheduler.drawNow();
    } else if (event.key === '/' && !field && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      Module._p_search();
      Orderdeck.scheduler.drawNow();
    } else if (event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      Module._p_find(); // the browser's own comes all the same
      Orderdeck.scheduler.request();
    } else if (menu) {
      this.moveInMenu(event, menu);
    }
  },

  // Roving focus of the ARIA menu pattern.
  moveInMenu: function (event, menu) {
    const items = [...menu.querySelectorAll('[role^=menuitem]')], at = items.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at < 0 ? -1 : at - 1, Home: 0, End: -1 }[event.key];
    if (to === undefined || items.length === 0) return;
    event.preventDefault();
    items[(to + items.length) % items.length].focus();
  },

  focused: function (event, id) {
    if (event.target.nodeId === undefined) return;
    Module._p_live(id);
    if (this.isField(event.target)) Orderdeck.scheduler.request();
  },

  begin: function () {
    const { app } = Orderdeck;
    app.addEventListener('click', (event) => this.clicked(event));
    addEventListener('keydown', (event) => this.pressed(event));
    app.addEventListener('focusin', (event) => this.focused(event, event.target.nodeId));
    app.addEventListener('focusout', (event) => this.focused(event, 0));
    // A choice of a combobox is taken while its field keeps the focus.
    app.addEventListener('mousedown', (event) => { if (event.target.closest('[role=listbox]')) event.preventDefault(); });
    // Browsers of phones keep the keyboard open when one taps elsewhere.
    app.addEventListener('pointerdown', (event) => {
      const active = document.activeElement;
      if (this.isField(active) && !this.isField(event.target) && !event.target.closest('button,[role=listbox],label')) active.blur();
    });
  },
};

Orderdeck.fonts.begin();
Orderdeck.hints.begin();
Orderdeck.selection.begin();
Orderdeck.input.begin();
