import { describe, expect, test } from 'vitest';
import { readDoctestReport } from './doctest.ts';

const well = { code: 0, problem: '' };
const withFailures = { code: 1, problem: 'ended with code 1' };

const report = (cases: string) => `<?xml version="1.0"?>
<doctest binary="./t" version="2.4.9">
  <TestSuite>
${cases}
  </TestSuite>
  <OverallResultsTestCases successes="1" failures="0" skipped="0"/>
</doctest>
`;

const passing = `    <TestCase name="money: a &lt; b &amp; &quot;c&quot;" filename="tests/unit/money_test.cpp" line="5">
      <OverallResultsAsserts successes="1" failures="0" test_case_success="true"/>
    </TestCase>`;
const failing = `    <TestCase name="money: fails" filename="tests/unit/money_test.cpp" line="6">
      <Expression success="false" type="CHECK" filename="tests/unit/money_test.cpp" line="7">
        <Original>
          1 + 1 == 3
        </Original>
        <Expanded>
          2 == 3
        </Expanded>
        <Info>
          row 3
        </Info>
      </Expression>
      <OverallResultsAsserts successes="1" failures="1" test_case_success="false"/>
    </TestCase>`;
const skipped =
  '    <TestCase name="money: later" filename="tests/unit/money_test.cpp" line="9" skipped="true"/>';

describe('doctest reports', () => {
  test('cases are counted by their own verdict, skipped ones apart', () => {
    const { tests, problems } = readDoctestReport(
      report([passing, skipped, failing].join('\n')),
      withFailures,
    );
    expect(tests.map((one) => [one.name, one.state])).toEqual([
      ['money: a < b & "c"', 'passed'],
      ['money: later', 'skipped'],
      ['money: fails', 'failed'],
    ]);
    expect(tests[0]?.file).toBe('tests/unit/money_test.cpp');
    expect(tests[2]?.message).toContain('money_test.cpp:7');
    expect(tests[2]?.message).toContain('CHECK( 1 + 1 == 3 ) is 2 == 3');
    expect(tests[2]?.message).toContain('row 3');
    expect(problems).toEqual([]);
  });

  test('an exception fails its case and is shown', () => {
    const throwing = `<TestCase name="x" filename="a.cpp" line="7">
      <Exception crash="false">
        boom &lt;x>
      </Exception>
      <OverallResultsAsserts successes="0" failures="0" test_case_success="false"/>
    </TestCase>`;
    const { tests } = readDoctestReport(report(throwing), withFailures);
    expect(tests[0]).toMatchObject({ state: 'failed', message: 'exception: boom <x>' });
  });

  test('a crash is a problem besides the case that was running', () => {
    const broken = report([passing, failing].join('\n')).split('<Expanded>')[0] as string;
    const { tests, problems } = readDoctestReport(broken, { code: null, problem: 'crashed with SIGSEGV' });
    expect(tests.map((one) => one.state)).toEqual(['passed', 'failed']);
    expect(problems).toEqual(['crashed with SIGSEGV']);
  });

  test('an exit code that no case explains is a problem', () => {
    const { problems } = readDoctestReport(report(passing), { code: 3, problem: 'ended with code 3' });
    expect(problems).toEqual(['ended with code 3']);
  });

  test('a program that cannot start is a problem', () => {
    const end = { code: null, problem: 'build/native/nothing: ENOENT' };
    expect(readDoctestReport('', end)).toEqual({ tests: [], problems: [end.problem] });
  });

  test('a program that ends well has none', () => {
    expect(readDoctestReport(report(passing), well).problems).toEqual([]);
  });
});
