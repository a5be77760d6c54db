// One test that fails, in a block, with a name that a shell and a regular expression would stumble over. Only run by test/runner/run.test.ts.
describe("a merchant's order", () => {
  it('of 10 € (net) is "found"', () => {
    expect(1).toBe(2);
  });
  it('passes', () => undefined);
});
