// The contract's types lead to files of the service, and one of them sets what V8 has and no browser's types do.
interface ErrorConstructor {
  stackTraceLimit: number;
}
