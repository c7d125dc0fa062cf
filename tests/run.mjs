import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../src/cli/child.mjs';
import { install, projectRoot } from '../src/cli/install.mjs';
import { ensureBrowser, ensureEngines } from './browser.mjs';
import { countPlaywright, countStep, countVitest, skippedLine, summary } from './reports.mjs';

const reports = mkdtempSync(join(tmpdir(), 'quote-browser-tests-'));
process.on('exit', () => rmSync(reports, { recursive: true, force: true }));
const unitReport = join(reports, 'unit.json');
const e2eReport = join(reports, 'e2e.json');
const subpathReport = join(reports, 'subpath.json');
const enginesReport = join(reports, 'engines.json');
const rtlReport = join(reports, 'rtl.json');

const results = [];

process.env.ASTRO_TELEMETRY_DISABLED = '1';

try {
  await install();
  const browser = await ensureBrowser().catch((error) => error);

  // The linter needs the types of the content, which the first step writes.
  await check('types');
  await check('lint');
  await check('format:check');
  await test('unit', unitReport, countVitest, [
    '--',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ]);
  const isBuilt = await check('build');
  if (isBuilt) {
    await check('permanence');
    await check('hostile');
  }
  if (!isBuilt) fail('e2e', 'there is no build to test');
  else if (browser instanceof Error) fail('e2e', browser.message);
  else {
    process.env.PLAYWRIGHT_CHROMIUM = browser;
    await check('budget');
    process.env.E2E_REPORT = e2eReport;
    await test('e2e', e2eReport, countPlaywright);
    await ensureEngines();
    process.env.E2E_REPORT = enginesReport;
    await test('engines', enginesReport, countPlaywright);
    process.env.E2E_REPORT = subpathReport;
    await test('subpath', subpathReport, countPlaywright);
    process.env.E2E_REPORT = rtlReport;
    await test('rtl', rtlReport, countPlaywright);
  }
} catch (error) {
  fail('install', error.message);
}

printResults();

/** A step that is one check, passed or failed as a whole. */
async function check(step) {
  const { code, seconds } = await runStep(step);
  const isOk = code === 0;
  const counts = { passed: Number(isOk), failed: Number(!isOk), skipped: 0 };
  results.push({ step, seconds, counts });
  return isOk;
}

/** A step that counts its own tests in a report. */
async function test(step, report, count, args) {
  const { code, seconds } = await runStep(step, args);
  const counts = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : undefined;
  results.push({ step, seconds, counts: countStep(code, counts) });
}

function fail(step, reason) {
  console.error(`\n${step}: ${reason}`);
  results.push({ step, seconds: 0, counts: countStep(1) });
}

async function runStep(step, args = []) {
  console.log(`\n── ${step}`);
  const start = Date.now();
  const code = await run('npm', ['run', '--silent', step, ...args], { cwd: projectRoot });
  return { code, seconds: (Date.now() - start) / 1000 };
}

function printResults() {
  console.log();
  for (const { step, seconds, counts } of results) {
    const verdict = counts.failed === 0 ? 'ok' : 'FAILED';
    console.log(`${step.padEnd(14)}${verdict.padEnd(8)}${seconds.toFixed(1).padStart(6)} s`);
  }
  const counts = results.map((result) => result.counts);
  process.exitCode = counts.some(({ failed }) => failed > 0) ? 1 : 0;
  const skipped = skippedLine(counts);
  if (skipped) console.log(skipped);
  console.log(summary(counts));
}
