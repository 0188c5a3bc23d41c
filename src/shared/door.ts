/**
 * Where a site lets its token in: at its own address, or at the gateway under its cloud id. A token without scopes is let in
 * at the first only, one with scopes at the second only. Source: atlassian-api.md 14.1.
 */
export type Door = { readonly via: 'site' } | { readonly via: 'gateway'; readonly cloudId: string };
