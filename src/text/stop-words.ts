const words = `
  a about again all along also always am an and any anybody anyone anything anywhere are argue
  argued argues as ask at be because been being believe believed believes between but by came can
  claim claimed claims come comes concerning could describe described describes did difference
  differences discuss discussed discusses do does doing dont each else ever every everybody
  everyone everything exactly explain find for from get gets getting give go goes going got had
  happen happens has have having he her here him his how i if in into is isnt it its just kind
  know let lets like line lines look looking lot made make makes many may maybe me mean means
  mention mentioned mentions might more most much must my need needs no nobody none not nothing of
  on one only opinion or our out over part passage perhaps please quote quotes read really recall
  recalled regarding remember remind reminds said say saying says sentence she should so some
  somebody someone something still such suggest suggested suggests talk talking talks tell tells
  than that thats the their them then there these they thing things think thinks this those
  thoughts to told too up us vaguely versus very view views vs want wants was way we well were
  what whats when where whether which who whose why will with without word words would write
  writes yes yet you your
`;

const functionWords = new Set(words.trim().split(/\s+/));

/** English words that carry the question rather than its subject; other languages are left to statistics. */
export function isStopWord(word: string): boolean {
  return functionWords.has(word);
}
