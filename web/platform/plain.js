'use strict';
// Loss and return of the WebGL context, and plain mode: where the canvas cannot be trusted, CSS shows the mirror.
Orderdeck.plain = {
  reasons: new Set(),
  timer: 0,

  set: function (reason, on) {
    if (on) this.reasons.add(reason); else this.reasons.delete(reason);
    document.documentElement.classList.toggle('plain', this.reasons.size > 0);
  },

  begin: function (hasCanvas) {
    this.set('no-webgl', !hasCanvas);
    this.set('poisoned', Orderdeck.fonts.isPoisoned());
    const forced = matchMedia('(forced-colors: active)');
    this.set('forced-colors', forced.matches);
    forced.addEventListener('change', () => this.set('forced-colors', forced.matches));
    if (!hasCanvas) return;
    Orderdeck.canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      Module._p_gl(1);
      this.timer = setTimeout(() => this.set('context-lost', true), 3000);
    });
    Orderdeck.canvas.addEventListener('webglcontextrestored', () => {
      clearTimeout(this.timer);
      this.set('context-lost', false);
      Module._p_gl(0);
      Orderdeck.scheduler.request();
    });
  },
};
