// Forms that no ending explains, each after its base.
const irregular = new Map(
  `become became,begin began begun,break broke broken,bring brought,build built,buy bought,
catch caught,child children,choose chose chosen,come came,deal dealt,drive drove driven,fall fell,
feel felt,fight fought,give gave,grow grew grown,hide hid hidden,hold held,keep kept,know knew,
lead led,leave left,lose lost,man men,meet met,pay paid,rise rose,run ran,see saw seen,
sell sold,send sent,speak spoke,spend spent,take took,teach taught,think thought,
use used using user,win won,woman women,write wrote written`
    .split(',')
    .flatMap((forms) => {
      const [base = '', ...others] = forms.trim().split(' ');
      return others.map((form): [string, string] => [form, base]);
    }),
);

// Taken off where a syllable is left; the longest goes first.
const suffix =
  /^([a-z]*?[aeiouy][a-z]*?[a-z])(?:ment|ness|[ae]n(?:t|c[ey])|able|ation|ing|ion|ive|i?ty|est|ed|er|or|(?:ic)?al|ic|e)$/;

// No word of English is longer, and the pattern of suffixes takes the longer the square of it.
const inflected = /^[a-z]{4,40}$/;

// Before an irregular verb: "outgrown", "understood".
const prefixed = /^(out|over|under|fore|mis|re|un|with)(.{3,})$/;

function baseOf(word: string): string {
  const [, prefix = '', verb = ''] = prefixed.exec(word) ?? [];
  const base = irregular.get(verb);
  return irregular.get(word) ?? (base === undefined ? word : prefix + base);
}

/**
 * What the forms of an English word have in common ("debugged" and "debugging" give "debug"); not itself a
 * word. Cuts too much rather than too little, so equal stems are evidence, not identity.
 */
export function stem(word: string): string {
  const base = baseOf(word);
  if (!inflected.test(base)) return base;
  const singular = base
    .replace(/(..)ies$/, '$1y')
    .replace(/(ss|sh|ch|x)es$/, '$1')
    .replace(/([^suai])s$|(..[ua])s$/, '$1$2');
  // "Users" is a form of "use" by way of "user".
  if (irregular.has(singular)) return irregular.get(singular)!;
  const bare = singular
    .replace(/bility$/, 'ble')
    .replace(/(..)ality$/, '$1al')
    .replace(/(...)ly$/, '$1')
    .replace(suffix, '$1');
  return (bare === singular ? bare : bare.replace(/(...)(?:at|i[sz])$/, '$1'))
    .replace(/([^aeiousl])\1$/, '$1')
    .replace(/(..)e$/, '$1')
    .replace(/y$/, 'i');
}

// One-letter words of Arabic and Hebrew and their articles, which are written onto the next word.
const proclitic = /^(?:ال|[وفبكل]|[והבלכמש])(?=.{2})/u;

/** The stem of a word, and what is left of it without what Arabic and Hebrew write onto its beginning. */
export function stems(word: string): string[] {
  const found = [stem(word)];
  for (let rest = word; proclitic.test(rest); found.push(rest)) rest = rest.replace(proclitic, '');
  return found;
}
