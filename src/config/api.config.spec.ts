import { reader } from '../../test/support/test-config';
import { ApiConfig } from './api.config';

const read = reader(ApiConfig);

describe('who may call the API from a browser', () => {
  it('is nobody else, unless the operator names them', () => {
    expect(read().config.corsOrigins).toEqual([]);
    expect(read({ CORS_ORIGINS: 'https://app.example, http://localhost:8080' }).config.corsOrigins).toEqual([
      'https://app.example',
      'http://localhost:8080',
    ]);
  });

  it.each([
    '*',
    'null',
    'app.example',
    'https://app.example/',
    'https://app.example/path',
    'https://App.example',
    'ftp://a.example',
  ])('is not %s', (origins) => {
    expect(read({ CORS_ORIGINS: origins }).faults).toEqual(['CORS_ORIGINS']);
  });
});
