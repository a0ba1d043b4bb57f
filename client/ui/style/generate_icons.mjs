// Turns the icons of assets/icons/icons.json into polylines that the painter strokes.
//
// usage: generate_icons.mjs ICONS_JSON PACKAGES NAMES_INC OUTLINES_INC
//
// ICONS_JSON maps our names to those of Lucide, whose set lies in PACKAGES/@iconify-json/lucide. Curves are flattened
// here, so that the client carries neither a path parser nor curve arithmetic. Coordinates are tenths of a unit of the
// 24 x 24 box: a quarter of a device pixel on a phone.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { resolve } from 'node:path';

const [iconsFile, packages, namesFile, outlinesFile] = process.argv.slice(2);
const load = createRequire(pathToFileURL(resolve(packages, '..', 'package.json')));
const { XMLParser } = load('fast-xml-parser');
const { default: SvgPath } = await import(pathToFileURL(load.resolve('svg-path-commander')));

const TOLERANCE = 0.04; // units of the box
const MOST_POINTS = 127; // the head of a stroke is one byte: 2 * points + closed

function fail(message) {
  console.error(`${iconsFile}: ${message}`);
  process.exit(1);
}

// Every shape below an element of a parsed body, as path data.
function pathsOf(nodes) {
  return nodes.flatMap((node) => {
    const type = Object.keys(node).find((key) => key !== ':@');
    if (type === 'g') return pathsOf(node.g);
    const attributes = node[':@'];
    if (type === 'path') return [attributes.d];
    return [SvgPath.pathToString(SvgPath.shapeToPathArray({ type, ...attributes }))];
  });
}

// Points after `start` on a cubic curve: it is within |second difference| / 8 / n^2 of n chords.
function flattenCubic(start, [x1, y1, x2, y2, x3, y3]) {
  const bend = Math.max(Math.hypot(start[0] - 2 * x1 + x2, start[1] - 2 * y1 + y2),
    Math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3));
  const pieces = Math.max(1, Math.ceil(Math.sqrt(6 * bend / 8 / TOLERANCE)));
  return Array.from({ length: pieces }, (_, i) => {
    const t = (i + 1) / pieces;
    const s = 1 - t;
    const at = (a, b, c, d) => s ** 3 * a + 3 * s * s * t * b + 3 * s * t * t * c + t ** 3 * d;
    return [at(start[0], x1, x2, x3), at(start[1], y1, y2, y3)];
  });
}

// Cubic curves, each as six numbers, of an arc or a quadratic curve that begins at `start`.
function cubicsOf(start, [command, ...numbers]) {
  if (command === 'C') return [numbers];
  const flat = command === 'A' ? SvgPath.arcToCubic(...start, ...numbers) : SvgPath.quadToCubic(...start, ...numbers);
  return Array.from({ length: flat.length / 6 }, (_, i) => flat.slice(6 * i, 6 * i + 6));
}

function strokesOf(path) {
  const strokes = [];
  let pen = [0, 0];
  for (const segment of SvgPath.normalizePath(SvgPath.parsePathString(path))) {
    const [command, ...numbers] = segment;
    if (command === 'Z') {
      strokes.at(-1).closed = true;
      pen = strokes.at(-1).points[0];
      continue;
    }
    if (command === 'M') {
      pen = numbers;
      strokes.push({ points: [pen], closed: false });
    } else if (command === 'L') {
      pen = numbers;
      strokes.at(-1).points.push(pen);
    } else if ('ACQ'.includes(command)) {
      for (const cubic of cubicsOf(pen, segment)) {
        strokes.at(-1).points.push(...flattenCubic(pen, cubic));
        pen = cubic.slice(4);
      }
    } else {
      fail(`path command ${command} is not known`);
    }
  }
  return strokes;
}

const same = (a, b) => a[0] === b[0] && a[1] === b[1];

// In tenths, without points that coincide; a dot stays as a stroke without length that its round ends draw.
function rounded({ points, closed }) {
  const tenths = points.map((point) => point.map((c) => Math.min(240, Math.max(0, Math.round(c * 10)))));
  const kept = tenths.filter((point, i) => i === 0 || !same(point, tenths[i - 1]));
  const round = kept.length > 2 && same(kept[0], kept.at(-1));
  if (round) kept.pop();
  if (kept.length === 1) kept.push(kept[0]);
  if (kept.length > MOST_POINTS) fail(`a stroke has ${kept.length} points, at most ${MOST_POINTS} are possible`);
  return { points: kept, closed: closed || round };
}

function bodyOf(set, name) {
  let source = name;
  while (set.aliases[source]) source = set.aliases[source].parent;
  if (!set.icons[source]) fail(`Lucide has no icon "${name}"`);
  return set.icons[source].body;
}

const icons = JSON.parse(readFileSync(iconsFile, 'utf8'));
const lucide = JSON.parse(readFileSync(load.resolve('@iconify-json/lucide/icons.json'), 'utf8'));
const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '' });
const outlines = Object.values(icons).map((name) =>
  pathsOf(parser.parse(bodyOf(lucide, name))).flatMap(strokesOf).map(rounded)
    .flatMap(({ points, closed }) => [points.length * 2 + Number(closed), ...points.flat()]));

writeFileSync(namesFile, Object.keys(icons).map((name) => `${name},\n`).join(''));
writeFileSync(outlinesFile, outlines.map((bytes) =>
  `"${bytes.map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}"sv,\n`).join(''));
