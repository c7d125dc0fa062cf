// English; the words of other languages that say as little are left to statistics.
const sayingLittle = new Set(
  `a about across actually after again against all almost already also always am among an and another any anyone anything are
around as at automatically away back bad be became because become becomes becoming been before began being below best better
between big both break breaking breaks broke broken build building builds built but by came can cannot cant come comes complete
completely could couldnt day days did didnt do does doesnt doing dont down during each early easily easy either else enough
entirely especially etc even eventually ever every everyone everything exact exactly far few fewer fewest first for force
forced forces forcing from further gave get gets getting give given gives go goes going gone good got great had happen happens
hard has hasnt have havent having he her here high him his how however hundreds i if in initially instead into is isnt it its
itself job jobs just keep kind knew know known knows large last late later least less let lets like little long lot low made
make makes making many may maybe me mean means might mine moment more most mostly much multiple must my myself need needed
needs never new next no none nor not nothing now of off often oh on once one ones only onto or other others ought our ourselves
out over own part people perhaps place places point points primarily primary put puts quite rather real reality realize
realized really require required requires right run running runs said same saw say saying says seamless seamlessly see seen
several shall she should side simply since single small so some somebody someone something sometimes soon specific specifically
spend spent step steps still such take taken takes than that thats the their them themselves then there these they thing things
think this those though thousands three through thus time times to today together tomorrow too took toward towards two under
unlike until up upon us use used uses using usually value values very want wanted wants was wasnt way ways we well went were
what whatever when where whether which while who whole whom whose why will with within without wont work worked working works
world would wouldnt yes yet you your yours yourself`.split(/\s/u),
);

const ending = /(...)(?:i[sz]ations?|ations?|ally|ments?|ness|ings?|ions?|ity|ed|ly|er|or|al|e)$/u;

/** What the forms of an English word have in common; words of other scripts stay as they are. */
function stem(word: string): string {
  if (!/^[a-z]{4,}$/u.test(word)) return word;
  return word
    .replace(/ies$/u, 'y')
    .replace(/([^su])s$/u, '$1')
    .replace(ending, '$1')
    .replace(/([^aeiousl])\1$/u, '$1')
    .replace(/(...)y$/u, '$1i');
}

/** The words that carry what a text is about, folded, in a form that their inflections share. */
export function keywords(text: string): Set<string> {
  const folded = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’]/gu, '');
  const words = folded.match(/[\p{L}\p{N}]{2,}/gu) ?? [];
  return new Set(words.filter((word) => !sayingLittle.has(word)).map(stem));
}
