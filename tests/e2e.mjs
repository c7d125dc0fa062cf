import { buildSite, sites, testSite } from './sites.mjs';

// npm run e2e [-- [--site NAME] [arguments of Playwright]]
const args = process.argv.slice(2);
const at = args.indexOf('--site');
const [, name = 'complete'] = at < 0 ? [] : args.splice(at, 2);

if (name in sites) process.exitCode = await testSite(name, await buildSite(name), { args });
else {
  console.error(`There is no site ${name}: use ${Object.keys(sites).join(', ')}.`);
  process.exitCode = 2;
}
