import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { type JdenticonConfig, toSvg } from 'jdenticon';
import { Anonymous } from '../common/anonymous.decorator';

const SIZES = { smallest: 8, usual: 80, largest: 512 };

// Clear colours in the light and in the dark; no background: the style sheet puts the one of the theme behind it.
const LOOK: JdenticonConfig = {
  saturation: { color: 0.62, grayscale: 0.38 },
  lightness: { color: [0.46, 0.72], grayscale: [0.36, 0.62] },
};

/** Pictures drawn from a key, the same for the same key for ever. */
@Controller('avatar')
export class AvatarsController {
  @Anonymous()
  @Get(':key.svg')
  @Header('Content-Type', 'image/svg+xml; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=31536000, immutable')
  show(@Param('key') key: string, @Query('s') size: unknown): string {
    return toSvg(key, sizeOf(size), LOOK);
  }
}

function sizeOf(size: unknown): number {
  const pixels = typeof size === 'string' && /^\d{1,4}$/.test(size) ? Number(size) : SIZES.usual;
  return Math.min(Math.max(pixels, SIZES.smallest), SIZES.largest);
}
