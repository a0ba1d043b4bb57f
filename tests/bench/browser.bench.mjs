// What a person feels: size before the first list, time to it, a keystroke, a frame, idling. Real server, real browser.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { launch, openPage } from '../e2e/support/browser.mjs';
import { Portal, repository } from '../e2e/support/portal.mjs';
import { idleFrames, logIn, orderLinks } from '../e2e/support/steps.mjs';

const say = (figure, value, unit, more = {}) => console.log(JSON.stringify({ figure, value, unit, ...more }));
const quantile = (values, q) => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * q))];

function sizeBeforeFirstList() {
    const site = process.env.ORDERDECK_SITE ?? join(repository, 'build', 'wasm', 'site');
    const { files } = JSON.parse(readFileSync(join(site, 'site.json'), 'utf8'));
    const needed = files.filter((f) => /(^|\/)(index\.html|app[^/]*\.(css|js|wasm)|platform[^/]*\.js)$/.test(f.file));
    const bytes = needed.reduce((sum, f) => sum + statSync(join(site, `${f.file}.br`)).size, 0);
    say('everything before the first list, brotli', Math.round(bytes / 102.4) / 10, 'KiB', { bar: 560, aim: 430 });
}

/** Times every call of a function that C++ exports, from now on. */
async function watch(page, name) {
    await page.addInitScript((exported) => {
        window.timings ??= {};
        window.timings[exported] = [];
        const wrap = setInterval(() => {
            const original = window.Module?.[exported];
            if (typeof original !== 'function') return;
            clearInterval(wrap);
            window.Module[exported] = function watched(...args) {
                const start = performance.now();
                const result = original(...args);
                window.timings[exported].push(performance.now() - start);
                window.Module[exported] = watched; // the first call of an export puts the bare function there
                return result;
            };
        }, 0);
    }, name);
}

const timings = (page, name) => page.evaluate((exported) => window.timings[exported].splice(0), name);

/**
 * One character typed until the frame that shows its result has been drawn. The one before it has been shown by then:
 * nobody types faster than a screen refreshes, only a bench does.
 */
function keystroke(page, text) {
    return page.evaluate(async (value) => {
        const box = document.querySelector('input[type=search], input[role=searchbox]');
        const { scheduler } = window.Orderdeck;
        const refreshed = () => new Promise((resolve) => requestAnimationFrame(resolve));
        box.focus();
        for (let quiet = 0; quiet < 3; quiet++) {
            if (scheduler.pending || scheduler.unseen) quiet = 0;
            await refreshed();
        }
        const { frames } = scheduler;
        const start = performance.now();
        box.value = value;
        box.dispatchEvent(new InputEvent('input', { bubbles: true }));
        while (scheduler.frames === frames || scheduler.pending) await refreshed();
        return performance.now() - start;
    }, text);
}

/** Real keys, from the press until the browser says that the screen has changed (Event Timing), in steps of 8 ms. */
async function shownKeystrokes(page, texts) {
    await page.evaluate(() => {
        window.shown = [];
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) if (entry.name === 'keypress') window.shown.push(entry.duration);
        }).observe({ type: 'event', durationThreshold: 16 });
    });
    const box = page.locator('input[type=search], input[role=searchbox]').first();
    for (const text of texts) {
        await box.fill('');
        await box.pressSequentially(text, { delay: 120 });
    }
    await page.waitForTimeout(500);
    return page.evaluate(() => window.shown);
}

async function firstList(page) {
    const start = Date.now();
    await page.reload();
    await orderLinks(page).nth(2).waitFor();
    return Date.now() - start;
}

async function main() {
    sizeBeforeFirstList();
    const portal = new Portal();
    const browser = await launch();
    try {
        portal.command(['demo', '--orders', '10000']); // of the group; small customers have some on top
        const accounts = portal.commandJson(['account', 'list']).accounts;
        const group = accounts.find((a) => accounts.some((other) => other.parent === a.code));
        const orders = accounts.filter((a) => a === group || a.parent === group.code).reduce((sum, a) => sum + a.orders, 0);
        portal.addUser(group.code, 'bench@example.com');
        await portal.start();
        await desk(browser, portal, orders);
        await phone(browser, portal);
    } finally {
        await browser.close();
        await portal.destroy();
    }
}

async function desk(browser, portal, orders) {
    const page = await openPage(browser, 'desk', 'en-GB');
    await watch(page, '_p_fetch_done');
    await logIn(page, 'desk', portal, 'bench@example.com');
    await orderLinks(page).nth(2).waitFor();
    const visits = [];
    for (let i = 0; i < 5; i++) visits.push(await firstList(page));
    say(`visit to first list with a boot, ${orders} orders`, quantile(visits, 0.5), 'ms');
    const bytes = await page.evaluate(() => performance.getEntriesByType('resource')
        .filter((e) => e.name.includes('/sync/boot')).reduce((sum, e) => sum + e.encodedBodySize, 0));
    say(`boot of ${orders} orders, gzip`, Math.round(bytes / 10485.76) / 100, 'MiB', { bar: 3.2, aim: 2.5 });
    const applied = await timings(page, '_p_fetch_done');
    say(`boot of ${orders} orders, decoded and applied`, Math.round(applied.reduce((a, b) => a + b, 0)), 'ms', { bar: 1500, aim: 600 });

    const strokes = [];
    for (const query of ['servo', '0047', 'CS-12', '电机']) {
        for (let length = 1; length <= query.length; length++) strokes.push(await keystroke(page, query.slice(0, length)));
        strokes.push(await keystroke(page, ''));
    }
    say('keystroke to painted result, p95', Math.round(quantile(strokes, 0.95) * 10) / 10, 'ms', { bar: 50, aim: 16 });
    const shown = await shownKeystrokes(page, ['servo', '0047', 'cs-12', 'drive']);
    if (shown.length > 0) say('the same until it is on the screen, painted by the processor, p95', quantile(shown, 0.95), 'ms');
    say('frames drawn in 3 s without input', await idleFrames(page, 3), 'frames', { bar: 0, aim: 0 });
    await page.context().close();
}

/** Draws without painting: a software renderer's pixels are not what a phone's processor does. */
async function withoutPainting(page) {
    await page.addInitScript(() => {
        for (const name of ['drawElements', 'drawArrays', 'clear', 'texSubImage2D']) WebGL2RenderingContext.prototype[name] = () => {};
    });
}

async function phone(browser, portal) {
    const page = await openPage(browser, 'phone', 'zh-CN');
    await withoutPainting(page);
    await watch(page, '_p_frame');
    await logIn(page, 'phone', portal, 'bench@example.com');
    await orderLinks(page).nth(2).waitFor();
    await page.waitForTimeout(1000);
    await timings(page, '_p_frame');
    for (let i = 1; i <= 60; i++) {
        await page.evaluate((top) => {
            const scroller = [...document.querySelectorAll('main, main *')].find((e) => e.scrollHeight > e.clientHeight + 400);
            scroller.scrollTop = top;
        }, i * 157);
        await page.waitForTimeout(30);
    }
    const frames = await timings(page, '_p_frame');
    say('C++ part of a frame of the list while scrolling (phone, dpr 3), median', Math.round(quantile(frames, 0.5) * 100) / 100, 'ms', { bar: 4, aim: 2 });
    say('the same, p95', Math.round(quantile(frames, 0.95) * 100) / 100, 'ms');
    await page.context().close();
}

await main();
