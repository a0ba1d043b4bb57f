// What is taken: a chosen part of screens x widths x themes x languages x accounts x text sizes. Every screen is seen wide
// and narrow, in both themes and languages; every state where it can go wrong.

/** Width in CSS px: height, density, and whether fingers press it. */
export const sizes = {
    320: { height: 640, density: 2, touch: true },
    390: { height: 844, density: 2, touch: true },
    768: { height: 1024, density: 2, touch: true },
    1280: { height: 800, density: 1, touch: false },
    1920: { height: 1080, density: 1, touch: false },
};

const everyList = ['orders', 'orders-scrolled', 'orders-late', 'search-hits', 'search-nothing', 'unknown-term'];
const menus = ['account-menu', 'stage-menu', 'sort-menu', 'export-menu'];
const lost = ['order-not-found', 'page-not-found'];
const troubles = ['loading', 'failed', 'offline'];
const kinds = [
    'order-in-production', 'order-partly-shipped', 'order-in-transit', 'order-delivered', 'order-late', 'order-moved', 'order-placed',
    'order-cancelled', 'order-30-lines',
];

const visit = (account, width, language, scheme, screens, more = {}) => ({ account, width, language, scheme, screens, text: 'normal', ...more });

export const visits = [
    // The two that everybody sees, everywhere
    visit('group', 1280, 'en', 'light', [...everyList, 'orders-hover', 'orders-focus', ...menus, 'order', 'order-why', ...lost, ...troubles]),
    visit('group', 1280, 'zh', 'dark', ['orders', 'search-hits', ...menus, 'order-why', ...lost, ...troubles]),
    visit('group', 390, 'zh', 'light', [...everyList, ...menus, 'order', 'order-why', ...lost, ...troubles]),
    visit('group', 390, 'en', 'dark', [...everyList, ...menus, 'order', 'order-why', ...lost, ...troubles]),
    visit('group', 320, 'en', 'light', ['orders', 'search-nothing', 'unknown-term', ...menus, 'order-why', 'order-not-found', 'failed']),
    visit('group', 320, 'zh', 'dark', ['orders', 'order-why', 'account-menu']),
    visit('group', 768, 'en', 'light', ['orders', 'search-nothing', 'account-menu', 'order-why', 'loading', 'failed']),
    visit('group', 768, 'zh', 'dark', ['orders', 'order', 'sort-menu']),
    visit('group', 1920, 'zh', 'light', ['orders', 'order-why', 'account-menu', 'search-nothing', 'order-not-found', 'loading']),
    visit('group', 1920, 'en', 'dark', ['orders', 'order', 'stage-menu']),
    // How an order can stand
    visit('dozen', 1280, 'zh', 'light', ['orders', ...kinds]),
    visit('dozen', 390, 'en', 'light', ['orders', ...kinds]),
    // The form
    ...[[320, 'en', 'light'], [390, 'zh', 'dark'], [768, 'zh', 'light'], [1280, 'en', 'light'], [1920, 'zh', 'dark']].map(([width, language, scheme]) =>
        visit('group', width, language, scheme, ['settings'])),
    visit('group', 390, 'en', 'light', ['settings'], { text: 'largest' }),
    visit('group', 1280, 'zh', 'light', ['settings'], { text: 'largest' }),
    // Nothing, one, ten thousand
    ...[['none', ['orders']], ['one', ['orders', 'search-nothing']], ['many', ['orders', 'orders-scrolled', 'search-hits']]].flatMap(([account, screens]) => [
        visit(account, 1280, 'en', 'light', screens), visit(account, 390, 'zh', 'dark', screens), visit(account, 1920, 'zh', 'light', screens),
    ]),
    visit('none', 320, 'en', 'light', ['orders']),
    // Long names
    ...[[320, 'zh', 'light'], [390, 'en', 'dark'], [768, 'zh', 'light'], [1280, 'en', 'light'], [1920, 'zh', 'dark']].map(([width, language, scheme]) =>
        visit('names', width, language, scheme, ['orders', 'account-menu', 'search-hits', 'order-partly-shipped', 'order-moved'])),
    // The largest text
    ...[[320, 'en', 'light'], [390, 'zh', 'dark'], [768, 'en', 'light'], [1280, 'zh', 'light']].map(([width, language, scheme]) =>
        visit('group', width, language, scheme, ['orders', 'search-nothing', ...menus, 'order-why', 'order-not-found', 'failed'], { text: 'largest' })),
    visit('names', 390, 'en', 'light', ['orders', 'order-moved'], { text: 'largest' }),
    // Densities
    visit('group', 390, 'zh', 'light', ['orders', 'order'], { density: 3 }),
    visit('group', 1280, 'zh', 'light', ['orders', 'order'], { density: 2 }),
    // Pages that are not drawn, and the components
    ...[[320, 'en', 'light'], [390, 'zh', 'light'], [390, 'en', 'dark'], [1280, 'en', 'light'], [1280, 'zh', 'dark'], [1920, 'zh', 'light']].map(
        ([width, language, scheme]) => visit('none', width, language, scheme, ['login', 'login-refused'], { stranger: true })),
    ...[[390, 'zh', 'light'], [1280, 'en', 'dark']].map(([width, language, scheme]) => visit('none', width, language, scheme, ['diag'], { stranger: true })),
    ...[[320, 'en', 'light'], [390, 'zh', 'dark'], [1280, 'en', 'light'], [1280, 'zh', 'dark']].map(([width, language, scheme]) =>
        visit('none', width, language, scheme, ['gallery'], { stranger: true })),
];

/** "order-why-0390-zh-dark-names-largest": sorts by screen, then by width. */
export function nameOf({ account, width, language, scheme, text, density }, screen) {
    const parts = [screen, String(width).padStart(4, '0'), language, scheme, account];
    if (text !== 'normal') parts.push(text);
    if (density) parts.push(`${density}x`);
    return parts.join('-');
}
