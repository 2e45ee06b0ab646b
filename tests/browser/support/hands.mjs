// Two ways to use a page: with a pointer, and with the keyboard alone.
import assert from 'node:assert/strict';

/** Clicks and types. */
export class Pointer {
  constructor(page) {
    this.page = page;
  }

  /** Follows a link, presses a button, opens something. */
  async press(target) {
    await target.click();
  }

  async write(field, text) {
    await field.fill(text);
  }

  /** Ticks a radio button or a checkbox. */
  async tick(choice) {
    await choice.check();
  }

  async select(list, value) {
    await list.selectOption(value);
  }
}

/** Most stops a page may have before the one that is wanted. */
const mostStops = 250;

/** Tab, Enter, Space, arrow keys and letters; insists at every stop that the focus can be seen. */
export class Keyboard {
  constructor(page) {
    this.page = page;
  }

  async press(target) {
    await this.#reach(target);
    await this.page.keyboard.press('Enter');
  }

  async write(field, text) {
    await this.#reach(field);
    await this.page.keyboard.press('Control+A');
    await this.page.keyboard.press('Delete');
    await this.page.keyboard.insertText(text);
  }

  async tick(choice) {
    if ((await choice.getAttribute('type')) === 'checkbox') {
      await this.#reach(choice);
      await this.page.keyboard.press('Space');
    } else {
      await this.#reachGroup(choice);
      if (!(await choice.isChecked())) await this.page.keyboard.press('Space');
      for (let step = 0; !(await choice.isChecked()); step += 1) {
        assert.ok(step < 20, 'no arrow key leads to the choice');
        await this.page.keyboard.press('ArrowDown');
      }
    }
    assert.ok(await choice.isChecked());
  }

  async select(list, value) {
    await this.#reach(list);
    for (let step = 0; (await list.inputValue()) !== value; step += 1) {
      assert.ok(step < 50, `no arrow key leads to ${value}`);
      await this.page.keyboard.press('ArrowDown');
    }
  }

  /** Tabs to the target itself. */
  async #reach(target) {
    await this.#tabUntil(target, (wanted) => document.activeElement === wanted);
  }

  /** Tabs to the group of radio buttons the target belongs to. */
  async #reachGroup(target) {
    const isInGroup = (wanted) => document.activeElement?.name === wanted.name;
    await this.#tabUntil(target, isInGroup);
  }

  async #tabUntil(target, isThere) {
    const description = String(target);
    for (let stop = 0; !(await target.evaluate(isThere)); stop += 1) {
      assert.ok(stop < mostStops, `Tab does not lead to ${description}`);
      await this.page.keyboard.press('Tab');
      assert.equal(await this.page.evaluate(whatIsWrongWithFocus), '', `on the way to ${description}`);
    }
  }
}

/** Runs in the page: says why the focus cannot be seen; empty when it can. */
function whatIsWrongWithFocus() {
  const focused = document.activeElement;
  // Between the last stop and the first the focus is in the browser's own controls.
  if (!focused || focused === document.body || focused === document.documentElement) return '';
  const name = `<${focused.tagName.toLowerCase()}> "${focused.textContent.trim().slice(0, 40)}" ${focused.id}`;
  const style = getComputedStyle(focused);
  const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  const shadowed = style.boxShadow !== 'none';
  if (!outlined && !shadowed) return `${name} shows no focus`;
  const boxes = [...focused.getClientRects()].filter((box) => box.width > 1 && box.height > 1);
  if (boxes.length === 0) return `${name} has no size`;
  const seen = boxes.some((box) => {
    const points = [
      [box.left + box.width / 2, box.top + box.height / 2],
      [box.left + 3, box.top + 3],
      [box.right - 3, box.bottom - 3],
    ];
    return points.some(([x, y]) => {
      const top = document.elementFromPoint(x, y);
      return top && (focused.contains(top) || top.contains(focused) || [...(focused.labels ?? [])].some((l) => l.contains(top)));
    });
  });
  return seen ? '' : `${name} is covered or out of sight`;
}
