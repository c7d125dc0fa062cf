import { describe, expect, test } from 'vitest';
import { reportAddress } from '../../../src/collection/report-address.ts';

describe('the address for reports', () => {
  const quote = { id: 'data-gravity', text: 'Moving data & "more"?' };
  const subject = 'A problem with data-gravity';

  test('contains the encoded id and text', () => {
    expect(reportAddress('https://example.org/new?title={id}&body={text}', quote, subject)).toBe(
      'https://example.org/new?title=data-gravity&body=Moving%20data%20%26%20%22more%22%3F',
    );
  });

  test('is a mail with subject and text for a bare mail address', () => {
    const address = new URL(reportAddress('desk@example.org', quote, subject));
    expect(address.protocol).toBe('mailto:');
    expect(address.pathname).toBe('desk@example.org');
    expect(address.searchParams.get('subject')).toBe(subject);
    expect(address.searchParams.get('body')).toBe(quote.text);
  });

  test('is unchanged if the mail address has a subject', () => {
    expect(reportAddress('mailto:a@b.org?subject={id}', quote, subject)).toBe(
      'mailto:a@b.org?subject=data-gravity',
    );
  });
});
