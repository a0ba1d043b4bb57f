// What is lost or overlaps on a screen, measured on the mirror: its lines of text stand exactly where the canvas
// paints them.

/** Texts that leave the screen sideways, that cover one another, or targets that cover one another, as messages. */
export function layoutFaults(page) {
    return page.evaluate(() => {
        const faults = [];
        const shown = (element) => !element.closest('.unspoken, .scroll-x, .covers, [aria-hidden=true]') && element.textContent.trim() !== '';
        const root = document.querySelector('#overlay').childElementCount > 0 ? '#overlay' : '#page';
        const lines = [...document.querySelectorAll(`${root} span`)].filter(shown)
            .map((element) => ({ element, text: element.textContent, box: element.getBoundingClientRect() }));
        for (const { text, box } of lines) {
            if (box.right > innerWidth + 1 || box.left < -1) faults.push(`"${text}" leaves the screen (${Math.round(box.left)} to ${Math.round(box.right)} of ${innerWidth})`);
        }
        const slack = 3; // line boxes may touch, and their edges are empty
        const fixedOf = (element) => element.closest('main .scroll-y, main') || element.closest('#page > *');
        for (let i = 0; i < lines.length; i++) {
            for (let j = i + 1; j < lines.length; j++) {
                const a = lines[i], b = lines[j];
                // What scrolls passes under bars that stay; only texts of one part can be in each other's way.
                if (fixedOf(a.element) !== fixedOf(b.element)) continue;
                const wide = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
                const high = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
                if (wide > slack && high > slack) faults.push(`"${a.text}" and "${b.text}" overlap by ${Math.round(wide)} x ${Math.round(high)} px`);
            }
        }
        return faults;
    });
}

/** Texts that end in an ellipsis on the canvas, in full. */
export function cutTexts(page) {
    return page.evaluate(() => [...document.querySelectorAll('#page span.hinted, #overlay span.hinted')].map((element) => element.textContent));
}
