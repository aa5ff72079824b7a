import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Refused } from '../intake/doors/door-counts.ts';

/** A number that is read when somebody asks for the metrics. */
export interface GaugeSource {
  name: string;
  help: string;
  read: () => number | Promise<number>;
}

export interface Metrics {
  /** Counts and times every request that passes. */
  observe: RequestHandler;
  /** Answers `GET /metrics`. */
  show: RequestHandler;
  countLeads: (leads: readonly { duplicate: boolean }[]) => void;
}

/** A registry of its own: two servers in one process do not share numbers. */
/** `refused`: what was refused at the doors since the process began. */
export function createMetrics(gauges: readonly GaugeSource[], refused: () => readonly Refused[]): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const gauge of gauges) addGauge(registry, gauge);
  countRefused(registry, refused);
  const leads = new Counter({
    name: 'tango_leads_received_total',
    help: 'Leads taken in over HTTP; a duplicate was here already',
    labelNames: ['duplicate'],
    registers: [registry],
  });
  return {
    observe: observer(registry),
    show: async (_request: Request, response: Response) => {
      response.type(registry.contentType).send(await registry.metrics());
    },
    countLeads: (received) => {
      for (const { duplicate } of received) leads.inc({ duplicate: String(duplicate) });
    },
  };
}

function addGauge(registry: Registry, { name, help, read }: GaugeSource): void {
  new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.set(await read());
    },
  });
}

function countRefused(registry: Registry, refused: () => readonly Refused[]): void {
  new Counter({
    name: 'tango_requests_refused_total',
    help: 'Requests that were refused at a door, by reason',
    labelNames: ['door', 'reason'],
    registers: [registry],
    collect() {
      this.reset();
      for (const { door, reason, count } of refused()) this.inc({ door, reason }, count);
    },
  });
}

function observer(registry: Registry): RequestHandler {
  const seconds = new Histogram({
    name: 'tango_http_request_seconds',
    help: 'Requests by route, method and status, and how long they took',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  return (request: Request, response: Response, next: NextFunction) => {
    const stop = seconds.startTimer();
    response.once('finish', () => {
      stop({ route: routeOf(request), method: methodOf(request), status: String(response.statusCode) });
    });
    next();
  };
}

/** The pattern, never the path: each label value is kept for ever, and paths hold ids. */
function routeOf(request: Request): string {
  const path: unknown = request.route?.path;
  return typeof path === 'string' ? request.baseUrl + path : 'none';
}

function methodOf(request: Request): string {
  return /^(GET|HEAD|POST)$/.test(request.method) ? request.method : 'other';
}
