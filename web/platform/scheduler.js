'use strict';
// Frames on demand: there is no loop. A frame that answers "again" asks for the next one.
Orderdeck.scheduler = {
  frames: 0,
  pending: false,
  timer: 0,
  due: Infinity,

  request: function () {
    if (this.pending || !Orderdeck.running) return;
    this.pending = true;
    requestAnimationFrame((now) => { this.pending = false; this.draw(now); });
  },

  after: function (delay) {
    const due = performance.now() + delay;
    if (due >= this.due) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => { this.due = Infinity; Module._p_react(); this.request(); }, Math.max(0, delay));
  },

  draw: function (now) {
    Orderdeck.environment.fitCanvas();
    this.frames++;
    const again = Module._p_frame(now) !== 0;
    if (again) this.request();
    if (this.frames === 1) document.documentElement.classList.add('ready');
    return again;
  },

  // Inside a DOM event: the reaction is there before the handler returns, so focus, clipboard and the like are allowed.
  drawNow: function () {
    if (!Orderdeck.running) return;
    const now = performance.now();
    if (this.draw(now)) this.draw(now);
  },
};
