import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { start, stop } from './process.ts';
import { keyActions, messagesIn, type Engine, type Options, type Tab } from './tab.ts';

const preferences = {
  'app.update.disabledForTesting': true,
  'browser.shell.checkDefaultBrowser': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false,
  'toolkit.telemetry.reportingpolicy.firstRun': false,
};

type Call = <Result>(method: string, parameters?: object) => Promise<Result>;

interface Message {
  id?: number;
  type?: string;
  message?: string;
  method?: string;
  params?: { text?: string; source?: { context?: string }; level?: string };
  result?: unknown;
}

interface Called {
  result: { value: string; sharedId: string };
  exceptionDetails?: { text: string };
}

/** Starts the installed Firefox and controls it over WebDriver BiDi, which needs no driver. */
export async function startFirefox(executable: string, { scripts }: Options): Promise<Engine> {
  const profile = mkdtempSync(join(tmpdir(), 'quote-browser-firefox-'));
  const lines = Object.entries({ ...preferences, 'javascript.enabled': scripts }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join(''));
  const { child, match } = await start(
    executable,
    ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0'],
    /WebDriver BiDi listening on (ws:\S+)/u,
  );
  const listeners = new Map<string, (message: string) => void>();
  const call = await connect(`${match[1]!}/session`, ({ params }) => {
    const listener = listeners.get(params?.source?.context ?? '');
    listener?.(`${params?.level}: ${params?.text}`);
  });
  await call('session.new', { capabilities: {} });
  await call('session.subscribe', { events: ['log.entryAdded'] });

  const open = async (): Promise<Tab> => {
    const { context } = await call<{ context: string }>('browsingContext.create', { type: 'tab' });
    const messages: string[] = [];
    listeners.set(context, (message) => messages.push(message));
    return tabOf(call, context, messages);
  };
  return {
    open,
    messagesOf: async (urls, loaded) => messagesIn(await open(), urls, loaded),
    print: async (url) => {
      const { context } = await call<{ context: string }>('browsingContext.create', {
        type: 'tab',
      });
      await call('browsingContext.navigate', { context, url, wait: 'complete' });
      const { data } = await call<{ data: string }>('browsingContext.print', {
        context,
        page: { width: 21, height: 29.7 },
      });
      return Buffer.from(data, 'base64');
    },
    close: async () => {
      await stop(child);
      rmSync(profile, { recursive: true, force: true });
    },
  };
}

async function connect(url: string, onEvent: (message: Message) => void): Promise<Call> {
  const socket = new WebSocket(url);
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  const pending = new Map<number, PromiseWithResolvers<unknown>>();
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data as string) as Message;
    const request = pending.get(message.id!);
    if (!request) onEvent(message);
    else if (message.type === 'error') request.reject(new Error(message.message));
    else request.resolve(message.result);
  });
  let last = 0;
  return (method, params = {}) => {
    const request = Promise.withResolvers<unknown>();
    pending.set(++last, request);
    socket.send(JSON.stringify({ id: last, method, params }));
    return request.promise as Promise<never>;
  };
}

function tabOf(call: Call, context: string, messages: string[]): Tab {
  const callFunction = async (functionDeclaration: string, value: unknown = null) => {
    const { result, exceptionDetails } = await call<Called>('script.callFunction', {
      functionDeclaration,
      target: { context },
      arguments: [{ type: 'string', value: JSON.stringify(value) }],
      awaitPromise: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result;
  };
  const evaluate: Tab['evaluate'] = async (run, value) => {
    // Promises never settle if scripts are disabled.
    const wrapped = `(value) => {
      const result = (${run.toString()})(JSON.parse(value));
      const inJson = (settled) => JSON.stringify(settled ?? null);
      return result instanceof Promise ? result.then(inJson) : inJson(result);
    }`;
    return JSON.parse((await callFunction(wrapped, value)).value) as never;
  };
  const element = (css: string) =>
    callFunction(
      `(css) => {
      const found = document.querySelector(JSON.parse(css));
      found.scrollIntoView({ block: 'center', behavior: 'instant' });
      return found;
    }`,
      css,
    );
  const perform = (actions: object) =>
    call('input.performActions', { context, actions: [actions] });
  const press = (keys: string[]) =>
    perform({ type: 'key', id: 'keyboard', actions: keyActions(keys) });

  return {
    messages,
    evaluate,
    goto: async (url) => {
      await call('browsingContext.navigate', { context, url, wait: 'complete' });
    },
    reload: async () => {
      await call('browsingContext.reload', { context, wait: 'complete' });
    },
    back: async () => {
      // A page may run before its process has reported the new history entry.
      const back = () => call('browsingContext.traverseHistory', { context, delta: -1 });
      await expect(back).toPass({ timeout: 5000, intervals: [50] });
    },
    resize: async (width, height) => {
      await call('browsingContext.setViewport', { context, viewport: { width, height } });
    },
    click: async (css) => {
      const { sharedId } = await element(css);
      const origin = { type: 'element', element: { sharedId } };
      await perform({
        type: 'pointer',
        id: 'mouse',
        actions: [
          { type: 'pointerMove', x: 0, y: 0, origin },
          { type: 'pointerDown', button: 0 },
          { type: 'pointerUp', button: 0 },
        ],
      });
    },
    type: async (text) => {
      await press([...text]);
    },
    press: async (...keys) => {
      await press(keys);
    },
    upload: async (css, file) => {
      const { sharedId } = await element(css);
      await call('input.setFiles', { context, element: { sharedId }, files: [file] });
    },
  };
}
