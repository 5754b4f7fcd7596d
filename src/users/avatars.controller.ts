import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { toSvg } from 'jdenticon';
import { Public } from '../common/public.decorator';

const SIZES = { smallest: 8, usual: 80, largest: 512 };

/** Pictures drawn from a key, the same for the same key for ever. */
@Controller('avatar')
export class AvatarsController {
  @Public()
  @Get(':key.svg')
  @Header('Content-Type', 'image/svg+xml; charset=utf-8')
  @Header('Cache-Control', 'public, max-age=31536000, immutable')
  show(@Param('key') key: string, @Query('s') size: unknown): string {
    return toSvg(key, sizeOf(size), { backColor: '#f4f1ec' });
  }
}

function sizeOf(size: unknown): number {
  const pixels = typeof size === 'string' && /^\d{1,4}$/.test(size) ? Number(size) : SIZES.usual;
  return Math.min(Math.max(pixels, SIZES.smallest), SIZES.largest);
}
