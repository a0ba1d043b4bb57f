'use strict';
// The system's fonts by Canvas2D. Glyphs are filled with black and read back by their alpha alone: what browsers add
// to read-backs against fingerprinting does not show in it.
Orderdeck.fonts = {
  canvas: null,
  context: null,
  family: '',
  current: '',
  pixels: new Uint8ClampedArray(0),
  widths: new Map(),

  begin: function () {
    this.canvas = document.getElementById('glyphs');
    this.context = this.canvas.getContext('2d', { willReadFrequently: true });
    this.family = getComputedStyle(Orderdeck.app).fontFamily;
  },

  setLanguage: function (tag) {
    this.canvas.lang = tag;
    this.current = '';
    this.widths.clear();
  },

  use: function (weight, size) {
    const font = weight + ' ' + size + 'px ' + this.family;
    if (this.current !== font) { this.context.font = font; this.current = font; }
  },

  metrics: function (weight, size, heap, at) {
    this.use(weight, size);
    const box = this.context.measureText('x');
    heap[at] = box.fontBoundingBoxAscent;
    heap[at + 1] = box.fontBoundingBoxDescent;
  },

  advance: function (code, weight, size) {
    this.use(weight, size);
    return this.context.measureText(String.fromCodePoint(code)).width;
  },

  // Of a whole text in CSS px, for the mirror's spans.
  width: function (text, weight, size) {
    const key = weight + ':' + size + ':' + text;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.use(weight, size);
      width = this.context.measureText(text).width;
      if (this.widths.size > 4000) this.widths.clear();
      this.widths.set(key, width);
    }
    return width;
  },

  // out: advance, left, top, width, height. Returns 0 nothing to see, 1 alpha, 2 colours; pixels are in this.pixels.
  render: function (code, weight, size, out, at) {
    this.use(weight, size);
    const c = this.context, text = String.fromCodePoint(code), box = c.measureText(text);
    const left = Math.floor(-box.actualBoundingBoxLeft) - 1, top = Math.floor(-box.actualBoundingBoxAscent) - 1;
    const width = Math.ceil(box.actualBoundingBoxRight) + 1 - left;
    const height = Math.ceil(box.actualBoundingBoxDescent) + 1 - top;
    out[at] = box.width; out[at + 1] = left; out[at + 2] = top; out[at + 3] = width; out[at + 4] = height;
    if (width <= 2 || height <= 2 || width > this.canvas.width || height > this.canvas.height) return 0;
    c.clearRect(0, 0, width, height);
    c.fillStyle = '#000';
    c.fillText(text, -left, -top);
    this.pixels = c.getImageData(0, 0, width, height).data;
    return this.classify(this.pixels);
  },

  classify: function (pixels) {
    let seen = false;
    for (let i = 0; i < pixels.length; i += 4) {
      if (pixels[i + 3] === 0) continue;
      seen = true;
      if (Math.max(pixels[i], pixels[i + 1], pixels[i + 2]) > 24) return 2;
    }
    if (!seen) return 0;
    for (let i = 0; i < pixels.length; i += 4) pixels[i] = pixels[i + 1] = pixels[i + 2] = 255;
    return 1;
  },

  // Some browsers answer read-backs with noise or blanks: then nothing that we would draw can be read.
  isPoisoned: function () {
    const c = this.context;
    if (!c) return true;
    c.clearRect(0, 0, 16, 16);
    c.fillStyle = '#000';
    c.fillRect(4, 4, 8, 8);
    const pixels = c.getImageData(0, 0, 16, 16).data;
    const alpha = (x, y) => pixels[(y * 16 + x) * 4 + 3];
    for (let i = 0; i < 16; i++) {
      if (alpha(i, 1) > 8 || alpha(i, 14) > 8) return true;
      if (i >= 4 && i < 12 && alpha(i, i) < 240) return true;
    }
    return false;
  },
};
