import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import type { AppRequest } from '../../common/app-request';
import { CurrentUser } from '../../common/current-user.decorator';
import { parseId } from '../../common/page';
import type { Viewer } from '../../common/viewer';
import { page, redirect, success } from '../../web/answers';
import { Form } from '../../web/form';
import { FormOf } from '../../web/form-of.decorator';
import { proofOf } from '../account/account.service';
import type { ApiToken } from '../api-token.entity';
import { ApiTokensService } from '../api-tokens.service';
import { CreateTokenDto } from './create-token.dto';
import { TokenNotFound } from './named-tokens.errors';
import { NamedTokensService } from './named-tokens.service';

/** The tokens that one's programs have. */
@Controller('settings/tokens')
export class NamedTokensController {
  constructor(
    private readonly named: NamedTokensService,
    private readonly tokens: ApiTokensService,
  ) {}

  @Get()
  list(@CurrentUser() me: Viewer) {
    return this.page(me, Form.blank(CreateTokenDto, { scope: 'read', days: '90' }));
  }

  /** Shows the token in the answer itself: it must be in no cookie and no address, and nobody can see it again. */
  @Post()
  async create(
    @CurrentUser() me: Viewer,
    @FormOf(CreateTokenDto) form: Form<CreateTokenDto>,
    @Req() request: AppRequest,
    @Res({ passthrough: true }) response: Response,
  ) {
    let token: string | undefined;
    const isMade = await form.accepts(async (sent) => {
      const { name, scope, days } = sent;
      token = await this.named.create(proofOf(sent, me, request), { name, scope, days: Number(days) });
    });
    if (!isMade) return this.page(me, form);
    response.setHeader('Cache-Control', 'no-store');
    return page('settings/token', { token, name: form.typed.name });
  }

  @Post(':id/revoke')
  async revoke(@CurrentUser() me: Viewer, @Param('id') text: string) {
    const id = parseId(text);
    if (id === undefined || !(await this.tokens.revoke(me.id, id))) throw new TokenNotFound();
    return redirect('namedTokens.list', {}, success('settings.flash.tokenRevoked'));
  }

  private async page(me: Viewer, form: Form<CreateTokenDto>) {
    return page('settings/tokens', { form, tokens: (await this.tokens.list(me.id)).map(viewOf) });
  }
}

const viewOf = ({ id, name, scope, issuedAt, lastUsedAt, expiresAt }: ApiToken) => ({
  id,
  name,
  isReadOnly: scope === 'read',
  issuedAt: issuedAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
  expiresAt: expiresAt.toISOString(),
});
