// Files that the bundler turns into addresses.
declare module '*.woff2?url' {
  const address: string;
  export default address;
}
