// Fixes the extension's id, and with it the redirect address that is registered with Intuit. Only the public half
// exists: stores sign with keys of their own.
export const publicKey =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAniyWcNg04taeWJLDFqhJg/xjRW+qembNuJEJUYttSKYRCYqjhmHC' +
  '9nspp0JBznQBfeNmeAb/e0w5drUkgCzsqG7HBTqsWNzk/NFR+RbJByvq+wgPYRwKX0yd8TTrypeAoj+tQKQvfDgdOLXNUa60' +
  'KOOrXRYQSW9WUX1cDgDiAkneWWToPeQzJP9mXj0+4qQ+uZdFQ2/JYgwcoNtry2VRp5sYjTMtjLQDzZiP7BB91TE4T8V0uur1' +
  'k8bGSMrIi7b/+fP0jtty3Cla6bvHIOeIytYIN/PYinpCQFZt0KwKMpWT86ZzVYxqTC0/YnAuZJtz6tp1kYTbZkAW5Zl5UGfi' +
  '8wIDAQAB';
