// The short way through the portal in the other engines: Gecko and WebKit, each in a real window with WebGL.
import assert from 'node:assert/strict';
import { demoPortal, buyer } from './support/demo.mjs';
import { openDisplay } from './support/display.mjs';
import { engines } from './support/engines.mjs';
import { password } from './support/portal.mjs';
import { eventually, suite } from './support/test.mjs';
import { words } from './support/words.mjs';

const patience = 60000; // two cores, a software renderer, a browser that starts for the first time

async function setup() {
    return { portal: await demoPortal(), display: await openDisplay() };
}

async function teardown(context) {
    await context?.display.close();
    await context?.portal.destroy();
}

/* Runs in the page: the visible element of a selector whose accessible name begins with `name`. */
function find(selector, name) {
    const nameOf = (element) => element.getAttribute('aria-label') || (element.labels && element.labels.length > 0 ? element.labels[0].textContent : element.textContent);
    const all = [...document.querySelectorAll(selector)];
    return all.find((element) => !element.closest('[inert]') && nameOf(element).trim().startsWith(name)) || null;
}

class Visit {
    constructor(browser) {
        this.browser = browser;
    }

    element(selector, name = '') {
        return eventually(`${selector} "${name}"`, () => this.browser.evaluate(find, selector, name), patience);
    }

    async press(selector, name) {
        await this.browser.click(await this.element(selector, name));
    }

    async type(selector, text) {
        await this.browser.type(await this.element(selector), text);
    }

    count(selector) {
        return this.browser.evaluate((wanted) => document.querySelectorAll(wanted).length, selector);
    }

    path() {
        return this.browser.evaluate(() => location.pathname);
    }
}

const links = 'main a[href^="/orders/"]';

async function wholeWay(visit, portal) {
    const { browser } = visit;
    await browser.goto(`${portal.base}/login?lang=en`);
    await visit.type('input[name=email]', buyer);
    await visit.type('input[name=password]', password);
    await visit.press('button[type=submit]', '');
    const language = await eventually('the language of the page', () => browser.evaluate(() => (window.Orderdeck && document.querySelector('h1') ? document.documentElement.lang : '')), patience);
    const say = words(language);
    await visit.element('h1', say('orders.title'));
    await eventually('the list', async () => (await visit.count(links)) >= 3, patience);
    const isPlain = await browser.evaluate(() => document.documentElement.classList.contains('plain'));
    assert.equal(isPlain, false, 'the canvas is used');

    const link = await visit.element(links);
    const { number, href } = await browser.evaluate((wanted) => {
        const found = document.querySelector(wanted);
        return { number: found.textContent, href: found.getAttribute('href') };
    }, links);
    assert.ok(link);
    await visit.type('input[type=search]', number);
    await eventually('only what was searched for', async () => (await visit.count(links)) === 1, patience);

    await visit.press(links, '');
    await eventually('the address of the order', async () => (await visit.path()) === href, patience);
    await visit.press('button', say('order.why'));
    await visit.element('h3', say('order.why_title'));

    await browser.back();
    await visit.element('h1', say('orders.title'));
    await visit.press('button', say('account.menu'));
    await visit.press('[role=menuitem]', say('account.log_out'));
    await eventually('the log-in page', async () => (await visit.path()) === '/login', patience);
}

const focusedName = () => (document.activeElement.getAttribute('aria-label') ?? document.activeElement.textContent).trim();
const tooltipText = () => document.querySelector('.tooltip')?.textContent ?? '';

async function fields(visit) {
    const { browser } = visit;
    const valueOf = (selector, name) => browser.evaluate((wanted, label) => [...document.querySelectorAll(wanted)].find((one) => one.labels?.[0]?.textContent.trim().startsWith(label))?.value, selector, name);
    await browser.type(await visit.element('input', 'Name'), 'Łódź 12');
    await eventually('the text', async () => (await valueOf('input', 'Name')) === 'Łódź 12', patience);
    await browser.type(await visit.element('textarea', 'What happened'), 'two dented boxes');
    await eventually('the lines', async () => (await valueOf('textarea', 'What happened')) === 'two dented boxes', patience);
}

/** A click into a combobox marks its text, so that what is typed replaces it; WebKit alone unmarks it after the click. */
async function combobox(visit) {
    const { browser } = visit;
    const state = () => browser.evaluate(() => {
        const { value, selectionStart, selectionEnd } = document.querySelector('input[role=combobox]');
        return `${value} ${selectionStart}-${selectionEnd}`;
    });
    await browser.click(await visit.element('input[role=combobox]', 'Time zone'));
    await eventually('the text is marked', async () => (await state()) === 'Asia/Shanghai 0-13', patience);
    await browser.write('berl');
    await visit.element('[role=option]', 'Europe/Berlin');
    await browser.press('ArrowDown');
    await browser.press('Enter');
    await eventually('the zone', async () => (await state()).startsWith('Europe/Berlin '), patience);
}

/** Their state is the program's: it is written back after each frame, so what stays was understood. */
async function choices(visit) {
    const { browser } = visit;
    for (const [selector, name] of [['input[type=checkbox]:not([role])', 'The photos may'], ['input[type=radio]', 'Repair']]) {
        await browser.click(await visit.element(selector, name));
        await eventually(`${name} is checked`, () => browser.evaluate((wanted) => [...document.querySelectorAll(wanted)].some((one) => one.checked), `${selector}:checked`), patience);
    }
    const set = (selector, value) => browser.evaluate((wanted, chosen) => {
        const control = document.querySelector(wanted);
        control.focus();
        control.value = chosen;
        control.dispatchEvent(new Event('input', { bubbles: true }));
        control.dispatchEvent(new Event('change', { bubbles: true }));
        control.blur();
    }, selector, value);
    for (const [selector, value] of [['select', 'zh-CN'], ['input[type=date]', '2026-12-01']]) {
        await set(selector, value);
        await eventually(`${selector} is ${value}`, () => browser.evaluate((wanted, chosen) => document.querySelector(wanted).value === chosen, selector, value), patience);
    }
}

async function dialogAndTooltip(visit) {
    const { browser } = visit;
    await visit.press('button', 'Ask first');
    await visit.element('[role=dialog] h2', 'Discard the draft?');
    await eventually('the focus on the harmless answer', async () => (await browser.evaluate(focusedName)) === 'Keep it', patience);
    await browser.press('Escape');
    await eventually('no dialog', async () => (await visit.count('[role=dialog]')) === 0, patience);
    await eventually('the focus back', async () => (await browser.evaluate(focusedName)) === 'Ask first', patience);
    await browser.evaluate(() => { document.querySelector('[data-testid=icon]').focus(); });
    await browser.press('Tab');
    await eventually('the tooltip', async () => (await browser.evaluate(tooltipText)).startsWith('It goes into the archive'), patience);
    await browser.press('Escape');
    await eventually('no tooltip', async () => (await browser.evaluate(tooltipText)) === '', patience);
    assert.equal(await browser.evaluate(focusedName), 'Close the order');
}

suite('engines', { setup, teardown }, (test) => {
    for (const [name, engine] of Object.entries(engines)) {
        test(`${name}: fields, a combobox, choices, a dialog and a tooltip of the gallery`, async ({ portal, display }) => {
            const browser = await engine.open(display.name, { headless: true });
            try {
                const visit = new Visit(browser);
                await browser.goto(`${portal.base}/gallery`);
                await visit.element('h1', 'Components');
                await fields(visit);
                await combobox(visit);
                await choices(visit);
                await dialogAndTooltip(visit);
            } finally {
                await browser.close();
            }
        });
    }
    for (const [name, engine] of Object.entries(engines)) {
        test(`${name}: log in, list, search, open, read why, go back, log out`, async ({ portal, display }) => {
            const browser = await engine.open(display.name);
            try {
                await wholeWay(new Visit(browser), portal);
            } finally {
                await browser.close();
            }
        });
    }
});
