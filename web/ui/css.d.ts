// A style sheet whose class names are its own: esbuild gives each a name that no other sheet has.
declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
declare module '*.css';
