// Tooltips after WCAG 2.2, 1.4.13: by the mouse that rests and by the keyboard's focus, hoverable, gone by Escape, there
// for as long as they are wanted; and a mouse that only moves costs no frame.
import assert from 'node:assert/strict';
import { assertAccessible } from './support/accessibility.mjs';
import { launch, openPage, picture } from './support/browser.mjs';
import { demoPortal, settled, visitDemo } from './support/demo.mjs';
import { eventually, suite } from './support/test.mjs';

async function setup() {
    return { portal: await demoPortal(), browser: await launch() };
}

async function teardown(context) {
    await context?.browser.close();
    await context?.portal.destroy();
}

async function openGallery({ portal, browser }, more = {}) {
    const page = await openPage(browser, 'desk', 'en-GB', more);
    await page.goto(`${portal.base}/gallery`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await settled(page);
    return page;
}

const shown = (page) => page.locator('.tooltip');
const gone = (page) => shown(page).waitFor({ state: 'detached' });
const reload = (page) => page.getByRole('button', { name: 'Load again' });
const explained = (page) => page.getByRole('button', { name: 'Close the order' });
const words = 'It goes into the archive and can be opened again for 30 days.';
const pump = /^Stainless steel centrifugal pump/;

async function appears(page, text) {
    await eventually(`the tooltip "${text}"`, async () => (await shown(page).count()) === 1 && (await shown(page).textContent()) === text);
}

async function middle(locator) {
    const box = await locator.boundingBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
}

suite('tooltips', { setup, teardown }, (test) => {
    test('the mouse that rests brings one, may go onto it, and takes it away by leaving', async (context) => {
        const page = await openGallery(context);
        await reload(page).hover();
        await appears(page, 'Load again');
        await picture(page, 'tooltip-icon');
        const box = await shown(page).boundingBox();
        await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 4 });
        await page.waitForTimeout(700);
        assert.equal(await shown(page).count(), 1, 'it stays while the mouse is on it');
        await page.mouse.move(2, 2);
        await gone(page);
        await page.context().close();
    });

    test('Escape takes it away without moving the mouse, and it does not come back by itself', async (context) => {
        const page = await openGallery(context);
        await reload(page).hover();
        await appears(page, 'Load again');
        await page.keyboard.press('Escape');
        await gone(page);
        const [x, y] = await middle(reload(page));
        await page.mouse.move(x + 3, y + 3);
        await page.waitForTimeout(700);
        assert.equal(await shown(page).count(), 0);
        await page.context().close();
    });

    test('the focus by keyboard brings one at once, described, and it stays', async (context) => {
        const page = await openGallery(context);
        await explained(page).focus();
        await page.keyboard.press('Shift+Tab');
        await appears(page, 'Load again');
        assert.equal(await reload(page).getAttribute('aria-describedby'), null, 'a name is not said twice');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Tab');
        await page.keyboard.press('Shift+Tab');
        await page.waitForTimeout(100);
        const focused = await page.evaluate(() => document.activeElement.textContent);
        assert.equal(focused, 'Close the order');
        await appears(page, words);
        const described = await explained(page).evaluate((element) => document.getElementById(element.getAttribute('aria-describedby'))?.textContent);
        assert.equal(described, words);
        assert.equal(await shown(page).getAttribute('role'), 'tooltip');
        await assertAccessible(page, 'a tooltip');
        await page.waitForTimeout(1500);
        assert.equal(await shown(page).count(), 1, 'nothing times out');
        await page.keyboard.press('Escape');
        await gone(page);
        assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Close the order', 'the focus stays');
        await page.context().close();
    });

    test('a text that is cut shows all of itself', async (context) => {
        const page = await openGallery(context);
        const cut = page.locator('span.hinted', { hasText: pump });
        await cut.scrollIntoViewIfNeeded();
        const [x, y] = await middle(cut);
        await page.mouse.move(x, y);
        await eventually('the whole text', async () => pump.test((await shown(page).allTextContents()).join('')));
        await picture(page, 'tooltip-cut');
        await page.context().close();
    });

    test('a mouse that moves draws nothing, a press takes the tooltip away, touch has none', async (context) => {
        const page = await openGallery(context);
        await settled(page);
        const frames = () => page.evaluate(() => window.Orderdeck.scheduler.frames);
        const before = await frames();
        for (let i = 0; i < 60; i++) await page.mouse.move(40 + i * 18, 60 + i * 9);
        await page.mouse.move(2, 2);
        await page.waitForTimeout(600);
        assert.equal(await frames(), before);
        await reload(page).hover();
        await appears(page, 'Load again');
        await page.mouse.down();
        await gone(page);
        await page.mouse.up();
        await page.context().close();
        const phone = await openPage(context.browser, 'phone', 'en-GB');
        await phone.goto(`${context.portal.base}/gallery`);
        await reload(phone).tap();
        await phone.waitForTimeout(700);
        assert.equal(await shown(phone).count(), 0);
        await phone.context().close();
    });

    test('in plain mode and in forced colours it is seen', async (context) => {
        for (const more of [{}, { forcedColors: 'active' }, { colorScheme: 'dark' }]) {
            const page = await openGallery(context, more);
            await page.evaluate(() => window.Orderdeck.plain.set('test', true));
            await explained(page).hover();
            await appears(page, words);
            await assertAccessible(page, `a tooltip in plain mode ${JSON.stringify(more)}`, { contrast: true });
            const colours = await shown(page).evaluate((element) => [getComputedStyle(element).backgroundColor, getComputedStyle(element.firstElementChild).color]);
            assert.notEqual(colours[0], colours[1]);
            assert.doesNotMatch(colours.join(), /rgba\(.*, 0\)/);
            await picture(page, `tooltip-plain${more.forcedColors ? '-forced' : ''}${more.colorScheme ? '-dark' : ''}`);
            await page.context().close();
        }
    });

    test('on the list, the texts that a row cuts are shown though the row is a link', async (context) => {
        const page = await visitDemo(context, 'desk', 'en', { viewport: { width: 390, height: 800 } });
        await settled(page);
        const cut = page.locator('main [role=row] span.hinted, main li span.hinted').first();
        assert.ok(await cut.count(), 'a text is cut at this width');
        const [x, y] = await middle(cut);
        await page.mouse.move(x, y);
        await appears(page, await cut.textContent());
        await picture(page, 'tooltip-row');
        await page.mouse.move(5, 790);
        await gone(page);
        await page.setViewportSize({ width: 1280, height: 800 });
        await page.getByRole('button', { name: page.say('account.menu') }).hover();
        await appears(page, page.say('account.menu'));
        assert.deepEqual(page.complaints, []);
        await page.context().close();
    });
});
