'use strict';
// Self-checks for a device that nobody here has: each says pass or fail with the figures behind it, and all of them make
// a report to copy. What the portal relies on is checked, by the same means and in the same way as it uses them.
const $ = (id) => document.getElementById(id);
const state = new Map(); // check -> { verdict, detail }

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const within = (ms, promise, what) => Promise.race([promise,
  new Promise((_, reject) => setTimeout(() => reject(new Error(`${what}: nothing after ${ms} ms`)), ms))]);
const heard = (target, name) => new Promise((resolve) => target.addEventListener(name, resolve, { once: true }));

function show(name, verdict, detail) {
  state.set(name, { verdict, detail });
  let row = $(`check-${name}`);
  if (!row) {
    row = document.createElement('li');
    row.id = `check-${name}`;
    for (const [tag, kind] of [['span', 'mark'], ['b', ''], ['span', 'detail']]) {
      const part = document.createElement(tag);
      part.className = kind;
      row.append(part);
    }
    $('results').append(row);
  }
  const [mark, title, words] = row.children;
  mark.textContent = DiagWords[verdict];
  mark.className = `mark ${verdict}`;
  title.textContent = DiagWords[name];
  words.textContent = detail;
  $('report').value = report();
}

function report() {
  const lines = [...state].map(([name, { verdict, detail }]) => `${verdict.toUpperCase().padEnd(8)}${name}: ${detail}`);
  return [`Orderdeck device check, ${new Date().toISOString()}`, ...lines, '', ...surroundings()].join('\n');
}

function surroundings() {
  const view = window.visualViewport, matches = (query) => matchMedia(query).matches;
  return [
    `agent: ${navigator.userAgent}`,
    `languages: ${navigator.languages.join(',')}; zone: ${Intl.DateTimeFormat().resolvedOptions().timeZone}`,
    `window: ${innerWidth}x${innerHeight} at ${devicePixelRatio}; visual: ${view ? `${Math.round(view.width)}x${Math.round(view.height)} x${view.scale}` : 'none'}`,
    `screen: ${screen.width}x${screen.height}; touch points: ${navigator.maxTouchPoints}; coarse: ${matches('(pointer: coarse)')}`,
    `dark: ${matches('(prefers-color-scheme: dark)')}; reduced motion: ${matches('(prefers-reduced-motion: reduce)')}; forced colours: ${matches('(forced-colors: active)')}; installed: ${matches('(display-mode: standalone)')}`,
    `processors: ${navigator.hardwareConcurrency}; memory: ${navigator.deviceMemory ?? 'unknown'} GB; online: ${navigator.onLine}`,
  ];
}

const checks = {
  async platform() {
    const module = await WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
    const missing = [['ResizeObserver', window.ResizeObserver], ['inert', 'inert' in HTMLElement.prototype],
      ['replaceChildren', Element.prototype.replaceChildren], ['CSS.supports(:is)', CSS.supports('selector(:is(a))')],
      ['locks', navigator.locks], ['WebCrypto', window.crypto?.subtle]].filter(([, there]) => !there).map(([name]) => name);
    if (!(module instanceof WebAssembly.Module)) throw new Error('a module does not compile');
    if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`);
    return 'WebAssembly and what the page needs are there';
  },

  async webgl() {
    const gl = canvasContext();
    const pixel = new Uint8Array(4);
    gl.clearColor(0.2, 0.4, 0.6, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel);
    if (Math.abs(pixel[2] - 153) > 2) throw new Error(`a blue of 153 was read as ${pixel[2]}`);
    const info = gl.getExtension('WEBGL_debug_renderer_info');
    return `${info ? gl.getParameter(info.UNMASKED_RENDERER_WEBGL) : 'renderer hidden'}; textures to ${gl.getParameter(gl.MAX_TEXTURE_SIZE)} px`;
  },

  async loss() {
    const gl = canvasContext(), extension = gl.getExtension('WEBGL_lose_context');
    if (!extension) throw new Error('WEBGL_lose_context is missing, a loss cannot be tried');
    gl.canvas.addEventListener('webglcontextlost', (event) => event.preventDefault(), { once: true });
    const lost = heard(gl.canvas, 'webglcontextlost');
    extension.loseContext();
    await within(3000, lost, 'loss');
    await new Promise((resolve) => setTimeout(resolve, 100)); // restoring is refused while the event is being told
    const began = performance.now(), restored = heard(gl.canvas, 'webglcontextrestored');
    extension.restoreContext();
    await within(5000, restored, 'restoring');
    return `back after ${Math.round(performance.now() - began)} ms`;
  },

  async fonts() {
    const size = 32, canvas = document.createElement('canvas');
    canvas.width = canvas.height = 64;
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context.font = `400 ${size}px ${getComputedStyle(document.body).fontFamily}`;
    const read = (text) => {
      context.clearRect(0, 0, 64, 64);
      context.fillStyle = '#000';
      context.fillText(text, 8, 44);
      return context.getImageData(0, 0, 64, 64).data;
    };
    const alphaOf = (pixels) => pixels.reduce((sum, value, i) => sum + (i % 4 === 3 ? value : 0), 0);
    const differ = (a, b) => a.some((value, i) => i % 4 === 3 && Math.abs(value - b[i]) > 64);
    const glyphs = { latin: read('R'), first: read('订'), second: read('单'), missing: read('\u{10ffff}') };
    const empty = Object.entries({ latin: glyphs.latin, chinese: glyphs.first }).find(([, pixels]) => alphaOf(pixels) < 2000);
    if (empty) throw new Error(`${empty[0]} glyphs are empty`);
    if (!differ(glyphs.first, glyphs.second) || !differ(glyphs.first, glyphs.missing)) throw new Error('Chinese glyphs are boxes');
    const noise = glyphs.latin.reduce((most, value, i) => (i % 4 === 3 && value > 0 && i < 64 * 4 * 4 ? Math.max(most, value) : most), 0);
    const began = performance.now();
    for (let i = 0; i < 200; i++) read(String.fromCodePoint(0x4e00 + i * 7));
    return `Latin and Chinese differ as they shall; ${((performance.now() - began) / 200).toFixed(3)} ms a glyph; noise where nothing was drawn: ${noise}`;
  },

  async storage() {
    localStorage.setItem('diag', '1');
    localStorage.removeItem('diag');
    const open = indexedDB.open('orderdeck-diag', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('part');
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = request.onblocked = () => reject(request.error ?? new Error('blocked'));
    });
    const database = await within(3000, done(open), 'opening the database');
    const times = [];
    for (let i = 0; i < 8; i++) {
      const began = performance.now(), writing = database.transaction('part', 'readwrite', { durability: 'strict' });
      writing.objectStore('part').put(new ArrayBuffer(65536), i);
      await within(3000, new Promise((resolve, reject) => { writing.oncomplete = resolve; writing.onabort = () => reject(writing.error); }), 'writing');
      times.push(performance.now() - began);
    }
    const count = await done(database.transaction('part').objectStore('part').count());
    database.close();
    indexedDB.deleteDatabase('orderdeck-diag');
    if (count !== 8) throw new Error(`${count} of 8 records were found again`);
    const room = await navigator.storage?.estimate?.(), kept = await navigator.storage?.persisted?.();
    const megabytes = room ? `${Math.round(room.quota / 1048576)} MB allowed, ${Math.round(room.usage / 1048576)} MB used` : 'room unknown';
    return `64 KiB durable in ${median(times).toFixed(1)} ms; ${megabytes}; kept from clearing: ${kept ?? 'unknown'}`;
  },

  async timing() {
    const stamps = [];
    await within(8000, new Promise((resolve) => {
      const tick = (now) => (stamps.push(now) < 61 ? requestAnimationFrame(tick) : resolve());
      requestAnimationFrame(tick);
    }), '60 frames');
    const gaps = stamps.slice(1).map((now, i) => now - stamps[i]), long = gaps.filter((gap) => gap > 34).length;
    const began = performance.now();
    let sum = 0;
    for (let i = 0; i < 5e6; i++) sum = (sum + i * 31) | 0;
    const detail = `median frame ${median(gaps).toFixed(1)} ms, ${long} of 60 longer than 34 ms; 5 M steps in ${Math.round(performance.now() - began)} ms`;
    if (median(gaps) > 34) throw new Error(`${detail} (${sum & 1})`);
    return detail;
  },

  async network() {
    const times = [];
    for (let i = 0; i < 3; i++) {
      const began = performance.now();
      const answer = await within(8000, fetch('/healthz', { cache: 'no-store' }), 'the server');
      if (!answer.ok) throw new Error(`the server answers ${answer.status}`);
      times.push(performance.now() - began);
    }
    return `answer in ${Math.round(median(times))} ms`;
  },
};

function canvasContext() {
  const gl = document.createElement('canvas').getContext('webgl2', { antialias: false, alpha: false, depth: false });
  if (!gl) throw new Error('no WebGL 2 context; the portal uses its plain mode');
  return gl;
}

async function run() {
  for (const name of Object.keys(checks)) show(name, 'waiting', '');
  for (const [name, check] of Object.entries(checks)) {
    show(name, 'running', '');
    try {
      show(name, 'pass', await check());
    } catch (error) {
      show(name, 'fail', error?.message || String(error));
    }
  }
}

// The kinds and order of what the keyboard sends tell how an input method works; the words themselves stay here.
function watchTyping() {
  const seen = [];
  const note = (event) => {
    const kind = event.type === 'input' ? `input/${event.inputType}` : event.type;
    if (seen.at(-1) !== kind) seen.push(kind);
    // An input method's last word: browsers tell no input after it.
    const done = event.type === 'compositionend' || (event.type === 'input' && !event.isComposing);
    if (done && $('typing').value !== '') {
      $('typing-result').textContent = DiagWords.typingDone + $('typing').value;
      show('typing', 'pass', `${[...$('typing').value].length} characters by ${seen.slice(-12).join(' ')}`);
    }
  };
  for (const name of ['keydown', 'compositionstart', 'compositionend', 'input']) $('typing').addEventListener(name, note);
  show('typing', 'waiting', '');
}

function watchScrolling() {
  let touched = false, taken = false, moves = 0;
  $('scroller').addEventListener('pointerdown', (event) => { touched ||= event.pointerType === 'touch'; });
  $('scroller').addEventListener('pointercancel', () => { taken = true; });
  $('scroller').addEventListener('scroll', () => {
    const good = !touched || taken;
    $('scrolling-result').textContent = good ? DiagWords.scrollingDone : DiagWords.scrollingOdd;
    show('scrolling', good ? 'pass' : 'fail', `scroll events: ${++moves}; touch: ${touched}; taken over by the browser: ${taken}`);
  }, { passive: true });
  show('scrolling', 'waiting', '');
}

async function copy() {
  try {
    await navigator.clipboard.writeText(report());
    $('copied').textContent = DiagWords.copied;
  } catch {
    $('report').select();
    $('copied').textContent = DiagWords.copyFailed;
  }
}

document.title = `${DiagWords.title} – Orderdeck`;
const words = { title: 'title', lead: 'lead', 'typing-title': 'typingTitle', 'typing-label': 'typingLabel',
  'scrolling-title': 'scrollingTitle', 'scrolling-label': 'scrollingLabel', 'report-title': 'reportTitle',
  'report-label': 'reportLabel', copy: 'copy' };
for (const [id, name] of Object.entries(words)) $(id).textContent = DiagWords[name];
$('copy').addEventListener('click', copy);
run().then(() => { watchTyping(); watchScrolling(); });
