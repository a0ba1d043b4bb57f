// Where there is no canvas: plain mode is used for the main flow, forced colours, paper, and while a context is lost.
import assert from 'node:assert/strict';
import { assertAccessible } from './support/accessibility.mjs';
import { devices, launch, openPage, picture, press } from './support/browser.mjs';
import { accountButton, demoPortal, listIsThere, openDemoPage, settled, visitDemo } from './support/demo.mjs';
import { heading, logIn, openSettings, orderLinks, saveLanguage } from './support/steps.mjs';
import { eventually, suite } from './support/test.mjs';
import { words } from './support/words.mjs';

async function setup() {
    return { portal: await demoPortal(), browser: await launch() };
}

async function teardown(context) {
    await context?.browser.close();
    await context?.portal.destroy();
}

/** A browser without WebGL2. */
function withoutWebGl() {
    const real = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        return kind.startsWith('webgl') ? null : real.call(this, kind, ...rest);
    };
}

/** Fails when a text of the page is there but cannot be seen. */
async function assertVisible(page, text) {
    const place = page.getByText(text).first();
    await place.waitFor();
    const color = await place.evaluate((element) => getComputedStyle(element.tagName === 'P' ? element.querySelector('span') ?? element : element).color);
    assert.doesNotMatch(color, /^rgba.*, 0\)$|transparent/, `"${text}" has a colour`);
}

async function mainFlow(page, portal, email) {
    const { device, say } = page;
    await logIn(page, device, portal, email);
    await listIsThere(page);
    assert.equal(await page.locator('#canvas').isVisible(), false, 'no canvas');
    await assertVisible(page, say('orders.title'));
    const number = await orderLinks(page).first().textContent();
    await page.getByRole('searchbox', { name: say('search.label') }).fill(number);
    await eventually('one order', async () => (await orderLinks(page).count()) === 1);
    await assertVisible(page, number);
    await picture(page, `plain-flow-search-${device}`);
    await press(page, device, orderLinks(page).first());
    await press(page, device, page.getByRole('button', { name: say('order.why') }));
    await assertVisible(page, say('order.why_title'));
    await picture(page, `plain-flow-order-${device}`);
    await page.goBack();
    await heading(page, say('orders.title')).waitFor();
    await press(page, device, accountButton(page));
    await page.getByRole('menu').waitFor();
    for (const entry of ['account.settings', 'account.log_out']) await assertVisible(page, say(entry));
    await picture(page, `plain-flow-menu-${device}`);
}

async function switchLanguageAndLogOut(page) {
    const { device, say } = page, chinese = words('zh-CN');
    await press(page, device, page.getByRole('menuitem', { name: say('account.settings') }));
    await heading(page, say('settings.title')).waitFor();
    await assertVisible(page, say('settings.name'));
    await saveLanguage(page, device, say, '中文', chinese('settings.title'));
    await picture(page, `plain-flow-settings-${device}`);
    await press(page, device, page.getByRole('button', { name: chinese(device === 'phone' ? 'nav.more' : 'account.menu') }).first());
    await press(page, device, page.getByRole('menuitem', { name: chinese('account.log_out') }));
    await page.waitForURL((url) => url.pathname === '/login');
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN', 'the log-in page keeps the language');
}

suite('plain', { setup, teardown }, (test) => {
    for (const device of Object.keys(devices)) {
        test(`${device}: without WebGL the whole way can be gone`, async ({ portal, browser }) => {
            const page = await openDemoPage(browser, device, 'en');
            await page.addInitScript(withoutWebGl);
            const email = `plain-${device}@example.com`; // whose language changes
            portal.addUser(portal.account, email, 'Chen Yun');
            await mainFlow(page, portal, email);
            await switchLanguageAndLogOut(page);
            assert.deepEqual(page.complaints, []);
            await page.context().close();
        });
    }

    test('what measures something is filled in plain mode', async (context) => {
        const page = await visitDemo(context, 'desk', 'en');
        await page.evaluate(() => window.Orderdeck.plain.set('test', true));
        await settled(page);
        const filled = (role) => page.evaluate((wanted) => [...document.querySelectorAll(`main [role=${wanted}]`)]
            .map((element) => parseFloat(getComputedStyle(element, '::before').width) / element.clientWidth), role);
        const tracks = await filled('img');
        assert.ok(tracks.length >= 3 && tracks.some((share) => share > 0.5 && share <= 1), `tracks: ${tracks}`);
        await orderLinks(page).first().click();
        await page.getByRole('progressbar').first().waitFor();
        const said = await page.getByRole('progressbar').evaluateAll((all) => all.map((bar) => Number(bar.getAttribute('aria-valuenow')) / 100));
        const drawn = await filled('progressbar');
        assert.equal(drawn.length, said.length);
        drawn.forEach((share, i) => assert.ok(Math.abs(share - said[i]) < 0.02, `bar ${i}: ${share} of ${said[i]}`));
        await page.context().close();
    });

    test('forced colours show the mirror in the colours of the system', async (context) => {
        for (const colorScheme of ['light', 'dark']) {
            const page = await visitDemo(context, 'desk', 'en', { forcedColors: 'active', colorScheme });
            assert.equal(await page.locator('html.plain').count(), 1);
            await picture(page, `forced-${colorScheme}-desk-en`);
            await assertAccessible(page, `the list in forced colours, ${colorScheme}`, { contrast: true });
            await orderLinks(page).first().click();
            await page.getByRole('progressbar').first().waitFor();
            await picture(page, `forced-order-${colorScheme}-desk-en`);
            await assertAccessible(page, `the order in forced colours, ${colorScheme}`, { contrast: true });
            await page.context().close();
        }
    });

    for (const more of [{ colorScheme: 'dark' }, { forcedColors: 'active' }]) {
        test(`dialogs, explanations and messages are seen and used without a canvas, ${JSON.stringify(more)}`, async ({ portal, browser }) => {
            const page = await openPage(browser, 'desk', 'en-GB', more);
            await page.goto(`${portal.base}/gallery`);
            await page.getByRole('heading', { level: 1 }).waitFor();
            await page.evaluate(() => window.Orderdeck.plain.set('test', true));
            for (const [opener, text, closer] of [['Ask first', 'Discard the draft?', 'Keep it'], ['What is a promise?', 'Promise date', 'Close'], ['Pin the order', 'SO-26-1182 is pinned to the top.', 'Undo']]) {
                await page.getByRole('button', { name: opener }).click();
                await assertVisible(page, text);
                await settled(page);
                await assertAccessible(page, `${text} ${JSON.stringify(more)}`, { contrast: true });
                await picture(page, `plain-${opener.split(' ')[0].toLowerCase()}-${more.forcedColors ? 'forced' : 'dark'}`);
                await page.getByRole('button', { name: closer, exact: true }).click();
                await page.getByRole('button', { name: closer, exact: true }).waitFor({ state: 'detached' });
            }
            await page.context().close();
        });
    }

    test('reduced motion: nothing moves by itself or on the way', async (context) => {
        const page = await visitDemo(context, 'desk', 'en', { reducedMotion: 'reduce' });
        await orderLinks(page).first().click();
        await page.getByRole('progressbar').first().waitFor();
        const moving = await page.evaluate(() => document.getAnimations().length);
        assert.equal(moving, 0);
        await page.context().close();
    });

    test('on paper there are the texts in black and the address, not a blank sheet', async (context) => {
        const page = await visitDemo(context, 'desk', 'en', { colorScheme: 'dark' });
        const number = await orderLinks(page).first().textContent();
        await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
        await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
        await picture(page, 'print-orders-desk-en');
        assert.equal(await page.getByText(number).first().evaluate((element) => getComputedStyle(element).color), 'rgb(0, 0, 0)');
        assert.match(await page.locator('#printed').textContent(), /\/orders$/);
        assert.equal(await page.locator('#printed').isVisible(), true);
        assert.equal(await page.locator('#canvas').isVisible(), false);
        await page.context().close();
    });

    test('while the graphics context is lost the texts are seen, and the canvas comes back', async (context) => {
        const page = await visitDemo(context, 'desk', 'en');
        await page.evaluate(() => {
            window.lost = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
            window.lost.loseContext();
        });
        await eventually('the mirror', async () => (await page.locator('html.plain').count()) === 1, 1500);
        await assertVisible(page, page.say('orders.title'));
        await page.evaluate(() => window.lost.restoreContext());
        await eventually('the canvas', async () => (await page.locator('html.plain').count()) === 0);
        await page.context().close();
    });

    test('theme and language outlive the log-out', async (context) => {
        const page = await openDemoPage(context.browser, 'desk', 'en', { colorScheme: 'light' });
        const email = 'outlives@example.com', chinese = words('zh-CN');
        context.portal.addUser(context.portal.account, email, 'Chen Yun');
        await logIn(page, 'desk', context.portal, email);
        await openSettings(page, 'desk', page.say);
        await page.getByLabel(page.say('theme.dark'), { exact: true }).check();
        await saveLanguage(page, 'desk', page.say, '中文', chinese('settings.title'));
        await page.getByRole('button', { name: chinese('account.menu') }).click();
        await page.getByRole('menuitem', { name: words('zh-CN')('account.log_out') }).click();
        await page.waitForURL((url) => url.pathname === '/login');
        const look = () => page.evaluate(() => `${document.documentElement.lang} ${document.documentElement.dataset.theme}`);
        assert.equal(await look(), 'zh-CN dark', 'on the log-in page');
        await picture(page, 'login-dark-chosen');
        await logIn(page, 'desk', context.portal, email);
        await listIsThere(page);
        assert.equal(await look(), 'zh-CN dark', 'after logging in again');
        await page.context().close();
    });
});
