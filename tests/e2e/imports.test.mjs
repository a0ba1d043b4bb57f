// The imports as staff sees and repairs them: files that are broken in the ways in which files break, and a customer for
// whom all of this does not exist.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assertAccessible } from './support/accessibility.mjs';
import { devices, launch, picture, press } from './support/browser.mjs';
import { buyer, demoPortal, openDemoPage, settled } from './support/demo.mjs';
import { password } from './support/portal.mjs';
import { heading } from './support/steps.mjs';
import { eventually, suite } from './support/test.mjs';
import { languages } from './support/words.mjs';

const mapping = {
    source: { name: 'erp', kind: 'sales' },
    file: { delimiter: ';' },
    dates: { formats: ['%Y-%m-%d'], utc_offset_minutes: 480 },
    account: { code: 'Customer' },
    order: { number: 'Order', placed: 'Placed', currency: { constant: 'EUR' }, kind: 'Type' },
    line: { number: 'Pos', sku: 'SKU', item: 'Item', ordered: 'Qty', commercial: { constant: 'confirmed' } },
};
const header = 'Customer;Order;Placed;Type;Pos;SKU;Item;Qty\n';

async function setup() {
    const portal = await demoPortal();
    await portal.stop();
    mkdirSync(join(portal.dataDir, 'mappings'), { recursive: true });
    writeFileSync(join(portal.dataDir, 'mappings', 'erp_trial.json'), JSON.stringify(mapping));
    portal.command(['user', 'add', '--staff', '--email', 'bea@example.com', '--name', 'Bea 林'], `${password}\n`);
    portal.command(['user', 'add', '--staff', '--account', portal.account, '--email', 'ben@example.com'], `${password}\n`);
    const token = portal.commandJson(['token', 'add', '--feed', 'erp_trial', '--label', 'Trial']).token;
    await portal.start();
    return { portal, token, browser: await launch(), orders: 0 };
}

async function teardown(context) {
    await context?.browser.close();
    await context?.portal.destroy();
}

/** Sends a file to the feed and returns the number of its message. */
async function deliver({ portal, token }, name, body) {
    const answer = await fetch(`${portal.base}/api/v1/inbox/erp_trial?name=${encodeURIComponent(name)}`, {
        method: 'PUT', headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'text/csv' }, body,
    });
    assert.ok(answer.ok, await answer.clone().text());
    return (await answer.json()).message;
}

function row(context, type = 'standard', placed = '2026-06-01', customer = context.portal.account) {
    return `${customer};TR-${++context.orders};${placed};${type};10;P-1;Pump 泵;5\n`;
}

async function visit(context, device, short, path, email = 'bea@example.com', more = {}) {
    const page = await openDemoPage(context.browser, device, short, more);
    await page.goto(`${context.portal.base}${path}`);
    await page.locator('input[name=email]').fill(email);
    await page.locator('input[name=password]').fill(password);
    await press(page, device, page.locator('button[type=submit]').first());
    return page;
}

const button = (page, id, values) => page.getByRole('button', { name: page.say(id, values), exact: true });
const pressButton = (page, id, values) => press(page, page.device, button(page, id, values));

function isSaid(page, text) {
    const plain = (words) => words.replace(/\s+/g, ' ');
    return eventually(`"${text}"`, async () => plain(await page.locator('body').innerText()).includes(plain(text)), 40000);
}

async function openMessage(page, file) {
    const link = page.getByRole('link', { name: file, exact: true });
    await link.waitFor({ timeout: 40000 });
    await press(page, page.device, link);
    await heading(page, file).waitFor();
}

suite('imports', { setup, teardown }, (test) => {
    for (const device of Object.keys(devices)) {
        for (const short of Object.keys(languages)) {
            test(`${device}, ${short}: a word that nobody knows is explained at its reason, and the file is mended`, async (context) => {
                const word = `Konsi-${device}-${short}`, file = `${word}.csv`;
                await deliver(context, file, header + row(context) + row(context, word) + row(context, word));
                await deliver(context, `dates-${word}.csv`, header + row(context, 'standard', '31.12.2026'));
                await deliver(context, `columns-${word}.csv`, 'Something;Else\n1;2\n' + word);
                const page = await visit(context, device, short, '/imports');
                await heading(page, page.say('imports.title')).waitFor({ timeout: 40000 });
                await page.getByRole('link', { name: file, exact: true }).waitFor({ timeout: 40000 });
                await settled(page);
                await picture(page, `imports-${device}-${short}`);
                await assertAccessible(page, 'the imports');
                await openMessage(page, file);
                await page.getByRole('heading', { level: 3, name: page.say('reason_of.word', { value: word }) }).waitFor();
                await press(page, device, page.getByRole('button', { name: page.say('reasons.text') }).first());
                await page.getByText(/;2026-06-01;/).first().waitFor();
                await pressButton(page, 'reasons.explain');
                const field = page.getByRole('combobox', { name: page.say('reasons.means', { word }) });
                await field.fill('sample');
                await settled(page);
                await picture(page, `import-explain-${device}-${short}`);
                await press(page, device, page.getByRole('option').first());
                await settled(page);
                await assertAccessible(page, 'an import');
                await picture(page, `import-${device}-${short}`);
                await pressButton(page, 'reasons.save');
                await isSaid(page, page.say('import_state.applied'));
                await isSaid(page, page.say('import_says.applied'));
                assert.deepEqual(page.complaints.filter((text) => !text.includes('401')), []);
                await page.context().close();
            });
        }
    }

    test('a file that does not fit is ignored for a reason, and the list is shorter by it', async (context) => {
        const file = 'misfit.csv';
        await deliver(context, file, 'Name;Town\nA;B\n');
        const page = await visit(context, 'desk', 'en', '/imports?state=rejected');
        await openMessage(page, file);
        await pressButton(page, 'import.retry');
        await isSaid(page, page.say('import.read_again'));
        await pressButton(page, 'import.ignore');
        await page.getByLabel(page.say('import.ignore_label'), { exact: true }).fill('A trial of the new ERP');
        await settled(page);
        await picture(page, 'import-ignore-desk-en');
        await page.keyboard.press('Enter');
        await isSaid(page, page.say('import.reason', { reason: 'A trial of the new ERP' }));
        await page.goBack();
        await heading(page, page.say('imports.title')).waitFor();
        await eventually('the file is gone', async () => (await page.getByRole('link', { name: file, exact: true }).count()) === 0);
        await page.context().close();
    });

    test('an import is withdrawn after a question, by the keyboard alone, and its orders go', async (context) => {
        const file = 'wrong.csv', order = `TR-${context.orders + 1}`;
        await deliver(context, file, header + row(context));
        const customer = await visit(context, 'desk', 'en', `/orders?q=${order}`, buyer);
        await customer.getByRole('link', { name: order }).first().waitFor({ timeout: 40000 });
        const page = await visit(context, 'desk', 'en', '/imports?state=all&feed=erp_trial');
        const link = page.getByRole('link', { name: file, exact: true });
        await link.waitFor({ timeout: 40000 });
        await link.focus();
        await page.keyboard.press('Enter');
        await button(page, 'import.withdraw').waitFor();
        await button(page, 'import.withdraw').focus();
        await page.keyboard.press('Enter');
        const question = page.getByRole('dialog');
        await question.waitFor();
        await page.getByText(/1 order of which no other file speaks/).waitFor();
        await settled(page);
        await picture(page, 'import-withdraw-desk-en');
        await assertAccessible(page, 'the question');
        await page.keyboard.press('Escape');
        await button(page, 'import.withdraw').focus();
        await page.keyboard.press('Enter');
        await question.getByRole('button', { name: page.say('import.withdraw'), exact: true }).focus();
        await page.keyboard.press('Enter');
        await isSaid(page, page.say('import_says.withdrawn'));
        await customer.reload();
        await eventually('the order is gone', async () => (await customer.getByRole('link', { name: order }).count()) === 0, 40000);
        await customer.context().close();
        await page.context().close();
    });

    test('without the server each step says what did not happen, and goes on when it is back', async (context) => {
        const file = 'offline.csv';
        await deliver(context, file, 'Lost;Found\n1;2\n');
        const page = await visit(context, 'phone', 'en', '/imports?state=rejected');
        await openMessage(page, file);
        await page.context().setOffline(true);
        await pressButton(page, 'import.retry');
        await isSaid(page, page.say('import.unreachable'));
        await settled(page);
        await picture(page, 'import-offline-phone-en');
        await page.context().setOffline(false);
        await pressButton(page, 'import.retry');
        await isSaid(page, page.say('import.read_again'));
        await page.context().close();
    });

    test('staff without orders begins at the imports; with orders, at the orders', async (context) => {
        const page = await visit(context, 'desk', 'en', '/');
        await heading(page, page.say('imports.title')).waitFor({ timeout: 40000 });
        assert.equal(new URL(page.url()).pathname, '/imports');
        await page.getByRole('link', { name: page.say('nav.orders') }).click();
        await heading(page, page.say('orders.title')).waitFor();
        await page.context().close();
        const other = await visit(context, 'desk', 'en', '/', 'ben@example.com');
        await heading(other, other.say('orders.title')).waitFor({ timeout: 40000 });
        await other.getByRole('link', { name: other.say('nav.imports') }).click();
        await heading(other, other.say('imports.title')).waitFor();
        await other.context().close();
    });

    test('for a customer there is no such page and no way to it', async (context) => {
        for (const path of ['/imports', '/imports/1']) {
            const page = await visit(context, 'desk', 'en', path, buyer);
            await heading(page, page.say('page_not_found.title')).waitFor({ timeout: 40000 });
            assert.equal(await page.getByRole('link', { name: page.say('nav.imports') }).count(), 0);
            await page.context().close();
        }
    });

    test('narrow, dark and large: nothing is cut off sideways', async (context) => {
        const message = await deliver(context, 'an_export_with_a_rather_long_name_of_a_file_2026-06-15.csv',
            header + row(context, 'Sonderbestellung', '15/06/26') + row(context, 'Sonderbestellung', 'x'));
        for (const [name, more] of [['narrow', { viewport: { width: 320, height: 700 } }],
            ['dark', { colorScheme: 'dark' }], ['tablet', { viewport: { width: 768, height: 1024 }, colorScheme: 'dark' }]]) {
            const page = await visit(context, name === 'tablet' ? 'desk' : 'phone', 'zh', '/imports', 'bea@example.com', more);
            await page.getByRole('link', { name: /rather_long_name/ }).first().waitFor({ timeout: 40000 });
            await settled(page);
            await picture(page, `imports-${name}-zh`);
            await page.goto(`${context.portal.base}/imports/${message}`);
            await page.getByRole('heading', { level: 3 }).first().waitFor({ timeout: 40000 });
            await settled(page);
            await picture(page, `import-${name}-zh`);
            assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
            await assertAccessible(page, `an import, ${name}`);
            await page.context().close();
        }
    });
});
