import { LIMITS } from './limits.ts';
import { type Problem, problem } from './problem.ts';

/** Why files.getUploadURLExternal would refuse; an empty list if it would not. */
export function checkFile({ filename, length }: { filename: string; length: number }): Problem[] {
  const problems: Problem[] = [];
  if (filename.length === 0)
    problems.push(problem('invalid_arguments', 'missing required field: filename', ''));
  if (!Number.isInteger(length) || length <= 0) {
    problems.push(problem('invalid_arguments', 'must be greater than 0', '/length'));
  }
  if (filename.length > LIMITS.file.name) {
    problems.push(
      problem('invalid_arguments', `must be less than ${LIMITS.file.name + 1} characters`, '/filename'),
    );
  }
  if (length > LIMITS.file.bytes) {
    problems.push(problem('file_upload_size_restricted', 'the file is too large', '/length'));
  }
  return problems;
}
