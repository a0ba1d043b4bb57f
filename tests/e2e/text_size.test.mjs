// WCAG 1.4.4 and 1.4.10: on 320 px, at 200 % browser zoom and with very large text, nothing leaves the screen sideways
// and no text covers another.
import assert from 'node:assert/strict';
import { launch, picture } from './support/browser.mjs';
import { accountButton, demoPortal, listIsThere, settled, visitDemo } from './support/demo.mjs';
import { cutTexts, layoutFaults } from './support/layout.mjs';
import { orderLinks } from './support/steps.mjs';
import { eventually, suite } from './support/test.mjs';

const sizes = { '320 px': [320, 640], '390 px': [390, 844], '200 % zoom of 1280 px': [640, 400], '1280 px': [1280, 800] };

async function setup() {
    return { portal: await demoPortal(), browser: await launch() };
}

async function teardown(context) {
    await context?.browser.close();
    await context?.portal.destroy();
}

async function atAllSizes(page, screen, faults) {
    for (const [size, [width, height]] of Object.entries(sizes)) {
        await page.setViewportSize({ width, height });
        await eventually('the layout of the new size', () => page.evaluate(() => window.Orderdeck.environment.width === innerWidth));
        await settled(page);
        page.device = width < 640 ? 'phone' : 'desk';
        await picture(page, `text-${page.textSize}-${screen}-${width}-${page.short}`);
        const found = await layoutFaults(page);
        const cut = page.textSize === 'normal' && width > 320 ? [] : await cutTexts(page);
        if (cut.length > 0 && process.env.ORDERDECK_SHOW_CUT) console.log(`cut on ${screen} at ${size}: ${cut.join(' | ')}`);
        faults.push(...found.map((fault) => `${screen}, ${size}: ${fault}`));
    }
}

suite('text size', { setup, teardown }, (test) => {
    for (const short of ['en', 'zh']) {
        for (const textSize of ['normal', 'largest']) {
            test(`${short}, ${textSize} text: nothing is lost or overlaps from 320 to 1280 px`, async (context) => {
                const page = await visitDemo(context, 'desk', short);
                await page.evaluate((size) => localStorage.setItem('orderdeck.text_scale', size), textSize);
                await page.reload();
                await listIsThere(page);
                Object.assign(page, { short, textSize });
                const faults = [];
                await atAllSizes(page, 'orders', faults);
                await accountButton(page).click();
                await page.getByRole('menu').waitFor();
                await atAllSizes(page, 'menu', faults);
                await page.keyboard.press('Escape');
                await orderLinks(page).first().click();
                await page.getByRole('button', { name: page.say('order.why') }).click();
                await atAllSizes(page, 'order', faults);
                await page.goto(`${context.portal.base}/settings`);
                await page.getByLabel(page.say('settings.name'), { exact: true }).waitFor();
                await atAllSizes(page, 'settings', faults);
                assert.deepEqual(faults, []);
                await page.context().close();
            });
        }
    }
});
