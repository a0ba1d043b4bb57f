// What must not break a visit: a lost graphics context, a dead network, a restarted server, a wrong address; and
// pictures of the dark theme and of narrow screens for people to look at.
import assert from 'node:assert/strict';
import { assertAccessible } from './support/accessibility.mjs';
import { launch, openPage, picture } from './support/browser.mjs';
import { Portal } from './support/portal.mjs';
import { heading, logIn, orderLinks } from './support/steps.mjs';
import { eventually, suite } from './support/test.mjs';
import { words } from './support/words.mjs';

const say = words('en');

async function setup() {
    const portal = new Portal();
    portal.command(['demo', '--orders', '60']);
    const account = portal.commandJson(['account', 'list']).accounts.find((a) => a.orders > 0 && a.parent === null);
    portal.addUser(account.code, 'buyer@example.com');
    await portal.start();
    return { portal, browser: await launch() };
}

async function teardown(context) {
    await context?.browser.close();
    await context?.portal.destroy();
}

async function visit({ portal, browser }, device, more) {
    const page = await openPage(browser, device, 'en-GB', more);
    await logIn(page, device, portal, 'buyer@example.com');
    await eventually('the list', async () => (await orderLinks(page).count()) >= 3);
    await page.waitForTimeout(400);
    return page;
}

suite('resilience', { setup, teardown }, (test) => {
    test('a graphics context that is lost and restored shows the same picture again', async (context) => {
        const page = await visit(context, 'desk');
        const canvas = page.locator('#canvas');
        const before = await canvas.screenshot();
        await page.evaluate(() => {
            window.lost = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
            window.lost.loseContext();
        });
        await page.waitForTimeout(300);
        await page.evaluate(() => window.lost.restoreContext());
        await eventually('the same picture', async () => before.equals(await canvas.screenshot()));
        await page.context().close();
    });

    test('without network the list stays, says so, and recovers by itself', async (context) => {
        const page = await visit(context, 'phone');
        await page.context().setOffline(true);
        await page.getByText(say('sync.offline')).first().waitFor();
        await picture(page, 'offline-phone-en');
        assert.ok((await orderLinks(page).count()) >= 3);
        await page.context().setOffline(false);
        await page.getByText(say('sync.up_to_date')).first().waitFor();
        await page.context().close();
    });

    test('a restarted server keeps the session', async (context) => {
        const page = await visit(context, 'desk');
        await context.portal.stop();
        await context.portal.start();
        await page.goto(`${context.portal.base}/orders`);
        await eventually('the list', async () => (await orderLinks(page).count()) >= 3);
        await page.context().close();
    });

    test('by keyboard a filter is chosen from its menu and the focus returns to where it was', async (context) => {
        const page = await visit(context, 'desk');
        await page.getByRole('button', { name: say('filter.stage') }).focus();
        await page.keyboard.press('Enter');
        await page.getByRole('menuitemradio', { name: say('step.delivered') }).waitFor();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('Enter');
        await eventually('the filter in the address', () => new URL(page.url()).searchParams.has('step'));
        const focused = () => page.evaluate(() => document.activeElement.textContent);
        await eventually('the focus on the opener', async () => (await focused()).startsWith(say('filter.stage')));
        await page.context().close();
    });

    test('an order that is not there leads back to the list', async (context) => {
        const page = await visit(context, 'desk');
        await page.goto(`${context.portal.base}/orders/999999999`);
        await heading(page, say('order.not_found_title')).waitFor();
        await picture(page, 'not-found-desk-en');
        await assertAccessible(page, 'the page of an order that is not there');
        await page.getByRole('link', { name: say('order.not_found_back') }).click();
        await heading(page, say('orders.title')).waitFor();
        assert.deepEqual(page.complaints, []);
        await page.context().close();
    });

    for (const [name, device, more] of [
        ['dark-desk', 'desk', { colorScheme: 'dark' }],
        ['dark-phone', 'phone', { colorScheme: 'dark' }],
        ['narrow', 'phone', { viewport: { width: 320, height: 640 } }],
        ['tablet', 'desk', { viewport: { width: 800, height: 1000 } }],
        ['wide', 'desk', { viewport: { width: 1920, height: 1080 } }],
    ]) {
        test(`${name}: list and order page are accessible and nothing is wider than the screen`, async (context) => {
            const page = await visit(context, device, more);
            await picture(page, `orders-${name}`);
            await assertAccessible(page, 'the list');
            await orderLinks(page).first().click();
            await page.getByRole('button', { name: say('order.why') }).waitFor();
            await page.waitForTimeout(400);
            await picture(page, `order-${name}`);
            await assertAccessible(page, 'the order page');
            const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
            assert.equal(tooWide, false);
            assert.deepEqual(page.complaints, []);
            await page.context().close();
        });
    }
});
