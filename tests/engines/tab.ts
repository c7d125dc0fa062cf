/** One page of a browser, with the verbs that the journeys need, whatever drives it. */
export interface Tab {
  /** Console messages and uncaught errors so far; WebKitGTK under its driver tells of none. */
  messages: string[];
  goto: (url: string) => Promise<void>;
  reload: () => Promise<void>;
  back: () => Promise<void>;
  resize: (width: number, height: number) => Promise<void>;
  click: (css: string) => Promise<void>;
  type: (text: string) => Promise<void>;
  /** Presses keys one after another, by their names in `KeyboardEvent.key`, as in `Control+k`. */
  press: (...keys: string[]) => Promise<void>;
  upload: (css: string, file: string) => Promise<void>;
  /** The result of a function that runs in the page; it and the value must be JSON. */
  evaluate: <Result, Value = undefined>(
    run: (value: Value) => Result | Promise<Result>,
    value?: Value,
  ) => Promise<Result>;
}

export interface Options {
  /** Whether pages run scripts. */
  scripts: boolean;
}

/** A browser that has been started. */
export interface Engine {
  open: () => Promise<Tab>;
  /** Console messages of pages that are only loaded; `loaded` waits until nothing more is asked for. */
  messagesOf: (urls: string[], loaded: () => Promise<void>) => Promise<string[]>;
  /** The page at an address as a PDF; missing where the driver cannot print. */
  print?: (url: string) => Promise<Buffer>;
  close: () => Promise<void>;
}

// The code points that WebDriver and WebDriver BiDi give to keys without a character.
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

/** Key presses as actions of WebDriver and WebDriver BiDi, which share them. */
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
