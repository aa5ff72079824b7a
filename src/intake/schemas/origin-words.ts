/** What the description of the API says of the fields that name a source or a campaign: the same at each door. */
export const ORIGIN_WORDS = {
  source:
    'Any spelling of a source, whatever the capitals, blanks and hyphens, or its id; one that is not known is made',
  sourceOfId:
    'Of the externalId, where several sources use the same one: any spelling of the source, or its id',
  campaign:
    'Any spelling of a campaign of the source, or the id that its ad platform gives it; one that is not known is made',
  campaignId:
    'The id that the ad platform gives the campaign: by it the campaign is known, whatever it is called',
} as const;
