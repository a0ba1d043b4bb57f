// All main flows with a finger alone: no mouse, no keys, text only as input methods write it. And every target is as big
// as a fingertip.
import assert from 'node:assert/strict';
import { launch, picture } from './support/browser.mjs';
import { accountButton, demoPortal, listIsThere, settled } from './support/demo.mjs';
import { heading, orderLinks } from './support/steps.mjs';
import { eventually, suite } from './support/test.mjs';
import { assertTargets, atRest, screens } from './support/touch.mjs';
import { atList, close, logIn, open } from './support/touch_visits.mjs';

async function setup() {
    return { portal: await demoPortal(), browser: await launch() };
}

async function teardown(context) {
    await context?.browser.close();
    await context?.portal.destroy();
}

const path = (page) => new URL(page.url()).pathname;
const query = (page) => new URL(page.url()).searchParams;
const middleOf = (page) => page.viewportSize().width / 2;

/** The first card that is wholly in sight, as painted. */
async function painted(page, link) {
    const { x, y, width, height } = await link.evaluate((element) => {
        const span = element.querySelector('span').getBoundingClientRect();
        return { x: span.x, y: span.y, width: span.width, height: span.height };
    });
    return page.screenshot({ clip: { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) } });
}

async function drag(page, finger, from, to) {
    const x = middleOf(page);
    await finger.drag([x, from], [x, to]);
    return atRest(page);
}

suite('touch', { setup, teardown }, (test) => {
    for (const size of Object.keys(screens)) {
        test(`${size}: the list is panned by the browser, the canvas follows, and a drag is no tap`, async (context) => {
            const { page, finger } = await atList(context, size);
            const { height } = page.viewportSize();
            const links = orderLinks(page), third = links.nth(2);
            const name = await third.textContent(), link = page.getByRole('link', { name, exact: true });
            await drag(page, finger, height * 0.7, height * 0.7 - 90);
            const before = await painted(page, link);
            const top = await drag(page, finger, height * 0.7, height * 0.7 - 60);
            assert.ok(top > 100, `scrolled to ${top}`);
            await settled(page);
            assert.equal((await painted(page, link)).equals(before), true, 'the card looks the same where it is now');
            assert.equal(path(page), '/orders', 'no order was opened');
            await drag(page, finger, height * 0.4, height * 0.9);
            assert.equal(await drag(page, finger, height * 0.3, height * 0.9), 0, 'at the top');
            await drag(page, finger, height * 0.3, height * 0.95);
            assert.equal(path(page), '/orders');
            assert.ok((await links.count()) >= 3, 'pulling past the top leaves the list');
            const drawn = await page.evaluate(() => window.Orderdeck.scheduler.frames);
            assert.ok(drawn > 0, 'the page was not loaded anew');
            await close(page);
        });

        test(`${size}: search with an input method, filter, sort, open, why, back by the control and by the history`, async (context) => {
            const { page, finger } = await atList(context, size, 'zh');
            const { say } = page;
            const number = await orderLinks(page).first().textContent();
            await finger.tap(page.getByRole('searchbox'));
            await finger.compose('shui', '水');
            await eventually('the search in the address', () => query(page).get('q') === '水');
            await settled(page);
            await finger.tap(page.getByRole('button', { name: say('search.clear') }));
            await eventually('the whole list', () => query(page).get('q') === null);
            await finger.write(number);
            await eventually('one order', async () => (await orderLinks(page).count()) === 1);
            await finger.tap(page.getByRole('button', { name: say('search.clear') }));
            await listIsThere(page);

            const strip = page.getByRole('group', { name: say('orders.filters') });
            await finger.tap(strip.getByRole('button').first());
            await eventually('the filter in the address', () => query(page).get('filter') !== null);
            assert.equal(await strip.getByRole('button').first().getAttribute('aria-pressed'), 'true');
            await finger.tap(strip.getByRole('button').first());
            await eventually('no filter', () => query(page).get('filter') === null);
            await finger.tap(page.getByRole('button', { name: say('sort.label', { sort: say('sort.attention') }) }));
            assert.ok((await strip.evaluate((element) => element.scrollLeft)) > 0, 'the strip was dragged');
            const sheet = page.getByRole('menu', { name: say('sort.menu') });
            await sheet.waitFor();
            await picture(page, `touch-sort-${size.replace(' ', '-')}`);
            await finger.tap(sheet.getByRole('menuitemradio').nth(2));
            await eventually('the order in the address', () => query(page).get('sort') !== null);
            if (await sheet.count()) await finger.tapAt(middleOf(page), 20);
            await sheet.waitFor({ state: 'detached' });

            const first = orderLinks(page).nth(1), href = await first.getAttribute('href');
            await finger.tap(first);
            await eventually('the order', () => path(page) === href);
            await finger.tap(page.getByRole('button', { name: say('order.why') }));
            await page.getByRole('heading', { name: say('order.why_title') }).waitFor();
            const { height } = page.viewportSize();
            assert.ok((await drag(page, finger, height * 0.8, height * 0.2)) > 0, 'the page scrolls');
            await finger.tap(page.getByRole('button', { name: say('order.back') }).first());
            await heading(page, say('orders.title')).waitFor();
            await finger.tap(orderLinks(page).nth(1));
            await eventually('an order', () => path(page) !== '/orders');
            await page.goBack();
            await heading(page, say('orders.title')).waitFor();
            await close(page);
        });

        test(`${size}: menus close by the backdrop and by Back, a long press breaks nothing, log out`, async (context) => {
            const { page, finger } = await atList(context, size);
            const { say } = page, menu = page.getByRole('menu', { name: say('account.menu') });
            await finger.tap(accountButton(page));
            await menu.waitFor();
            await finger.tapAt(middleOf(page), 12);
            await menu.waitFor({ state: 'detached' });
            await finger.tap(accountButton(page));
            await menu.waitFor();
            await page.goBack();
            await menu.waitFor({ state: 'detached' });
            assert.equal(path(page), '/orders');

            const box = await page.getByRole('heading', { level: 1 }).boundingBox();
            await finger.pressLong(box.x + 12, box.y + box.height / 2);
            assert.equal(path(page), '/orders');
            await page.evaluate(() => getSelection().removeAllRanges());
            // What the browser offers on a long press comes by this event; a headless one knows no long press of links.
            const offered = await orderLinks(page).first().evaluate((link) => link.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })));
            assert.equal(offered, true, 'the link menu of the browser is not taken away');

            await finger.tap(accountButton(page));
            await finger.tap(page.getByRole('menuitem', { name: say('account.settings') }));
            await finger.tap(page.getByLabel(say('theme.dark'), { exact: true }));
            await eventually('the dark theme', () => page.evaluate(() => document.documentElement.dataset.theme === 'dark'));
            await finger.tap(accountButton(page));
            await finger.tap(page.getByRole('menuitem', { name: say('account.log_out') }));
            await page.waitForURL((url) => url.pathname === '/login');
            await close(page);
        });

        test(`${size}: every control of the gallery by touch`, async (context) => {
            const { page, finger } = await open(context, size, 'en', { deviceScaleFactor: 1 });
            await page.goto(`${context.portal.base}/gallery`);
            await heading(page, 'Components').waitFor();
            await overlays(page, finger);
            await fields(page, finger);
            await choices(page, finger);
            await close(page);
        });

        test(`${size}: every target is as big as a fingertip`, async (context) => {
            const { page, finger } = await open(context, size, 'en', { deviceScaleFactor: 1 });
            const { portal } = context, { say } = page;
            await page.goto(`${portal.base}/login`);
            await assertTargets(page, 'the log-in page');
            await page.goto(`${portal.base}/nowhere`);
            await assertTargets(page, 'the page that does not exist');
            await page.goto(`${portal.base}/gallery`);
            await heading(page, 'Components').waitFor();
            await assertTargets(page, 'the gallery');
            for (const [opener, dialog] of [['Ask first', 'Discard the draft?'], ['What is a promise?', 'Promise date']]) {
                await finger.tap(page.getByRole('button', { name: opener }));
                await page.getByRole('dialog', { name: dialog }).waitFor();
                await assertTargets(page, dialog);
                await finger.tap(page.getByRole('dialog').getByRole('button', { name: 'Close' }));
            }
            await logIn({ page, finger }, portal);
            await listIsThere(page);
            await settled(page);
            await assertTargets(page, 'the list');
            await finger.tap(accountButton(page));
            await assertTargets(page, 'the account menu');
            await finger.tapAt(middleOf(page), 12);
            await page.goto(`${portal.base}/orders?step=shipped&sort=total`);
            await page.getByRole('searchbox').waitFor();
            await assertTargets(page, 'the restricted list');
            await page.goto(`${portal.base}/orders`);
            await listIsThere(page);
            await finger.tap(orderLinks(page).first());
            await finger.tap(page.getByRole('button', { name: say('order.why') }));
            await page.getByRole('heading', { name: say('order.why_title') }).waitFor();
            await settled(page);
            await assertTargets(page, 'an order');
            await page.goto(`${portal.base}/orders/999999999`);
            await heading(page, say('order.not_found_title')).waitFor();
            await settled(page);
            await assertTargets(page, 'an order that is not there');
            await page.context().close();
        });
    }
});

async function overlays(page, finger) {
    const dialog = page.getByRole('dialog', { name: 'Discard the draft?' });
    for (const leave of [() => finger.tapAt(middleOf(page), 12), () => finger.tap(page.getByRole('button', { name: 'Keep it' })),
        () => finger.tap(dialog.getByRole('button', { name: 'Close' })), () => page.goBack()]) {
        await finger.tap(page.getByRole('button', { name: 'Ask first' }));
        await dialog.waitFor();
        await leave();
        await dialog.waitFor({ state: 'detached' });
        await settled(page);
    }
    await finger.tap(page.getByRole('button', { name: 'What is a promise?' }));
    await page.getByRole('dialog', { name: 'Promise date' }).waitFor();
    await finger.tapAt(middleOf(page), 12);
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await finger.tap(page.getByRole('button', { name: 'Pin the order' }));
    await finger.tap(page.getByRole('button', { name: 'Close the message' }));
    await page.getByRole('button', { name: 'Close the message' }).waitFor({ state: 'detached' });
    await finger.tap(page.getByRole('button', { name: 'Load again' }));
    assert.equal(await page.locator('.tooltip').count(), 0, 'touch has no tooltips');
}

async function fields(page, finger) {
    const name = page.getByRole('textbox', { name: 'Name', exact: true });
    await finger.tap(name);
    await finger.compose("ni'hao", '你好');
    await eventually('the text', async () => (await name.inputValue()) === '你好');
    const message = page.getByRole('textbox', { name: /What happened/ });
    await finger.tap(message);
    await finger.compose('とうきょう', '東京');
    await eventually('the lines', async () => (await message.inputValue()) === '東京');
    await finger.tap(page.getByRole('button', { name: 'One more' }));
    await eventually('the step', async () => (await page.getByRole('textbox', { name: 'Damaged quantity' }).inputValue()) === '13');
    const zone = page.getByRole('combobox', { name: 'Time zone' });
    await finger.tap(zone);
    await finger.write('berl');
    await finger.tap(page.getByRole('option', { name: 'Europe/Berlin' }));
    await eventually('the zone', async () => (await zone.inputValue()) === 'Europe/Berlin');
}

async function choices(page, finger) {
    const repair = page.getByRole('radio', { name: 'Repair' }), mail = page.getByRole('switch', { name: /Mail me when/ });
    const consent = page.getByRole('checkbox', { name: /photos may be shown/ });
    await finger.tap(repair);
    await eventually('the radio', () => repair.isChecked());
    const was = await mail.isChecked();
    await finger.tap(mail);
    await eventually('the switch', async () => (await mail.isChecked()) !== was);
    await finger.tap(consent);
    await eventually('the checkbox', () => consent.isChecked());
    const chooser = page.waitForEvent('filechooser');
    await finger.tap(page.getByLabel('Photos', { exact: true }));
    await (await chooser).setFiles([{ name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }]);
    await finger.tap(page.getByRole('button', { name: 'Remove', exact: true }).last());
    await page.getByText('note.txt').waitFor({ state: 'detached' });
    // The native list and wheel belong to the browser; that the tap arrives in them is what we can see.
    for (const control of [page.getByRole('combobox', { name: 'Language' }), page.getByLabel('Wanted on')]) {
        await finger.tap(control);
        await eventually('the focus', () => control.evaluate((element) => document.activeElement === element));
        await page.evaluate(() => document.activeElement.blur());
    }
}
