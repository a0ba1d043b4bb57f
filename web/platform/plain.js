'use strict';
// Loss and return of the WebGL context, and plain mode: where the canvas cannot be trusted, CSS shows the mirror.
Orderdeck.plain = {
  reasons: new Set(),

  set: function (reason, on) {
    if (on) this.reasons.add(reason); else this.reasons.delete(reason);
    document.documentElement.classList.toggle('plain', this.reasons.size > 0);
  },

  // What a sheet of paper says about where it comes from.
  headPrint: function () {
    document.getElementById('printed').textContent = document.title + ' · ' + location.href;
  },

  begin: function (hasCanvas) {
    addEventListener('beforeprint', () => this.headPrint());
    this.set('no-webgl', !hasCanvas);
    this.set('poisoned', Orderdeck.fonts.isPoisoned());
    const forced = matchMedia('(forced-colors: active)');
    this.set('forced-colors', forced.matches);
    forced.addEventListener('change', () => this.set('forced-colors', forced.matches));
    if (!hasCanvas) return;
    Orderdeck.canvas.addEventListener('webglcontextlost', (event) => {
      event.preventDefault();
      Module._p_gl(1);
      // At once: nobody knows whether it comes back, and until then the canvas is blank.
      this.set('context-lost', true);
    });
    Orderdeck.canvas.addEventListener('webglcontextrestored', () => {
      Module._p_gl(0);
      Orderdeck.scheduler.drawNow();
      this.set('context-lost', false);
    });
  },
};
