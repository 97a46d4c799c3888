import sync from '@telecrm/spec/sync.json' with { type: 'json' };

/** The lists of values that the spec closes. They are read from it, so that nothing here can disagree with it. */
const { schemas, parameters } = sync.components;

export const sandboxEnterpriseId: string = parameters.enterpriseId.example;
export const paymentStatuses: readonly string[] = schemas.PaymentStatus.enum;
export const paymentCurrencies: readonly string[] = schemas.PaymentCurrency.enum;
export const memberRoles: readonly string[] = schemas.TeamMemberRole.enum;
export const memberStatuses: readonly string[] = schemas.TeamMemberStatus.enum;
export const availabilityStates: readonly string[] = schemas.AvailabilityState.enum;
export const stageTypes: readonly string[] = schemas.LeadStage.properties.stageType.enum;
export const amountPattern = new RegExp(schemas.PaymentAmount.pattern);
export const memberPhonePattern = new RegExp(schemas.TeamMemberPhone.pattern);
export const colorPattern = new RegExp(schemas.LeadStatus.properties.color.pattern);
export const ratings = schemas.LeadFields.properties.rating;
