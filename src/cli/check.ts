import { contentFolder } from '../collection/folder.ts';
import { readCollection } from '../collection/read.ts';
import { command, refusePositionals } from './arguments.ts';
import { counted, printProblems } from './content.ts';

const usage = `Usage: npm run check [-- --help]

Reads the content folder (CONTENT_DIR, or content) and prints everything that is wrong with it,
one problem a line. Warnings alone are no failure.
`;

command(usage, {}, (_values, positionals) => {
  refusePositionals(positionals);
  const folder = contentFolder();
  const { about, entries, problems } = readCollection(folder);
  printProblems(folder, problems);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  const found = [
    ...(errors > 0 ? [counted(errors, 'error')] : []),
    ...(problems.length > errors ? [counted(problems.length - errors, 'warning')] : []),
  ];
  const size = `${counted(entries.length, 'quote')} in ${counted(about?.parts.length ?? 0, 'part')}`;
  console.log(`${size}: ${found.join(', ') || 'no problems'}`);
  return errors === 0;
});
