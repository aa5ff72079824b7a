export interface Guard {
  /** The promise that it keeps. */
  name: string;
  file: string;
  /** Found exactly once in the file. */
  text: string;
  /** What stands there once the guard is gone. */
  without: string;
  /** The test's file, and its name as it is written there. */
  test: string;
  turnsRed: string;
}
