// What one does in the room: by keys, over several visits, with the text under the pen.
import type { Page } from '@playwright/test';
import { expect, marked, openFile, openSample, read, test, TEXT } from './support.js';

const editor = (page: Page) => page.locator('gangmu-editor .cm-content');

async function edit(page: Page): Promise<void> {
  await page.getByRole('button', { name: '修改', exact: true }).click();
  await expect(editor(page)).toBeFocused();
}

test.describe('by keys alone', () => {
  test('the overview lists the keys, and every key does what it says', async ({ page }) => {
    await openSample(page, 0);
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('查找');
    await page.keyboard.press('Escape');
    await page.keyboard.press('g');
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('treeitem').first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('treeitem', { selected: true })).toHaveCount(1);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('treeitem', { selected: true })).toHaveCount(0);
    await page.keyboard.press('2');
    await expect(page.getByRole('tab', { name: '分布' })).toHaveAttribute('aria-selected', 'true');
    await page.keyboard.press('m');
    await expect(page.getByRole('tab', { name: '分布' })).toBeFocused();
    await page.keyboard.press('ArrowRight');
    await expect(page.getByRole('tab', { name: '修辞' })).toBeFocused();
    await page.keyboard.press('n');
    await expect(page.locator('gangmu-start')).toBeVisible();
    await page.keyboard.press(']');
    await expect(page.locator('gangmu-reader')).toBeVisible();
    await page.keyboard.press('l');
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await page.keyboard.press('x');
    await expect(page.locator('header .document')).toHaveCount(0);
    await page.keyboard.press('z');
    await expect(page.locator('header .document')).toHaveCount(1);
  });

  test('words are found, and walked through', async ({ page }) => {
    await openSample(page, 0);
    await page.keyboard.press('/');
    const find = page.locator('gangmu-find');
    await find.getByRole('searchbox').fill('责任');
    await expect(find.locator('.count')).toContainText('1 /');
    await expect.poll(() => marked(page, 'focus')).toBe('责任');
    await page.keyboard.press('Enter');
    await expect(find.locator('.count')).toContainText('2 /');
    await page.keyboard.press('Escape');
    await expect(find).toHaveCount(0);
    await page.keyboard.press('j');
    await expect(page.locator('gangmu-reader .walk')).toContainText('第 3 处');
    await page.keyboard.press('/');
    await page.locator('gangmu-find').getByRole('searchbox').fill('子虚乌有');
    await expect(page.locator('gangmu-find .count')).toContainText('没有');
  });

  test('letters can be switched off, and stay off', async ({ page }) => {
    await openSample(page, 0);
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('n');
    await expect(page.locator('gangmu-reader')).toBeVisible();
    await page.reload();
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});

/** What has the focus, however deep, where it is, and whether one sees that it has it. */
async function focused(page: Page): Promise<{ part: string; seen: boolean; name: string }> {
  return page.evaluate(() => {
    let at: Element | null = document.activeElement;
    let part = '';
    for (;;) {
      const inner: Element | null = at?.shadowRoot?.activeElement ?? null;
      if (at?.closest('.gang')) part = 'outline';
      else if (at?.closest('.wen')) part = 'text';
      else if (at?.closest('.mu')) part = 'figures';
      else if (at?.localName === 'gangmu-header') part = 'head';
      else if (at?.closest('footer')) part = 'foot';
      if (inner === null) break;
      at = inner;
    }
    if (at === null || at === document.body) return { part: '', seen: true, name: '' };
    const style = getComputedStyle(at);
    const box = at.getBoundingClientRect();
    const field = at.matches('input, textarea, select');
    const seen = (style.outlineStyle !== 'none' || field) && box.width > 0 && box.bottom > 0 && box.top < innerHeight;
    return { part, seen, name: `${at.localName}.${at.className} ${at.textContent?.trim().slice(0, 12) ?? ''}` };
  });
}

test('Tab leads through head, outline, text, figures and foot in this order, and every stop is seen', async ({ page }) => {
  await openSample(page, 0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  const parts: string[] = [];
  let stops = 0;
  for (let i = 0; i < 140 && parts.at(-1) !== 'foot'; i++) {
    await page.keyboard.press('Tab');
    const { part, seen, name } = await focused(page);
    if (part === '') continue;
    expect(seen, name).toBe(true);
    if (parts.at(-1) !== part) parts.push(part);
    stops += 1;
  }
  expect(parts).toEqual(['head', 'outline', 'text', 'figures', 'foot']);
  // Trees, tabs and lists of words are one stop, or few: nobody walks through hundreds.
  expect(stops).toBeLessThan(90);
});

test.describe('for those who want no motion', () => {
  test.use({ contextOptions: { reducedMotion: 'reduce' } });

  test('nothing moves by itself, while work goes on and after', async ({ page }) => {
    await page.goto('/');
    await openFile(page, 'long.txt', Buffer.from(TEXT.repeat(1500)));
    const moving = () => page.evaluate(() => {
      const roots: (Document | ShadowRoot)[] = [document];
      const running: string[] = [];
      for (const root of roots) {
        for (const animation of root.getAnimations()) {
          const { duration, iterations } = animation.effect?.getComputedTiming() ?? {};
          if (Number(duration) > 0 && Number(iterations) > 0) running.push(`${animation.constructor.name} ${String(duration)}`);
        }
        for (const element of root.querySelectorAll('*')) {
          if (element.shadowRoot) roots.push(element.shadowRoot);
          if (getComputedStyle(element).scrollBehavior === 'smooth') running.push('smooth scrolling');
        }
      }
      return running;
    });
    await expect(page.locator('.progress')).toBeVisible();
    expect(await moving()).toEqual([]);
    await read(page);
    for (const tab of ['分布', '修辞', '概览']) {
      await page.getByRole('tab', { name: tab }).click();
      expect(await moving()).toEqual([]);
    }
  });
});

test.describe('the pen', () => {
  test('what is typed is read again, taken back, and kept when another text is shown', async ({ page }) => {
    await openSample(page, 0);
    const before = await page.getByRole('treeitem').count();
    await edit(page);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('\n四、再加一点\n', { delay: 5 });
    await expect(page.getByRole('treeitem').filter({ hasText: '再加一点' })).toBeVisible();
    for (let i = 0; i < 12 && (await editor(page).innerText()).includes('再加一点'); i++) await page.keyboard.press('Control+z');
    await expect(page.getByRole('treeitem')).toHaveCount(before);
    await page.keyboard.press('Control+y');
    await page.keyboard.type('五、又一点');
    // At once to another document: nothing typed is lost, nor is the way back.
    await page.getByRole('button', { name: /打开另一篇/ }).click();
    await page.locator('gangmu-start li button').nth(2).click();
    await read(page);
    await page.getByRole('button', { name: '在全县乡村建设推进会上的讲话', exact: true }).click();
    await expect(page.locator('gangmu-reader')).toContainText('五、又一点');
    await edit(page);
    await page.keyboard.press('Control+z');
    await expect(editor(page)).not.toContainText('五、又一点');
  });

  test('the text can be saved as a file', async ({ page }) => {
    await page.goto('/');
    await openFile(page, 'a.txt', Buffer.from(TEXT));
    await read(page);
    await edit(page);
    await page.keyboard.press('Control+Home');
    await page.keyboard.type('新的');
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '存为 .txt' }).click()]);
    expect(download.suggestedFilename()).toBe('a.txt');
    const bytes = await (await download.createReadStream()).toArray();
    expect(Buffer.concat(bytes).toString()).toBe(`新的${TEXT}`);
  });

  test('line ends of Windows do not shift the marks', async ({ page }) => {
    await page.goto('/');
    await openFile(page, 'crlf.txt', Buffer.from(TEXT.replaceAll('\n', '\r\n')));
    await read(page);
    await page.getByRole('treeitem').filter({ hasText: '压实责任' }).click();
    await edit(page);
    await expect(page.locator('gangmu-editor .m-focus')).toHaveText('二、压实责任，抓好落实');
  });

  test('leaving with typed words that are kept nowhere is asked about', async ({ page }) => {
    await openSample(page, 0);
    await edit(page);
    await page.keyboard.type('改');
    const asked = page.waitForEvent('dialog');
    const leaving = page.close({ runBeforeUnload: true });
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.accept();
    await leaving;
  });

  test('a text begun on the first page waits there', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('textbox').fill('还没有写完');
    await page.locator('gangmu-start li button').first().click();
    await page.getByRole('button', { name: /打开另一篇/ }).click();
    await expect(page.getByRole('textbox')).toHaveValue('还没有写完');
  });
});

test.describe('documents', () => {
  test('a closed one can be had back', async ({ page }) => {
    await openSample(page, 0);
    await page.getByRole('button', { name: /^关闭“在全县/ }).click();
    await expect(page.locator('gangmu-start')).toBeVisible();
    await page.locator('.notice[data-code=closed]').getByRole('button', { name: '撤销' }).click();
    await expect(page.getByRole('treeitem').first()).toBeVisible();
  });

  test('nothing is kept unless the user says so; then everything is, until it is cleared', async ({ page }) => {
    const menu = () => page.locator('header summary').click();
    await openSample(page, 0);
    await page.reload();
    await expect(page.locator('header .document')).toHaveCount(0);
    await page.locator('gangmu-start li button').nth(2).click();
    await read(page);
    await menu();
    await page.getByRole('checkbox', { name: /在本机保存/ }).check();
    await expect(page.locator('footer')).toContainText('保存在本机');
    await menu();
    await openFile(page, 'b.txt', Buffer.from(TEXT));
    await read(page);
    await edit(page);
    await page.keyboard.press('Control+End');
    await page.keyboard.type('三、没有存过的一点');
    await page.reload();
    await expect(page.locator('header .document')).toHaveCount(2);
    await page.getByRole('button', { name: 'b', exact: true }).click();
    await expect(page.locator('gangmu-reader')).toContainText('没有存过的一点');
    await menu();
    await page.getByRole('button', { name: '全部清除' }).click();
    await page.locator('.notice[data-code=clear]').getByRole('button', { name: '全部清除' }).click();
    await expect(page.locator('header .document')).toHaveCount(0);
    await page.reload();
    await expect(page.locator('gangmu-start')).toBeVisible();
    await expect(page.locator('header .document')).toHaveCount(0);
    expect(await page.evaluate(() => new Promise((resolve, reject) => {
      const request = indexedDB.open('gangmu');
      request.onerror = () => reject(new Error('no database'));
      request.onsuccess = () => {
        const count = request.result.transaction('documents').objectStore('documents').count();
        count.onsuccess = () => resolve(count.result);
      };
    }))).toBe(0);
  });

  test('of several dropped files each opens or says why not', async ({ page }) => {
    await page.goto('/');
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'good.txt', { type: 'text/plain' }));
      data.items.add(new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])], 'photo.txt'));
      data.items.add(new File([`${text}三、`], 'better.txt', { type: 'text/plain' }));
      data.items.add(new File([new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1, 2, 0])], 'scan.txt'));
      return data;
    }, TEXT);
    await page.dispatchEvent('gangmu-app', 'drop', { dataTransfer: transfer });
    await expect(page.locator('header .document')).toHaveCount(2);
    await expect(page.locator('.notice[data-code=file-binary]')).toHaveCount(2);
    await expect(page.locator('.notice').first()).toContainText('photo.txt');
    await page.locator('.notice').getByRole('button', { name: '知道了' }).click();
    await expect(page.locator('.notice')).toHaveCount(0);
  });

  test('a pasted text opens, wherever one is', async ({ page }) => {
    await openSample(page, 0);
    await page.evaluate((text) => {
      const data = new DataTransfer();
      data.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, composed: true }));
    }, TEXT);
    await expect(page.locator('header .document')).toHaveCount(2);
  });

  test('each is found again where it was left', async ({ page }) => {
    await openSample(page, 1);
    const scroll = page.locator('gangmu-reader .scroll');
    await scroll.evaluate((e) => e.scrollTo(0, 900));
    await page.getByRole('button', { name: /打开另一篇/ }).click();
    await page.locator('gangmu-start li button').first().click();
    await read(page);
    expect(await scroll.evaluate((e) => e.scrollTop)).toBeLessThan(100);
    await page.locator('header .document button').first().click();
    await expect.poll(() => scroll.evaluate((e) => e.scrollTop)).toBeGreaterThan(700);
  });
});

test('the address says where one is, in numbers', async ({ page }) => {
  await openSample(page, 0);
  await page.getByRole('treeitem').filter({ hasText: '管好一渠水' }).click();
  const { hash } = new URL(page.url());
  expect(hash).toMatch(/^#terms&node=\d+$/);
  await page.goto('about:blank');
  await openSample(page, 0, hash);
  await expect(page.getByRole('treeitem', { selected: true })).toContainText('管好一渠水');
  expect(new URL(page.url()).href).not.toMatch(/[^\x20-\x7e]|%[89A-F]/);
});

test('back and forward lead through what was looked at, and lose nothing', async ({ page }) => {
  await openSample(page, 0);
  await page.getByRole('tab', { name: '修辞' }).click();
  await page.getByRole('tab', { name: '概览' }).click();
  await page.goBack();
  await expect(page.getByRole('tab', { name: '修辞' })).toHaveAttribute('aria-selected', 'true');
  await page.goBack();
  await page.goBack();
  await expect(page.locator('gangmu-start')).toBeVisible();
  await expect(page.locator('header .document')).toHaveCount(1);
  await page.goForward();
  await expect(page.locator('gangmu-reader')).toContainText('修好一条路');
  await page.goForward();
  await expect(page.getByRole('tab', { name: '修辞' })).toHaveAttribute('aria-selected', 'true');
});

test('on a phone, back leads from the text to the column it was reached from', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openSample(page, 0);
  const pane = (name: string) => page.locator('.compass').getByRole('button', { name });
  await pane('提纲').click();
  await page.getByRole('treeitem').filter({ hasText: '管好一渠水' }).click();
  await expect(pane('正文')).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(pane('提纲')).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('treeitem').filter({ hasText: '管好一渠水' })).toBeVisible();
});

test.describe('what is forbidden', () => {
  test.use({ expected: [[/Content Security Policy/], { scope: 'test' }] });

  test('the policy of the page forbids what it says it forbids', async ({ page }) => {
    await page.goto('/');
    const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("'wasm-unsafe-eval'");
    expect(policy).not.toMatch(/'unsafe-eval'|https?:|\*|script-src[^;]*'unsafe-inline'/);
    const broken = page.evaluate(() => new Promise<string[]>((resolve) => {
      const seen: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        seen.push(event.effectiveDirective);
        if (seen.length === 2) resolve(seen.sort());
      });
      fetch('https://example.org/').catch(() => undefined);
      const script = document.createElement('script');
      script.textContent = 'globalThis.evil = 1';
      document.body.append(script);
    }));
    expect(await broken).toEqual(['connect-src', 'script-src-elem']);
    expect(await page.evaluate(() => 'evil' in globalThis)).toBe(false);
  });
});

test('work on a long text can be stopped, and begun again', async ({ page }) => {
  test.setTimeout(120_000);
  await page.goto('/');
  await openFile(page, 'long.txt', Buffer.from(TEXT.repeat(40_000)));
  const stop = page.locator('.progress').getByRole('button', { name: '停止' });
  await stop.click({ timeout: 30_000 });
  await expect(page.locator('.notice')).toHaveAttribute('data-code', 'aborted');
  await expect(page.locator('gangmu-reader p').first()).toBeVisible();
  await openFile(page, 'next.txt', Buffer.from(TEXT));
  await expect(page.getByRole('treeitem').filter({ hasText: '压实责任' })).toBeVisible();
});
