import { globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { freePort, start, stop } from './process.ts';
import { keyActions, type Engine, type Options, type Tab } from './tab.ts';

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

/** Without these styles the toolbar makes the window wider than a phone. */
const gtkStyles = `
* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; }
toolbar image, headerbar image, toolbutton image { -gtk-icon-transform: scale(0.2); margin: 0 -6px; }
`;

/** Milliseconds; a few times as long as the longest script of the journeys. */
const SCRIPT_TIMEOUT = 5000;

const ACTION_TIMEOUT = 20_000;

type Call = <Result>(method: string, path: string, body?: object) => Promise<Result>;

/** Starts WebKitGTK's MiniBrowser on its own virtual screen and controls it over WebDriver. */
export async function startWebKit({ scripts }: Options): Promise<Engine> {
  const home = mkdtempSync(join(tmpdir(), 'quote-browser-webkit-'));
  mkdirSync(join(home, 'gtk-3.0'));
  writeFileSync(join(home, 'gtk-3.0/gtk.css'), gtkStyles);
  const screens = [await startScreen(), await startScreen()];
  const [env, secondScreen] = screens.map(({ match }): NodeJS.ProcessEnv => ({
    ...process.env,
    DISPLAY: `:${match[1]}`,
    GDK_BACKEND: 'x11',
    GTK_THEME: 'Adwaita',
    LIBGL_ALWAYS_SOFTWARE: '1',
    NO_AT_BRIDGE: '1',
    // WebKit's sandbox does not start as root.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1',
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    XDG_CACHE_HOME: home,
  }));
  const port = await freePort();
  const driver = spawn('WebKitWebDriver', [`--port=${port}`], { env, stdio: 'ignore' });
  process.once('exit', () => driver.kill('SIGKILL'));
  const call = callerOf(`http://127.0.0.1:${port}`);
  await retry(() => call('GET', '/status'));
  const args = ['--automation', ...(scripts ? [] : ['--enable-javascript=FALSE'])];
  const options = { 'webkitgtk:browserOptions': { binary: miniBrowser(), args } };
  const { sessionId } = await call<{ sessionId: string }>('POST', '/session', {
    capabilities: { alwaysMatch: options },
  });
  const session = `/session/${sessionId}`;
  // A script whose page goes away never returns.
  await call('POST', `${session}/timeouts`, { script: SCRIPT_TIMEOUT });
  return {
    open: async () => tabOf((method, path, body) => call(method, session + path, body)),
    messagesOf: (urls, loaded) => messagesOf(urls, loaded, secondScreen),
    print: (url) => print(url, join(home, 'printed.pdf'), secondScreen),
    close: async () => {
      await call('DELETE', session).catch(() => undefined);
      await stop(driver);
      for (const { child } of screens) await stop(child);
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/**
 * Starts a virtual screen for one window: without a window manager a second window would keep the
 * focus. It is narrow, since the pointer is in the middle and the window under it has the focus.
 */
const startScreen = () =>
  start(
    'Xvfb',
    ['-displayfd', '1', '-screen', '0', '700x1500x24', '-nolisten', 'tcp'],
    /^(\d+)$/mu,
  );

/** Returns the path of the browser that comes with the driver. */
const miniBrowser = () => globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser')[0]!;

function callerOf(root: string): Call {
  return async (method, path, body) => {
    const response = await fetch(root + path, {
      method,
      headers: { 'Content-Type': 'application/json' },
      ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
    });
    const { value } = (await response.json()) as { value: { error?: string; message?: string } };
    if (value?.error) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value as never;
  };
}

async function retry(attempt: () => Promise<unknown>, timeout = Infinity): Promise<void> {
  const start = Date.now();
  for (;;) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (Date.now() - start > timeout) throw error;
      await setTimeout(50);
    }
  }
}

function tabOf(call: Call): Tab {
  const element = async (css: string) => {
    const found = await call<Record<string, string>>('POST', '/element', {
      using: 'css selector',
      value: css,
    });
    return `/element/${found[ELEMENT]}`;
  };
  const press = async (keys: string[]) => {
    const actions = [{ type: 'key', id: 'keyboard', actions: keyActions(keys) }];
    await call('POST', '/actions', { actions });
    // If the page goes away, the key counts as held, and the next press as a repetition.
    await call('DELETE', '/actions');
  };
  const evaluate: Tab['evaluate'] = async (run, value) => {
    const script = `const [value, done] = arguments;
      (async () => (${run.toString()})(value))()
        .then((result) => done({ result }), (error) => done({ error: String(error) }));`;
    const answer = await call<{ result: never; error?: string }>('POST', '/execute/async', {
      script,
      args: [value ?? null],
    });
    if (answer.error) throw new Error(answer.error);
    return answer.result;
  };

  /** Waits until the page has loaded and has the focus. The driver does not. */
  const loaded = () =>
    retry(async () => {
      const isReady = () => document.readyState === 'complete' && document.hasFocus();
      if (!(await evaluate(isReady))) throw new Error('The page does not load or has no focus.');
    }, ACTION_TIMEOUT);

  return {
    messages: [],
    evaluate,
    goto: async (url) => {
      await call('POST', '/url', { url });
      await loaded();
    },
    reload: async () => {
      await call('POST', '/refresh');
      await loaded();
    },
    back: () => call('POST', '/back'),
    resize: async (width, height) => {
      let outer = { width, height };
      // The window has bars around the page, and both sizes change only after a moment.
      for (;;) {
        const inner = await evaluate(() => ({ width: innerWidth, height: innerHeight }));
        if (inner.width === width && inner.height === height) return;
        const { width: w, height: h } = await call<typeof outer>('GET', '/window/rect');
        outer = {
          width: Math.max(width, w + width - inner.width),
          height: Math.max(height, h + height - inner.height),
        };
        await call('POST', '/window/rect', { x: 0, y: 0, ...outer });
      }
    },
    click: (css) =>
      // An element that has just been shown may not be clickable yet.
      retry(async () => call('POST', `${await element(css)}/click`), ACTION_TIMEOUT),
    type: (text) => press([...text]),
    press: (...keys) => press(keys),
    upload: async (css, file) => call('POST', `${await element(css)}/value`, { text: file }),
  };
}

/** Opens all pages in tabs without the driver, under which the browser prints no console messages. */
async function messagesOf(
  urls: string[],
  loaded: () => Promise<void>,
  env: NodeJS.ProcessEnv | undefined,
): Promise<string[]> {
  const browser = spawn(
    miniBrowser(),
    ['--enable-write-console-messages-to-stdout=TRUE', ...urls],
    {
      env,
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  process.once('exit', () => browser.kill('SIGKILL'));
  let output = '';
  browser.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  await loaded();
  await stop(browser);
  return output.split('\n').filter((line) => line.includes('CONSOLE'));
}

const printer = `
import sys, gi
gi.require_version('Gtk', '3.0'); gi.require_version('WebKit2', '4.1')
from gi.repository import Gtk, WebKit2
def loaded(view, event):
    if event != WebKit2.LoadEvent.FINISHED: return
    operation = WebKit2.PrintOperation.new(view)
    settings = Gtk.PrintSettings()
    settings.set_printer('Print to File')
    settings.set('output-file-format', 'pdf')
    settings.set('output-uri', 'file://' + sys.argv[2])
    sheet = Gtk.PageSetup()
    sheet.set_paper_size(Gtk.PaperSize.new('iso_a4'))
    operation.set_print_settings(settings)
    operation.set_page_setup(sheet)
    operation.connect('finished', lambda _: Gtk.main_quit())
    operation.print_()
window = Gtk.Window()
view = WebKit2.WebView()
window.add(view)
window.show_all()
view.connect('load-changed', loaded)
view.load_uri(sys.argv[1])
Gtk.main()
`;

/** Prints with a view of the same library, since WebKitWebDriver has no command to print. */
async function print(
  url: string,
  file: string,
  env: NodeJS.ProcessEnv | undefined,
): Promise<Buffer> {
  await promisify(execFile)('/usr/bin/python3', ['-c', printer, url, file], {
    env,
    timeout: 30_000,
  });
  return readFile(file);
}
