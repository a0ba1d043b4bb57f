// Addresses, history, titles, find in page and copied text: a web page like any other, though it is painted.
import assert from 'node:assert/strict';
import { assertAccessible } from './support/accessibility.mjs';
import { launch, openPage, picture } from './support/browser.mjs';
import { buyer, demoDay, listIsThere, openDemoPage, settled } from './support/demo.mjs';
import { Portal, password } from './support/portal.mjs';
import { heading, logIn, orderLinks } from './support/steps.mjs';
import { eventually, suite } from './support/test.mjs';
import { languages, words } from './support/words.mjs';
import { atRest } from './support/touch.mjs';

/** A company with so many orders that its list is scrolled for long. */
async function setup() {
    const portal = new Portal();
    portal.command(['demo', '--orders', '300', '--seed', '1', '--today', demoDay]);
    const accounts = portal.commandJson(['account', 'list']).accounts.filter((account) => account.parent === null);
    portal.addUser(accounts.sort((a, b) => b.orders - a.orders)[0].code, buyer);
    await portal.start();
    const browser = await launch();
    const page = await openDemoPage(browser, 'desk', 'en', { permissions: ['clipboard-read', 'clipboard-write'] });
    await logIn(page, 'desk', portal, buyer);
    return { portal, browser, page };
}

async function teardown(context) {
    await context?.browser.close();
    await context?.portal.destroy();
}

async function atList({ page, portal }, query = '') {
    await page.goto(`${portal.base}/orders${query}`);
    await page.getByRole('searchbox').waitFor();
    await listIsThere(page);
    await settled(page);
}

const address = (page) => new URL(page.url()).pathname + new URL(page.url()).search;
const position = (page) => page.locator('main').evaluate((element) => element.scrollTop);
const clipboard = (page) => page.evaluate(() => navigator.clipboard.readText());

/** The link of the row that is in the middle of the window, and how high it stands. */
function rowInTheMiddle(page) {
    return page.evaluate(() => {
        const all = [...document.querySelectorAll('main a[href^="/orders/"]')].map((a) => ({ href: a.getAttribute('href'), top: a.getBoundingClientRect().top }));
        return all.reduce((best, row) => (Math.abs(row.top - innerHeight / 2) < Math.abs(best.top - innerHeight / 2) ? row : best));
    });
}

async function scrollDeep(page) {
    await page.mouse.move(640, 500);
    for (let i = 0; i < 8; i++) await page.mouse.wheel(0, 400);
    const top = await atRest(page);
    await settled(page);
    await page.waitForTimeout(300); // positions are noted after a pause
    assert.ok(top > 1500, `scrolled to ${top}`);
    return { top, row: await rowInTheMiddle(page) };
}

async function assertPlace(page, { top, row }, when) {
    await eventually(`the place ${when}`, async () => Math.abs((await position(page)) - top) < 2);
    await settled(page);
    const now = await rowInTheMiddle(page);
    assert.equal(now.href, row.href, when);
    assert.ok(Math.abs(now.top - row.top) < 2, `${when}: ${row.href} stands at ${now.top}, stood at ${row.top}`);
}

/** Selects from the start of one element to the end of another, as a drag would, and copies. */
async function copyBetween(page, from, to) {
    const [start, end] = [await from.elementHandle(), await to.elementHandle()];
    await page.evaluate(([a, b]) => {
        const range = document.createRange();
        range.setStart(a, 0);
        range.setEnd(b, b.childNodes.length);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
    }, [start, end]);
    await page.keyboard.press('Control+c');
    return clipboard(page);
}

suite('navigation', { setup, teardown }, (test) => {
    test('what a colleague should see is in the address', async (context) => {
        const { page } = context, { say } = page;
        await atList(context);
        await page.getByRole('searchbox').fill('pump');
        await eventually('the search', () => address(page) === '/orders?q=pump');
        await page.getByRole('searchbox').fill('');
        await page.getByRole('button', { name: new RegExp(`^${say('filter.open')}`) }).first().click();
        await page.getByRole('button', { name: say('filter.stage') }).first().click();
        await page.getByRole('menuitemradio', { name: say('step.production') }).click();
        await page.getByRole('button', { name: say('sort.label', { sort: say('sort.attention') }) }).click();
        await page.getByRole('menuitemradio', { name: say('sort.total') }).click();
        await eventually('all of it', () => address(page) === '/orders?filter=open&step=production&sort=total');
        await settled(page);
        const shown = await page.locator('main').ariaSnapshot();
        const other = await page.context().newPage();
        await other.clock.setFixedTime(new Date(`${demoDay}T10:00:00+08:00`));
        await other.goto(page.url());
        await other.getByRole('searchbox').waitFor();
        await eventually('the same list', async () => (await other.locator('main').ariaSnapshot()) === shown);
        await other.close();

        await atList(context);
        await orderLinks(page).first().click();
        const why = page.getByRole('button', { name: say('order.why') });
        await why.click();
        await eventually('the reasons in the address', () => /^\/orders\/\d+\?why=1$/.test(address(page)));
        await page.reload();
        await page.getByRole('heading', { name: say('order.why_title') }).waitFor();
        assert.equal(await why.getAttribute('aria-expanded'), 'true');
        await page.goBack();
        await heading(page, say('orders.title')).waitFor();
    });

    test('links are links: the other button and Ctrl open a tab, whose address is the same', async (context) => {
        const { page } = context;
        await atList(context);
        const link = orderLinks(page).nth(1), href = await link.getAttribute('href');
        for (const way of [{ button: 'middle' }, { modifiers: ['Control'] }]) {
            const opening = page.context().waitForEvent('page');
            await link.click(way);
            const tab = await opening;
            await tab.waitForURL((url) => url.pathname === href);
            await tab.close();
            assert.equal(address(page), '/orders', 'this tab stays where it is');
        }
    });

    test('a list that was scrolled is found where it was left, by Back, after a reload and by Forward', async (context) => {
        const { page } = context;
        await atList(context);
        const place = await scrollDeep(page);
        await page.locator(`main a[href="${place.row.href}"]`).click();
        await eventually('the order', () => address(page) === place.row.href);
        await settled(page);
        assert.equal(await position(page), 0, 'an order begins at its top');
        await page.goBack();
        await assertPlace(page, place, 'after Back');
        await page.reload();
        await assertPlace(page, place, 'after a reload');
        await page.goForward();
        await eventually('the order', () => address(page) === place.row.href);
        await page.reload();
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.goBack();
        await assertPlace(page, place, 'after Back from a reloaded order');
        await page.getByRole('button', { name: page.say('account.menu') }).click();
        await page.getByRole('menu').waitFor();
        await page.goBack();
        await page.getByRole('menu').waitFor({ state: 'detached' });
        await assertPlace(page, place, 'after Back from a menu');
    });

    test('the title is right before the program has come, and after', async ({ browser, portal, page }) => {
        for (const [short, other] of [['en', 'zh'], ['zh', 'en']]) {
            const { tag, locale } = languages[short], say = words(tag);
            const context = await browser.newContext({ locale, storageState: await page.context().storageState({ indexedDB: false }) });
            const tab = await context.newPage();
            const orderPath = await orderLinks(page).first().getAttribute('href').catch(() => '/orders/1');
            const titles = { '/orders?filter=open': 'orders.title', [orderPath ?? '/orders/1']: 'order.title' };
            await tab.route('**/*.wasm', (route) => route.abort());
            for (const [path, id] of Object.entries(titles)) {
                await tab.goto(`${portal.base}${path}`);
                assert.equal(await tab.title(), say('app.title', { page: say(id) }), `${path} in ${short}`);
                assert.equal(await tab.evaluate(() => document.documentElement.lang), tag);
            }
            await tab.evaluate((chosen) => localStorage.setItem('orderdeck.language', chosen), languages[other].tag);
            await tab.goto(`${portal.base}/orders`);
            assert.equal(await tab.title(), words(languages[other].tag)('app.title', { page: words(languages[other].tag)('orders.title') }));
            await context.close();
        }
        await page.goto(`${portal.base}/orders`);
        await listIsThere(page);
        assert.equal(await page.title(), page.say('app.title', { page: page.say('orders.title') }));
        const number = await orderLinks(page).first().textContent();
        await orderLinks(page).first().click();
        await eventually('the title of the order', async () => (await page.title()) === page.say('app.title', { page: number }));
    });

    test('an address that is not ours has a page of ours, with status 404 and the way on', async ({ browser, portal }) => {
        for (const device of ['desk', 'phone']) {
            const page = await openPage(browser, device, 'en-GB');
            const answer = await page.goto(`${portal.base}/nowhere?x=<b>`);
            assert.equal(answer.status(), 404);
            assert.match(await page.title(), /404/);
            await heading(page, words('en')('page_not_found.title')).waitFor();
            await page.getByRole('heading', { name: words('zh-CN')('page_not_found.title') }).waitFor();
            await assertAccessible(page, 'the page that does not exist', { contrast: true });
            await picture(page, `not-found-${device}`);
            await page.getByRole('link').click();
            await page.waitForURL((url) => url.pathname === '/login');
            await page.context().close();
        }
    });

    test('a deep link leads through the log-in to all of itself', async ({ browser, portal }) => {
        const page = await openDemoPage(browser, 'desk', 'en');
        await page.goto(`${portal.base}/orders?q=pump&filter=open&sort=total`);
        await page.waitForURL((url) => url.pathname === '/login');
        await page.locator('input[name=email]').fill(buyer);
        await page.locator('input[name=password]').fill(password);
        await page.keyboard.press('Enter');
        await page.waitForURL((url) => url.pathname + url.search === '/orders?q=pump&filter=open&sort=total');
        await eventually('the search', async () => (await page.getByRole('searchbox').inputValue()) === 'pump');
        await page.context().close();
    });

    test('find in page is not taken away, and once it is said what it cannot find', async ({ browser, portal }) => {
        const page = await openDemoPage(browser, 'desk', 'en');
        const { say } = page;
        await page.addInitScript(() => addEventListener('keydown', (event) => { window.taken = event.defaultPrevented; }));
        await logIn(page, 'desk', portal, buyer);
        await listIsThere(page);
        await page.keyboard.press('Control+f');
        const go = page.getByRole('button', { name: say('find_hint.search'), exact: true });
        await go.waitFor();
        assert.equal(await page.evaluate(() => window.taken), false);
        await page.getByText(/looks through all \d+ orders/).first().waitFor({ state: 'attached' });
        await assertAccessible(page, 'the hint about find in page');
        await picture(page, 'find-hint');
        await go.click();
        await eventually('the focus in the search', () => page.evaluate(() => document.activeElement.type === 'search'));
        await go.waitFor({ state: 'detached' });
        await page.reload();
        await listIsThere(page);
        await page.keyboard.press('Control+f');
        await page.waitForTimeout(300);
        assert.equal(await go.count(), 0, 'once a device');
        await page.context().close();
    });

    test('a double click selects a word, and what is copied reads as it stands there', async (context) => {
        const { page } = context, { say } = page;
        await atList(context);
        await orderLinks(page).first().click();
        await page.getByRole('button', { name: say('order.why') }).click();
        await page.getByRole('heading', { name: say('order.why_title') }).waitFor();
        await settled(page);
        const facts = page.getByRole('heading', { name: say('facts.title') });
        await facts.scrollIntoViewIfNeeded();
        await settled(page);
        const { x, y } = await page.locator('dt span').first().boundingBox();
        await page.mouse.dblclick(x + 8, y + 6);
        const word = await page.locator('dt span').first().textContent();
        assert.equal(await page.evaluate(() => getSelection().toString()), word);
        await page.keyboard.press('Control+c');
        assert.equal(await clipboard(page), word);

        const terms = await page.locator('dl dt').allTextContents(), values = await page.locator('dl dd').allTextContents();
        const copied = await copyBetween(page, page.locator('dl dt').first(), page.locator('dl dd').last());
        const lines = copied.split('\n');
        assert.equal(lines[0], `${terms[0]} ${values[0]}`, 'what stands in a line is copied as a line');
        assert.deepEqual(terms.map((term) => lines.some((line) => line.startsWith(term))), terms.map(() => true), copied);
    });

    test('a row is copied with tabs, a broken paragraph as one text', async (context) => {
        const { page } = context;
        await atList(context);
        const row = page.locator('main [role=row]').nth(1);
        const copied = await copyBetween(page, row.locator('[role=cell]').first(), row.locator('[role=cell]').last());
        assert.equal(copied.split('\n').length, 1);
        assert.ok(copied.split('\t').length >= 4, JSON.stringify(copied));
        assert.ok(copied.startsWith(await orderLinks(page).first().textContent()));
        await page.setViewportSize({ width: 360, height: 700 });
        await page.goto(`${context.portal.base}/orders/999999999`);
        const paragraph = page.locator('main p', { has: page.locator('span:nth-of-type(2)') }).first();
        await paragraph.waitFor({ state: 'attached' });
        await settled(page);
        assert.equal(await copyBetween(page, paragraph, paragraph), page.say('order.not_found_text'));
    });
});
