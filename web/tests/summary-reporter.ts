import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Writes to the file that `LILT_SUMMARY` names how many tests passed, failed and were skipped, then a line for each that was skipped, `skipped`, its name and why, and for each that failed, `failed`, its name and the error. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: 'passed' | 'failed' | 'interrupted'): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const of = (state: string) => tests.filter((test) => test.result().state === state);
    const skipped = of('skipped').map((test) => {
      const result = test.result();
      return `skipped ${test.name}: ${(result.state === 'skipped' ? result.note : undefined) ?? 'Chromium, or the built program, is missing'}`;
    });
    // What fails outside of a test, a file that cannot be read or what all its tests need, is a failure as well.
    const failed = of('failed').map((test) => {
      const [first] = test.result().errors ?? [];
      return `failed ${test.name}: ${(first?.message ?? '').split('\n')[0]}`;
    });
    if (failed.length === 0 && (reason !== 'passed' || errors.length > 0)) failed.push('failed web: what stands outside of the tests');
    writeFileSync(
      process.env.LILT_SUMMARY ?? '/dev/stdout',
      [`${of('passed').length} ${failed.length} ${skipped.length}`, ...skipped, ...failed, ''].join('\n'),
    );
  }
}
