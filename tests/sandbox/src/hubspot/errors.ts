// HubSpot's refusals, in its own shapes (reference hubspot.md 5 and 11).

export interface ErrorDetail {
  message: string;
  code?: string;
  in?: string;
  context?: Record<string, string[]>;
  subCategory?: string;
}

export interface ErrorBody {
  status?: 'error';
  message: string;
  category?: string;
  subCategory?: string;
  errors?: ErrorDetail[];
  context?: Record<string, string[]>;
  links?: Record<string, string>;
  errorType?: string;
  policyName?: string;
}

/** A refusal on its way to the caller; the correlation id is added when it is sent. */
export class HubSpotRefusal extends Error {
  readonly statusCode: number;
  readonly body: ErrorBody;

  constructor(statusCode: number, body: ErrorBody) {
    super(body.message);
    this.statusCode = statusCode;
    this.body = { status: 'error', ...body };
  }
}

export function validationError(
  message: string,
  errors?: ErrorDetail[],
  extra?: Partial<ErrorBody>,
): HubSpotRefusal {
  return new HubSpotRefusal(400, {
    message,
    ...(errors ? { errors } : {}),
    category: 'VALIDATION_ERROR',
    ...extra,
  });
}

/** One value HubSpot does not take; several make one refusal. */
export interface PropertyProblem {
  name: string;
  error: string;
  message: string;
}

/** The message embeds a JSON array: that is how the service tells which values were wrong. */
export function invalidProperties(problems: PropertyProblem[], portalId: number): HubSpotRefusal {
  const embedded = problems.map((problem) => ({
    isValid: false,
    message: problem.message,
    error: problem.error,
    name: problem.name,
    localizedErrorMessage: problem.message,
    portalId,
  }));
  return validationError(
    `Property values were not valid: ${JSON.stringify(embedded)}`,
    problems.map((problem) => ({
      message: problem.message,
      code: problem.error,
      context: { propertyName: [problem.name] },
    })),
  );
}

export function missingScopes(scopes: string[]): HubSpotRefusal {
  return new HubSpotRefusal(403, {
    message:
      "This app hasn't been granted all required scopes to make this call. Read more about required scopes here: https://developers.hubspot.com/scopes.",
    errors: [
      {
        message: 'One or more of the following scopes are required.',
        context: { requiredGranularScopes: scopes },
      },
    ],
    links: { scopes: 'https://developers.hubspot.com/scopes' },
    category: 'MISSING_SCOPES',
  });
}

export function noCredentials(): HubSpotRefusal {
  return new HubSpotRefusal(401, {
    message:
      'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
    category: 'INVALID_AUTHENTICATION',
  });
}

export function expiredCredentials(expiredAtMs: number, nowMs: number): HubSpotRefusal {
  const minutes = Math.floor((nowMs - expiredAtMs) / 60_000);
  return new HubSpotRefusal(401, {
    message: `The OAuth token used to make this call expired ${minutes} minute(s) ago.`,
    category: 'EXPIRED_AUTHENTICATION',
    context: { 'expire time': [new Date(expiredAtMs).toISOString()] },
  });
}

export function objectNotFound(message = 'Object not found.  objectId are usually numeric.'): HubSpotRefusal {
  return new HubSpotRefusal(404, { message, category: 'OBJECT_NOT_FOUND' });
}

export function conflict(message: string, subCategory?: string): HubSpotRefusal {
  return new HubSpotRefusal(409, { message, category: 'CONFLICT', ...(subCategory ? { subCategory } : {}) });
}

/** The recorded 429 has no category. */
export function rateLimited(policyName: 'TEN_SECONDLY_ROLLING' | 'SECONDLY' | 'DAILY'): HubSpotRefusal {
  return new HubSpotRefusal(429, {
    message: `You have reached your ${policyName.toLowerCase()} limit.`,
    errorType: 'RATE_LIMIT',
    policyName,
  });
}
