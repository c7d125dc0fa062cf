import type { Browser, BrowserContext, BrowserType, Page } from '@playwright/test';
import { messagesIn, type Engine, type Options, type Tab } from './tab.ts';

/** Starts a browser and controls it with Playwright. */
export async function startByPlaywright(
  type: BrowserType,
  executablePath: string,
  { scripts }: Options,
): Promise<Engine> {
  const browser: Browser = await type.launch({
    executablePath,
    // Readers have this cache, and Back must work with it.
    ignoreDefaultArgs: type.name() === 'chromium' ? ['--disable-back-forward-cache'] : [],
  });
  let context: BrowserContext | undefined;
  const newPage = async () => {
    await context?.close();
    context = await browser.newContext({ javaScriptEnabled: scripts });
    return context.newPage();
  };
  const open = async () => tabOf(await newPage());
  return {
    open,
    messagesOf: async (urls, loaded) => messagesIn(await open(), urls, loaded),
    ...(type.name() === 'chromium' && {
      print: async (url: string) => {
        const page = await newPage();
        await page.goto(url);
        return page.pdf({ format: 'A4' });
      },
    }),
    close: () => browser.close(),
  };
}

function tabOf(page: Page): Tab {
  const messages: string[] = [];
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => messages.push(`error: ${error.message}`));
  return {
    messages,
    goto: async (url) => {
      await page.goto(url);
    },
    reload: async () => {
      await page.reload();
    },
    back: async () => {
      await page.goBack({ waitUntil: 'commit' });
    },
    resize: (width, height) => page.setViewportSize({ width, height }),
    click: (css) => page.locator(css).first().click(),
    type: (text) => page.keyboard.type(text),
    press: async (...keys) => {
      for (const key of keys) await page.keyboard.press(key);
    },
    upload: (css, file) => page.locator(css).setInputFiles(file),
    evaluate: (run, value) => page.evaluate(run as never, value as never),
  };
}
