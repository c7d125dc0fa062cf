// Snowball's English stop list (https://snowballstem.org/algorithms/english/stop.txt) with the
// frequent words and modal verbs that it mentions, and prepositions; contractions are normalized.
const SNOWBALL = `i me my myself we our ours ourselves you your yours yourself yourselves he him his himself she her hers
herself it its itself they them their theirs themselves what which who whom this that these those am is are was were be
been being have has had having do does did doing would should could ought im youre hes shes theyre ive youve weve theyve
youd theyd itll youll theyll isnt arent wasnt werent hasnt havent hadnt doesnt dont didnt wont wouldnt shant shouldnt
cant cannot couldnt mustnt lets thats whos whats heres theres whens wheres whys hows a an the and but if or because as
until while of at by for with about against between into through during before after above below to from up down in out
on off over under again further then once here there when where why how all any both each few more most other some such
no nor not only own same so than too very
one every least less many now ever never say says said also get go goes just made make put see seen whether like well
back even still way take since another however two three four five first second new old high long
can will may might must
across along among around toward towards upon within without`;

// Words with which readers refer to a quote or ask for one.
const ASKING = `quote quotes quoted line lines passage sentence word words find show mention mentions mentioned
remember remind talk talking something anything someone`;

const stopWords = new Set(`${SNOWBALL} ${ASKING}`.split(/\s+/u));

/** Whether a term is an English stop word; for other languages, IDF does the same. */
export function isStopWord(term: string): boolean {
  return stopWords.has(term);
}
