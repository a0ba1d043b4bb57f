'use strict';
// The shell's half of the C ABI of client/platform/browser. Plain scripts, concatenated in the order of
// cmake/web_site.cmake; each adds its part to this object.
var Orderdeck = {
  app: document.getElementById('app'),
  canvas: document.getElementById('canvas'),
  encoder: new TextEncoder(),
  decoder: new TextDecoder(),
  outbox: new Uint8Array(0),

  // Text from C++ memory.
  get: function (heap, pointer, length) {
    return this.decoder.decode(heap.subarray(pointer, pointer + length));
  },
  // Lays out text (or bytes) for C++ to fetch; returns its length in bytes.
  put: function (text) {
    this.outbox = typeof text === 'string' ? this.encoder.encode(text) : text;
    return this.outbox.length;
  },
  // Puts text into the inbox that p_value, p_route, p_env and p_fetch_done read.
  give: function (text) {
    Module._p_text(this.put(text));
  },
};

var Module = {
  canvas: Orderdeck.canvas,
  locateFile: function (name) {
    return name.endsWith('.wasm') ? document.getElementById('wasm').getAttribute('href') : name;
  },
  print: function (line) { console.log(line); },
  printErr: function (line) { console.error(line); },
};

if (typeof WebAssembly !== 'object') location.replace('/unsupported');

// Called at the end of main(): the client exists.
Orderdeck.started = function (hasCanvas) {
  this.running = true;
  this.plain.begin(hasCanvas);
  this.navigation.begin();
  this.environment.watch();
  this.scheduler.request();
};
