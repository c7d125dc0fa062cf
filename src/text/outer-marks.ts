/** Opening quotation marks with those that close them; single ones may be apostrophes. */
const closers: Record<string, string> = {
  '"': '"”',
  '“': '”"',
  '„': '“”',
  '”': '”',
  '«': '»',
  '»': '«',
  '「': '」',
  '『': '』',
};

/** A text without the quotation marks around all of it; undefined where there are none. */
export function withoutOuterMarks(text: string): string | undefined {
  const plain = text.trim();
  const [first, last, inner] = [
    plain.charAt(0),
    plain.charAt(plain.length - 1),
    plain.slice(1, -1),
  ];
  const isPair = inner !== '' && closers[first]?.includes(last) === true;
  // “A” and “B” begins and ends with marks of its own.
  return isPair && !inner.includes(first) && !inner.includes(last) ? inner.trim() : undefined;
}
