// Irregular forms, after their base form.
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

// Removed if a syllable remains; the longest suffix first.
const suffix =
  /^([a-z]*?[aeiouy][a-z]*?[a-z])(?:ment|ness|[ae]n(?:t|c[ey])|able|ation|ing|ion|ive|i?ty|est|ed|er|or|(?:ic)?al|ic|e)$/;

// No English word is longer, and matching suffixes takes quadratic time.
const inflected = /^[a-z]{4,40}$/;

// Prefixes of irregular verbs: "outgrown", "understood".
const prefixed = /^(out|over|under|fore|mis|re|un|with)(.{3,})$/;

function baseOf(word: string): string {
  const [, prefix = '', verb = ''] = prefixed.exec(word) ?? [];
  const base = irregular.get(verb);
  return irregular.get(word) ?? (base === undefined ? word : prefix + base);
}

/**
 * Returns the stem of an English word ("debug" for "debugged" and "debugging"), not always a word.
 * It cuts off too much rather than too little, so equal stems are evidence, not proof.
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

// Articles and one-letter words of Arabic and Hebrew, which are attached to the next word.
const proclitic = /^(?:ال|[وفبكل]|[והבלכמש])(?=.{2})/u;

/** Returns the stem of a word, and the rest of an Arabic or Hebrew word without each proclitic. */
export function stems(word: string): string[] {
  const found = [stem(word)];
  for (let rest = word; proclitic.test(rest); found.push(rest)) rest = rest.replace(proclitic, '');
  return found;
}
