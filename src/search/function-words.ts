const words = `
  a about again all also always am an and any anybody anyone anything anywhere are as ask at be because
  been being between but by came can come comes could did difference differences do does doing
  dont each else ever every everybody everyone everything exactly explain find for from get gets getting give go goes going got
  had happen happens has have having he her here him his how i if in into is isnt it its just
  kind know let lets like line look lot made make makes many may maybe me mean means mention
  mentioned mentions might more most much must my need needs no nobody none not nothing of on one only opinion or our
  out over part perhaps please quote quotes read really remember said say saying says she should
  so some somebody someone something still such talk talking talks tell tells than that thats the
  their them then there these they thing things think thinks this those thoughts to told too up
  us versus very view views vs want wants was way we well were what whats when where whether
  which who whose why will with without word words would write writes yes yet you your
`;

const functionWords = new Set(words.trim().split(/\s+/));

/** English words that carry the question rather than its subject; other languages are left to statistics. */
export function isFunctionWord(word: string): boolean {
  return functionWords.has(word);
}
