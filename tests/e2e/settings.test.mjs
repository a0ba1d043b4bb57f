// One's own settings, as a person uses them: what is saved is in force everywhere, nothing typed is lost, and devices
// that one does not know are logged out.
import assert from 'node:assert/strict';
import { assertAccessible } from './support/accessibility.mjs';
import { devices, launch, picture, press } from './support/browser.mjs';
import { accountButton, demoPortal, listIsThere, openDemoPage, settled } from './support/demo.mjs';
import { password } from './support/portal.mjs';
import { heading } from './support/steps.mjs';
import { eventually, suite } from './support/test.mjs';
import { languages, words } from './support/words.mjs';

const newPassword = 'seven green kettles sing 9';

async function setup() {
    return { portal: await demoPortal(), browser: await launch(), people: 0 };
}

async function teardown(context) {
    await context?.browser.close();
    await context?.portal.destroy();
}

/** Somebody whom no other test has changed. */
function newPerson(context) {
    const email = `person${++context.people}@example.com`;
    context.portal.addUser(context.portal.account, email, 'Chen Yun');
    return email;
}

async function logInAs(page, portal, email, secret = password, path = '/settings') {
    await page.goto(`${portal.base}${path}`);
    await page.locator('input[name=email]').fill(email);
    await page.locator('input[name=password]').fill(secret);
    await press(page, page.device, page.locator('button[type=submit]').first());
}

/** A new person on the settings page, to which the deep link has led through the log-in. */
async function visitSettings(context, device, short, more) {
    const page = await openDemoPage(context.browser, device, short, more);
    page.person = newPerson(context);
    await logInAs(page, context.portal, page.person);
    await settingsAreThere(page);
    return page;
}

async function settingsAreThere(page) {
    await heading(page, page.say('settings.title')).waitFor({ timeout: 40000 });
    await field(page, 'settings.name').waitFor({ timeout: 40000 });
}

const field = (page, id) => page.getByLabel(page.say(id), { exact: true });
const button = (page, id, values) => page.getByRole('button', { name: page.say(id, values), exact: true });
const pressButton = (page, id) => press(page, page.device, button(page, id));

function isSaid(page, id, values) {
    return eventually(`"${page.say(id, values)}"`, async () => (await page.locator('body').innerText()).replace(/\s+/g, ' ').includes(page.say(id, values).replace(/\s+/g, ' ')));
}

async function save(page) {
    await pressButton(page, 'settings.save');
    await isSaid(page, 'settings.saved');
}

suite('settings', { setup, teardown }, (test) => {
    for (const device of Object.keys(devices)) {
        for (const short of Object.keys(languages)) {
            test(`${device}, ${short}: a name is changed, in the menu at once and still there after a reload`, async (context) => {
                const page = await visitSettings(context, device, short);
                await picture(page, `settings-${device}-${short}`);
                await assertAccessible(page, 'the settings');
                await field(page, 'settings.name').fill('Lin Wei 林薇');
                await settled(page);
                await picture(page, `settings-changed-${device}-${short}`);
                await save(page);
                await press(page, device, accountButton(page));
                await page.getByText('Lin Wei 林薇').first().waitFor();
                await page.keyboard.press('Escape');
                await page.reload();
                await settingsAreThere(page);
                assert.equal(await field(page, 'settings.name').inputValue(), 'Lin Wei 林薇');
                assert.deepEqual(page.complaints.filter((text) => !text.includes('401')), []);
                await page.context().close();
            });
        }
    }

    test('what is typed with an input method is the name, exactly', async (context) => {
        const page = await visitSettings(context, 'desk', 'zh');
        const name = field(page, 'settings.name'), cdp = await page.context().newCDPSession(page);
        await name.fill('');
        await name.focus();
        await cdp.send('Input.imeSetComposition', { text: "lin'wei", selectionStart: 7, selectionEnd: 7 });
        await cdp.send('Input.insertText', { text: '林薇' });
        await page.keyboard.type(' é 🚚');
        await page.keyboard.press('Enter');
        await isSaid(page, 'settings.saved');
        await page.reload();
        await settingsAreThere(page);
        assert.equal(await field(page, 'settings.name').inputValue(), '林薇 é 🚚');
        await page.context().close();
    });

    test('a time zone is found by its city and changes the times that are shown', async (context) => {
        const page = await visitSettings(context, 'desk', 'en');
        await page.getByText('checked 10:00').waitFor();
        const zone = field(page, 'settings.zone');
        await zone.focus();
        await zone.fill('BERlin');
        await page.getByRole('option', { name: /Europe\/Berlin/ }).click();
        await save(page);
        await page.getByText('checked 04:00').waitFor();
        await page.reload();
        await page.getByText('checked 04:00').waitFor();
        await page.context().close();
    });

    test('a language that is saved is in force and stays on the log-in page and on another device', async (context) => {
        const page = await visitSettings(context, 'desk', 'en');
        await field(page, 'settings.language').selectOption({ label: '中文' });
        await pressButton(page, 'settings.save');
        await heading(page, words('zh-CN')('settings.title')).waitFor();
        page.say = words('zh-CN');
        await accountButton(page).click();
        await page.getByRole('menuitem', { name: page.say('account.log_out') }).click();
        await page.waitForURL((url) => url.pathname === '/login');
        assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
        const other = await openDemoPage(context.browser, 'phone', 'en');
        await logInAs(other, context.portal, page.person);
        await heading(other, page.say('settings.title')).waitFor({ timeout: 40000 });
        await other.context().close();
        await page.context().close();
    });

    test('undo brings back what was saved before', async (context) => {
        const page = await visitSettings(context, 'desk', 'en');
        const before = await field(page, 'settings.name').inputValue();
        await field(page, 'settings.name').fill('Somebody Else');
        await save(page);
        await pressButton(page, 'settings.undo');
        await isSaid(page, 'settings.restored');
        assert.equal(await field(page, 'settings.name').inputValue(), before);
        await page.context().close();
    });

    test('a wrong password is told in its place; the right one changes it and ends other devices', async (context) => {
        const page = await visitSettings(context, 'desk', 'en');
        const other = await openDemoPage(context.browser, 'desk', 'en');
        await logInAs(other, context.portal, page.person, password, '/orders');
        await listIsThere(other);
        const current = field(page, 'password.current');
        await current.fill('not the password');
        await field(page, 'password.new').fill(newPassword);
        await isSaid(page, 'password.good');
        await pressButton(page, 'password.change');
        await isSaid(page, 'password.current_wrong');
        await eventually('the focus on it', () => current.evaluate((element) => element === document.activeElement));
        assert.equal(await current.getAttribute('aria-invalid'), 'true');
        await picture(page, 'settings-wrong-password');
        await current.fill(password);
        await pressButton(page, 'password.change');
        await isSaid(page, 'password.changed');
        assert.equal(await current.inputValue(), '');
        // The proof of the page is another one now: what follows must still be accepted.
        await field(page, 'settings.name').fill('After The Change');
        await save(page);
        await other.goto(`${context.portal.base}/orders`);
        await other.waitForURL((url) => url.pathname === '/login');
        await logInAs(other, context.portal, page.person, newPassword);
        await settingsAreThere(other);
        await other.context().close();
        await page.context().close();
    });

    test("another browser's session is ended from the list", async (context) => {
        const page = await visitSettings(context, 'desk', 'en');
        const other = await openDemoPage(context.browser, 'phone', 'en');
        await logInAs(other, context.portal, page.person, password, '/orders');
        await listIsThere(other);
        await page.reload();
        await settingsAreThere(page);
        await page.getByText(page.say('sessions.this_device'), { exact: true }).waitFor();
        await page.getByRole('button', { name: new RegExp(`^${page.say('sessions.end')} .+, `) }).first().click();
        await isSaid(page, 'sessions.ended');
        await isSaid(page, 'sessions.only_this');
        await other.goto(`${context.portal.base}/orders`);
        await other.waitForURL((url) => url.pathname === '/login');
        await other.context().close();
        await page.context().close();
    });

    test('all other devices are logged out after a question', async (context) => {
        const page = await visitSettings(context, 'phone', 'zh');
        for (const device of ['desk', 'phone']) {
            const other = await openDemoPage(context.browser, device, 'en');
            await logInAs(other, context.portal, page.person, password, '/orders');
            await listIsThere(other);
            await other.context().close();
        }
        await page.reload();
        await settingsAreThere(page);
        await pressButton(page, 'sessions.end_others');
        await page.getByRole('dialog').waitFor();
        await assertAccessible(page, 'the question');
        await picture(page, 'settings-question-phone-zh');
        await pressButton(page, 'sessions.ask_confirm');
        await isSaid(page, 'sessions.others_ended');
        await page.context().close();
    });

    test('by keyboard alone a name is changed, a choice made and saved', async (context) => {
        const page = await visitSettings(context, 'desk', 'en');
        const reach = async (name) => {
            for (let i = 0; i < 60; i++) {
                await page.keyboard.press('Tab');
                const at = await page.evaluate(() => {
                    const element = document.activeElement;
                    return (element.getAttribute('aria-label') ?? element.labels?.[0]?.textContent ?? element.textContent).trim();
                });
                if (at.startsWith(name)) return;
            }
            throw new Error(`Tab never reached ${name}`);
        };
        await reach(page.say('settings.name'));
        await page.keyboard.press('Control+a');
        await page.keyboard.type('Typed By Keys');
        await reach(page.say('settings.mail_daily'));
        await page.keyboard.press('ArrowDown');
        await reach(page.say('settings.save'));
        await page.keyboard.press('Enter');
        await isSaid(page, 'settings.saved');
        await eventually('the focus at the heading', () => page.evaluate(() => document.activeElement.tagName === 'H1'));
        await page.reload();
        await settingsAreThere(page);
        assert.equal(await field(page, 'settings.name').inputValue(), 'Typed By Keys');
        assert.equal(await field(page, 'settings.mail_immediately').isChecked(), true);
        await page.context().close();
    });

    test('without a network what was typed is kept, through other pages, and saved later', async (context) => {
        const page = await visitSettings(context, 'desk', 'en');
        await field(page, 'settings.name').fill('Kept Through A Tunnel');
        await page.context().setOffline(true);
        await isSaid(page, 'settings.offline');
        await pressButton(page, 'settings.save');
        await isSaid(page, 'settings.unreachable');
        await picture(page, 'settings-offline');
        await page.getByRole('link', { name: page.say('nav.orders') }).first().click();
        await heading(page, page.say('orders.title')).waitFor();
        await page.goBack();
        await heading(page, page.say('settings.title')).waitFor();
        assert.equal(await field(page, 'settings.name').inputValue(), 'Kept Through A Tunnel');
        await page.context().setOffline(false);
        await save(page);
        await page.context().close();
    });

    test('whoever logs out with unsaved changes is told', async (context) => {
        const page = await visitSettings(context, 'phone', 'en');
        await field(page, 'settings.name').fill('Not Saved');
        await press(page, page.device, accountButton(page));
        await press(page, page.device, page.getByRole('menuitem', { name: page.say('account.log_out') }));
        await page.getByRole('dialog', { name: page.say('settings.leave_title') }).waitFor();
        await pressButton(page, 'settings.leave_cancel');
        await page.getByRole('dialog').waitFor({ state: 'detached' });
        assert.equal(await field(page, 'settings.name').inputValue(), 'Not Saved');
        await press(page, page.device, accountButton(page));
        await press(page, page.device, page.getByRole('menuitem', { name: page.say('account.log_out') }));
        await pressButton(page, 'settings.leave_confirm');
        await page.waitForURL((url) => url.pathname === '/login');
        await page.context().close();
    });

    test('theme and text size are in force at once and outlive the log-out', async (context) => {
        const page = await visitSettings(context, 'desk', 'en', { colorScheme: 'light' });
        await field(page, 'theme.dark').check();
        await field(page, 'text_size.large').check();
        const theme = () => page.evaluate(() => document.documentElement.dataset.theme);
        await eventually('the dark theme', async () => (await theme()) === 'dark');
        await settled(page);
        await picture(page, 'settings-dark-large');
        await accountButton(page).click();
        await page.getByRole('menuitem', { name: page.say('account.log_out') }).click();
        await page.waitForURL((url) => url.pathname === '/login');
        assert.equal(await theme(), 'dark');
        await page.context().close();
    });
});
