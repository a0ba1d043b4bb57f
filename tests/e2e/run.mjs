// Runs the end-to-end tests one after the other in this process (two cores and a software renderer gain nothing from
// parallel browsers) and ends with "N passed, N failed, N skipped".
// Usage: node run.mjs [--update-snapshots] [FILTER...]
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { collected, SkipTest } from './support/test.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const filters = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));

for (const file of readdirSync(here).filter((name) => name.endsWith('.test.mjs')).sort()) {
    await import(pathToFileURL(join(here, file)).href);
}

const counts = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
for (const suite of collected) {
    const chosen = suite.tests.filter(({ name }) => filters.length === 0 || filters.some((f) => `${suite.name} ${name}`.includes(f)));
    if (chosen.length === 0) continue;
    let context;
    let setupError;
    try {
        context = await suite.setup();
    } catch (error) {
        setupError = error;
    }
    for (const test of chosen) {
        const title = `${suite.name}: ${test.name}`;
        const started = Date.now();
        try {
            if (setupError) throw setupError;
            await test.run(context);
            counts.passed += 1;
            console.log(`ok      ${title} (${((Date.now() - started) / 1000).toFixed(1)} s)`);
        } catch (error) {
            if (error instanceof SkipTest) {
                counts.skipped += 1;
                console.log(`skipped ${title}: ${error.message}`);
                continue;
            }
            counts.failed += 1;
            failures.push(title);
            console.log(`FAILED  ${title}\n${error?.stack ?? error}`);
        }
    }
    await suite.teardown(context).catch((error) => console.log(`teardown of ${suite.name}: ${error}`));
}

if (failures.length > 0) console.log(`\nFailed:\n  ${failures.join('\n  ')}`);
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed > 0 ? 1 : 0);
