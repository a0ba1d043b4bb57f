'use strict';
// What the device says, as "key=value" lines for C++; sent again whenever it changes.
Orderdeck.environment = {
  last: '',
  width: 0,
  height: 0,

  matches: function (query) { return matchMedia(query).matches; },

  safeArea: function () {
    const style = getComputedStyle(document.getElementById('safe-area'));
    return [style.paddingTop, style.paddingRight, style.paddingBottom, style.paddingLeft].map(parseFloat).join(',');
  },

  keyboard: function () {
    const view = window.visualViewport;
    if (!view || view.scale > 1.01) return 0;
    const covered = innerHeight - view.height - view.offsetTop;
    return covered > 60 ? Math.round(covered) : 0;
  },

  // The viewer's zone is asked once: it does not change under a page.
  offsets: function () { return (this.offsetsText = this.offsetsText || Orderdeck.zones.ofDevice()); },

  describe: function () {
    const bit = (value) => (value ? '1' : '0');
    this.width = Orderdeck.app.clientWidth;
    this.height = Orderdeck.app.clientHeight;
    return (this.last = [
      'width=' + this.width,
      'height=' + this.height,
      'ratio=' + devicePixelRatio,
      'safe=' + this.safeArea(),
      'keyboard=' + this.keyboard(),
      'languages=' + (navigator.languages || [navigator.language]).join(','),
      'zone=' + (Intl.DateTimeFormat().resolvedOptions().timeZone || ''),
      'offsets=' + this.offsets(),
      'dark=' + bit(this.matches('(prefers-color-scheme: dark)')),
      'reduced=' + bit(this.matches('(prefers-reduced-motion: reduce)')),
      'forced=' + bit(this.matches('(forced-colors: active)')),
      'visible=' + bit(!document.hidden),
      'online=' + bit(navigator.onLine),
      'touch=' + bit(this.matches('(pointer: coarse)')),
    ].join('\n'));
  },

  changed: function () {
    // A sheet of paper is no window: laid out for it, the page would lose what it shows.
    if (this.matches('print')) return;
    const before = this.last;
    if (this.describe() === before) return;
    Orderdeck.give(this.last);
    Module._p_env();
    Orderdeck.scheduler.request();
  },

  fitCanvas: function () {
    const width = Math.round(this.width * devicePixelRatio), height = Math.round(this.height * devicePixelRatio);
    if (Orderdeck.canvas.width !== width) Orderdeck.canvas.width = width;
    if (Orderdeck.canvas.height !== height) Orderdeck.canvas.height = height;
  },

  watch: function () {
    const changed = () => this.changed();
    new ResizeObserver(changed).observe(Orderdeck.app);
    for (const query of ['(prefers-color-scheme: dark)', '(prefers-reduced-motion: reduce)', '(forced-colors: active)',
      '(pointer: coarse)']) matchMedia(query).addEventListener('change', changed);
    for (const event of ['online', 'offline', 'resize']) addEventListener(event, changed);
    document.addEventListener('visibilitychange', changed);
    if (window.visualViewport) visualViewport.addEventListener('resize', changed);
    this.watchRatio();
  },

  // A window that moves to another screen changes its ratio without a resize.
  watchRatio: function () {
    matchMedia('(resolution: ' + devicePixelRatio + 'dppx)').addEventListener('change', () => {
      this.changed();
      this.watchRatio();
    }, { once: true });
  },
};
