// Stores for pictures: customers of the demo with no, one and many orders, and companies with 12 and 10,000 orders and with
// names as long as they come, all through the import that real files take. Their day is the demo's.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoDay } from '../support/demo.mjs';
import { Portal } from '../support/portal.mjs';

const many = 10000;

export const emailOf = (account) => `${account}@example.com`;

const mapping = {
    source: { name: 'pictures', kind: 'sales' },
    file: { delimiter: ';', encoding: 'utf-8' },
    dates: { formats: ['%Y-%m-%d'], two_digit_years_from: 1970 },
    account: { code: 'account', name: 'company', parent: { constant: '' } },
    order: {
        number: 'order', customer_reference: 'po', project: 'project', placed: 'placed', currency: 'currency',
        incoterm: { constant: 'DAP' }, ship_to: 'ship to', payment_terms: 'terms',
    },
    line: {
        number: 'line', sku: 'sku', item: 'item', commercial: { constant: 'confirmed' }, ordered: 'quantity',
        unit: { constant: 'pcs' }, unit_price: 'price', amount: 'amount',
    },
    version: 'version',
    shipment: { number: 'delivery', quantity: 'shipped quantity', carrier: 'carrier', tracking_number: 'tracking', parcels: 'parcels' },
    quantities: { cancelled: 'cancelled', produced: 'made' },
    promises: [
        { promised_on: 'promised', stated_on: 'placed' },
        { promised_on: 'promised anew', stated_on: 'stated anew', reason: 'why', party: { constant: 'us' } },
    ],
    milestones: [
        { of: 'line', code: 'in_production', actual: 'started' },
        { of: 'shipment', code: 'shipped', actual: 'shipped' },
        { of: 'shipment', code: 'delivered', actual: 'delivered' },
    ],
};

const columns = [
    'account', 'company', 'order', 'po', 'project', 'placed', 'currency', 'ship to', 'terms', 'line', 'sku', 'item', 'quantity',
    'price', 'amount', 'version', 'delivery', 'shipped quantity', 'carrier', 'tracking', 'parcels', 'cancelled', 'made',
    'promised', 'promised anew', 'stated anew', 'why', 'started', 'shipped', 'delivered',
];

const plainNames = ['Servo drive SD-700', 'Motor cable 10 m', 'Encoder E6-2500', 'Linear guide LG-25', 'Gear unit GX-90', 'Cable set CS-12'];
const longNames = [
    'Hochgeschwindigkeitspalettierautomatensteuerungsbaugruppe XL-9000',
    '全自动高速立体仓库堆垛机伺服驱动控制总成（含编码器、制动电阻及动力电缆）第二代',
    'Extra-long stainless-steel linear guide with wipers, end seals and lubrication unit, 2,400 mm, class H',
    'Servomotor 伺服电机 SM-750 mit Haltebremse und Absolutwertgeber, Schutzart IP67, lebensmittelecht',
];
const longCompany = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft mbH & Co. KG';

function day(offset) {
    return new Date(Date.parse(`${demoDay}T00:00:00Z`) + offset * 86400000).toISOString().slice(0, 10);
}

/** How an order stands, by the kind of its turn; days are counted from the demo's. */
const stories = [
    { placed: -9, promised: 12 },
    { placed: -25, promised: 6, started: -10, made: 0.6 },
    { placed: -30, promised: 2, started: -14, made: 1, shipped: -1, part: 0.5 },
    { placed: -28, promised: 1, started: -20, made: 1, shipped: -3 },
    { placed: -40, promised: -8, started: -30, made: 1, shipped: -12, delivered: -9 },
    { placed: -52, promised: -20, started: -30, made: 1, shipped: -14, delivered: -11 },
    { placed: -33, promised: -5, started: -15, made: 0.3 },
    { placed: -21, promised: 8, anew: 14, stated: -4, why: 'supplier late', started: -6, made: 0.1 },
    { placed: -1 },
    { placed: -60, promised: -2, anew: 3, stated: -6, why: 'drawing change', started: -20, made: 1, shipped: -4 },
    { placed: -15, promised: 20, cancelled: 1 },
    { placed: -18, promised: 9, lines: 30 },
];

function lineRow(base, story, line, names, seed) {
    const quantity = 4 + (seed * 7 + line * 13) % 60;
    const price = 120 + (seed * 37 + line * 11) % 4800;
    const shipped = story.shipped === undefined || (story.part && line > 1) ? 0 : quantity;
    return {
        ...base, line: line * 10, sku: `A-${1000 + (seed + line) % 900}`, item: names[(seed + line - 1) % names.length],
        quantity, price: `${price}.50`, amount: (quantity * (price + 0.5)).toFixed(2), version: 1,
        cancelled: story.cancelled ? quantity : '', made: story.made === undefined ? '' : Math.floor(quantity * story.made),
        delivery: shipped ? `D-${base.order}` : '', 'shipped quantity': shipped || '', carrier: shipped ? 'SF Express' : '',
        tracking: shipped ? `SF${1420339000000 + seed}` : '', parcels: shipped ? 2 : '',
        promised: story.promised === undefined ? '' : day(story.promised),
        'promised anew': story.anew === undefined ? '' : day(story.anew), 'stated anew': story.anew === undefined ? '' : day(story.stated),
        why: story.why ?? '', started: story.started === undefined ? '' : day(story.started),
        shipped: shipped ? day(story.shipped) : '', delivered: story.delivered === undefined ? '' : day(story.delivered),
    };
}

function orderRows(account, company, turn, names) {
    const story = stories[turn % stories.length];
    const long = names === longNames;
    const base = {
        account, company, order: `${account.toUpperCase()}-${String(26000 + turn)}`,
        po: long ? `Bestellung 4500187712/Werk Süd/Abruf ${turn} (Rahmenvertrag 2026-0099)` : `4500${187000 + turn}`,
        project: long ? 'Modernisierung der Hauptverladehalle Nord, Bauabschnitt 4' : '', placed: day(story.placed - (turn % 7)),
        currency: turn % 5 === 4 ? 'EUR' : 'CNY', 'ship to': long ? '江苏省苏州市苏州工业园区星湖街三百二十八号二号厂区东门收货处' : 'Suzhou plant 2',
        terms: long ? '30 % Anzahlung, 60 % bei Lieferung, 10 % nach Abnahme innerhalb von 30 Tagen netto' : '30 days net',
    };
    const lines = story.lines ?? (turn % 12 === 2 ? 3 : 1);
    return Array.from({ length: lines }, (_, i) => lineRow(base, story, i + 1, names, turn));
}

function csvOf(rows) {
    const cell = (value) => `"${String(value ?? '').replaceAll('"', '""')}"`;
    return [columns.join(';'), ...rows.map((row) => columns.map((name) => cell(row[name])).join(';'))].join('\n') + '\n';
}

function rowsOf(account, company, count, names = plainNames) {
    return Array.from({ length: count }, (_, turn) => orderRows(account, company, turn, names)).flat();
}

function importRows(portal, rows) {
    const folder = mkdtempSync(join(tmpdir(), 'orderdeck-pictures-'));
    writeFileSync(join(folder, 'mapping.json'), JSON.stringify(mapping));
    writeFileSync(join(folder, 'orders.csv'), csvOf(rows));
    portal.command(['import', '--mapping', join(folder, 'mapping.json'), join(folder, 'orders.csv')]);
    rmSync(folder, { recursive: true });
}

/** Two started portals, since only a demo of one order has companies without any: {account: portal}, with its log-in. */
export async function openPortals() {
    const small = new Portal();
    small.command(['demo', '--orders', '1', '--today', demoDay]);
    small.addUser('NORDKAI', emailOf('none'));
    small.addUser('QH-SZ', emailOf('one'));
    const large = new Portal();
    large.command(['demo', '--orders', '200', '--seed', '1', '--today', demoDay]);
    importRows(large, [
        ...rowsOf('dozen', 'Suzhou Fine Assembly', 12), ...rowsOf('names', longCompany, 12, longNames),
        ...rowsOf('many', 'Ten Thousand Orders Ltd.', many),
    ]);
    large.addUser('QH', emailOf('group'));
    for (const account of ['dozen', 'names', 'many']) large.addUser(account, emailOf(account));
    await Promise.all([small.start(), large.start()]);
    return { none: small, one: small, dozen: large, names: large, many: large, group: large };
}
