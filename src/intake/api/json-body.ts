import express, { type NextFunction, type Request, type RequestHandler, type Response } from 'express';
import { ProblemError } from '../problem.ts';
import { jsonFault } from './json-fault.ts';

/** Reads the body as bytes, up to 1 MiB; `jsonOf` makes sense of them. */
export const jsonBody: RequestHandler[] = [requireJson, express.raw({ type: () => true, limit: '1mb' })];

export function bytesOf(request: Request): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

export function jsonOf(bytes: Buffer): unknown {
  const text = textOf(bytes);
  if (text.trim() === '') throw new ProblemError(400, 'The body is empty');
  try {
    return JSON.parse(text);
  } catch {
    const { line, column } = jsonFault(text);
    throw new ProblemError(400, `The body is not valid JSON: see line ${line}, column ${column}`);
  }
}

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;\s*charset="?utf-?8"?\s*)?$/i;

export function requireJson(request: Request, _response: Response, next: NextFunction): void {
  if (!JSON_TYPE.test(request.get('content-type') ?? ''))
    throw new ProblemError(415, 'Send the body as UTF-8 with Content-Type: application/json');
  next();
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new ProblemError(400, 'The body is not valid UTF-8');
  }
}
