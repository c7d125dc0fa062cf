import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { run } from '../src/cli/child.mjs';

const { env, platform } = process;

// WebKitGTK has no headless mode, and can print only through a binding.
const debianPackages = [
  'firefox-esr',
  'webkit2gtk-driver',
  'xvfb',
  'python3-gi',
  'gir1.2-webkit2-4.1',
];

// The same engine without the browser around it: tests take only 40 % of the processor time.
const shells = ['chromium-headless-shell', 'chrome-headless-shell'];
const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const macApps = ['Chromium', 'Google Chrome'];
const windowsPaths = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
];

/**
 * Returns the path of an existing Chromium or Chrome: from `PLAYWRIGHT_CHROMIUM`, installed in the
 * system, or Playwright's own.
 *
 * @returns {Promise<string | undefined>}
 */
export async function findBrowser() {
  if (env.PLAYWRIGHT_CHROMIUM) return chosen(env.PLAYWRIGHT_CHROMIUM);
  return installed([...shells, ...names]) ?? (await playwrightsOwn());
}

/**
 * The same, but not a headless shell, which for example has no back/forward cache.
 *
 * @returns {Promise<string | undefined>}
 */
export async function findWholeBrowser() {
  const { PLAYWRIGHT_CHROMIUM: path } = env;
  if (path && !shells.includes(basename(path))) return chosen(path);
  return installed(names) ?? (await playwrightsOwn());
}

/**
 * Returns the path of a Chromium or Chrome, and installs one if there is none. If the system has a
 * package of the headless shell, it is installed even if there is a full browser.
 *
 * @returns {Promise<string>}
 */
export async function ensureBrowser() {
  if (!env.PLAYWRIGHT_CHROMIUM && !installed(shells)) await aptInstall('chromium-headless-shell');
  return (await findBrowser()) ?? (await downloaded()) ?? (await packaged()) ?? giveUp();
}

/**
 * Returns Playwright's own build or else that of the system, which Playwright cannot drive.
 *
 * @returns {Promise<{ path: string, isPlaywrights: boolean } | undefined>}
 */
export async function findFirefox() {
  const { firefox } = await import('@playwright/test');
  return playwrightsBuild(firefox) ?? systemBuild(installed(['firefox-esr', 'firefox']));
}

/** @returns {Promise<{ path: string, isPlaywrights: boolean } | undefined>} */
export async function findWebKit() {
  const { webkit } = await import('@playwright/test');
  const [driver, screen] = ['WebKitWebDriver', 'Xvfb'].map((name) =>
    usualPlaces([name]).find((path) => existsSync(path)),
  );
  return playwrightsBuild(webkit) ?? systemBuild(screen && driver);
}

/** Installs Firefox and WebKit if they are missing and available. */
export async function ensureEngines() {
  const areMissing = async () => !(await findFirefox()) || !(await findWebKit());
  if (!(await areMissing())) return;
  await attempt('npx', ['playwright', 'install', 'firefox', 'webkit']);
  if (await areMissing()) await aptInstall(...debianPackages);
}

function playwrightsBuild(type) {
  const path = type.executablePath();
  return existsSync(path) && starts(path) ? { path, isPlaywrights: true } : undefined;
}

function systemBuild(path) {
  return path && { path, isPlaywrights: false };
}

function chosen(path) {
  if (existsSync(path)) return path;
  throw new Error(`PLAYWRIGHT_CHROMIUM is not a file: ${path}`);
}

function installed(names) {
  return usualPlaces(names).find((path) => existsSync(path) && starts(path));
}

function usualPlaces(names) {
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean);
    return roots.flatMap((root) => windowsPaths.map((path) => join(root, path)));
  }
  const onPath = names.flatMap((name) =>
    (env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)),
  );
  if (platform !== 'darwin') return onPath;
  const folders = ['/Applications', join(env.HOME ?? '', 'Applications')];
  const apps = macApps.flatMap((app) =>
    folders.map((folder) => join(folder, `${app}.app`, 'Contents', 'MacOS', app)),
  );
  return [...onPath, ...apps];
}

async function playwrightsOwn() {
  const { chromium } = await import('@playwright/test');
  const path = chromium.executablePath();
  return existsSync(path) && starts(path) ? path : undefined;
}

/** Some systems have a stub with this name, or lack a library that the browser needs. */
function starts(path) {
  // On Windows `--version` opens a window instead.
  return platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

async function downloaded() {
  await attempt('npx', ['playwright', 'install', 'chromium']);
  return playwrightsOwn();
}

async function packaged() {
  await aptInstall('chromium');
  return findBrowser();
}

async function aptInstall(...packages) {
  if (process.getuid?.() !== 0 || !existsSync('/etc/debian_version')) return;
  await attempt('apt-get', ['update']);
  await attempt('apt-get', ['install', '-y', '--no-install-recommends', ...packages]);
}

/** Runs a command and ignores failures: the caller checks whether a browser is there afterwards. */
async function attempt(command, args) {
  const quiet = {
    DEBIAN_FRONTEND: 'noninteractive',
    PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000',
  };
  await run(command, args, { env: { ...env, ...quiet } }).catch(() => undefined);
}

function giveUp() {
  throw new Error(
    'No Chromium was found and none could be installed: install Chromium or Chrome, ' +
      'or set PLAYWRIGHT_CHROMIUM to the path of one, and run npm test again.',
  );
}
