// The real deliveries of the SCMS programme, imported by mapping alone and seen through the portal.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { launch, openPage, picture } from './support/browser.mjs';
import { Portal, repository } from './support/portal.mjs';
import { heading, logIn, orderLinks } from './support/steps.mjs';
import { eventually, SkipTest, suite } from './support/test.mjs';
import { words } from './support/words.mjs';

const file = join(process.env.ORDERDECK_DATA ?? join(repository, '..', 'shared', 'data'), 'scms_usaid', 'scms_delivery_history.csv');
const absent = !existsSync(file);

async function setup() {
    if (absent && process.env.CI === 'true') throw new Error(`${file} is absent`);
    if (absent) return undefined;
    const portal = new Portal();
    portal.command(['import', '--mapping', 'scms_usaid', file]);
    portal.addUser('nigeria', 'nigeria@example.com');
    portal.addUser('haiti', 'haiti@example.com');
    await portal.start();
    return { portal, browser: await launch() };
}

async function teardown(context) {
    await context?.browser.close();
    await context?.portal.destroy();
}

suite('real data', { setup, teardown }, (test) => {
    for (const [account, total] of [['nigeria', 810], ['haiti', 421]]) {
        test(`the portal of ${account} shows its ${total} orders`, async (context) => {
            if (absent) throw new SkipTest(`${file} is absent`);
            const say = words('en');
            const page = await openPage(context.browser, 'desk', 'en-GB');
            await logIn(page, 'desk', context.portal, `${account}@example.com`);
            await heading(page, say('orders.title')).waitFor();
            await eventually('the list', async () => (await orderLinks(page).count()) >= 3);
            await page.getByText(say('orders.count', { count: total })).first().waitFor();
            await picture(page, `real-${account}`);
            assert.deepEqual(page.complaints, []);
            await page.context().close();
        });
    }
});
