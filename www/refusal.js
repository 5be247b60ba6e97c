// What cannot be done for a reason that the person can understand.

/** Its `message` is Chinese. */
export class Refusal extends Error {}
