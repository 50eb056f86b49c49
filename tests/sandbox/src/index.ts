// The sandbox's public face.
export { createCast, type Cast } from './data/cast.ts';
export type { ManagedWorld, WorldOptions } from './create-world.ts';
export { credentialsOf, type Credentials } from './credentials.ts';
export { createSandbox, type Addresses, type Ports, type Sandbox } from './sandbox.ts';
export type { Service } from './service.ts';
export { strictSwitches } from './switches.ts';
export type * from './world.ts';
