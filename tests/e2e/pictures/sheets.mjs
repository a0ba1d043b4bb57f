// Contact sheets: several pictures beside each other, made by the browser that is there anyway. Phones stand in their own
// size, wider windows at half of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const sheetWidth = 1600;
const gap = 16;
const caption = 20;

function scaleOf(width) {
    return width <= 390 ? 1 : width <= 768 ? 0.68 : 0.49;
}

/** Rows of pictures that fit beside each other; a sheet is full at about one screen of height. */
function rowsOf(pictures) {
    const rows = [];
    for (const picture of pictures) {
        const scale = scaleOf(picture.width);
        const box = { ...picture, w: Math.min(picture.width * scale, sheetWidth), h: picture.height * scale + caption };
        const row = rows.at(-1);
        if (row && row.width + gap + box.w <= sheetWidth) {
            row.boxes.push(box);
            row.width += gap + box.w;
            row.height = Math.max(row.height, box.h);
        } else {
            rows.push({ boxes: [box], width: box.w, height: box.h });
        }
    }
    return rows;
}

function sheetsOf(rows) {
    const sheets = [];
    for (const row of rows) {
        const sheet = sheets.at(-1);
        if (sheet && sheet.height + row.height + gap <= 1300) {
            sheet.rows.push(row);
            sheet.height += row.height + gap;
        } else {
            sheets.push({ rows: [row], height: row.height + gap });
        }
    }
    return sheets;
}

/** Writes sheet-01.png and so on into the folder; each picture is {name, file, width, height} in CSS px. */
export async function writeSheets(browser, folder, pictures) {
    const sheets = sheetsOf(rowsOf(pictures));
    const page = await browser.newPage({ viewport: { width: sheetWidth, height: 800 } });
    for (const [i, { rows, height }] of sheets.entries()) {
        await page.setViewportSize({ width: sheetWidth, height: Math.ceil(height) });
        await page.setContent('<body style="margin:0;background:#8a8f98;font:12px/20px sans-serif">');
        await page.evaluate(([content, space]) => {
            for (const boxes of content) {
                const row = document.body.appendChild(document.createElement('div'));
                row.style.cssText = `display:flex;gap:${space}px;margin-bottom:${space}px`;
                for (const { name, w, source } of boxes) {
                    const figure = row.appendChild(document.createElement('div'));
                    figure.style.cssText = `width:${w}px;overflow:hidden;white-space:nowrap`;
                    figure.textContent = name;
                    const image = figure.appendChild(document.createElement('img'));
                    image.style.cssText = 'display:block;width:100%';
                    image.src = source;
                }
            }
            return Promise.all([...document.images].map((image) => image.decode()));
        }, [rows.map(({ boxes }) => boxes.map(({ name, w, file }) => ({ name, w, source: `data:image/png;base64,${readFileSync(file, 'base64')}` }))), gap]);
        await page.screenshot({ path: join(folder, `sheet-${String(i + 1).padStart(2, '0')}.png`) });
    }
    await page.close();
    return sheets.length;
}
