/** A tab of a browser, with the actions that the journeys need, for any driver. */
export interface Tab {
  /** Console messages and uncaught errors so far. WebKitGTK's driver reports none. */
  messages: string[];
  goto: (url: string) => Promise<void>;
  reload: () => Promise<void>;
  back: () => Promise<void>;
  resize: (width: number, height: number) => Promise<void>;
  click: (css: string) => Promise<void>;
  type: (text: string) => Promise<void>;
  /** Presses keys one after another, with names as in `KeyboardEvent.key`, such as `Control+k`. */
  press: (...keys: string[]) => Promise<void>;
  upload: (css: string, file: string) => Promise<void>;
  /** Runs a function in the page. Its argument and its result must be JSON. */
  evaluate: <Result, Value = undefined>(
    run: (value: Value) => Result | Promise<Result>,
    value?: Value,
  ) => Promise<Result>;
}

export interface Options {
  /** Whether pages run scripts. */
  scripts: boolean;
}

/** Loads pages in a tab and returns their console messages. */
export async function messagesIn(
  tab: Tab,
  urls: string[],
  loaded: () => Promise<void>,
): Promise<string[]> {
  for (const url of urls) await tab.goto(url);
  await loaded();
  return tab.messages;
}

/** A browser that has been started. */
export interface Engine {
  open: () => Promise<Tab>;
  /** Loads pages and returns their console messages. `loaded` waits until all requests are done. */
  messagesOf: (urls: string[], loaded: () => Promise<void>) => Promise<string[]>;
  /** Prints a page as a PDF. Missing if the driver cannot print. */
  print?: (url: string) => Promise<Buffer>;
  close: () => Promise<void>;
}

// The code points of keys without a character in WebDriver and WebDriver BiDi.
const codePoints: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
};

interface KeyAction {
  type: 'keyDown' | 'keyUp';
  value: string;
}

/** Converts key presses to actions, which are the same in WebDriver and WebDriver BiDi. */
export function keyActions(keys: string[]): KeyAction[] {
  return keys.flatMap((combination) => {
    const pressed = combination === '+' ? ['+'] : combination.split('+');
    const values = pressed.map((key) => codePoints[key] ?? key);
    return [
      ...values.map((value): KeyAction => ({ type: 'keyDown', value })),
      ...values.toReversed().map((value): KeyAction => ({ type: 'keyUp', value })),
    ];
  });
}
