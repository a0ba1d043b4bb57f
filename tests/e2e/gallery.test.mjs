// The components, each in its states, without an account: what all screens are built from works in a real browser.
import assert from 'node:assert/strict';
import { assertAccessible } from './support/accessibility.mjs';
import { devices, launch, openPage, picture } from './support/browser.mjs';
import { Portal } from './support/portal.mjs';
import { eventually, suite } from './support/test.mjs';

const locales = { en: 'en-GB', zh: 'zh-CN' };
const names = {
    name: 'Name', message: /What happened/, quantity: 'Damaged quantity', more: 'One more', language: 'Language', zone: 'Time zone',
    repair: 'Repair', refund: 'Refund', mail: 'Mail me when a promise moves', consent: /photos may be shown/, day: 'Wanted on',
    until: 'Until', photos: 'Photos', remove: 'Remove', ask: 'Ask first', keep: 'Keep it', askTitle: 'Discard the draft?',
};

async function setup() {
    const portal = new Portal();
    portal.command(['demo', '--orders', '1']);
    await portal.start();
    return { portal, browser: await launch() };
}

async function teardown(context) {
    await context?.browser.close();
    await context?.portal.destroy();
}

async function openGallery(context, device, language, more = {}) {
    const page = await openPage(context.browser, device, locales[language], more);
    await page.goto(`${context.portal.base}/gallery`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
}

const field = (page, name) => page.getByRole('textbox', { name });

async function close(page) {
    assert.deepEqual(page.complaints, []);
    await page.context().close();
}

suite('components', { setup, teardown }, (test) => {
    for (const device of Object.keys(devices)) {
        for (const language of Object.keys(locales)) {
            for (const scheme of ['light', 'dark']) {
                test(`${device}, ${language}, ${scheme}: nothing is inaccessible, nothing is wider than the screen`, async (context) => {
                    const page = await openGallery(context, device, language, { colorScheme: scheme });
                    await assertAccessible(page, 'the gallery');
                    const scroller = page.locator('main');
                    const height = await scroller.evaluate((element) => element.scrollHeight);
                    for (let at = 0, part = 1; at < height; at += devices[device].viewport.height - 80, part++) {
                        await scroller.evaluate((element, top) => { element.scrollTop = top; }, at);
                        await page.waitForTimeout(120);
                        await picture(page, `gallery-${device}-${language}-${scheme}-${part}`);
                    }
                    assert.equal(await scroller.evaluate((element) => element.scrollWidth > element.clientWidth), false);
                    await close(page);
                });
            }
        }
    }

    test('plain mode shows every component with enough contrast', async (context) => {
        const page = await openPage(context.browser, 'desk', locales.en);
        await page.addInitScript(() => {
            const original = HTMLCanvasElement.prototype.getContext;
            HTMLCanvasElement.prototype.getContext = function (kind, ...rest) { return /webgl/.test(kind) ? null : original.call(this, kind, ...rest); };
        });
        await page.goto(`${context.portal.base}/gallery`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await assertAccessible(page, 'the gallery in plain mode', { contrast: true });
        await picture(page, 'gallery-plain');
        await page.context().close();
    });

    test('text of input methods, dead keys, paste and undo arrives as it is', async (context) => {
        const page = await openGallery(context, 'desk', 'en');
        const input = field(page, names.name), cdp = await page.context().newCDPSession(page);
        await input.focus();
        await cdp.send('Input.imeSetComposition', { text: "ni'hao", selectionStart: 6, selectionEnd: 6 });
        await cdp.send('Input.insertText', { text: '你好' });
        await cdp.send('Input.imeSetComposition', { text: 'とうきょう', selectionStart: 5, selectionEnd: 5 });
        await cdp.send('Input.insertText', { text: '東京' });
        await cdp.send('Input.imeSetComposition', { text: '´', selectionStart: 1, selectionEnd: 1 });
        await cdp.send('Input.insertText', { text: 'é' });
        await page.keyboard.type(' 🚚 x');
        assert.equal(await input.inputValue(), '你好東京é 🚚 x');
        await page.keyboard.press('Control+z');
        assert.notEqual(await input.inputValue(), '你好東京é 🚚 x');
        await page.keyboard.press('Control+Shift+z');
        await page.keyboard.press('Control+a');
        await page.keyboard.press('Control+c');
        await field(page, names.message).focus();
        await page.keyboard.press('Control+v');
        await page.keyboard.press('Enter');
        await page.keyboard.type('second line');
        assert.equal(await field(page, names.message).inputValue(), '你好東京é 🚚 x\nsecond line');
        // The model has it: after the focus has gone, the field is written from there.
        await input.focus();
        assert.equal(await field(page, names.message).inputValue(), '你好東京é 🚚 x\nsecond line');
        await close(page);
    });

    test('a number is stepped by buttons and arrow keys, and a wrong one says what is wrong', async (context) => {
        const page = await openGallery(context, 'desk', 'en');
        const input = field(page, names.quantity);
        await page.getByRole('button', { name: names.more }).click();
        assert.equal(await input.inputValue(), '13');
        await input.focus();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        assert.equal(await input.inputValue(), '11');
        await input.fill('41');
        await page.getByText('Enter a number from 0 to 40.').waitFor({ state: 'attached' });
        assert.equal(await input.getAttribute('aria-invalid'), 'true');
        const described = await input.evaluate((el) => document.getElementById(el.getAttribute('aria-describedby')).textContent);
        assert.equal(described, 'Enter a number from 0 to 40.');
        await close(page);
    });

    test('choices by mouse, by label and by keyboard', async (context) => {
        const page = await openGallery(context, 'desk', 'en');
        await page.getByRole('combobox', { name: names.language }).selectOption('zh-CN');
        assert.equal(await page.getByRole('combobox', { name: names.language }).inputValue(), 'zh-CN');
        await page.getByRole('radio', { name: names.repair }).click();
        assert.equal(await page.getByRole('radio', { name: names.repair }).isChecked(), true);
        await page.keyboard.press('ArrowUp');
        assert.equal(await page.getByRole('radio', { name: names.refund }).isChecked(), true);
        const mail = page.getByRole('switch', { name: names.mail });
        assert.equal(await mail.isChecked(), true);
        await mail.focus();
        await page.keyboard.press('Space');
        assert.equal(await mail.isChecked(), false);
        const consent = page.getByRole('checkbox', { name: names.consent });
        await consent.click();
        assert.equal(await consent.isChecked(), true);
        await consent.click();
        assert.equal(await consent.isChecked(), false);
        await close(page);
    });

    test('a combobox narrows while one types and is chosen from by keyboard and mouse', async (context) => {
        const page = await openGallery(context, 'desk', 'en');
        const zone = page.getByRole('combobox', { name: names.zone });
        await zone.focus();
        await page.keyboard.type('asia');
        const options = page.getByRole('listbox', { name: 'Time zones' }).getByRole('option');
        await eventually('the list of Asian zones', async () => (await options.count()) === 4);
        await page.keyboard.press('ArrowDown');
        const active = await zone.evaluate((el) => document.getElementById(el.getAttribute('aria-activedescendant')).textContent);
        assert.equal(active, 'Asia/Singapore');
        await page.keyboard.press('Enter');
        await eventually('the choice', async () => (await zone.inputValue()) === 'Asia/Singapore');
        assert.equal(await options.count(), 0);
        await zone.fill('berl');
        await page.getByRole('option', { name: 'Europe/Berlin' }).click();
        await eventually('the choice', async () => (await zone.inputValue()) === 'Europe/Berlin');
        await zone.fill('nowhere');
        await page.keyboard.press('Escape');
        await eventually('the old choice', async () => (await zone.inputValue()) === 'Europe/Berlin');
        await close(page);
    });

    test('days are entered natively and picked photos are shown and taken out', async (context) => {
        const page = await openGallery(context, 'desk', 'en');
        await page.getByLabel(names.day).fill('2026-12-01');
        await page.getByLabel(names.until).fill('2026-11-30');
        assert.equal(await page.getByLabel(names.day).inputValue(), '2026-12-01');
        const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
        await page.getByLabel(names.photos, { exact: true }).setInputFiles([
            { name: '箱子.png', mimeType: 'image/png', buffer: png }, { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }]);
        const preview = page.getByRole('img', { name: '箱子.png' });
        await preview.waitFor();
        assert.equal(await preview.evaluate((el) => el.src.startsWith('blob:')), true);
        await page.getByText('note.txt').waitFor({ state: 'attached' });
        await picture(page, 'gallery-files');
        await page.getByRole('button', { name: names.remove, exact: true }).last().click();
        await page.getByText('note.txt').waitFor({ state: 'detached' });
        await close(page);
    });

    test('a question traps the focus, Back closes it and the focus returns', async (context) => {
        const page = await openGallery(context, 'desk', 'en');
        const ask = page.getByRole('button', { name: names.ask });
        await ask.click();
        const dialog = page.getByRole('dialog', { name: names.askTitle });
        await dialog.waitFor();
        await assertAccessible(page, 'an open question');
        await picture(page, 'gallery-question');
        await eventually('the focus on the harmless answer', () => page.evaluate((name) => document.activeElement.textContent === name, names.keep));
        for (let i = 0; i < 6; i++) {
            await page.keyboard.press('Tab');
            assert.equal(await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest('[role=dialog]') !== null), true);
        }
        await page.goBack();
        await dialog.waitFor({ state: 'detached' });
        assert.equal(new URL(page.url()).pathname, '/gallery');
        await eventually('the focus back on the opener', () => ask.evaluate((el) => document.activeElement === el));
        await close(page);
    });

    test('the device check passes here in both languages and can be copied', async (context) => {
        for (const [language, locale] of Object.entries(locales)) {
            const page = await openPage(context.browser, 'phone', locale, { permissions: ['clipboard-read', 'clipboard-write'] });
            await page.goto(`${context.portal.base}/diag`);
            await eventually('seven verdicts', async () => (await page.locator('.mark.pass, .mark.fail').count()) === 7, 40000);
            const failed = await page.locator('li:has(.mark.fail)').allTextContents();
            // Frames take long where software paints them.
            assert.deepEqual(failed.filter((text) => !/Smoothness|流畅度/.test(text)), []);
            const cdp = await page.context().newCDPSession(page);
            await page.locator('#typing').tap();
            await cdp.send('Input.imeSetComposition', { text: 'ding dan', selectionStart: 8, selectionEnd: 8 });
            await cdp.send('Input.insertText', { text: '订单' });
            await page.locator('#scroller').evaluate((element) => { element.scrollTop = 300; });
            await eventually('all nine checks', async () => (await page.locator('.mark.pass, .mark.fail').count()) === 9);
            await assertAccessible(page, 'the device check', { contrast: true });
            await picture(page, `diag-phone-${language}`);
            await page.locator('#copy').click();
            const report = await eventually('the report in the clipboard', () => page.evaluate(() => navigator.clipboard.readText()));
            assert.match(report, /^Orderdeck device check/);
            assert.match(report, /PASS +typing: 2 characters/);
            await close(page);
        }
    });
});
