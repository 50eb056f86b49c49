// The sandbox's public face.

export type { ManagedWorld, WorldOptions } from './create-world.ts';
export { type Credentials, credentialsOf } from './credentials.ts';
export { type Cast, createCast } from './data/cast.ts';
export { type Addresses, createSandbox, type Ports, type Sandbox } from './sandbox.ts';
export type { Service } from './service.ts';
export { strictSwitches } from './switches.ts';
export type * from './world.ts';
