// The first way through the portal, on a desk and on a phone, in both languages: by role and label only.
import assert from 'node:assert/strict';
import { assertAccessible } from './support/accessibility.mjs';
import { devices, launch, openPage, picture, press } from './support/browser.mjs';
import { Portal } from './support/portal.mjs';
import { heading, idleFrames, logIn, openSettings, orderLinks, saveLanguage } from './support/steps.mjs';
import { eventually, suite } from './support/test.mjs';
import { languages, words } from './support/words.mjs';

async function setup() {
    const portal = new Portal();
    portal.command(['demo']);
    const accounts = portal.commandJson(['account', 'list']).accounts;
    const account = accounts.find((a) => accounts.some((other) => other.parent === a.code)); // the group of two companies
    portal.addUser(account.code, 'buyer@example.com', 'Purchasing');
    const { token } = portal.commandJson(['token', 'add', '--account', account.code]);
    await portal.start();
    const api = async (path) => (await fetch(`${portal.base}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } })).json();
    const { orders } = await api('/orders?limit=200');
    return { portal, wanted: await rareOrder(api, orders.slice(0, 40)), browser: await launch() };
}

/** An order with a product that is rare among these, so that a search for it shows the order without scrolling. */
async function rareOrder(api, orders) {
    const details = [];
    for (const { id } of orders) details.push(await api(`/orders/${id}`));
    const seen = (name) => details.filter((order) => order.lines.some((line) => line.item.name === name)).length;
    const candidates = details.flatMap((order) => order.lines.map((line) => ({ number: order.number, product: line.item.name })));
    return candidates.sort((a, b) => seen(a.product) - seen(b.product))[0];
}

async function teardown(context) {
    await context?.browser.close();
    await context?.portal.destroy();
}

/** A part of the list that is long enough to scroll and an order far down in it. */
async function scrolledList(page) {
    const scroller = page.locator('main').first();
    await scroller.evaluate((element) => {
        const target = [element, ...element.querySelectorAll('*')].find((e) => e.scrollHeight > e.clientHeight + 400);
        target.scrollTop = 1500;
    });
    await page.waitForTimeout(300);
    return scrollTop(page);
}

function scrollTop(page) {
    return page.evaluate(() => Math.max(0, ...[...document.querySelectorAll('main, main *')].map((e) => e.scrollTop)));
}

suite('first light', { setup, teardown }, (test) => {
    for (const device of Object.keys(devices)) {
        for (const [short, language] of Object.entries(languages)) {
            test(`${device}, ${short}: log in, list, find, open, read why, go back, switch language, log out`, async (context) => {
                await wholeWay(context, device, short, language);
            });
        }
    }
});

async function wholeWay({ portal, wanted, browser }, device, short, language) {
    const say = words(language.tag);
    const page = await openPage(browser, device, language.locale);
    const visit = { page, device, say, shot: (name) => picture(page, `${name}-${device}-${short}`) };

    await page.goto(`${portal.base}/`);
    await visit.shot('login');
    await assertAccessible(page, 'the log-in page', { contrast: true });
    await logIn(page, device, portal, 'buyer@example.com');
    await seeList(visit);
    await find(visit, wanted);
    await openAndReturn(visit);
    await switchLanguage(page, device, say, short);
    await logOut(page, device, say);
    assert.deepEqual(page.complaints, [], 'errors, warnings and CSP violations');
    await page.context().close();
}

async function seeList({ page, say, shot }) {
    await heading(page, say('orders.title')).waitFor();
    await eventually('the list', async () => (await orderLinks(page).count()) >= 3);
    await page.waitForTimeout(300);
    await shot('orders');
    await assertAccessible(page, 'the list');
    assert.equal(await idleFrames(page, 3), 0, 'frames drawn while idle');
}

async function find({ page, say, shot }, wanted) {
    const box = page.getByRole('searchbox', { name: say('search.label') });
    const found = async () => (await page.getByText(wanted.number).count()) > 0;
    await box.fill(wanted.number.slice(-5));
    await eventually('the order found by a fragment of its number', found);
    await shot('search');
    await box.fill('no such thing anywhere');
    await eventually('nothing found', async () => (await orderLinks(page).count()) === 0);
    await box.fill(wanted.product.slice(1));
    await eventually(`the order found by a fragment of ${wanted.product}`, found);
    await box.fill('');
    // What was found for the product may fill the screen, too: only the whole list is long.
    await eventually('the whole list again', () => page.locator('main').first().evaluate((element) =>
        [element, ...element.querySelectorAll('*')].some((e) => e.scrollHeight > e.clientHeight + 4000)));
}

async function openAndReturn({ page, device, say, shot }) {
    const before = await scrolledList(page);
    assert.ok(before > 1000, `the list scrolls (at ${before})`);
    const link = orderLinks(page).nth(Math.floor((await orderLinks(page).count()) / 2));
    const href = await link.getAttribute('href');
    // By its address: rows come and go while the list settles, and the n-th is then another one.
    await press(page, device, page.locator(`main a[href="${href}"]`));
    await eventually('the address of the order', () => new URL(page.url()).pathname === href);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(400);
    await shot('order');
    await assertAccessible(page, 'the order page');
    assert.equal(await idleFrames(page, 3), 0, 'frames drawn while idle on the order page');

    const why = page.getByRole('button', { name: say('order.why') });
    const without = (await page.locator('main').innerText()).length;
    await press(page, device, why);
    await eventually('the reasons', async () => (await why.getAttribute('aria-expanded')) === 'true');
    await page.getByText(say('order.why_title')).first().waitFor();
    const reasons = (await page.locator('main').innerText()).length - without - say('order.why_title').length;
    assert.ok(reasons > 10, `there are reasons (${reasons} characters)`);
    await shot('why');
    await assertAccessible(page, 'the order page with its reasons');

    await page.goBack();
    await heading(page, say('orders.title')).waitFor();
    await eventually('the former scroll position', async () => Math.abs((await scrollTop(page)) - before) < 2);
}

async function openAccountMenu(page, device, say) {
    await press(page, device, page.getByRole('button', { name: device === 'phone' ? say('nav.more') : say('account.menu') }).first());
}

/** Saves the other language and then again that of the browser. */
async function switchLanguage(page, device, say, short) {
    const other = short === 'en' ? { tag: 'zh-CN', name: '中文' } : { tag: 'en', name: 'English' }, inOther = words(other.tag);
    await openAccountMenu(page, device, say);
    await page.getByRole('menu').waitFor();
    await page.waitForTimeout(300);
    await picture(page, `menu-${device}-${short}`);
    await assertAccessible(page, 'the account menu');
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await openSettings(page, device, say);
    await saveLanguage(page, device, say, other.name, inOther('settings.title'));
    assert.equal(await page.evaluate(() => document.documentElement.lang), other.tag);
    await saveLanguage(page, device, inOther, inOther('settings.language_auto'), say('settings.title'));
}

async function logOut(page, device, say) {
    const item = page.getByRole('menuitem', { name: say('account.log_out') });
    if ((await item.count()) === 0) await openAccountMenu(page, device, say);
    await press(page, device, item);
    await page.waitForURL((url) => url.pathname === '/login');
}
