// Every screen in both languages on desk and phone: what it tells assistive technology (aria snapshots), axe in light
// and dark, and axe in plain mode, where the mirror is visible and colour contrast can be measured.
import assert from 'node:assert/strict';
import { assertAccessible } from './support/accessibility.mjs';
import { devices, launch, picture, press } from './support/browser.mjs';
import { accountButton, buyer, demoPortal, listIsThere, openDemoPage, settled } from './support/demo.mjs';
import { heading, logIn, orderLinks } from './support/steps.mjs';
import { assertSnapshot } from './support/snapshots.mjs';
import { eventually, suite } from './support/test.mjs';
import { languages } from './support/words.mjs';

async function setup() {
    return { portal: await demoPortal(), browser: await launch() };
}

async function teardown(context) {
    await context?.browser.close();
    await context?.portal.destroy();
}

/**
 * Snapshot and axe as painted, then axe in plain mode in light and dark. The theme changes nothing but colours, and
 * those axe can only measure where the mirror shows them.
 */
async function inspect(page, short, screen) {
    await settled(page);
    const name = `${screen}-${page.device}-${short}`;
    await assertSnapshot(page, name);
    await assertAccessible(page, name);
    await page.evaluate(() => window.Orderdeck.plain.set('test', true));
    for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        await eventually(`the ${colorScheme} theme`, () => page.evaluate((wanted) => document.documentElement.dataset.theme === wanted, colorScheme));
        if (colorScheme === 'light') await picture(page, `plain-${name}`);
        await assertAccessible(page, `${name}, ${colorScheme}, plain`, { contrast: true });
    }
    await page.evaluate(() => window.Orderdeck.plain.set('test', false));
    await page.emulateMedia({ colorScheme: 'light' });
    await settled(page);
}

async function inspectLogIn(page, portal, short) {
    await page.goto(`${portal.base}/login`);
    await assertSnapshot(page, `login-${page.device}-${short}`);
    await page.locator('input[name=email]').fill(buyer);
    await page.locator('input[name=password]').fill('something else entirely');
    await press(page, page.device, page.locator('button[type=submit]'));
    await page.getByRole('alert').waitFor();
    await assertSnapshot(page, `login-refused-${page.device}-${short}`);
    for (const colorScheme of ['light', 'dark']) {
        await page.emulateMedia({ colorScheme });
        await assertAccessible(page, `the refused log-in, ${colorScheme}`, { contrast: true });
    }
    await page.emulateMedia({ colorScheme: 'light' });
}

async function inspectLists(page, short) {
    await inspect(page, short, 'orders');
    const box = page.getByRole('searchbox', { name: page.say('search.label') });
    await box.fill('nothing is called like this');
    await eventually('nothing found', async () => (await orderLinks(page).count()) === 0);
    await inspect(page, short, 'orders-none');
    await box.fill('');
    await listIsThere(page);
}

async function inspectMenus(page, short) {
    const stage = page.getByRole('button', { name: page.say('filter.stage') }).first();
    for (const [screen, opener] of [['account-menu', accountButton(page)], ['stage-menu', stage]]) {
        await press(page, page.device, opener);
        await page.getByRole('menu').waitFor();
        await inspect(page, short, screen);
        await page.keyboard.press('Escape');
        await page.getByRole('menu').waitFor({ state: 'detached' });
    }
}

async function inspectOrder(page, portal, short) {
    await press(page, page.device, orderLinks(page).first());
    const why = page.getByRole('button', { name: page.say('order.why') });
    await press(page, page.device, why);
    await eventually('the reasons', async () => (await why.getAttribute('aria-expanded')) === 'true');
    await inspect(page, short, 'order');
    await page.goto(`${portal.base}/orders/999999999`);
    await heading(page, page.say('order.not_found_title')).waitFor();
    await inspect(page, short, 'order-not-found');
}

/** The server's clock is not the demo's day, and its sessions are the tests' own. */
const sessions = [
    { id: 'here', browser: 'Firefox', system: 'Windows', created_at: '2026-06-01T01:20:00Z', seen_at: '2026-06-15T01:55:00Z', current: true },
    { id: 'there', browser: 'Safari', system: 'iOS', created_at: '2026-05-02T03:00:00Z', seen_at: '2026-06-14T22:30:00Z', current: false },
];

async function inspectSettings(page, portal, short) {
    await page.route('**/api/v1/me/sessions', (route) => route.fulfill({ json: { sessions } }));
    await page.goto(`${portal.base}/settings`);
    await page.getByLabel(page.say('settings.name'), { exact: true }).waitFor();
    await page.getByRole('list', { name: page.say('sessions.title') }).waitFor();
    await inspect(page, short, 'settings');
    await page.getByLabel(page.say('settings.name'), { exact: true }).fill('');
    await page.getByLabel(page.say('password.new'), { exact: true }).fill('short');
    await press(page, page.device, page.getByRole('button', { name: page.say('settings.save'), exact: true }));
    await page.getByText(page.say('settings.name_empty')).waitFor();
    await inspect(page, short, 'settings-wrong');
}

suite('screens', { setup, teardown }, (test) => {
    for (const device of Object.keys(devices)) {
        for (const short of Object.keys(languages)) {
            test(`${device}, ${short}: each says what its snapshot says, and axe finds nothing, painted and plain`, async ({ portal, browser }) => {
                const page = await openDemoPage(browser, device, short);
                await inspectLogIn(page, portal, short);
                await logIn(page, device, portal, buyer);
                await listIsThere(page);
                await inspectLists(page, short);
                await inspectMenus(page, short);
                await inspectOrder(page, portal, short);
                await inspectSettings(page, portal, short);
                const refusal = page.complaints.filter((text) => !text.includes('401'));
                assert.deepEqual(refusal, []);
                await page.context().close();
            });
        }
    }
});
