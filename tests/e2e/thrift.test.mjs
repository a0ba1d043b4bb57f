// What a visit costs besides time: nothing is fetched twice or for nothing, the glyphs of the language are baked ahead
// without a frame, and a long session in Chinese keeps its memory.
import assert from 'node:assert/strict';
import { devices, launch, openPage } from './support/browser.mjs';
import { password, Portal } from './support/portal.mjs';
import { idleFrames, logIn, openSettings, orderLinks, saveLanguage } from './support/steps.mjs';
import { eventually, suite } from './support/test.mjs';
import { words } from './support/words.mjs';

const chinese = words('zh-CN'), english = words('en');

async function setup() {
    const portal = new Portal();
    portal.command(['demo', '--orders', '400']);
    const accounts = portal.commandJson(['account', 'list']).accounts;
    const account = accounts.find((a) => accounts.some((other) => other.parent === a.code));
    portal.addUser(account.code, 'buyer@example.com');
    await portal.start();
    return { portal, browser: await launch() };
}

async function teardown(context) {
    await context?.browser.close();
    await context?.portal.destroy();
}

/** All requests of the page as the network saw them: [{path, bytes from the network, from the cache, status}]. */
async function recordRequests(page) {
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    const requests = new Map();
    session.on('Network.requestWillBeSent', ({ requestId, request }) =>
        requests.set(requestId, { path: new URL(request.url).pathname, cached: false }));
    session.on('Network.requestServedFromCache', ({ requestId }) => { requests.get(requestId).cached = true; });
    session.on('Network.responseReceived', ({ requestId, response }) => {
        const request = requests.get(requestId);
        request.status = response.status;
        request.cached ||= response.fromDiskCache || response.fromPrefetchCache || false;
    });
    session.on('Network.loadingFailed', ({ requestId, errorText }) => { requests.get(requestId).failed = errorText; });
    return () => [...requests.values()];
}

/** Waits until nothing is left to bake ahead. */
async function rested(page) {
    await eventually('the glyphs of the language', () => page.evaluate(() =>
        !Orderdeck.scheduler.resting && !Orderdeck.scheduler.pending && Module._p_idle() === 0));
}

/** Counts from now on what the device's fonts have to render, by character. */
async function watchGlyphs(page) {
    await page.evaluate(() => {
        window.rendered = [];
        const { fonts } = Orderdeck, render = fonts.render;
        fonts.render = function (code, ...more) { window.rendered.push(String.fromCodePoint(code)); return render.call(fonts, code, ...more); };
    });
}

suite('thrift', { setup, teardown }, (test) => {
    test('what the log-in page fetches ahead is used, nothing is fetched twice or in vain', async ({ portal, browser }) => {
        const page = await openPage(browser, 'desk', 'en-GB');
        const requests = await recordRequests(page);
        await page.goto(`${portal.base}/login`);
        const ahead = await page.locator('link[rel=prefetch]').evaluateAll((links) => links.map((link) => new URL(link.href).pathname));
        assert.ok(['wasm', 'js', 'css'].every((kind) => ahead.some((path) => path.endsWith(`.${kind}`))), `fetched ahead: ${ahead}`);
        await eventually('all of it', () => ahead.every((path) => requests().some((r) => r.path === path && r.status === 200)));
        await page.locator('input[name=email]').fill('buyer@example.com');
        await page.locator('input[name=password]').fill(password);
        await page.locator('button[type=submit]').first().click();
        await eventually('the list', async () => (await orderLinks(page).count()) >= 3);
        await page.waitForTimeout(500);

        const files = requests().filter((request) => request.path.startsWith('/static/'));
        for (const path of new Set(files.map((request) => request.path))) {
            const loads = files.filter((request) => request.path === path);
            assert.ok(loads.filter((request) => !request.cached).length <= 1, `${path} was loaded ${loads.length} times`);
        }
        for (const path of ahead) {
            assert.ok(files.filter((request) => request.path === path).length > 1, `${path} was fetched ahead and never used`);
        }
        const foreign = files.filter(({ path }) => /gallery|diag|unsupported/.test(path)).map(({ path }) => path);
        assert.deepEqual(foreign, [], 'files of other pages');
        const bad = requests().filter((request) => request.failed || request.status >= 400);
        assert.deepEqual(bad, [], 'requests that failed');
        assert.deepEqual(page.complaints, []);
        await page.context().close();
    });

    test('the glyphs of the language are baked ahead without a frame, and again in another one', async ({ portal, browser }) => {
        const page = await openPage(browser, 'desk', 'zh-CN');
        await logIn(page, 'desk', portal, 'buyer@example.com');
        await eventually('the list', async () => (await orderLinks(page).count()) >= 3);
        const frames = () => page.evaluate(() => Orderdeck.scheduler.frames);
        await rested(page);
        assert.equal(await idleFrames(page, 3), 0, 'frames drawn while idle');
        await watchGlyphs(page);
        const href = await orderLinks(page).first().getAttribute('href');
        await page.locator(`main a[href="${href}"]`).first().click();
        await page.getByRole('button', { name: chinese('order.why') }).first().waitFor();
        await page.waitForTimeout(500);
        // The customer's own words may be new; digits, Latin letters and the portal's words are not.
        const common = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz订单行状态发货';
        const late = await page.evaluate((known) => window.rendered.filter((c) => known.includes(c)), common);
        assert.deepEqual(late, [], 'rendered when they were shown');

        await page.goBack();
        const before = await frames();
        await page.setViewportSize({ width: 1200, height: 800 });
        await eventually('a frame', async () => (await frames()) > before);
        await openSettings(page, 'desk', chinese);
        await rested(page);
        await page.evaluate(() => { window.rendered.length = 0; });
        await saveLanguage(page, 'desk', chinese, 'English', english('settings.title'));
        await rested(page);
        const again = await page.evaluate(() => new Set(window.rendered).size);
        assert.ok(again >= 95, `characters baked for English: ${again}`);
        await saveLanguage(page, 'desk', english, english('settings.language_auto'), chinese('settings.title'));
        await page.context().close();
    });

    test('random scrolling and searching in Chinese keeps its memory', async ({ portal, browser }) => {
        const page = await openPage(browser, 'phone', 'zh-CN', { viewport: devices.phone.viewport });
        await logIn(page, 'phone', portal, 'buyer@example.com');
        await eventually('the list', async () => (await orderLinks(page).count()) >= 3);
        await rested(page);
        const before = await page.evaluate(() => Module.HEAPU8?.length ?? HEAPU8.length);
        await page.evaluate(async () => {
            const { scheduler } = Orderdeck;
            const box = document.querySelector('input[type=search], input[role=searchbox]');
            const scroller = [...document.querySelectorAll('main, main *')].find((e) => e.scrollHeight > e.clientHeight + 400);
            let number = 7;
            const random = (below) => (number = (number * 1103515245 + 12345) % 2147483648) % below;
            for (let i = 0; i < 120; i++) {
                if (i % 3 !== 0) scroller.scrollTop = random(20000);
                // What was not found is shown: each search brings characters that were never seen.
                const text = Array.from({ length: 12 }, () => String.fromCodePoint(0x4e00 + random(20000))).join('');
                if (i % 3 === 0) { box.value = text; box.dispatchEvent(new InputEvent('input', { bubbles: true })); }
                if (i % 3 === 1) { box.value = ''; box.dispatchEvent(new InputEvent('input', { bubbles: true })); }
                await new Promise((resolve) => requestAnimationFrame(resolve));
                if (scheduler.pending) await new Promise((resolve) => requestAnimationFrame(resolve));
            }
        });
        const after = await page.evaluate(() => Module.HEAPU8?.length ?? HEAPU8.length);
        const grown = Math.round((after - before) / 1048576);
        assert.ok(grown <= 48, `the memory of the program has grown by ${grown} MiB`);
        assert.deepEqual(page.complaints, []);
        await page.context().close();
    });
});
