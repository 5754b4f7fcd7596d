/**
 * What must still be so for a change to be made; throws when it is not. A service asks it in the transaction of the change, once nobody else can change the same
 * any more: asked before, it would hold for a moment that is over.
 */
export type Precondition = () => Promise<void>;

export const unconditionally: Precondition = () => Promise.resolve();
