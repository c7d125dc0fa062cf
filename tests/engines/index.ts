import { chromium, firefox, webkit } from '@playwright/test';
import { findBrowser, findFirefox, findWebKit, findWholeBrowser } from '../browser.mjs';
import { startFirefox } from './firefox.ts';
import { startByPlaywright } from './playwright.ts';
import type { Engine, Options } from './tab.ts';
import { startWebKit } from './webkit.ts';

/** The engines in which the journeys run. */
export const engines = ['chromium', 'firefox', 'webkit'] as const;

/** Starts an engine with the driver available here. Resolves to undefined if it is not installed. */
export async function startEngine(
  name: string,
  options: Options = { scripts: true },
): Promise<Engine | undefined> {
  if (name === 'chromium') {
    // A headless shell cannot paste.
    const path = (await findWholeBrowser()) ?? (await findBrowser());
    return path ? startByPlaywright(chromium, path, options) : undefined;
  }
  const [type, found] =
    name === 'firefox' ? [firefox, await findFirefox()] : [webkit, await findWebKit()];
  if (!found) return undefined;
  if (found.isPlaywrights) return startByPlaywright(type, found.path, options);
  return name === 'firefox' ? startFirefox(found.path, options) : startWebKit(options);
}
