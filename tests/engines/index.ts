import { chromium, firefox, webkit } from '@playwright/test';
import { findBrowser, findFirefox, findWebKit, findWholeBrowser } from '../browser.mjs';
import { startFirefox } from './firefox.ts';
import { startByPlaywright } from './playwright.ts';
import type { Engine, Options } from './tab.ts';
import { startWebKit } from './webkit.ts';

/** The engines that the journeys run in. */
export const engines = ['chromium', 'firefox', 'webkit'] as const;

/** Starts an engine by what drives it here; undefined where it is not installed. */
export async function startEngine(
  name: string,
  options: Options = { scripts: true },
): Promise<Engine | undefined> {
  if (name === 'chromium') {
    // A headless shell pastes nothing.
    const path = (await findWholeBrowser()) ?? (await findBrowser());
    return path ? startByPlaywright(chromium, path, options) : undefined;
  }
  const [type, found] =
    name === 'firefox' ? [firefox, await findFirefox()] : [webkit, await findWebKit()];
  if (!found) return undefined;
  if (found.isPlaywrights) return startByPlaywright(type, found.path, options);
  return name === 'firefox' ? startFirefox(found.path, options) : startWebKit(options);
}
