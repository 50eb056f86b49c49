// What Emscripten writes beside the module; its types stand in @sidebill/core.
declare module '*/sidebill.mjs' {
  const instantiate: (options?: Record<string, unknown>) => Promise<unknown>;
  export default instantiate;
}
