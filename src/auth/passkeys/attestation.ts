/**
 * Whether an answer brings a statement of who made the authenticator. Nobody asks for one; and to judge it, the library would fetch lists of
 * revoked certificates from addresses that are in the answer: whoever sends it could make us ask anywhere.
 *
 * @param attestationObject base64url of CBOR (WebAuthn, 6.5.4)
 * @throws when it is none
 */
export async function isAttested(attestationObject: string): Promise<boolean> {
  const { decodeAttestationObject, isoBase64URL } = await import('@simplewebauthn/server/helpers');
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
  const format = decoded.get('fmt');
  // One that vouches for itself alone ("self attestation") has no certificates.
  return format !== 'none' && (format !== 'packed' || decoded.get('attStmt').get('x5c') !== undefined);
}
