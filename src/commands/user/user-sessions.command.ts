import { SubCommand } from 'nest-commander';
import { ApiTokensService } from '../../auth/api-tokens.service';
import { BrowsersService } from '../../auth/browsers/browsers.service';
import { UsersService } from '../../users/users.service';
import { ReportCommand, type ReportOptions } from '../base.command';
import { momentText, table } from '../table';

@SubCommand({
  name: 'sessions',
  arguments: '<username>',
  description: 'list where somebody is signed in, and the tokens of their programs',
})
export class UserSessionsCommand extends ReportCommand {
  async run([name = '']: string[], options: ReportOptions): Promise<void> {
    const users = await this.program.get(UsersService);
    const { id, username } = await users.getAnyByUsername(name);
    const [browsers, tokens] = await Promise.all([
      (await this.program.get(BrowsersService)).list(id, undefined),
      (await this.program.get(ApiTokensService)).list(id),
    ]);
    const rows = [
      ...browsers.map(({ isRemembered, userAgent, ip, lastUsedAt }) => {
        return [isRemembered ? 'remembered' : 'session', momentText(lastUsedAt), ip, userAgent] as const;
      }),
      ...tokens.map(
        ({ name: token, scope, lastUsedAt }) => ['token', momentText(lastUsedAt), '', `${token} (${scope})`.trim()] as const,
      ),
    ];
    const facts = {
      browsers: browsers.map(({ isRemembered, userAgent, ip, lastUsedAt }) => ({ isRemembered, userAgent, ip, lastUsedAt })),
      tokens: tokens.map(({ name: token, scope, lastUsedAt, expiresAt }) => ({ name: token, scope, lastUsedAt, expiresAt })),
    };
    this.report(
      options,
      facts,
      rows.length > 0
        ? table(['kind', 'last used (UTC)', 'address', 'browser or program'], rows)
        : `${username} is signed in nowhere.`,
    );
  }
}
