import type { Request, Response } from 'express';
import { testConfig } from '../../test/support/test-config';
import { securityHeaders } from './security-headers';

function headersWith(variables: Record<string, string> = {}): Record<string, string> {
  const { http, site } = testConfig(variables);
  const headers: Record<string, string> = {};
  const setHeader = (name: string, value: string): void => void (headers[name.toLowerCase()] = value);
  const next = jest.fn();
  securityHeaders(http, site)({} as Request, { setHeader } as unknown as Response, next);
  expect(next.mock.calls).toEqual([[]]);
  return headers;
}

const policyOf = (headers: Record<string, string>): string[] => (headers['content-security-policy'] ?? '').split(';').sort();

describe('the headers of every answer', () => {
  it('let a page load nothing but our own files, and nothing inline', () => {
    expect(policyOf(headersWith())).toEqual([
      "base-uri 'none'",
      "default-src 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
      "img-src 'self' data:",
      "object-src 'none'",
    ]);
  });

  it('let pictures come from Gravatar where that was chosen', () => {
    expect(policyOf(headersWith({ AVATARS: 'gravatar' }))).toContain("img-src 'self' data: https://www.gravatar.com");
  });

  it('keep the page out of frames, its type as it is told, and where its reader comes from to us', () => {
    expect(headersWith()).toMatchObject({
      'x-frame-options': 'DENY',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('ask for HTTPS where the site has it, and only there: without it nothing would load', () => {
    const plain = headersWith({ BASE_URL: 'http://blog.example' });
    const secure = headersWith({ BASE_URL: 'https://blog.example' });

    expect(plain).not.toHaveProperty('strict-transport-security');
    expect(policyOf(plain)).not.toContain('upgrade-insecure-requests');
    expect(secure['strict-transport-security']).toMatch(/^max-age=\d{8,}/);
    expect(policyOf(secure)).toContain('upgrade-insecure-requests');
  });
});
