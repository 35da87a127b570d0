import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

/** Writes to the file that `LILT_SUMMARY` names how many tests passed, failed and were skipped, then a line for each that was skipped: its name and why. */
export default class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[], reason: 'passed' | 'failed' | 'interrupted'): void {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const of = (state: string) => tests.filter((test) => test.result().state === state);
    const skipped = of('skipped').map((test) => {
      const result = test.result();
      return `${test.name}: ${(result.state === 'skipped' ? result.note : undefined) ?? 'Chromium, or the built program, is missing'}`;
    });
    // What fails outside of a test, a file that cannot be read or what all its tests need, is a failure as well.
    const failed = of('failed').length;
    const all = failed === 0 && (reason !== 'passed' || errors.length > 0) ? 1 : failed;
    writeFileSync(
      process.env.LILT_SUMMARY ?? '/dev/stdout',
      [`${of('passed').length} ${all} ${skipped.length}`, ...skipped, ''].join('\n'),
    );
  }
}
