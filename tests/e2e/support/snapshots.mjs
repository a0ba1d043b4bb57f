// Aria snapshots: what assistive technology is told about a screen, as files that people review. A difference fails
// with the lines that differ; `node run.mjs --update-snapshots screens` writes them anew.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', 'snapshots');
const rewrite = process.argv.includes('--update-snapshots');

/** Lines of the longest common subsequence, as a table for walking. */
function commonLengths(a, b) {
    const table = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
    for (let i = a.length - 1; i >= 0; i--) {
        for (let j = b.length - 1; j >= 0; j--) {
            table[i][j] = a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
        }
    }
    return table;
}

/** Only the lines that differ, "-" what the file says and "+" what the screen says, with the number in the file. */
export function difference(expected, actual) {
    const a = expected.split('\n'), b = actual.split('\n'), table = commonLengths(a, b), out = [];
    for (let i = 0, j = 0; i < a.length || j < b.length;) {
        if (i < a.length && j < b.length && a[i] === b[j]) {
            i++;
            j++;
        } else if (j >= b.length || (i < a.length && table[i + 1][j] >= table[i][j + 1])) {
            out.push(`${String(i + 1).padStart(5)} - ${a[i++]}`);
        } else {
            out.push(`${String(i + 1).padStart(5)} + ${b[j++]}`);
        }
    }
    return out.join('\n');
}

/** Compares the page's aria snapshot with snapshots/<name>.yaml; writes it when that is asked for. */
export async function assertSnapshot(page, name) {
    // Under an open menu the page is inert, and its own snapshot says what it is.
    const menu = page.locator('#overlay > *');
    const actual = `${await ((await menu.count()) > 0 ? page.locator('#overlay') : page.locator('body')).ariaSnapshot()}\n`;
    const file = join(folder, `${name}.yaml`);
    if (rewrite) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, actual);
        return;
    }
    const again = 'If it is meant so: node tests/e2e/run.mjs --update-snapshots screens';
    if (!existsSync(file)) throw new Error(`There is no snapshots/${name}.yaml. ${again}`);
    const expected = readFileSync(file, 'utf8');
    if (expected !== actual) throw new Error(`snapshots/${name}.yaml differs from the screen:\n${difference(expected, actual)}\n${again}`);
}
