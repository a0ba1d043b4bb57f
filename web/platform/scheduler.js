'use strict';
// Frames on demand: there is no loop. A frame that answers "again" asks for the next one.
Orderdeck.scheduler = {
  frames: 0,
  pending: false,
  ticket: 0,
  resting: false,
  unseen: false, // what drawPromptly drew has not been shown yet
  timer: 0,
  due: Infinity,

  request: function () {
    if (this.pending || !Orderdeck.running) return;
    this.pending = true;
    this.ticket = requestAnimationFrame((now) => this.draw(now));
  },

  after: function (delay) {
    const due = performance.now() + delay;
    if (due >= this.due) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => { this.due = Infinity; Module._p_react(); this.request(); }, Math.max(0, delay));
  },

  draw: function (now) {
    // A frame that was asked for is this one, too.
    if (this.pending) cancelAnimationFrame(this.ticket);
    this.pending = false;
    Orderdeck.environment.fitCanvas();
    this.frames++;
    const again = Module._p_frame(now) !== 0;
    if (again) this.request();
    if (this.frames === 1) document.documentElement.classList.add('ready');
    this.rest();
    return again;
  },

  // Prepares what later frames will need, in pieces of 4 ms while nobody does anything; none of it can be seen.
  rest: function () {
    if (this.resting) return;
    this.resting = true;
    const frames = this.frames;
    this.whenIdle(() => {
      this.resting = false;
      if (this.pending) return; // its frame rests afterwards
      const end = performance.now() + (frames === this.frames ? 4 : 0);
      let more;
      do more = Module._p_idle() !== 0; while (more && performance.now() < end);
      if (more) this.rest();
    });
  },

  // A browser that knows no idle time, or has none to give, waits for a pause.
  whenIdle: function (run) {
    if (window.requestIdleCallback) requestIdleCallback(run, { timeout: 150 });
    else setTimeout(run, 100);
  },

  // Inside a DOM event: the reaction is there before the handler returns, so focus, clipboard and the like are allowed.
  drawNow: function () {
    if (!Orderdeck.running) return;
    const now = performance.now();
    if (this.draw(now)) this.draw(now);
  },

  // For what is typed: at once, so that the browser shows letter and result together; what comes before it has shown
  // them waits for one frame.
  drawPromptly: function () {
    if (this.unseen) { this.request(); return; }
    this.unseen = true;
    requestAnimationFrame(() => { this.unseen = false; });
    this.drawNow();
  },
};
