// What leaves the portal: the list as CSV, workbook and paper, an order on paper, and all of one's own data.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assertAccessible } from './support/accessibility.mjs';
import { devices, launch, press } from './support/browser.mjs';
import { accountButton, demoPortal, settled, visitDemo } from './support/demo.mjs';
import { repository } from './support/portal.mjs';
import { orderLinks } from './support/steps.mjs';
import { eventually, suite } from './support/test.mjs';

const reader = join(dirname(fileURLToPath(import.meta.url)), 'support', 'read_files.py');

async function setup() {
    return { portal: await demoPortal(), browser: await launch(), folder: mkdtempSync(join(tmpdir(), 'orderdeck-files-')) };
}

async function teardown(context) {
    await context?.browser.close();
    await context?.portal.destroy();
    if (context) rmSync(context.folder, { recursive: true, force: true });
}

function read(path) {
    const done = spawnSync('python3', [reader, path], { encoding: 'utf8', maxBuffer: 1 << 26 });
    assert.equal(done.status, 0, done.stderr);
    return JSON.parse(done.stdout);
}

/** The numbers of all listed orders from the first to the last: rows out of sight are not in the page, so it is scrolled. */
async function listedNumbers(page) {
    const numbers = [];
    const scroll = (to) => page.evaluate((top) => {
        const all = [...document.querySelectorAll('main, main *')];
        const scroller = all.find((e) => e.scrollHeight > e.clientHeight + 40 && getComputedStyle(e).overflowY !== 'visible');
        if (!scroller) return true;
        scroller.scrollTop = top;
        return scroller.scrollTop + scroller.clientHeight >= scroller.scrollHeight - 2;
    }, to);
    // The last rows are drawn a frame after the end is reached.
    for (let top = 0, ends = 0; ends < 3; top += 300) {
        if (await scroll(top)) ends += 1;
        await settled(page);
        for (const number of await orderLinks(page).allInnerTexts())
            if (!numbers.includes(number)) numbers.push(number);
    }
    await scroll(0);
    await settled(page);
    return numbers;
}

async function openMenu(page, name) {
    await press(page, page.device, page.getByRole('button', { name }).first());
    await page.getByRole('menu').waitFor();
}

/** Chooses an entry that saves a file, and returns the file once it is there. */
async function save(page, folder, entry) {
    const [download] = await Promise.all([
        page.waitForEvent('download'),
        press(page, page.device, page.getByRole('menuitem', { name: entry })),
    ]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    return { path, name: download.suggestedFilename() };
}

async function exported(page, folder, entry) {
    await openMenu(page, page.say('export.menu'));
    const file = await save(page, folder, page.say(entry));
    await page.getByText(page.say('download.saved').replace('{file}', file.name)).first().waitFor();
    return { ...read(file.path), ...file };
}

/** Column titles and the numbers of the rows, of a file whose first row is its head. */
function columns(rows, page) {
    const at = rows[0].indexOf(page.say('export.column.number'));
    assert.equal(at, 0);
    return rows.slice(1).map((row) => row[0]);
}

async function exportBoth(page, folder) {
    const listed = await listedNumbers(page);
    const csv = await exported(page, folder, 'export.csv');
    const xlsx = await exported(page, folder, 'export.xlsx');
    assert.deepEqual(columns(csv.rows, page), listed);
    assert.deepEqual(columns(xlsx.rows, page), listed);
    return { listed, csv, xlsx };
}

/** A page to print, looked at by axe and kept as a picture and as a PDF for people to look at. */
async function inspectPaper(paper, name) {
    await paper.waitForLoadState();
    const complaints = [];
    paper.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    await assertAccessible(paper, name, { contrast: true });
    const folder = join(repository, 'build', 'screenshots');
    mkdirSync(folder, { recursive: true });
    await paper.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
    await paper.emulateMedia({ media: 'print' });
    await paper.screenshot({ path: join(folder, `${name}-paper.png`), fullPage: true });
    await paper.pdf({ path: join(folder, `${name}.pdf`), preferCSSPageSize: true, printBackground: true });
    assert.deepEqual(complaints, []);
}

async function newTab(page, deed) {
    const [paper] = await Promise.all([page.context().waitForEvent('page'), deed()]);
    return paper;
}

async function restrict(page, fragment) {
    const box = page.getByRole('searchbox', { name: page.say('search.label') });
    await box.fill(fragment);
    await eventually('the search', async () => (await page.url()).includes(`q=${fragment}`));
    await page.waitForTimeout(400); // all of the search is listed a moment after its last letter
    await openMenu(page, page.say('sort.label').replace('{sort}', page.say('sort.attention')));
    await press(page, page.device, page.getByRole('menuitemradio', { name: page.say('sort.number') }));
    await settled(page);
}

suite('export', { setup, teardown }, (test) => {
    for (const [device, short] of [['desk', 'en'], ['phone', 'zh']]) {
        test(`${device}, ${short}: CSV and workbook hold exactly the listed orders in their order`, async (context) => {
            const page = await visitDemo(context, device, short, { acceptDownloads: true });
            const whole = await exportBoth(page, context.folder);
            assert.ok(whole.listed.length > 8, `${whole.listed.length} orders are more than are in sight`);
            await restrict(page, whole.listed[5].slice(-2));
            const part = await exportBoth(page, context.folder);
            assert.ok(part.listed.length > 0 && part.listed.length < whole.listed.length);
            assert.deepEqual(part.listed, [...part.listed].sort());
            const promised = part.xlsx.rows[0].indexOf(page.say('facts.promised'));
            assert.ok(part.xlsx.rows.slice(1).some((row) => typeof row[promised] === 'number'), 'dates are dates');
            assert.deepEqual([...new Set(columns(part.xlsx.lines, page))], part.listed, 'each order with its lines');
            assert.ok(part.xlsx.about.flat().some((cell) => String(cell).includes('UTC+08:00')), 'the moment is on the sheet');
            assert.deepEqual(page.complaints, []);
            await page.context().close();
        });

        test(`${device}, ${short}: one's own data is a database with everything in it, also offline`, async (context) => {
            const page = await visitDemo(context, device, short, { acceptDownloads: true });
            const listed = await listedNumbers(page);
            await page.context().setOffline(true);
            await press(page, page.device, accountButton(page));
            await page.getByRole('menu').waitFor();
            const { path, name } = await save(page, context.folder, page.say('account.own_data'));
            assert.match(name, /^orderdeck-.+-2026-06-15\.sqlite3$/);
            const data = read(path);
            assert.equal(data.integrity, 'ok');
            assert.deepEqual([...data.numbers].sort(), [...listed].sort());
            assert.equal(data.counts.orders, data.counts.sales_order);
            assert.equal(data.counts.order_summary, data.counts.sales_order);
            assert.ok(data.counts.order_line >= data.counts.sales_order && data.counts.milestone > 0);
            assert.match(data.placed, /^\d{4}-\d\d-\d\d$/);
            assert.deepEqual(Object.keys(data.counts).filter((table) => /search|ngram|fts|sync/.test(table)), []);
            await page.context().close();
        });
    }

    test('without a connection the export says why, and a lost connection is told', async (context) => {
        const page = await visitDemo(context, 'desk', 'en', { acceptDownloads: true });
        await page.route('**/orders/export', (route) => route.abort());
        await openMenu(page, page.say('export.menu'));
        await press(page, page.device, page.getByRole('menuitem', { name: page.say('export.csv') }));
        await page.getByText(page.say('download.unreachable')).first().waitFor();
        await page.getByRole('button', { name: page.say('download.close') }).click();
        await page.context().setOffline(true);
        await eventually('offline', async () => (await page.getByText(page.say('sync.offline')).count()) > 0);
        await openMenu(page, page.say('export.menu'));
        await page.getByRole('group', { name: page.say('export.offline') }).waitFor();
        const entry = page.getByRole('menuitem', { name: page.say('export.csv') });
        assert.equal(await entry.getAttribute('aria-disabled'), 'true');
        await page.context().close();
    });

    for (const device of Object.keys(devices)) {
        for (const short of ['en', 'zh']) {
            test(`${device}, ${short}: the list and an order open as pages to print`, async (context) => {
                const page = await visitDemo(context, device, short);
                const listed = await listedNumbers(page);
                await openMenu(page, page.say('export.menu'));
                const list = await newTab(page, () =>
                    press(page, device, page.getByRole('menuitem', { name: page.say('export.print') })));
                await inspectPaper(list, `print-list-${device}-${short}`);
                assert.deepEqual(await list.locator('tbody th').allInnerTexts(), listed);
                await press(page, device, orderLinks(page).first());
                const link = page.getByRole('link', { name: page.say('order.print') });
                await link.waitFor();
                const order = await newTab(page, () => press(page, device, link));
                await inspectPaper(order, `print-order-${device}-${short}`);
                await order.getByRole('heading', { level: 1, name: listed[0] }).waitFor();
                assert.ok(page.url().includes('/orders/') && !page.url().includes('print'), 'the tab stays where it is');
                await page.context().close();
            });
        }
    }
});
