'use strict';
// A few texts on this device. Storage may be forbidden or full: then they are simply not kept.
Orderdeck.settings = {
  prefix: 'orderdeck.',
  // [key, text] of each.
  all: function () {
    try {
      return Object.entries(localStorage).filter(([key]) => key.startsWith(this.prefix))
        .map(([key, text]) => [key.slice(this.prefix.length), text]);
    } catch (error) {
      return [];
    }
  },
  // Returns the length in bytes, or -1.
  find: function (key) {
    try {
      const value = localStorage.getItem(this.prefix + key);
      return value === null ? -1 : Orderdeck.put(value);
    } catch (error) {
      return -1;
    }
  },
  store: function (key, value) {
    try { localStorage.setItem(this.prefix + key, value); } catch (error) { /* not kept */ }
  },
  remove: function (key) {
    try { localStorage.removeItem(this.prefix + key); } catch (error) { /* was not kept */ }
  },
};
