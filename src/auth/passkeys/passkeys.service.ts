import { createHmac } from 'node:crypto';
import { isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { Clock } from '../../common/clock';
import { HttpConfig } from '../../config/http.config';
import { SecurityConfig } from '../../config/security.config';
import { isDuplicate } from '../../database/faults';
import type { User } from '../../users/user.entity';
import { UsersRepository } from '../../users/users.repository';
import { AccountService, type Proof } from '../account/account.service';
import { hashOf } from '../secrets';
import type { Passkey } from './passkey.entity';
import { isAttested } from './attestation';
import { PasskeyNotFound, PasskeyRefused, PasskeysNotOffered } from './passkeys.errors';
import { PasskeysRepository } from './passkeys.repository';

const SITE_NAME = 'Microblog';
const ANSWER_WITHIN_MS = 5 * 60 * 1000;

/** Big, and most processes never need it. */
const webAuthn = () => import('@simplewebauthn/server');

/**
 * Passkeys (WebAuthn, W3C): the device proves that it has a private key, and that its owner was there, by finger, face or PIN. So a
 * passkey is both steps of a sign-in.
 */
@Injectable()
export class PasskeysService {
  private readonly handleKey: Buffer;

  constructor(
    private readonly account: AccountService,
    private readonly passkeys: PasskeysRepository,
    private readonly users: UsersRepository,
    private readonly clock: Clock,
    private readonly http: HttpConfig,
    security: SecurityConfig,
  ) {
    this.handleKey = security.bytesFor('passkey-handle');
  }

  /** Browsers keep passkeys for a name, never for an address such as 127.0.0.1. */
  get isOffered(): boolean {
    return isIP(this.siteName) === 0 && !this.siteName.startsWith('[');
  }

  list(userId: number): Promise<Passkey[]> {
    return this.passkeys.listOf(userId);
  }

  /** What the browser must be told to make a passkey. @throws PasskeysNotOffered */
  async askToAdd({ id, username }: Pick<User, 'id' | 'username'>) {
    if (!this.isOffered) throw new PasskeysNotOffered();
    const known = await this.passkeys.listOf(id);
    const { generateRegistrationOptions } = await webAuthn();
    const options = await generateRegistrationOptions({
      rpName: SITE_NAME,
      rpID: this.siteName,
      userName: username,
      userID: this.handleOf(id),
      excludeCredentials: known.map((passkey) => ({ id: passkey.credentialId, transports: transportsOf(passkey) })),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    await this.ask(options.challenge, id);
    return options;
  }

  /** @param answer what the browser sent, as JSON @throws WrongPassword, TooManyRequests, PasskeyRefused */
  async add(proof: Proof, name: string, answer: string): Promise<void> {
    const { id: userId } = await this.account.verify(proof);
    const response = parse<RegistrationResponseJSON>(answer);
    if (await verifying(() => isAttested(response.response.attestationObject))) throw new PasskeyRefused();
    const { verifyRegistrationResponse } = await webAuthn();
    const { registrationInfo } = await verifying(() =>
      verifyRegistrationResponse({
        response,
        expectedChallenge: (challenge) => this.isAnswer(challenge, userId),
        expectedOrigin: this.http.origin,
        expectedRPID: this.siteName,
      }),
    );
    if (!registrationInfo) throw new PasskeyRefused();
    const { id: credentialId, publicKey, counter, transports = [] } = registrationInfo.credential;
    try {
      await this.passkeys.insert({
        userId,
        credentialId,
        publicKey: Buffer.from(publicKey).toString('base64url'),
        counter,
        transports: transports.join(','),
        name,
        createdAt: this.clock.now(),
      });
    } catch (error) {
      throw isDuplicate(error) ? new PasskeyRefused(error) : error;
    }
  }

  /** @throws PasskeyNotFound also for one of somebody else's */
  async get(userId: number, id: number): Promise<Passkey> {
    const passkey = await this.passkeys.find(userId, id);
    if (!passkey) throw new PasskeyNotFound();
    return passkey;
  }

  /** @throws WrongPassword, TooManyRequests, PasskeyNotFound also for one of somebody else's */
  async remove(proof: Proof, id: number): Promise<void> {
    const { id: userId } = await this.account.verify(proof);
    if (!(await this.passkeys.delete(userId, id))) throw new PasskeyNotFound();
  }

  /** What the browser must be told to sign somebody in: it knows who, we do not. @throws PasskeysNotOffered */
  async askToSignIn() {
    if (!this.isOffered) throw new PasskeysNotOffered();
    const { generateAuthenticationOptions } = await webAuthn();
    const options = await generateAuthenticationOptions({ rpID: this.siteName, userVerification: 'required' });
    await this.ask(options.challenge, null);
    return options;
  }

  /** Whose passkey has answered. @param answer what the browser sent, as JSON @throws PasskeyRefused */
  async verify(answer: string): Promise<User> {
    const response = parse<AuthenticationResponseJSON>(answer);
    const passkey = typeof response.id === 'string' ? await this.passkeys.findByCredential(response.id) : null;
    const user = passkey && (await this.users.findById(passkey.userId));
    if (!user) throw new PasskeyRefused();
    const { verifyAuthenticationResponse } = await webAuthn();
    const { verified, authenticationInfo } = await verifying(() =>
      verifyAuthenticationResponse({
        response,
        expectedChallenge: (challenge) => this.isAnswer(challenge, null),
        expectedOrigin: this.http.origin,
        expectedRPID: this.siteName,
        credential: {
          id: passkey.credentialId,
          publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
          counter: passkey.counter,
          transports: transportsOf(passkey),
        },
      }),
    );
    if (!verified) throw new PasskeyRefused();
    await this.passkeys.noteUse(passkey.id, authenticationInfo.newCounter, this.clock.now());
    return user;
  }

  private get siteName(): string {
    return new URL(this.http.origin).hostname;
  }

  /** The same for one person for ever, so that a device replaces a passkey instead of gathering many; and it tells nobody the id. */
  private handleOf(userId: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(createHmac('sha256', this.handleKey).update(String(userId)).digest());
  }

  private async ask(challenge: string, userId: number | null): Promise<void> {
    const expiresAt = new Date(this.clock.now().getTime() + ANSWER_WITHIN_MS);
    await this.passkeys.ask({ id: hashOf(challenge), userId, expiresAt });
  }

  private isAnswer(challenge: string, userId: number | null): Promise<boolean> {
    return this.passkeys.answer(hashOf(challenge), userId, this.clock.now());
  }
}

const transportsOf = ({ transports }: Passkey): string[] => (transports === '' ? [] : transports.split(','));

/** @throws PasskeyRefused for what is no JSON object */
function parse<T>(answer: string): T {
  try {
    const value: unknown = JSON.parse(answer);
    if (typeof value === 'object' && value !== null) return value as T;
  } catch (error) {
    throw new PasskeyRefused(error);
  }
  throw new PasskeyRefused();
}

/** The library throws plain errors for whatever does not do. */
async function verifying<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new PasskeyRefused(error);
  }
}
