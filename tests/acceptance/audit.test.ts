import { isIP } from 'node:net';
import { describe, expect, it } from 'vitest';
import { listedAuditEntrySchema } from '../../shared/contract/staff/audit.ts';
import { ask, unique } from '../support/clients/client.ts';

describe('the audit', () => {
  it('keeps where a request came from, whatever the caller sends to push it away', async () => {
    const forged = Array.from({ length: 30 }, (_, n) => `198.51.100.${n + 1}`).join(', ');
    expect(forged.length).toBeGreaterThan(300);
    const draft = await ask('/v1/staff/events', {
      as: 'contributor',
      headers: { 'x-forwarded-for': forged },
      body: { campaign: unique('audit') },
    });
    expect(draft.status).toBe(201);
    const { body } = await ask(`/v1/staff/audit?item=${draft.body.id}`, { as: 'admin' });
    const entry = listedAuditEntrySchema.parse(body.items[0]);
    expect(isIP(entry.from ?? '')).toBeTruthy();
    expect(JSON.stringify(entry)).not.toContain('198.51.100.');
    expect(entry).not.toHaveProperty('forwardedFor');
    // Without a CDN between, the caller's own address is all there is.
    if (entry.viewer !== undefined) expect(isIP(entry.viewer)).toBeTruthy();
  });
});
