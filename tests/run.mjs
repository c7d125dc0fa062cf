import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../src/cli/child.mjs';
import { install, projectRoot } from '../src/cli/install.mjs';
import { configureAstro } from '../src/environment.js';
import { ensureBrowser, ensureEngines } from './browser.mjs';
import { countPlaywright, countStep, countVitest, skippedLine, summary } from './reports.mjs';
import { buildSite, sites, testSite } from './sites.mjs';

// npm test: builds the collection in content/ and runs the end-to-end tests, with the unit tests and
// static checks in parallel. --all adds the tests that are slow and rarely fail.
const isAll = process.argv.includes('--all');

const reports = mkdtempSync(join(tmpdir(), 'quote-browser-tests-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));
const start = Date.now();
const results = [];
configureAstro();

try {
  await install();
  const browser = await ensureBrowser().catch((error) => error);
  const built = step('build', npm('build'));
  await Promise.all([checkSources(built), testSites(built, browser)]);
} catch (error) {
  fail('install', error.message);
}

printResults();

async function checkSources(built) {
  const check = (name) => step(name, npm(name), { log: true });
  await check('format:check');
  const report = join(reports, 'unit.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  await step('unit', npm('unit', ['--', ...reporters]), { log: true, report, count: countVitest });
  // These need types that the build generates.
  await built;
  await check('types');
  await check('lint');
}

async function testSites(built, browser) {
  const isBuilt = await built;
  if (isAll) {
    for (const name of ['reproducible', 'hostile', 'journey']) await step(name, npm(name));
  }
  if (browser instanceof Error) return fail('e2e', browser.message);
  process.env.PLAYWRIGHT_CHROMIUM = browser;
  const smoke = ['playwright', 'test', 'smoke.spec', '--grep', '@smoke'];
  if (isBuilt) await e2e('smoke', (env) => run('npx', smoke, { cwd: projectRoot, env }));
  const parallelSteps = [];
  for (const [name, { isSlow = false }] of Object.entries(sites)) {
    if (isSlow && !isAll) continue;
    let root;
    const build = async () => {
      root = await buildSite(name);
      return 0;
    };
    if (!(await step(`build ${name}`, build))) continue;
    await e2e(`e2e ${name}`, (env) => testSite(name, root, { env }));
    if (name !== 'complete' && !isSlow) continue;
    parallelSteps.push(weighPages(name, root));
    if (name !== 'complete') continue;
    if (isAll) {
      const command = ['npx', 'playwright', 'test', '--grep', '@rare'];
      await e2e('e2e rare', (env) => testSite(name, root, { command, env }));
    }
    parallelSteps.push(testEngines(name, root));
  }
  await Promise.all(parallelSteps);
}

/** Needs little processor time, so other sites are tested in parallel. */
function weighPages(name, root) {
  const command = ['node', 'tests/page-budget.ts'];
  return step(`budget ${name}`, ({ stdio }) => testSite(name, root, { command, stdio }), {
    log: true,
  });
}

/** The drivers mostly wait, so other sites are tested in parallel. */
async function testEngines(name, root) {
  await ensureEngines();
  const command = ['npm', 'run', '--silent', 'engines'];
  await e2e('engines', (env, stdio) => testSite(name, root, { command, env, stdio }), {
    log: true,
  });
}

/** Runs a script of the project. */
function npm(name, args = []) {
  return (options) =>
    run('npm', ['run', '--silent', name, ...args], { cwd: projectRoot, ...options });
}

/** Runs Playwright as a step, with the counts of its report. */
function e2e(name, work, options) {
  const report = join(reports, `${name}.json`);
  const env = { ...process.env, E2E_REPORT: report };
  const count = countPlaywright;
  return step(name, ({ stdio }) => work(env, stdio), { ...options, report, count });
}

/**
 * Runs a step and returns whether it passed. With `log` its output is printed at the end, so that it
 * does not mix with that of other steps. A step without a report counts as one test.
 */
async function step(name, work, { log = false, report, count } = {}) {
  if (!log) console.log(`\n── ${name}`);
  const begin = Date.now();
  const path = join(reports, `${name}.txt`);
  const output = log ? openSync(path, 'w') : undefined;
  const code = await work(log ? { stdio: ['ignore', output, output] } : {}).catch((error) => {
    console.error(error.message);
    return 1;
  });
  if (log) {
    closeSync(output);
    process.stdout.write(`\n── ${name}\n${readFileSync(path, 'utf8')}`);
  }
  const asOneTest = { passed: Number(code === 0), failed: Number(code !== 0), skipped: 0 };
  const counts =
    report && existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : asOneTest;
  results.push({ name, seconds: (Date.now() - begin) / 1000, counts: countStep(code, counts) });
  return code === 0;
}

function fail(name, reason) {
  console.error(`\n${name}: ${reason}`);
  results.push({ name, seconds: 0, counts: countStep(1) });
}

function printResults() {
  console.log();
  const row = (name, verdict, seconds) =>
    console.log(`${name.padEnd(18)}${verdict.padEnd(8)}${seconds.toFixed(1).padStart(6)} s`);
  for (const { name, seconds, counts } of results) {
    row(name, counts.failed === 0 ? 'ok' : 'FAILED', seconds);
  }
  row('all, side by side', '', (Date.now() - start) / 1000);
  const counts = results.map((result) => result.counts);
  process.exitCode = counts.some(({ failed }) => failed > 0) ? 1 : 0;
  const skipped = skippedLine(counts);
  if (skipped) console.log(skipped);
  console.log(summary(counts));
}
