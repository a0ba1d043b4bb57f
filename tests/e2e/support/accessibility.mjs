// axe-core on the mirror. Colour contrast is left out where the text is transparent over the canvas: the theme's
// contrast has its own unit test, and plain mode shows real colours.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import assert from 'node:assert/strict';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export async function assertAccessible(page, what, { contrast = false } = {}) {
    await page.evaluate(source);
    const violations = await page.evaluate(async (withContrast) => {
        const rules = withContrast ? {} : { 'color-contrast': { enabled: false } };
        const result = await window.axe.run(document, { rules });
        return result.violations.map((v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.html.slice(0, 120)).slice(0, 3).join(' | ')})`);
    }, contrast);
    assert.deepEqual(violations, [], `axe on ${what}`);
}
