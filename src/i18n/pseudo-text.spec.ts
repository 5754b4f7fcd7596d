import { pseudoText } from './pseudo-text';

describe('the pseudo-language', () => {
  it('has no plain letter, is 40 % longer and stands in brackets', () => {
    const text = pseudoText('Save your Changes');

    expect(text).toMatch(/^⟦.+⟧$/);
    expect(text).not.toMatch(/[A-Za-z]/);
    expect([...text]).toHaveLength(17 + 7 + 2);
  });

  it('leaves places as they are', () => {
    expect(pseudoText('Hi, {username}!')).toContain('{username}');
  });
});
