// How each screen is reached, by roles and labels as a person would. Each gets a page that shows the list and returns
// when its screen is there.
import { accountButton, settled } from '../support/demo.mjs';
import { heading, orderLinks } from '../support/steps.mjs';
import { eventually } from '../support/test.mjs';

const search = (page) => page.getByRole('searchbox', { name: page.say('search.label') });

async function searchFor(page, words, wanted) {
    await search(page).fill(words);
    await eventually(`the hits of ${words}`, async () => wanted(await orderLinks(page).count()));
    await search(page).evaluate((field) => field.blur());
}

async function openMenu(page, opener) {
    await opener.click();
    await page.getByRole('menu').waitFor();
}

/** The whole list: within the page that runs already, which is much faster than to load it again. */
async function list(page) {
    const navigation = page.locator('nav a[href="/orders"]').first();
    if ((await page.getByRole('menu').count()) > 0) await page.keyboard.press('Escape');
    if ((await navigation.count()) > 0) {
        await navigation.click();
        await page.waitForURL((url) => url.pathname === '/orders' && url.search === '');
        await page.mouse.move(1, 1);
    } else {
        await page.goto(`${page.portal.base}/orders`);
    }
    await eventually('the list', async () => page.account === 'none' || (await orderLinks(page).count()) >= 1, 40000);
}

/** The whole page of the order that a search finds, in a window as high as it. */
async function order(page, words) {
    await list(page);
    await searchFor(page, words, (count) => count >= 1);
    await orderLinks(page).first().click();
    await page.getByRole('button', { name: page.say('order.why') }).waitFor();
    await asHighAsItsContent(page);
}

async function asHighAsItsContent(page) {
    await settled(page);
    const height = await page.evaluate(() => {
        const main = document.querySelector('main');
        const scroller = main.querySelector('.scroll-y') ?? main;
        const extent = Math.max(...[...scroller.children].map((child) => child.getBoundingClientRect().bottom));
        return extent + innerHeight - main.getBoundingClientRect().bottom;
    });
    const { width, height: least } = page.viewportSize();
    await page.setViewportSize({ width, height: Math.round(Math.min(Math.max(height, least), 2600)) });
    await settled(page);
}

/** Opens the list while the first copy of the data meets this answer. */
async function listWhile(page, answer) {
    await page.route('**/sync/boot*', answer);
    await page.goto(`${page.portal.base}/orders`);
}

export const screens = {
    login: (page) => page.goto(`${page.portal.base}/login`),
    'login-refused': async (page) => {
        await page.goto(`${page.portal.base}/login`);
        await page.locator('input[name=email]').fill('somebody@example.com');
        await page.locator('input[name=password]').fill('something else entirely');
        await page.locator('button[type=submit]').click();
        await page.getByRole('alert').waitFor();
    },
    orders: async (page) => {
        await list(page);
        await page.getByText(page.say('sync.up_to_date')).first().waitFor();
    },
    'orders-scrolled': async (page) => {
        await list(page);
        await page.mouse.move(page.viewportSize().width / 2, 500);
        await page.mouse.wheel(0, 700);
    },
    'orders-late': async (page) => {
        await list(page);
        await page.getByRole('button', { name: page.say('filter.late') }).first().click();
        await page.waitForURL((url) => url.search !== '');
    },
    'orders-hover': async (page) => {
        await list(page);
        await orderLinks(page).nth(1).hover();
    },
    'orders-focus': async (page) => {
        await list(page);
        await orderLinks(page).nth(1).focus();
        await page.keyboard.press('Tab');
    },
    'search-hits': async (page) => {
        await list(page);
        await searchFor(page, '4500', (count) => count >= 1);
    },
    'search-nothing': async (page) => {
        await list(page);
        await searchFor(page, 'nothing is called like this', (count) => count === 0);
    },
    'unknown-term': async (page) => {
        await page.goto(`${page.portal.base}/orders?colour=red&shape=round`);
        await eventually('the list', async () => (await orderLinks(page).count()) >= 1);
    },
    'account-menu': async (page) => {
        await list(page);
        await openMenu(page, accountButton(page));
    },
    'stage-menu': async (page) => {
        await list(page);
        await openMenu(page, page.getByRole('button', { name: page.say('filter.stage') }).first());
    },
    'sort-menu': async (page) => {
        await list(page);
        await openMenu(page, page.getByRole('button', { name: page.say('sort.label', { sort: page.say('sort.attention') }) }).first());
    },
    'export-menu': async (page) => {
        await list(page);
        await openMenu(page, page.getByRole('button', { name: page.say('export.menu') }).first());
    },
    settings: async (page) => {
        await page.goto(`${page.portal.base}/settings`);
        await page.getByLabel(page.say('settings.name'), { exact: true }).waitFor();
        await asHighAsItsContent(page);
    },
    order: (page) => order(page, '4500187712'),
    'order-why': async (page) => {
        await order(page, '4500187712');
        await page.getByRole('button', { name: page.say('order.why') }).click();
        await asHighAsItsContent(page);
    },
    'order-in-production': (page) => order(page, '26001'),
    'order-partly-shipped': (page) => order(page, '26002'),
    'order-in-transit': (page) => order(page, '26003'),
    'order-delivered': (page) => order(page, '26004'),
    'order-late': (page) => order(page, '26006'),
    'order-moved': (page) => order(page, '26007'),
    'order-placed': (page) => order(page, '26008'),
    'order-cancelled': (page) => order(page, '26010'),
    'order-30-lines': (page) => order(page, '26011'),
    'order-not-found': async (page) => {
        await page.goto(`${page.portal.base}/orders/999999999`);
        await heading(page, page.say('order.not_found_title')).waitFor();
    },
    'page-not-found': async (page) => {
        await page.goto(`${page.portal.base}/nonsense`);
        await page.getByRole('heading', { level: 1 }).waitFor();
    },
    failed: async (page) => {
        await listWhile(page, (route) => route.fulfill({ status: 500, body: '' }));
        await page.getByText(page.say('failed.title')).first().waitFor();
    },
    loading: async (page) => {
        await listWhile(page, () => {});
        await page.locator('.skeleton').first().waitFor();
        await page.waitForTimeout(400);
    },
    offline: async (page) => {
        await list(page);
        await page.context().setOffline(true);
        await page.getByText(page.say('sync.offline')).first().waitFor();
        await settled(page);
    },
    diag: async (page) => {
        await page.goto(`${page.portal.base}/diag`);
        await page.waitForTimeout(5000);
    },
    gallery: async (page) => {
        await page.goto(`${page.portal.base}/gallery`);
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.setViewportSize({ width: page.viewportSize().width, height: 4800 });
        await settled(page);
    },
};
