const onRest = (words: string) =>
  `---\npart: 1\ntheme: On rest\nsource: A letter\nperson: Ada\n---\n\n${words}\n`;

/** A collection with a label of every kind, for tests that rename and withdraw them. */
export const settings = `title: Mine
parts:
  - { number: 1, title: Beginnings, slug: beginnings }
  - { number: 2, title: Endings, slug: endings }
subjects:
  - { term: Gardens, match: [garden] }
`;
export const quotes = {
  first: onRest('Sit down in the garden.'),
  second: onRest('A garden is never late.'),
  third:
    '---\npart: 2\ntheme: On work\nsource: A talk\nperson: Ben\n---\n\nBegin with what is dull.\n',
};
