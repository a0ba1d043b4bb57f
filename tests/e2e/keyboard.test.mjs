// The main flow with the keyboard alone: every stop of Tab shows a focus ring and is not hidden, menus give the focus
// back, and a page begins at its heading.
import assert from 'node:assert/strict';
import { launch } from './support/browser.mjs';
import { buyer, demoPortal, listIsThere, openDemoPage, settled } from './support/demo.mjs';
import { password } from './support/portal.mjs';
import { orderLinks } from './support/steps.mjs';
import { eventually, suite } from './support/test.mjs';

async function setup() {
    return { portal: await demoPortal(), browser: await launch() };
}

async function teardown(context) {
    await context?.browser.close();
    await context?.portal.destroy();
}

/** Where the focus is: role-like tag, name, whether its ring is seen and whether something lies over it. */
function focus(page) {
    return page.evaluate(() => {
        const element = document.activeElement, style = getComputedStyle(element), box = element.getBoundingClientRect();
        const x = Math.min(innerWidth - 1, Math.max(0, box.x + box.width / 2)), y = Math.min(innerHeight - 1, Math.max(0, box.y + box.height / 2));
        const top = document.elementFromPoint(x, y);
        const label = element.labels && element.labels.length > 0 ? element.labels[0].textContent : element.textContent;
        return {
            tag: element.tagName.toLowerCase(),
            role: element.getAttribute('role') ?? '',
            name: (element.getAttribute('aria-label') ?? label).trim(),
            href: element.getAttribute('href') ?? '',
            // A field shows itself and its caret; the canvas paints its ring.
            ring: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 || (element.tagName === 'INPUT' && style.opacity === '1'),
            seen: top !== null && (element.contains(top) || top.contains(element)) && box.width > 0 && box.height > 0,
        };
    });
}

/** Presses a key until the focus is where `wanted` says; every stop on the way must be visible. */
async function go(page, key, what, wanted) {
    const stops = [];
    for (let i = 0; i < 40; i++) {
        await page.keyboard.press(key);
        const at = await focus(page);
        if (at.tag === 'body') continue; // the browser's own controls
        assert.ok(at.ring, `a focus ring on ${at.tag} "${at.name}"`);
        assert.ok(at.seen, `${at.tag} "${at.name}" is not covered while it has the focus`);
        stops.push(`${at.tag} "${at.name}"`);
        if (wanted(at)) return at;
    }
    throw new Error(`${key} never reached ${what}; it stopped at ${stops.join(', ')}`);
}

const named = (tag, name) => (at) => at.tag === tag && at.name.startsWith(name);

async function logInByKeys(page, portal) {
    await page.goto(`${portal.base}/login`);
    await go(page, 'Tab', 'the e-mail', (at) => at.tag === 'input');
    await page.keyboard.type(buyer);
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/orders');
    await listIsThere(page);
    await settled(page);
}

async function searchByKeys(page) {
    const number = await orderLinks(page).first().textContent();
    await go(page, 'Tab', 'the search', (at) => at.tag === 'input');
    await page.keyboard.type(number);
    await eventually('one order', async () => (await orderLinks(page).count()) === 1);
    return number;
}

async function openByKeys(page, number) {
    const { href } = await go(page, 'Tab', 'the order', named('a', number));
    await page.keyboard.press('Enter');
    await eventually('the order', () => new URL(page.url()).pathname === href);
    await eventually('the focus on the heading', async () => (await focus(page)).tag === 'h1');
    await go(page, 'Tab', 'why', named('button', page.say('order.why')));
    await page.keyboard.press('Space');
    const why = page.getByRole('button', { name: page.say('order.why') });
    await eventually('the reasons', async () => (await why.getAttribute('aria-expanded')) === 'true');
    assert.equal((await focus(page)).name.startsWith(page.say('order.why')), true, 'the focus stays on its button');
}

async function menuByKeys(page) {
    const isAccount = named('button', page.say('account.menu'));
    await go(page, 'Shift+Tab', 'the account', isAccount);
    await page.keyboard.press('Enter');
    await eventually('the focus in the menu', async () => (await focus(page)).role.startsWith('menuitem'));
    const first = (await focus(page)).name;
    await go(page, 'ArrowDown', 'the second item', (at) => at.role.startsWith('menuitem') && at.name !== first);
    await page.keyboard.press('Escape');
    await eventually('the focus back on the account button', async () => isAccount(await focus(page)));
    await page.keyboard.press('Space');
    await eventually('the menu again', async () => (await focus(page)).role.startsWith('menuitem'));
    await go(page, 'ArrowUp', 'log out', (at) => at.name === page.say('account.log_out'));
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/login');
}

suite('keyboard', { setup, teardown }, (test) => {
    test('log in, search, open, read why, go back and log out without a pointer', async ({ portal, browser }) => {
        const page = await openDemoPage(browser, 'desk', 'en');
        await logInByKeys(page, portal);
        const number = await searchByKeys(page);
        await openByKeys(page, number);
        await page.goBack(); // a headless browser has no Alt+Left
        await eventually('the list', () => new URL(page.url()).pathname === '/orders');
        await eventually('the focus on the heading of the list', async () => (await focus(page)).name === page.say('orders.title'));
        await menuByKeys(page);
        assert.deepEqual(page.complaints, []);
        await page.context().close();
    });
});
