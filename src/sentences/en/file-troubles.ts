/** What keeps Tango from reading a file that somebody brought, and what to do about it. */
export const FILE_WORDS = {
  gone: 'The file is not in Slack any more: it was deleted, or is too old for your plan. Send it again.',
  unseen:
    'I do not see this file: it was deleted, or I am not in its channel. Invite me there, or send the file to me here.',
  changed: 'It has changed since you saw it: send it again, and look at it as it is now.',
  elsewhere:
    'This file lies with another app, and Slack has only its link. Download it there as .xlsx or CSV, and send me that file.',
  notAllowed:
    'Slack does not let me read files. Whoever runs Tango must add the permission files:read to the app.',
  tooLarge:
    'This file is larger than 50 MB. Whoever runs Tango can import it with `tango leads import`, or split it.',
  givenUp: 'This did not work, ten times in a row. Please tell whoever runs Tango, and send the file again.',
  watchEnded: 'I look at it every day no more: once that is mended, send its link again.',
  refusedRows:
    'The refused rows, each with its reason. Mend them here and send this file to me: what came in already is not taken twice.',
} as const;
