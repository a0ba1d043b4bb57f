// The settings, the export and the print link with a finger alone, as tests/e2e/touch.test.mjs does for the orders.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { launch, picture } from './support/browser.mjs';
import { accountButton, demoPortal, listIsThere, openDemoPage, settled } from './support/demo.mjs';
import { password } from './support/portal.mjs';
import { heading, orderLinks } from './support/steps.mjs';
import { eventually, suite } from './support/test.mjs';
import { assertTargets } from './support/touch.mjs';
import { atList, close, logIn, open } from './support/touch_visits.mjs';
import { words } from './support/words.mjs';

async function setup() {
    return { portal: await demoPortal(), browser: await launch(), people: 0 };
}

async function teardown(context) {
    await context?.browser.close();
    await context?.portal.destroy();
}

const field = (page, id) => page.getByLabel(page.say(id), { exact: true });
const button = (page, id) => page.getByRole('button', { name: page.say(id), exact: true });
const isSaid = (page, id) => page.getByText(page.say(id)).first().waitFor();

/** Somebody whom no other test has changed, led by More to the settings. */
async function atSettings(context, size, short, more) {
    const visit = await open(context, size, short, more), { page, finger } = visit;
    visit.email = `finger${++context.people}@example.com`;
    context.portal.addUser(context.portal.account, visit.email, 'Chen Yun');
    await logIn(visit, context.portal, { email: visit.email });
    await listIsThere(page);
    await finger.tap(accountButton(page));
    await finger.tap(page.getByRole('menuitem', { name: page.say('account.settings') }));
    await heading(page, page.say('settings.title')).waitFor();
    await field(page, 'settings.name').waitFor();
    await settled(page);
    return visit;
}

/** The same person on another device, so that there is one to log out. */
async function logInElsewhere(context, email) {
    const page = await openDemoPage(context.browser, 'desk', 'en');
    await page.goto(`${context.portal.base}/login`);
    await page.locator('input[name=email]').fill(email);
    await page.locator('input[name=password]').fill(password);
    await page.locator('button[type=submit]').first().click();
    await page.waitForURL((url) => url.pathname !== '/login');
    await page.context().close();
}

async function openExport(page, finger) {
    await finger.tap(button(page, 'export.menu').first());
    await page.getByRole('menu').waitFor();
    await settled(page);
}

/** How many pixels of each of `count` equally wide characters are painted, by what is on the screen. */
async function inkOf(page, locator, count) {
    await settled(page);
    const clip = await locator.evaluate((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return { x, y, width, height };
    });
    const png = (await page.screenshot({ clip })).toString('base64');
    return page.evaluate(async ([text, parts]) => {
        const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
        const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(image.width, image.height).getContext('2d');
        context.drawImage(image, 0, 0);
        const { data } = context.getImageData(0, 0, image.width, image.height);
        const ink = new Array(parts).fill(0);
        for (let at = 0; at < data.length; at += 4) if (data[at] < 160) ink[Math.floor((((at / 4) % image.width) * parts) / image.width)] += 1;
        return ink;
    }, [png, count]);
}

suite('touch beyond the orders', { setup, teardown }, (test) => {
    for (const [size, short] of [['phone', 'en'], ['small phone', 'zh']]) {
        test(`${size}: a name by an input method, a language, saved, and a change discarded`, async (context) => {
            const { page, finger } = await atSettings(context, size, short);
            const name = field(page, 'settings.name');
            await finger.tap(name);
            await finger.compose("lin'wei", '林薇');
            await eventually('the text', async () => (await name.inputValue()).includes('林薇'));
            const unsaved = page.getByText(page.say('settings.unsaved')).first(), letters = [...page.say('settings.unsaved')].length;
            if (short === 'zh') assert.ok((await inkOf(page, unsaved, letters)).every((ink) => ink > 20), 'every character is painted, though the atlas has grown');
            const saved = await name.inputValue(), other = short === 'en' ? 'zh-CN' : 'en';
            const language = field(page, 'settings.language');
            await finger.tap(language); // its list is the browser's: that the tap arrives is what we can see
            await eventually('the focus', () => language.evaluate((element) => document.activeElement === element));
            await language.selectOption(other);
            await picture(page, `touch-settings-${size.replace(' ', '-')}`);
            await finger.tap(button(page, 'settings.save'));
            page.say = words(other);
            await heading(page, page.say('settings.title')).waitFor();
            await isSaid(page, 'settings.saved');

            await finger.tap(field(page, 'settings.name'));
            await finger.write(' x');
            await eventually('the change', async () => (await field(page, 'settings.name').inputValue()).includes(' x'));
            await finger.tap(button(page, 'settings.discard'));
            await eventually('the saved name', async () => (await field(page, 'settings.name').inputValue()) === saved);
            await button(page, 'settings.discard').waitFor({ state: 'detached' });
            await close(page);
        });

        test(`${size}: a theme, a password shown and hidden, a question dismissed`, async (context) => {
            const { page, finger, email } = await atSettings(context, size, short);
            await finger.tap(field(page, 'theme.dark'));
            await eventually('the dark theme', () => page.evaluate(() => document.documentElement.dataset.theme === 'dark'));

            const secret = field(page, 'password.new');
            await finger.tap(secret);
            await finger.write('kettle');
            assert.equal(await secret.getAttribute('type'), 'password');
            await finger.tap(button(page, 'password.show_new'));
            await eventually('the password in clear', async () => (await secret.getAttribute('type')) === 'text');
            assert.equal(await secret.inputValue(), 'kettle');
            await finger.tap(button(page, 'password.hide_new'));
            await eventually('the password hidden', async () => (await secret.getAttribute('type')) === 'password');

            await logInElsewhere(context, email);
            await page.reload();
            await field(page, 'settings.name').waitFor();
            const question = page.getByRole('dialog', { name: page.say('sessions.ask_title') });
            for (const leave of [() => finger.tap(button(page, 'sessions.ask_cancel')), () => finger.tapAt(page.viewportSize().width / 2, 12), () => page.goBack()]) {
                await finger.tap(button(page, 'sessions.end_others'));
                await question.waitFor();
                await leave();
                await question.waitFor({ state: 'detached' });
                await settled(page);
            }
            assert.equal(new URL(page.url()).pathname, '/settings');
            await button(page, 'sessions.end_others').waitFor();
            await close(page);
        });

        test(`${size}: the list as CSV, and an order's page to print`, async (context) => {
            const { page, finger } = await atList(context, size, short);
            const { say } = page;
            await openExport(page, finger);
            const [download] = await Promise.all([page.waitForEvent('download'), finger.tap(page.getByRole('menuitem', { name: say('export.csv') }))]);
            assert.ok(readFileSync(await download.path(), 'utf8').includes(say('export.column.number')));
            await page.getByText(say('download.saved', { file: download.suggestedFilename() })).first().waitFor();
            await finger.tap(button(page, 'download.close'));
            await button(page, 'download.close').waitFor({ state: 'detached' });

            await finger.tap(orderLinks(page).first());
            const link = page.getByRole('link', { name: say('order.print') });
            await link.waitFor();
            assert.match(await link.getAttribute('href'), /^\/orders\/\d+\/print/);
            const [paper] = await Promise.all([page.context().waitForEvent('page'), finger.tap(link)]);
            await paper.getByRole('heading', { level: 1 }).waitFor();
            await close(page);
        });

        test(`${size}: targets of the settings, their question, the export menu and the print link`, async (context) => {
            const { page, finger, email } = await atSettings(context, size, short, { deviceScaleFactor: 1 });
            await logInElsewhere(context, email);
            await page.reload();
            await field(page, 'settings.name').waitFor();
            await finger.tap(field(page, 'settings.name'));
            await finger.write('x');
            await button(page, 'settings.save').waitFor();
            await assertTargets(page, 'the settings');
            await finger.tap(button(page, 'sessions.end_others'));
            await page.getByRole('dialog').waitFor();
            await assertTargets(page, 'the question');
            await finger.tap(button(page, 'sessions.ask_cancel'));
            await page.goto(`${context.portal.base}/orders`);
            await listIsThere(page);
            await openExport(page, finger);
            await assertTargets(page, 'the export menu');
            await finger.tapAt(page.viewportSize().width / 2, 12);
            await page.getByRole('menu').waitFor({ state: 'detached' });
            await finger.tap(orderLinks(page).first());
            await page.getByRole('link', { name: page.say('order.print') }).waitFor();
            await assertTargets(page, 'an order with its print link');
            await page.context().close();
        });
    }
});
