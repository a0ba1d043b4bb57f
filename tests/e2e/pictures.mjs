// Takes pictures of all screens for people to look at, and contact sheets of them; nothing is compared.
// Usage: node pictures.mjs FOLDER [FILTER...]; a filter is a part of a picture's name, such as "order-why-0390".
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { devices, launch } from './support/browser.mjs';
import { openDemoPage } from './support/demo.mjs';
import { logIn } from './support/steps.mjs';
import { emailOf, openPortals } from './pictures/accounts.mjs';
import { screens } from './pictures/screens.mjs';
import { writeSheets } from './pictures/sheets.mjs';
import { nameOf, sizes, visits } from './pictures/visits.mjs';

const [folder, ...filters] = process.argv.slice(2);
if (!folder) {
    console.error('usage: node pictures.mjs FOLDER [FILTER...]');
    process.exit(2);
}
const wanted = (name) => filters.length === 0 || filters.some((filter) => name.includes(filter));

/** Cookies of who has logged in before: a log-in takes longer than a picture. */
const sessions = new Map();

async function openVisit(browser, portal, visit) {
    const { height, density, touch } = sizes[visit.width];
    const page = await openDemoPage(browser, 'desk', visit.language, {
        viewport: { width: visit.width, height }, deviceScaleFactor: visit.density ?? density, isMobile: touch, hasTouch: touch,
        colorScheme: visit.scheme, storageState: visit.stranger ? undefined : sessions.get(visit.account),
    });
    Object.assign(page, { portal, account: visit.account, device: visit.width < 640 ? 'phone' : 'desk' });
    await page.addInitScript((size) => localStorage.setItem('orderdeck.text_scale', size), visit.text);
    if (!visit.stranger && !sessions.has(visit.account)) {
        await logIn(page, 'desk', portal, emailOf(visit.account));
        sessions.set(visit.account, await page.context().storageState());
    }
    return page;
}

async function take(page, visit, screen) {
    const name = nameOf(visit, screen);
    await page.setViewportSize({ width: visit.width, height: sizes[visit.width].height });
    await screens[screen](page);
    await page.waitForTimeout(250); // short motion ends
    const file = join(folder, `${name}.png`);
    await page.screenshot({ path: file });
    const undo = page.context().setOffline(false);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await undo;
    return { name, file, ...page.viewportSize() };
}

mkdirSync(folder, { recursive: true });
const browser = await launch();
const portals = await openPortals();
const taken = [];
let failed = 0;
for (const visit of visits) {
    const chosen = visit.screens.filter((screen) => wanted(nameOf(visit, screen)));
    if (chosen.length === 0) continue;
    const page = await openVisit(browser, portals[visit.account], visit);
    for (const screen of chosen) {
        try {
            taken.push(await take(page, visit, screen));
        } catch (error) {
            failed += 1;
            console.log(`not taken: ${nameOf(visit, screen)}: ${error.message.split('\n')[0]}`);
        }
    }
    await page.context().close();
}
const count = await writeSheets(browser, folder, taken);
console.log(`${taken.length} pictures and ${count} sheets in ${folder}${failed > 0 ? `; ${failed} could not be taken` : ''}`);
await browser.close();
await Promise.all([...new Set(Object.values(portals))].map((portal) => portal.destroy()));
process.exit(failed > 0 ? 1 : 0);
