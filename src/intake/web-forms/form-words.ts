/** Words by which forms and tools wrap, number and describe what somebody has filled in. Compared as `wordKey` makes them. */

/** What only holds the rest together, so that a name within it is the person's. */
const WRAPPERS = words(
  `data payload body event item object record entry entries submission response formresponse formdata result
  fields fielddata answers values value questions formfields contact contacts person people lead leads user customer subscriber member
  respondent responder submitter visitor attendee invitee prospect profile traits properties attributes current merges
  mergefields custom customfields customattributes rawrequest request params parameters input inputs details info metadata
  leadformresponse`,
);

/** What holds the person, or the submission, itself: an id in it is theirs. */
const HOLDERS = words(
  'data payload body item object record entry submission response formresponse contact person lead current',
);

/** Texts under these that are JSON are the submission itself. */
const EMBEDDED = words(
  'rawrequest request payload data body json event submission formdata formresponse entry answers fields response',
);

const OWN_ID = words(
  'externalid submissionid responseid entryid leadid leadgenid contactid responderuuid submissionuuid',
);

const PLAIN_ID = words('id uuid guid token');

/** Of the delivery rather than of what is in it: the last resort. */
const DELIVERY_ID = words('messageid eventid notificationid deliveryid requestid');

const TIMES = words(
  `submittedat createdat completedat timestamp submitdate submissiondate datecreated createdtime createdon firedat receivedat
  submittime landedat occurredat`,
);

/** What a form tells of itself and of the browser. It is kept, and nobody is asked about it. */
const NOISE = words(
  `ip ipaddress ipopt ipsignup remoteip useragent browser platform device os language locale timezone referrer referer url pageurl
  sourceurl landingpage websiteurl webhookurl hutk cookie gclid fbclid msclkid ttclid type event eventtype topic action status state
  source sourcetype entity objecttype version apiversion attempt retry createdby updatedat dateupdated modified slug path pretty form
  formname formtitle emailtype isread isstarred isfulfilled paymentstatus currency consent gdpr recaptcha grecaptcharesponse honeypot nonce
  wpnonce testlead finalized flowlabel variantlabel score rating avatar photo image signature hash checksum submit button step
  jsexecutiontracker submitsource builddate timetosubmit unread issilent fromtable customtitle custombody customparams username subject
  uploadserverurl validatednewrequiredfieldids originalbody deliveryattempts firstsentat links self poweredby`,
);

/** Ids and versions of whatever it is a part of. */
const NUMBERED =
  /^(?:form|list|page|post|site|account|workspace|team|portal|app|org|organization|owner|creator|subscription|campaign|adset|ad|asset|user|parent|product|entity|object|company|person|correlation|host|web|flow|variant|schema|session|anonymous|document|version|action|event|message|tenant|group|sender|recipient)(?:id|uuid|key|gid|urn|version)s?$/;

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/));
}

export const isWrapper = (key: string) => WRAPPERS.has(key);
export const isHolder = (key: string) => HOLDERS.has(key);
export const isEmbedded = (key: string) => EMBEDDED.has(key);
export const isOwnId = (key: string) => OWN_ID.has(key);
export const isPlainId = (key: string) => PLAIN_ID.has(key);
export const isDeliveryId = (key: string) => DELIVERY_ID.has(key);
export const isTime = (key: string) => TIMES.has(key);
export const isOfAQuestion = (key: string) => OF_A_QUESTION.has(key);
export const isNoise = (key: string) =>
  NOISE.has(key) || NUMBERED.test(key) || key.startsWith('utm') || key.startsWith('wpcf7');

/** What a form tells of one of its questions, and not of the answer. */
const OF_A_QUESTION = words(
  `fieldtype inputtype questiontype answertype datatype order position index sort options choices rows columns required isrequired
  hint placeholder description help helptext validation properties settings label labels text name title question questiontext
  fieldlabel questionid fieldid columnid hidden visible readonly format multiple allowother cssclass names`,
);

/** Under which key an answer says what it answers, the surest first, and where the answer is. */
export const LABEL_KEYS = [
  'label',
  'title',
  'question',
  'questionText',
  'question_text',
  'field_label',
  'name',
  'field',
  'key',
  'ref',
  'field_id',
  'questionId',
  'question_id',
  'id',
] as const;
export const ANSWER_KEYS = [
  'answer',
  'answers',
  'value',
  'values',
  'rawValue',
  'raw_value',
  'field_value',
  'answerDetails',
  'text',
] as const;
