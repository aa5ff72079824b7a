import type { Vendor } from '../vendor.ts';
import { calendly } from './calendly.ts';
import { googleAds } from './google-ads.ts';
import { hubspot } from './hubspot.ts';
import { meta } from './meta.ts';
import { tally } from './tally.ts';
import { typeform } from './typeform.ts';
import { webflow } from './webflow.ts';

export const VENDORS: readonly Vendor[] = [typeform, hubspot, googleAds, meta, webflow, calendly, tally];
